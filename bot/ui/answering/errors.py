"""The one answer to every error: a refusal as it is worded, or an apology."""

import io
import logging
import secrets
from typing import Any

import discord
from discord import app_commands
from discord.utils import MISSING

from bot import command_options
from bot.client import CUT_OFF, NOT_REACHED
from bot.domain.problem import NotUnderstood, RefusedError
from bot.ui.views import modal
from bot.ui.wording import refusals

log = logging.getLogger(__name__)

TOO_LATE = (10015, 10062, 40060, 50027)
"""Codes of Discord's answers to a reply that came too late, or twice."""
UNKNOWN_MESSAGE = 10008
TOO_MANY_REQUESTS = 429
SERVER_ERROR = 500
"""The lowest status with which Discord says that the fault is its own."""

GIVEN_BACK = "what-you-wrote.txt"


async def answer(interaction: discord.Interaction[Any], error: Exception) -> None:
    """Word a refusal, and apologise for any other error: one of ours gets an id that the log has too. Say nothing if
    the answer came too late or the connection broke. The text that came along goes back with each answer: it may be
    kept nowhere else.
    """
    if isinstance(error, RefusedError):
        text = "\n".join(refusals.worded(found) for found in error.problems)
    elif isinstance(error, discord.HTTPException) and error.code in TOO_LATE:
        log.info("interaction %s came twice or too late: %s", interaction.id, error)
        return
    elif isinstance(error, CUT_OFF) and not is_waited_for(interaction):
        # Not our error: Discord mostly has the answer, and typed text is kept.
        log.warning("the connection broke while interaction %s was answered: %r", interaction.id, error)
        return
    elif isinstance(error, CUT_OFF) or (isinstance(error, discord.HTTPException) and is_discords(error.status)):
        log.warning("Discord failed while interaction %s was answered: %r", interaction.id, error)  # nor this
        if await has_its_answer(interaction):
            return
        text = (
            "Sorry, Discord did not do what I asked of it just now. If I had your story already, it is in `/drafts`."
            " Please try again in a minute."
        )
    elif isinstance(error, discord.NotFound) and error.code == UNKNOWN_MESSAGE:  # who waited for it dismissed it
        log.info("the answer to interaction %s had no message any more: %s", interaction.id, error)
        text = "The message that was to show this is gone. If you gave me a story, it is in `/drafts`."
    elif isinstance(error, app_commands.AppCommandError):  # no client of Discord's sends options like these
        text = refusals.worded(NotUnderstood())
    else:
        incident = secrets.token_hex(4)
        log.error("incident in interaction %s", interaction.id, exc_info=error, extra={"incident": incident})
        text = (
            "Sorry, something went wrong on my side. If I had your story already, it is in `/drafts`. If it happens"
            f" again, tell a moderator this number: `{incident}`."
        )
    typed = modal.typed(interaction) or command_options.text(interaction)
    if typed:
        file = discord.File(io.BytesIO(typed.encode()), GIVEN_BACK)
        await say(interaction, f"{text}\nHere is what you wrote, so that it is not lost.", file)
    else:
        await say(interaction, text)


def is_waited_for(interaction: discord.Interaction[Any]) -> bool:
    """Whether the member was told to wait for the answer."""
    return interaction.response.type is discord.InteractionResponseType.deferred_channel_message


async def has_its_answer(interaction: discord.Interaction[Any]) -> bool:
    """Whether the member who was told to wait has the answer: Discord may fail after it did what was asked."""
    if not is_waited_for(interaction):
        return False
    try:
        return not (await interaction.original_response()).flags.loading
    except NOT_REACHED:
        return False


def told_as_it_is(record: logging.LogRecord) -> bool:
    """discord.py itself sends suggestions to somebody who types, and logs whatever fails there as an error of ours. A
    suggestion that did not arrive is none.
    """
    error = record.exc_info[1] if record.exc_info else None
    lost = isinstance(error, CUT_OFF) or (
        isinstance(error, discord.HTTPException) and (error.code in TOO_LATE or is_discords(error.status))
    )
    if lost:
        record.levelno, record.levelname = logging.WARNING, "WARNING"
        record.msg, record.args = "what was offered to somebody who typed did not get there: %r", (error,)
        record.exc_info = None
    return True


logging.getLogger(app_commands.tree.__name__).addFilter(told_as_it_is)


def is_discords(status: int) -> bool:
    """Whether Discord is busy, or has a fault of its own."""
    return status == TOO_MANY_REQUESTS or status >= SERVER_ERROR


async def say(interaction: discord.Interaction[Any], text: str, file: discord.File = MISSING) -> None:
    """Tell the member privately, whether or not the interaction was answered before."""
    try:
        if interaction.response.is_done():
            await interaction.followup.send(text, ephemeral=True, file=file)
        else:
            await interaction.response.send_message(text, ephemeral=True, file=file)
    except NOT_REACHED as gone:
        log.warning("interaction %s could not be answered: %s", interaction.id, gone)

"""Answers that only the member who asked can see."""

import logging
from collections.abc import Iterable, Sequence
from typing import Any

import discord

from bot.client import NOT_REACHED
from bot.domain.problem import AnswerIncomplete, RefusedError

log = logging.getLogger(__name__)


async def show(
    interaction: discord.Interaction[Any], view: discord.ui.LayoutView, files: Sequence[discord.File] = ()
) -> None:
    """Show this in the private message that the click or modal came from, or else in a new one."""
    if interaction.response.is_done():
        await interaction.edit_original_response(view=view, attachments=list(files))
    elif is_in_private(interaction):
        await interaction.response.edit_message(view=view, attachments=list(files))
    else:
        await send(interaction, view, files)


async def send(
    interaction: discord.Interaction[Any], view: discord.ui.LayoutView, files: Sequence[discord.File] = ()
) -> None:
    """Show this in a new private message."""
    view.stop()  # or discord.py keeps it for a quarter of an hour, with a task of its own
    await interaction.response.send_message(view=view, files=list(files), ephemeral=True)


async def add(
    interaction: discord.Interaction[Any], view: discord.ui.LayoutView, files: Sequence[discord.File]
) -> None:
    """Show this below the private message that has answered."""
    await interaction.followup.send(view=view, files=list(files), ephemeral=True)
    view.stop()  # or discord.py keeps it, as above


async def show_all(
    interaction: discord.Interaction[Any], answers: Iterable[tuple[discord.ui.LayoutView, list[discord.File]]]
) -> None:
    """Show the first of these answers, and the others below it."""
    (view, files), *more = answers
    await show(interaction, view, files)
    try:
        for each in more:
            await add(interaction, *each)
    except NOT_REACHED as error:
        log.warning("a part of the answer to interaction %s may be missing: %s", interaction.id, error)
        raise RefusedError(AnswerIncomplete()) from error


async def think(interaction: discord.Interaction[Any]) -> None:
    """Ask Discord for more time than its three seconds. `show` then gives the answer."""
    await interaction.response.defer(ephemeral=True, thinking=not is_in_private(interaction))


def is_in_private(interaction: discord.Interaction[Any]) -> bool:
    """True if the interaction came from a private message of ours, and not from a card that everybody sees."""
    return interaction.message is not None and interaction.message.flags.ephemeral

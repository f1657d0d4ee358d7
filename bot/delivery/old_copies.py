"""Cards that moderators press where none should stand any more: the bot saw their channel no more when cards moved."""

import contextlib
from collections.abc import Awaitable, Callable, Mapping

import discord

from bot.client import NOT_REACHED, Act, Interaction
from bot.services import settling

IsDone = Callable[[int, discord.Message], Awaitable[bool]]


def going(acts: Mapping[str, Act], is_done: IsDone) -> dict[str, Act]:
    """The acts of cards' buttons and forms. An old copy of a card goes once `is_done` says that the message is a card
    of this number, and decided.
    """
    return {name: then_going(act, is_done) for name, act in acts.items()}


def then_going(act: Act, is_done: IsDone) -> Act:
    async def do(interaction: Interaction, subject: int) -> None:
        try:
            await act(interaction, subject)
        finally:
            pressed = interaction.message
            if pressed is not None and await is_old(interaction, pressed) and await is_done(subject, pressed):
                with contextlib.suppress(*NOT_REACHED):
                    await pressed.delete()

    return do


async def is_old(interaction: Interaction, pressed: discord.Message) -> bool:
    """True where cards have another channel now."""
    customs = await settling.customs(interaction.client.database, interaction.guild_id or 0)
    return not pressed.flags.ephemeral and customs.notices_channel_id not in (None, pressed.channel.id)

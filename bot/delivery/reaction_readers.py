"""Who left a reaction, as Discord tells it."""

from collections.abc import AsyncIterator
from typing import Any

import discord

from bot.client import DrabbleBot
from bot.delivery.discord_errors import UNKNOWN_EMOJI
from bot.domain.rounds.reaction import Added, Unlisted, emoji_key
from bot.domain.text import limits


async def of(bot: DrabbleBot, message: discord.Message) -> AsyncIterator[Added | Unlisted]:
    """Everybody who left a reaction, and an Unlisted for each emoji that Discord shows but does not know any more."""
    for reaction in message.reactions:
        try:
            async for reader in of_one(bot, reaction):
                yield reader
        except discord.NotFound as error:
            if error.code != UNKNOWN_EMOJI:
                raise
            yield Unlisted(message.id, key_of(reaction))


async def of_one(bot: DrabbleBot, reaction: discord.Reaction) -> AsyncIterator[Added]:
    now, message_id = bot.now(), reaction.message.id
    kinds = (
        (discord.ReactionType.normal, reaction.normal_count),
        (discord.ReactionType.burst, reaction.burst_count),
    )
    for kind, count in kinds:
        if count:
            burst = kind is discord.ReactionType.burst
            async for reader in listed(bot, reaction, kind):
                yield Added(message_id, int(reader["id"]), key_of(reaction), reader.get("bot", False), now, burst)


async def listed(
    bot: DrabbleBot, reaction: discord.Reaction, kind: discord.ReactionType
) -> AsyncIterator[dict[str, Any]]:
    """All readers of one emoji, in the order of their ids. `Reaction.users` would stop at the message's count, and lose
    a reader when a newcomer's id comes first.
    """
    message, emoji = reaction.message, reaction.emoji
    name = emoji if isinstance(emoji, str) else f"{emoji.name}:{emoji.id}"
    after = None
    while True:
        page: list[Any] = await bot.http.get_reaction_users(
            message.channel.id, message.id, name, limits.PAGE, after=after, type=kind.value
        )
        for reader in page:
            yield reader
        if len(page) < limits.PAGE:
            return
        after = page[-1]["id"]


def key_of(reaction: discord.Reaction) -> str:
    if isinstance(reaction.emoji, str):
        return emoji_key(reaction.emoji, None)
    return emoji_key(reaction.emoji.name, reaction.emoji.id)

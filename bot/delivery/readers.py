"""Who left a reaction, as Discord tells it."""

from collections.abc import AsyncIterator

import discord

from bot.domain.reaction import Added, emoji_key


async def of(message: discord.Message) -> AsyncIterator[Added]:
    """Everybody who left a reaction, a hundred of one emoji in a request."""
    now = discord.utils.utcnow()
    for reaction in message.reactions:
        kinds = (
            (discord.ReactionType.normal, reaction.normal_count),
            (discord.ReactionType.burst, reaction.burst_count),
        )
        for kind, count in kinds:
            if not count:
                continue
            async for reader in reaction.users(limit=None, type=kind):
                burst = kind is discord.ReactionType.burst
                yield Added(message.id, reader.id, key_of(reaction), reader.bot, now, burst)


def key_of(reaction: discord.Reaction) -> str:
    if isinstance(reaction.emoji, str):
        return emoji_key(reaction.emoji, None)
    return emoji_key(reaction.emoji.name, reaction.emoji.id)

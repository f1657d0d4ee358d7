"""The channels that rounds take place in."""

from collections.abc import AsyncIterator, Iterable
from datetime import datetime, timedelta

import discord

from bot.client import DrabbleBot
from bot.delivery.discord_errors import AwayError, PausedError, trouble_of
from bot.domain.rounds.home import Ground
from bot.domain.rounds.trouble import Trouble
from bot.domain.text import limits

CLOCKS_APART = timedelta(minutes=1)
"""How long before its send the search for a lost message begins: Discord has many clocks, and they may differ."""

Channel = discord.TextChannel | discord.Thread | discord.VoiceChannel | discord.StageChannel


async def get(bot: DrabbleBot, channel_id: int) -> Channel:
    """The channel. Raises PausedError where it takes no entries or does not let us read, AwayError while its guild is
    down, and discord.py's errors.
    """
    found = bot.get_channel(channel_id) or await bot.fetch_channel(channel_id)
    if not isinstance(found, Channel):
        raise PausedError(Trouble.NO_CHANNEL)
    if found.guild.unavailable:
        raise AwayError
    # Without this permission Discord shows an empty history, and every message would pass for gone.
    if not found.permissions_for(found.guild.me).read_message_history:
        raise PausedError(Trouble.NO_PERMISSION)
    return found


def ground(channel: Channel) -> Ground:
    """What the channel has room for."""
    return Ground.CHANNEL if isinstance(channel, discord.TextChannel) else Ground.MESSAGES


async def there(bot: DrabbleBot, channel_id: int) -> Channel | None:
    """The channel, None where it is gone."""
    try:
        return await get(bot, channel_id)
    except (PausedError, discord.NotFound) as error:
        if trouble_of(error) is not Trouble.NO_CHANNEL:
            raise
        return None


async def awake(found: Channel) -> Channel:
    """Open a thread that Discord archived after some quiet days, since nothing can be edited there until then. A thread
    that moderators locked stays as it is.
    """
    if isinstance(found, discord.Thread) and found.archived and not found.locked:
        return await found.edit(archived=False)
    return found


async def messages_of(channel: Channel, wanted: Iterable[int]) -> dict[int, discord.Message]:
    """The wanted messages that are still there, read in as few pages of the channel's history as hold them."""
    found: dict[int, discord.Message] = {}
    asked = set(wanted)
    rest = sorted(asked)
    while rest:
        after = discord.Object(rest[0] - 1)
        page = [message async for message in channel.history(after=after, limit=limits.PAGE, oldest_first=True)]
        found |= {message.id: message for message in page if message.id in asked}
        seen_to = page[-1].id if len(page) == limits.PAGE else rest[-1]
        rest = [id_ for id_ in rest if id_ > seen_to]
    return found


async def own_messages(
    bot: DrabbleBot, where: discord.abc.Messageable, since: datetime
) -> AsyncIterator[discord.Message]:
    """The bot's own messages from a time on, the oldest first."""
    async for message in where.history(after=since - CLOCKS_APART, oldest_first=True, limit=None):
        if message.author == bot.user:
            yield message

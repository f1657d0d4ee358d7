"""The channels that rounds take place in."""

import contextlib
from collections.abc import AsyncIterator, Callable, Iterable
from datetime import datetime, timedelta
from typing import TypeGuard, TypeVar

import discord

from bot.client import DrabbleBot
from bot.delivery.discord_errors import AwayError, PausedError, trouble_of
from bot.domain.rounds.trouble import Trouble
from bot.domain.text import limits

CLOCKS_APART = timedelta(minutes=1)
"""How long before its send the search for a lost message begins: Discord has many clocks, and they may differ."""

Channel = discord.TextChannel | discord.Thread | discord.VoiceChannel | discord.StageChannel
"""Where messages stand."""
Grounds = Channel | discord.ForumChannel
"""Where rounds take place. A forum has no messages of its own, only posts, which are threads."""


Awake = TypeVar("Awake", bound=Grounds)


def server(bot: DrabbleBot, guild_id: int) -> discord.Guild | None:
    """The server, where it has the bot. While it is down nothing is known of it, not even its name."""
    found = bot.get_guild(guild_id)
    return None if found is None or found.unavailable else found


async def get(bot: DrabbleBot, channel_id: int) -> Channel:
    """The place of messages. Raises the errors of `grounds`, and PausedError where there are none."""
    found = await grounds(bot, channel_id)
    if isinstance(found, discord.ForumChannel):
        raise PausedError(Trouble.NO_CHANNEL)
    return found


async def grounds(bot: DrabbleBot, channel_id: int) -> Grounds:
    """The channel. Raises PausedError where it takes no entries or does not let us read, AwayError while its guild is
    down, and discord.py's errors.
    """
    found = bot.get_channel(channel_id) or await fetch(bot, channel_id)
    if not isinstance(found, Grounds):
        raise PausedError(Trouble.NO_CHANNEL)
    if found.guild.unavailable:
        raise AwayError
    # Without this permission Discord shows an empty history, and every message would pass for gone.
    if not found.permissions_for(found.guild.me).read_message_history:
        raise PausedError(Trouble.NO_PERMISSION)
    return found


async def fetch(bot: DrabbleBot, channel_id: int) -> object:
    """Ask Discord for a channel that the session did not name. While a server is down, one that is not found may be
    that server's.
    """
    try:
        return await bot.fetch_channel(channel_id)
    except (discord.NotFound, discord.Forbidden):
        if any(guild.unavailable for guild in bot.guilds):
            raise AwayError from None
        raise


async def there(bot: DrabbleBot, channel_id: int) -> Grounds | None:
    """The channel, None where it is gone."""
    try:
        return await grounds(bot, channel_id)
    except (PausedError, discord.NotFound) as error:
        if trouble_of(error) is not Trouble.NO_CHANNEL:
            raise
        return None


async def wake(found: Awake) -> Awake | discord.Thread:
    """Open a thread that Discord archived after some quiet days, since nothing can be edited there until then. A thread
    that moderators locked stays as it is.
    """
    return await found.edit(archived=False) if sleeps(found) else found


def sleeps(found: object) -> TypeGuard[discord.Thread]:
    return isinstance(found, discord.Thread) and found.archived and not found.locked


async def messages_of(channel: Grounds, wanted: Iterable[int]) -> dict[int, discord.Message]:
    """The wanted messages that are still there, read in as few pages of the channel's history as hold them."""
    found: dict[int, discord.Message] = {}
    asked = set(wanted)
    rest = sorted(asked)
    while rest and not isinstance(channel, discord.ForumChannel):
        after = discord.Object(rest[0] - 1)
        page = [message async for message in channel.history(after=after, limit=limits.PAGE, oldest_first=True)]
        found |= {message.id: message for message in page if message.id in asked}
        seen_to = page[-1].id if len(page) == limits.PAGE else rest[-1]
        rest = [id_ for id_ in rest if id_ > seen_to]
    return found


async def own_messages(
    bot: DrabbleBot, where: discord.abc.Messageable | discord.ForumChannel, since: datetime
) -> AsyncIterator[discord.Message]:
    """The bot's own messages from a time on, the oldest first; in a forum, those that posts begin with."""
    if isinstance(where, discord.ForumChannel):
        async for thread in own_posts(bot, where, since - CLOCKS_APART):
            with contextlib.suppress(discord.NotFound):  # somebody deleted it, and left the post
                yield await thread.fetch_message(thread.id)
        return
    async for message in where.history(after=since - CLOCKS_APART, oldest_first=True, limit=None):
        if message.author == bot.user:
            yield message


async def lost_card(
    bot: DrabbleBot,
    channel_id: int | None,
    since: datetime | None,
    is_it: Callable[[discord.Message], bool],
    *,
    wanted_in: int | None,
) -> int | None:
    """A card that stands there without a row knowing it: its answer was lost, or the rows are a copy's. Where another
    channel is the one for it now, a channel that is gone or hidden has none.
    """
    if channel_id is None or since is None:
        return None
    try:
        async for message in own_messages(bot, bot.get_partial_messageable(channel_id), since):
            if is_it(message):
                return message.id
    except (discord.NotFound, discord.Forbidden):
        if wanted_in in (None, channel_id):
            raise
        await must_take_cards(bot, wanted_in)
    return None


async def must_take_cards(bot: DrabbleBot, channel_id: int) -> None:
    """Raises the errors of `grounds`, and PausedError where nothing can be posted."""
    found = await get(bot, channel_id)
    if not found.permissions_for(found.guild.me).send_messages:
        raise PausedError(Trouble.NO_PERMISSION)


async def take_card_away(bot: DrabbleBot, channel_id: int, message_id: int, *, wanted_in: int) -> None:
    """Delete a card that is to stand in another channel, as soon as that can take it. One that is gone, or stands where
    the bot sees no more, is left to itself.
    """
    await must_take_cards(bot, wanted_in)
    with contextlib.suppress(discord.NotFound, discord.Forbidden):
        await bot.get_partial_messageable(channel_id).get_partial_message(message_id).delete()


async def own_posts(bot: DrabbleBot, forum: discord.ForumChannel, since: datetime) -> AsyncIterator[discord.Thread]:
    """The forum's posts that the bot made from a time on."""
    for thread in await forum.guild.active_threads():
        if thread.parent_id == forum.id and is_own(bot, thread, since):
            yield thread
    async for thread in forum.archived_threads(limit=None):  # the last that was archived comes first
        if thread.archive_timestamp < since:
            return
        if is_own(bot, thread, since):
            yield thread


def is_own(bot: DrabbleBot, thread: discord.Thread, since: datetime) -> bool:
    return bot.user is not None and thread.owner_id == bot.user.id and discord.utils.snowflake_time(thread.id) >= since

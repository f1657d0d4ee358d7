"""A channel's stock, with its threads. The bot takes it before it posts there, once it went on from a copy."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta

import discord

from bot.client import DrabbleBot
from bot.delivery import channels, scene
from bot.delivery.channels import Grounds
from bot.domain.rounds.posted_message import Message, Purpose, Spot
from bot.domain.rounds.restoration import Stocktaking
from bot.services import stocktaking
from bot.services.stocktaking import FoundMessage
from bot.ui.views import message_mark

BEFORE = timedelta(hours=1)
"""How far back the search goes: a message may be older than the copy's last moment, and still unknown to the copy."""


async def take(bot: DrabbleBot, channel: Grounds) -> None:
    """Take over messages that belong to rows, and note those that belong to none, once. It may be cut off anywhere and
    run again.
    """
    asked = await stocktaking.asked(bot.database, channel.id)
    if asked is None:
        return
    await look_around(bot, asked)
    rows = await stocktaking.standing(bot.database, channel.id)
    there = await messages_in(bot, channel, rows, asked.since)
    for thread_id in threads_of(channel, rows, there.values()):
        thread = await channels.there(bot, thread_id)
        if thread is not None:
            there |= await messages_in(bot, thread, rows, asked.since)
    unchanged = await follow_changes(bot, rows, there, asked.since)
    for round_id in await stocktaking.rounds_in(bot.database, channel.id):
        await scene.prepare(bot, round_id)  # gives a row to each message that should stand here
    found = [
        FoundMessage(Spot(message.channel.id, message.id), what, message_mark.lost_round_of(message))
        for message in there.values()
        if (what := message_mark.subject_of(message)) is not None
    ]
    await stocktaking.take(bot.database, channel.id, found, unchanged, bot.now())
    bot.wake()  # the reconciler too: the bot did not hear of hearts there


async def look_around(bot: DrabbleBot, asked: Stocktaking) -> None:
    """Ask for a look at the guild's other channels, too: a round may have opened in one that the copy does not know."""
    guild = bot.get_guild(asked.guild_id)
    if guild is None or guild.unavailable:
        return
    places = [*guild.text_channels, *guild.forums]
    since = discord.utils.time_snowflake(asked.since - BEFORE)
    lively = {place.id for place in places if may_read(place) and (place.last_message_id or 0) >= since}
    unasked = lively - await stocktaking.asked_in(bot.database, guild.id)
    if unasked:
        await stocktaking.ask_also(bot.database, asked, unasked)


def may_read(place: discord.TextChannel | discord.ForumChannel) -> bool:
    mine = place.permissions_for(place.guild.me)
    return mine.view_channel and mine.read_message_history


async def messages_in(
    bot: DrabbleBot, place: Grounds, rows: Iterable[Message], since: datetime
) -> dict[int, discord.Message]:
    """The messages of ours in a channel or a thread: those that the rows know, and those that came later."""
    known = [row.message_id for row in rows if row.message_id is not None and row.channel_id == place.id]
    there = await channels.messages_of(place, known)
    return there | {message.id: message async for message in channels.own_messages(bot, place, since - BEFORE)}


def threads_of(channel: Grounds, rows: Iterable[Message], there: Collection[discord.Message]) -> set[int]:
    """The threads that rows know, that begin with messages of ours, and that are posts of ours in a forum."""
    begun = {message.id for message in there if message.flags.has_thread}
    places = {row.channel_id for row in rows} | {message.channel.id for message in there}
    return begun | places - {channel.id}


async def follow_changes(
    bot: DrabbleBot, rows: list[Message], there: Mapping[int, discord.Message], since: datetime
) -> set[int]:
    """Show messages anew that were edited since the copy. With a card, all of its round's own messages are shown anew:
    the round may have opened again and lost its round-up. With a page, all of its entry's are: it may have had fewer.
    Returns the rounds whose cards were not edited. A card counts the entries, so nobody saw a new one there.
    """
    edited = {id_ for id_, message in there.items() if message.edited_at is not None and message.edited_at > since}
    cards = {row.round_id: row.message_id for row in rows if row.purpose is Purpose.CARD and row.message_id in there}
    changed = {round_id for round_id, message_id in cards.items() if message_id in edited}
    of_changed = {row.entry_id for row in rows if row.message_id in edited}
    anew = [
        row
        for row in rows
        if row.message_id in edited or (row.round_id in changed if row.entry_id is None else row.entry_id in of_changed)
    ]
    await stocktaking.show_anew(bot.database, anew, there)
    return cards.keys() - changed

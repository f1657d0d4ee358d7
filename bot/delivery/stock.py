"""A channel's stock, taken before the bot posts there after its database went on from a copy."""

from datetime import datetime, timedelta

from bot.client import DrabbleBot
from bot.delivery import channels, scenery
from bot.delivery.channels import Channel
from bot.domain.rounds.message import Purpose
from bot.services import stocktaking
from bot.services.stocktaking import FoundMessage
from bot.ui.views import cards

BEFORE = timedelta(hours=1)
"""A message may have been sent some time before the last that the copy knows of, and not have been known to it."""


async def take(bot: DrabbleBot, channel: Channel) -> None:
    """Take over what belongs to rows, and note what belongs to none, unless that was done already. It may be cut off
    anywhere and done again.
    """
    asked = await stocktaking.asked(bot.database, channel.id)
    if asked is None:
        return
    found = [
        FoundMessage(message.id, subject)
        async for message in channel.history(after=asked.since - BEFORE, oldest_first=True, limit=None)
        if message.author == bot.user and (subject := cards.subject_of(message)) is not None
    ]
    await follow_changes(bot, channel, asked.since)
    for round_id in await stocktaking.rounds_in(bot.database, channel.id):
        await scenery.of_round(bot, round_id)  # what should stand here has rows
    await stocktaking.take(bot.database, channel.id, found, bot.now())
    bot.wake()  # the reconciler too: who left hearts there was not heard


async def follow_changes(bot: DrabbleBot, channel: Channel, since: datetime) -> None:
    """A round that is over had its card changed since only if it was opened again, and its round-up taken away."""
    rows = await stocktaking.shown_of_rounds(bot.database, channel.id)
    there = await channels.messages_of(channel, [row.message_id for row in rows if row.message_id is not None])
    edited = {id_ for id_, message in there.items() if message.edited_at is not None and message.edited_at > since}
    rounds = {row.round_id for row in rows if row.purpose is Purpose.CARD and row.message_id in edited}
    await stocktaking.show_anew(bot.database, [row for row in rows if row.round_id in rounds], there)

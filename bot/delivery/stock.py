"""A channel's stock, taken before the bot posts there after its database went on from a copy."""

from datetime import timedelta

from bot.client import DrabbleBot
from bot.delivery import scenery
from bot.delivery.channels import Channel
from bot.services import stocktaking
from bot.services.stocktaking import Found
from bot.ui.views import cards

BEFORE = timedelta(hours=1)
"""A message may have been sent some time before the last that the copy knows of, and not have been known to it."""


async def take(bot: DrabbleBot, channel: Channel) -> bool:
    """Take over what belongs to rows, and note what belongs to none; it may be cut off anywhere and done again. False
    where it was done already.
    """
    asked = await stocktaking.asked(bot.database, channel.id)
    if asked is None:
        return False
    found = [
        Found(message.id, subject)
        async for message in channel.history(after=asked.since - BEFORE, oldest_first=True, limit=None)
        if message.author == bot.user and (subject := cards.subject_of(message)) is not None
    ]
    for round_id in await stocktaking.rounds_in(bot.database, channel.id):
        await scenery.of_round(bot, round_id)  # what should stand here has rows
    await stocktaking.take(bot.database, channel.id, found, bot.now())
    bot.wake()  # the reconciler too: who left hearts there was not heard
    return True

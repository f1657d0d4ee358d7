"""Looking at every channel after the database went on from a copy, and telling moderators what was found."""

import logging
import secrets
from collections.abc import AsyncIterator
from datetime import timedelta

from bot.client import DrabbleBot
from bot.delivery import channels, stock, telling_moderators, wakeable_task
from bot.delivery.discord_errors import retries, trouble_of
from bot.domain.rounds.restoration import Stocktaking
from bot.services import restoring, stocktaking
from bot.ui.wording import moderator_notices

log = logging.getLogger(__name__)


async def look(bot: DrabbleBot) -> timedelta | None:
    """Take the stock of each waiting channel. Returns the time until the next try, None if none is needed."""
    again = {asked.guild_id async for asked in each_asked(bot) if await take(bot, asked)}
    for guild_id, results in (await stocktaking.untold(bot.database)).items():
        if guild_id not in again:  # moderators hear of all their channels at once
            await tell(bot, guild_id, results)
    waits = again or await stocktaking.all_asked(bot.database) or await stocktaking.untold(bot.database)
    return wakeable_task.until(None, bot.now(), retry=bool(again)) if waits else None


async def each_asked(bot: DrabbleBot) -> AsyncIterator[Stocktaking]:
    """Each waiting channel once, those too in which somebody wrote while others were looked at."""
    tried = set[int]()
    while untried := [asked for asked in await stocktaking.all_asked(bot.database) if asked.channel_id not in tried]:
        for asked in untried:
            await stock.look_around(bot, asked)
        for asked in untried:
            tried.add(asked.channel_id)
            yield asked


async def take(bot: DrabbleBot, asked: Stocktaking) -> bool:
    """Take a channel's stock. True if another try is due soon."""
    try:
        channel = await channels.there(bot, asked.channel_id)
        if channel is None:  # nothing stands in it
            await stocktaking.take(bot.database, asked.channel_id, [], set(), bot.now())
        else:
            await stock.take(bot, channel)
    except Exception as error:  # noqa: BLE001 - the outermost ring of a channel: every error ends here
        log_failure(asked.channel_id, error)
        if retries(error):
            return True
        await stocktaking.note_out_of_reach(bot.database, asked, bot.now())
        bot.wake()  # challenges wait for it no longer
    return False


def log_failure(channel_id: int, error: Exception) -> None:
    if trouble_of(error) is not None or retries(error):
        log.warning("channel %d could not be looked at after a restore: %s", channel_id, error)
        return
    extra = {"incident": secrets.token_hex(4)}
    log.error("incident: channel %d could not be looked at", channel_id, exc_info=error, extra=extra)


async def tell(bot: DrabbleBot, guild_id: int, results: list[Stocktaking]) -> None:
    taken = [each.taken_at for each in results if each.taken_at is not None]
    copy = await restoring.copy(bot.database)
    # If the bot was killed before it noted that moderators know, the message stands in their channel since then.
    since = min(taken, default=None)
    if await telling_moderators.tell(bot, guild_id, moderator_notices.restored(copy, results), since=since):
        await stocktaking.note_told(bot.database, results, bot.now())

"""Making Discord show what the rows say: at once when something changed, at the next date of a round, and on a slow
tick as a net. Events wake, state decides.
"""

import asyncio
import logging
import secrets
from datetime import timedelta
from typing import Any

import discord
from discord.ext import commands

from bot.client import DrabbleBot
from bot.delivery import stage, telling
from bot.delivery.trouble import Trouble, retries, trouble_of
from bot.delivery.worker import Worker
from bot.domain.round import Round
from bot.services import publishing, withdrawing
from bot.ui import notices

log = logging.getLogger(__name__)

TICK = timedelta(hours=1)
"""How long at the most until everything is compared again, whatever was heard in the meantime."""
SOON = timedelta(seconds=30)
"""When to try again after Discord did not answer."""


class Publisher(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.worker = Worker("publisher", self._publish_due)

    async def cog_unload(self) -> None:
        await self.worker.stop()

    @commands.Cog.listener("on_ready")
    @commands.Cog.listener("on_rows_changed")
    async def wake(self) -> None:
        self.worker.wake()

    @commands.Cog.listener("on_guild_join")
    async def something_may_be_mended(self, _: Any) -> None:
        self.worker.wake()

    @commands.Cog.listener("on_guild_channel_update")
    @commands.Cog.listener("on_guild_role_update")
    @commands.Cog.listener("on_thread_update")
    async def something_may_have_been_mended(self, _before: Any, _after: Any) -> None:
        self.worker.wake()

    @commands.Cog.listener()
    async def on_member_update(self, _: discord.Member, after: discord.Member) -> None:
        if after == after.guild.me:  # the only member whose changes are heard without a privileged intent
            self.worker.wake()

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        await self._follow_deletions([payload.message_id])

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        await self._follow_deletions(sorted(payload.message_ids))

    async def _follow_deletions(self, message_ids: list[int]) -> None:
        now = discord.utils.utcnow()
        gone = [await withdrawing.follow_deletion(self.bot.database, id_, now) for id_ in message_ids]
        if any(gone):
            self.worker.wake()

    async def _publish_due(self) -> timedelta:
        """Publish what is due now; how long to sleep then."""
        due = await publishing.due(self.bot.database, discord.utils.utcnow())
        retry = any(await asyncio.gather(*map(self._publish, due)))
        now = discord.utils.utcnow()
        next_due = await publishing.next_due(self.bot.database, now)
        waits = [TICK, *([SOON] if retry else []), *([next_due - now] if next_due else [])]
        return max(min(waits), timedelta())

    async def _publish(self, round_: Round) -> bool:
        """Publish one round; whatever goes wrong stops no other. True when it is to be tried again soon."""
        try:
            await stage.publish(self.bot, round_.id)
        except Exception as error:  # noqa: BLE001 - the outermost ring of a round: every error ends here
            return await self._failed(round_, error)
        return False

    async def _failed(self, round_: Round, error: Exception) -> bool:
        trouble = trouble_of(error)
        if retries(error):
            log.warning("round %d: Discord did not answer, trying again soon: %s", round_.id, error)
            return True
        if trouble is None or trouble is Trouble.NOT_TAKEN:
            extra = {"incident": secrets.token_hex(4)}
            log.error("incident: round %d could not be published", round_.id, exc_info=error, extra=extra)
        if trouble is not None:
            await self._pause(round_, trouble)
        return False

    async def _pause(self, round_: Round, trouble: Trouble) -> None:
        if not await publishing.pause(self.bot.database, round_.id, trouble):
            return
        log.warning("round %d is paused: %s", round_.id, trouble)
        if await telling.moderators(self.bot, round_.guild_id, notices.paused(round_, trouble)):
            await publishing.told(self.bot.database, round_.id, discord.utils.utcnow())


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Publisher(bot))

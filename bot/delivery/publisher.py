"""Making Discord show what the rows say: at once when something changed, at the next date of a round, and on a slow
tick as a net. Events wake, state decides.
"""

import logging
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial

import discord

from bot.client import DrabbleBot
from bot.delivery import audiences, posting, stocktaker, telling_moderators, wakeable_task
from bot.delivery.discord_errors import retries, trouble_of
from bot.delivery.forum_tags import ForumTags
from bot.delivery.wakeable_task import Worker
from bot.domain.rounds.trouble import Trouble
from bot.pace import Pace
from bot.services import opening_by_calendar, publishing, withdrawing
from bot.services.publishing import Agenda
from bot.ui.wording import moderator_notices

log = logging.getLogger(__name__)


class Publisher:
    """Publishes each round with a worker of its own, so that a round that Discord keeps waiting delays no other."""

    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.worker = Worker("publisher", self._look, bot.now)
        bot.sleepers.append(self.wake)
        self.stocktaker = Worker("stocktaker", partial(stocktaker.look, bot), bot.now)
        self.second_tries = Worker("second tries", self._try_again, bot.now)
        self.changed_guilds: set[int] = set()
        self.tags = ForumTags(bot)
        self.stages: dict[int, Worker] = {}
        self.pace = Pace()

    def wake(self) -> None:
        self.worker.wake()

    async def begin_again(self) -> None:
        """Look at everything: the bot may have missed what happened until now."""
        await publishing.wait_no_longer(self.bot.database, None)
        await self.keep_threads_open(self.bot.guilds)
        await audiences.compare(self.bot)
        await self.look_for_channels()
        self.worker.wake()
        self.stocktaker.wake()

    async def look_for_channels(self) -> None:
        """Look at rounds whose channel Discord does not name: it is gone, or an archived thread."""
        found = await publishing.audiences(self.bot.database)
        missing = [round_id for round_id, guild_id, channel_id, _ in found if self._misses(guild_id, channel_id)]
        if missing:
            await publishing.look_again(self.bot.database, missing)
            self.worker.wake()

    def _misses(self, guild_id: int, channel_id: int) -> bool:
        guild = self.bot.get_guild(guild_id)
        return guild is not None and not guild.unavailable and guild.get_channel_or_thread(channel_id) is None

    async def keep_threads_open(self, guilds: Iterable[discord.Guild]) -> None:
        """Look at rounds with a thread that was archived before its time. Discord names those that are open."""
        open_by_guild = {guild.id: {thread.id for thread in guild.threads} for guild in guilds if not guild.unavailable}
        closed = {
            round_id
            for guild_id, round_id, thread_id in await publishing.threads_to_keep(self.bot.database)
            if guild_id in open_by_guild and thread_id not in open_by_guild[guild_id]
        }
        if closed:
            await publishing.look_again(self.bot.database, closed)
            self.worker.wake()

    def try_again(self, guild_id: int) -> None:
        """Try again what a guild did not take: somebody may have mended something there. Changes come in flocks."""
        self.changed_guilds.add(guild_id)
        self.second_tries.wake()

    async def _try_again(self) -> None:
        while self.changed_guilds:
            guild_id = self.changed_guilds.pop()
            try:
                await publishing.wait_no_longer(self.bot.database, guild_id)
            except BaseException:
                self.changed_guilds.add(guild_id)  # the next look begins with it
                raise
            self.bot.dispatch("server_changed", guild_id)
        await audiences.compare(self.bot)
        self.bot.wake()  # the reconciler too: it may now see what it could not see before
        self.stocktaker.wake()

    async def follow_deletions(self, message_ids: list[int]) -> None:
        now = self.bot.now()
        gone = [await withdrawing.follow_deletion(self.bot.database, id_, now) for id_ in message_ids]
        if any(gone):
            self.bot.wake()  # their writers and moderators are to be told, too

    async def follow_thread_deletion(self, thread_id: int) -> None:
        if await withdrawing.follow_thread_deletion(self.bot.database, thread_id, self.bot.now()):
            self.bot.wake()

    async def stop(self) -> None:
        await self.worker.stop()
        await self.stocktaker.stop()
        await self.second_tries.stop()
        for stage_worker in self.stages.values():
            await stage_worker.stop()

    async def _look(self) -> timedelta:
        """Wake the workers of due rounds. Returns how long to sleep then. No date passes on a clock that jumped."""
        if not await self.bot.knows_time():
            return wakeable_task.SOON
        now = self.bot.now()
        agenda, next_at = await publishing.agenda(self.bot.database, now)
        if await self._open_rounds(agenda, now):
            agenda, next_at = await publishing.agenda(self.bot.database, now)
        for round_ in agenda.rounds:
            await self.pace.keep()  # more at once would only wait for Discord, and keep members from the database
            self._stage_of(round_.id).wake()
        return wakeable_task.until(next_at, self.bot.now())

    async def _open_rounds(self, agenda: Agenda, now: datetime) -> bool:
        """Open the rounds of challenges whose time has come, where the bot is. False if there are none."""
        there = [challenge_id for challenge_id, guild_id in agenda.challenges if self.bot.get_guild(guild_id)]
        if any([await opening_by_calendar.look(self.bot.database, challenge_id, now) for challenge_id in there]):
            self.bot.wake()  # there is something to tell
        return bool(there)

    def _stage_of(self, round_id: int) -> Worker:
        if round_id not in self.stages:
            self.stages[round_id] = Worker(
                f"publisher of round {round_id}", partial(self._publish, round_id), self.bot.now
            )
        return self.stages[round_id]

    async def _publish(self, round_id: int) -> timedelta | None:
        """Publish one round. Returns the time until the next try, None if none is needed."""
        try:
            await posting.publish(self.bot, self.tags, round_id)
        except Exception as error:  # noqa: BLE001 - the outermost ring of a round: every error ends here
            return await self._failed(round_id, error)
        self.bot.dispatch("round_published")
        return None

    async def _failed(self, round_id: int, error: Exception) -> timedelta | None:
        if retries(error):
            log.warning("round %d: Discord did not answer, trying again soon: %s", round_id, error)
            return wakeable_task.SOON
        trouble = trouble_of(error)
        if trouble is None or trouble is Trouble.NOT_TAKEN:
            extra = {"incident": secrets.token_hex(4)}
            log.error("incident: round %d could not be published", round_id, exc_info=error, extra=extra)
        if trouble is not None:
            await self._pause(round_id, trouble)
        return None

    async def _pause(self, round_id: int, trouble: Trouble) -> None:
        round_ = await publishing.pause(self.bot.database, round_id, trouble, self.bot.now())
        self.worker.wake()  # which plans the next try
        if round_ is None:
            return
        log.warning("round %d is paused: %s", round_id, trouble)
        since = await publishing.note_telling(self.bot.database, round_.id, self.bot.now())
        notice = moderator_notices.paused(round_, trouble)
        if await telling_moderators.tell(self.bot, round_.guild_id, notice, since=since):
            await publishing.note_told(self.bot.database, round_.id, self.bot.now())

"""Telling members in private what they asked for or were given. A member who takes no private message stops nothing."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

import discord

from bot.client import NOT_REACHED, DrabbleBot
from bot.delivery import channels, telling_moderators, wakeable_task
from bot.delivery.discord_errors import retries
from bot.delivery.wakeable_task import Worker
from bot.domain.moderation.private_notice import PrivateNotice
from bot.domain.rounds.late_pass import LatePass
from bot.domain.rounds.private_reminder import PrivateReminder
from bot.services import deciding_cases, giving_late_passes, reminding, settling
from bot.ui.views import late_pass, private_notice, remind_me

log = logging.getLogger(__name__)


class Messenger:
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.worker = Worker("messenger", self._look, bot.now)
        bot.sleepers.append(self.wake)

    def wake(self) -> None:
        self.worker.wake()

    async def stop(self) -> None:
        await self.worker.stop()

    async def _look(self) -> timedelta:
        """Tell all that is due. Returns how long to sleep then. No date passes on a clock that jumped."""
        if not await self.bot.knows_time():
            return wakeable_task.SOON
        database, now = self.bot.database, self.bot.now()
        done = [await self._tell_notice(each) for each in await deciding_cases.untold(database)]
        done += [await self._tell_pass(each) for each in await giving_late_passes.untold(database)]  # after its reason
        reminders, next_at = await reminding.due(database, now)
        done += [await self._remind(each) for each in reminders]
        return wakeable_task.until(next_at, self.bot.now(), retry=not all(done))

    async def _tell_pass(self, found: LatePass) -> bool:
        """False where another try may soon succeed."""
        database = self.bot.database
        known = await giving_late_passes.round_of(database, found.round_id)
        guild = None if known is None else channels.server(self.bot, known.guild_id)
        telling = None if guild is None else await giving_late_passes.note_telling(database, found, self.bot.now())
        if guild is None or telling is None:
            return True
        round_, since = telling
        named = (await settling.customs(database, guild.id)).names_moderators
        heard = await self._say(found.member_id, late_pass.message(round_, found, guild.name, named=named), since)
        if heard is not None:
            await giving_late_passes.note_told(database, found, self.bot.now())
        return heard is not None

    async def _tell_notice(self, found: PrivateNotice) -> bool:
        """What moderators did with an entry of the member's."""
        database, guild = self.bot.database, channels.server(self.bot, found.guild_id)
        if guild is None:
            return True
        telling = await deciding_cases.note_telling(database, found, self.bot.now())
        if telling is None:
            return True
        heard = await self._say(
            found.member_id,
            private_notice.message(telling, guild.name),
            telling.since,
            way=private_notice.way(telling),
            files=private_notice.files(telling),
        )
        if heard is not None:
            await deciding_cases.note_told(database, found, self.bot.now())
        return heard is not None

    async def _remind(self, found: PrivateReminder) -> bool:
        database = self.bot.database
        telling = await reminding.note_telling(database, found, self.bot.now())
        if telling is None:
            return True
        heard = await self._say(found.member_id, remind_me.message(telling.standing), telling.since)
        if heard is not None:
            await reminding.note_done(database, found, unheard=not heard)
        return heard is not None

    async def _say(
        self,
        member_id: int,
        text: str,
        since: datetime | None,
        *,
        way: discord.ui.View | None = None,
        files: Sequence[discord.File] = (),
    ) -> bool | None:
        """Tell the member in private. Returns whether they took it; None where another try may soon succeed."""
        try:
            where = await self.bot.create_dm(discord.Object(member_id))
            await telling_moderators.say(self.bot, where, text, since, way=way, files=files)
        except NOT_REACHED as unheard:
            if retries(unheard):
                return None
            log.info("member %d could not be told: %s", member_id, unheard)
            return False
        return True

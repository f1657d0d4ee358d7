"""Telling what became of challenges' dates: moderators what was missed and what is lacking, members what is left out.
Each is told once.
"""

import logging
from datetime import timedelta

from bot.client import NOT_REACHED
from bot.delivery import telling_moderators, wakeable_task
from bot.delivery.discord_errors import retries
from bot.delivery.patient_worker import Patient
from bot.domain.challenges.notice import Notice, What
from bot.services import opening_by_calendar
from bot.ui.wording import challenge_notices

log = logging.getLogger(__name__)


class ChallengeNotices(Patient):
    name = "challenge notices"

    async def _look(self) -> timedelta | None:
        """Tell what was not told yet, and see in a while what became of the rest."""
        untold = await opening_by_calendar.untold(self.bot.database)
        done = [await self._tell(notice) for notice in untold]
        if not all(done):
            return wakeable_task.SOON
        return wakeable_task.TICK if untold else None

    async def _tell(self, notice: Notice) -> bool:
        """Tell it once. False where another try may soon succeed."""
        guild_id, now = notice.challenge.guild_id, self.bot.now()
        if self.bot.get_guild(guild_id) is None or self.respite.holds(guild_id, guild_id):
            return True
        await opening_by_calendar.note_telling(self.bot.database, notice, now)
        try:
            is_heard = await self._say(notice)
        except NOT_REACHED as unheard:
            log.info("challenge %d: members could not be told yet: %s", notice.challenge.id, unheard)
            return False
        if not is_heard:
            self.respite.begin(guild_id, guild_id)
        if is_heard or notice.is_given_up(now):
            await opening_by_calendar.note_told(self.bot.database, notice, now)
        return True

    async def _say(self, notice: Notice) -> bool:
        """Tell it. True if somebody heard it: moderators hear that members could not be told, since the date may have
        passed when they can. Raises errors only where another try may soon succeed.
        """
        challenge, words, since = notice.challenge, challenge_notices.text(notice), notice.told_since
        if notice.what is What.LEFT_OUT:
            try:
                await telling_moderators.say(
                    self.bot, self.bot.get_partial_messageable(challenge.channel_id), words, since
                )
            except NOT_REACHED as unheard:
                if retries(unheard):
                    raise
                words = challenge_notices.unheard(notice)
            else:
                return True
        return await telling_moderators.tell(self.bot, challenge.guild_id, words, since=since)

"""Telling what became of challenges' dates: moderators what was missed and what is lacking, members what is left out.
Each is told once.
"""

from datetime import timedelta

from bot.client import DrabbleBot
from bot.delivery import telling_moderators, wakeable_task
from bot.delivery.wakeable_task import Worker
from bot.domain.challenges.notice import Notice, What
from bot.services import opening
from bot.ui.wording import challenge_notices


class ChallengeNotices:
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.worker = Worker("challenge notices", self._look, bot.now)

    def wake(self) -> None:
        self.worker.wake()

    async def stop(self) -> None:
        await self.worker.stop()

    async def _look(self) -> timedelta | None:
        """Tell what was not told yet. What reached nobody is tried again when something changes, and every hour."""
        untold = await opening.untold(self.bot.database)
        told = [await self._tell(each) for each in untold if self.bot.get_guild(each.challenge.guild_id) is not None]
        return None if all(told) else wakeable_task.TICK

    async def _tell(self, notice: Notice) -> bool:
        await opening.note_telling(self.bot.database, notice, self.bot.now())
        words, since = challenge_notices.text(notice), notice.told_since
        if notice.what is What.LEFT_OUT:
            told = await telling_moderators.tell_in_channel(self.bot, notice.challenge.channel_id, words, since)
        else:
            told = await telling_moderators.tell(self.bot, notice.challenge.guild_id, words, since=since)
        if told:
            await opening.note_told(self.bot.database, notice, self.bot.now())
        return told

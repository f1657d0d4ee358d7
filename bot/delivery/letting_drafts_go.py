"""Handing drafts over that nobody has touched for long, before they go."""

import logging
from datetime import timedelta

import discord

from bot.client import NOT_REACHED, DrabbleBot
from bot.delivery import channels, telling_moderators, wakeable_task
from bot.delivery.discord_errors import retries
from bot.delivery.wakeable_task import Worker
from bot.services import letting_drafts_go, settling
from bot.services.letting_drafts_go import Batch
from bot.ui.views import writing

log = logging.getLogger(__name__)

A_DAY = timedelta(days=1)


class LettingGo:
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.worker = Worker("letting go of drafts", self._look, bot.now)

    async def _look(self) -> timedelta:
        """Hand over what is due. Returns how long to sleep then. No draft goes by a clock that jumped."""
        if not await self.bot.knows_time():
            return wakeable_task.SOON
        found = await letting_drafts_go.due(self.bot.database, self.bot.now())
        done = [await self._hand_over(batch) for batch in found if channels.server(self.bot, batch.guild_id)]
        if not all(done):
            return wakeable_task.SOON
        return timedelta() if done else A_DAY  # a writer may have more of them than one message holds

    async def _hand_over(self, batch: Batch) -> bool:
        """False where another try may soon succeed."""
        database, guild = self.bot.database, self.bot.get_guild(batch.guild_id)
        customs = await settling.customs(database, batch.guild_id)
        await letting_drafts_go.note_telling(database, batch, self.bot.now())
        text, files = writing.let_go(batch.drafts, customs.drafts_kept, "" if guild is None else guild.name)
        try:
            where = await self.bot.create_dm(discord.Object(batch.author_id))
            await telling_moderators.say(self.bot, where, text, batch.since, files=files)
        except NOT_REACHED as unheard:
            if retries(unheard):
                return False
            log.info("member %d could not be handed drafts: %s", batch.author_id, unheard)
            await letting_drafts_go.note_done(database, batch, self.bot.now(), heard=False)
        else:
            await letting_drafts_go.note_done(database, batch, self.bot.now(), heard=True)
        return True

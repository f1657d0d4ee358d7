"""Keeping the masterlists of challenges: each a pinned message, or as many as it takes.

Each step is written down before the next.
"""

import logging
from datetime import datetime, timedelta

import discord

from bot.client import NOT_REACHED, DrabbleBot
from bot.delivery import channels, posting, wakeable_task
from bot.delivery.channels import Channel
from bot.delivery.discord_errors import UNKNOWN_MESSAGE, AwayError, PausedError, retries
from bot.delivery.wakeable_task import Worker
from bot.domain.challenges.masterlist import ListPage
from bot.services import keeping_masterlists, restoring
from bot.ui.views import masterlist
from bot.ui.views.channel_messages import Card

log = logging.getLogger(__name__)

WAIT = timedelta(hours=1)
"""How long a list waits after its channel took nothing."""


class MasterlistKeeper:
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.worker = Worker("masterlists", self._look, bot.now)
        self.not_before: dict[int, datetime] = {}
        """Challenges whose channels took nothing, and when to try again."""

    def wake(self) -> None:
        self.worker.wake()

    def begin_again(self) -> None:
        self.not_before.clear()
        self.worker.wake()

    async def stop(self) -> None:
        await self.worker.stop()

    async def _look(self) -> timedelta:
        """Bring every list up to date. Returns how long to sleep then."""
        done = [await self._tried(challenge_id) for challenge_id in await keeping_masterlists.due(self.bot.database)]
        return wakeable_task.TICK if all(done) else wakeable_task.SOON

    async def _tried(self, challenge_id: int) -> bool:
        """Bring a list up to date. False where another try may soon succeed."""
        if self.bot.now() < self.not_before.get(challenge_id, self.bot.now()):
            return True
        try:
            await self._keep(challenge_id)
        except (PausedError, AwayError, *NOT_REACHED) as unheard:
            log.info("the masterlist of challenge %d could not be kept: %s", challenge_id, unheard)
            if retries(unheard):
                return False
            self.not_before[challenge_id] = self.bot.now() + WAIT
        return True

    async def _keep(self, challenge_id: int) -> None:
        found = await keeping_masterlists.masterlist(self.bot.database, challenge_id)
        views = masterlist.pages(found)
        pages = await keeping_masterlists.want(self.bot.database, challenge_id, len(views))
        for page, view in zip(pages, views, strict=True):
            if not page.removed:
                channel = await channels.awake(await channels.get(self.bot, page.channel_id))
                await self._show(channel, challenge_id, page, view)
        await keeping_masterlists.note_listed(self.bot.database, challenge_id, found.revision)

    async def _show(self, channel: Channel, challenge_id: int, page: ListPage, view: discord.ui.LayoutView) -> None:
        database, fingerprint = self.bot.database, posting.fingerprint_of(Card(view))
        message_id = page.message_id or await self._found(channel, challenge_id, page)
        if message_id is None:
            await keeping_masterlists.note_tried(database, challenge_id, page.number, self.bot.now())
            message_id = (await channel.send(view=view)).id
            await keeping_masterlists.note_shown(database, challenge_id, page.number, message_id, fingerprint)
        message = channel.get_partial_message(message_id)
        try:
            if page.message_id is not None and page.shown != fingerprint:
                await keeping_masterlists.note_shown(database, challenge_id, page.number, message_id, None)
                await message.edit(view=view, allowed_mentions=posting.NOBODY)
                await keeping_masterlists.note_shown(database, challenge_id, page.number, message_id, fingerprint)
            if not page.pinned:
                await self._pin(message, challenge_id, page)
        except discord.NotFound as gone:
            if gone.code != UNKNOWN_MESSAGE:
                raise
            await keeping_masterlists.note_removed(database, challenge_id, page.number, self.bot.now())

    async def _found(self, channel: Channel, challenge_id: int, page: ListPage) -> int | None:
        """The page that stands there without a row knowing it: its answer was lost, or the rows are a copy's."""
        since = page.tried_at or await restoring.copy_known_until(self.bot.database)
        if since is not None:
            async for message in channels.own_messages(self.bot, channel, since):
                if masterlist.is_page(message, challenge_id, page.number):
                    await keeping_masterlists.note_shown(self.bot.database, challenge_id, page.number, message.id, None)
                    return message.id
        return None

    async def _pin(self, message: discord.PartialMessage, challenge_id: int, page: ListPage) -> None:
        """Pin a page. That is nice to have, so a missing permission stops nothing."""
        try:
            await message.pin()
        except discord.NotFound:
            raise
        except discord.HTTPException as refused:
            if retries(refused):
                raise
            log.info("the masterlist of challenge %d is not pinned: %s", challenge_id, refused)
        else:
            await keeping_masterlists.note_pinned(self.bot.database, challenge_id, page.number)

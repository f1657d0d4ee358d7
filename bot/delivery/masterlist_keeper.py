"""Keeping the masterlists of challenges: each a pinned message, or as many as it takes; in a forum, a post.

Each step is written down before the next. A list belongs to no round, and a channel that takes none stops none.
"""

import logging
from dataclasses import replace
from datetime import timedelta
from functools import partial

import discord

from bot.delivery import channels, forum_tags, posting, wakeable_task
from bot.delivery.channels import Channel
from bot.delivery.discord_errors import UNKNOWN_CHANNEL, UNKNOWN_MESSAGE, PausedError, retries, trouble_of
from bot.delivery.patient_worker import Patient
from bot.domain.challenges.challenge import Challenge
from bot.domain.challenges.masterlist import ListPage
from bot.domain.rounds.posted_message import Spot
from bot.domain.rounds.trouble import Trouble
from bot.services import keeping_masterlists, restoring
from bot.ui.views import masterlist
from bot.ui.views.channel_messages import Card

log = logging.getLogger(__name__)


class MasterlistKeeper(Patient):
    name = "masterlists"

    async def follow_deletion(self, message_id: int) -> None:
        """Note that a message was deleted, if it was a page. A post has the number of its first message."""
        page = await keeping_masterlists.of_message(self.bot.database, message_id)
        if page is not None:
            await keeping_masterlists.note_removed(self.bot.database, *page, self.bot.now())

    async def _look(self) -> timedelta:
        """Bring every list up to date. Returns how long to sleep then."""
        due = await keeping_masterlists.due(self.bot.database)
        done = [await self._try(guild_id, id_, partial(self._keep, id_)) for id_, guild_id in due]
        return wakeable_task.TICK if all(done) else wakeable_task.SOON

    async def _keep(self, challenge_id: int) -> None:
        found = await keeping_masterlists.masterlist(self.bot.database, challenge_id)
        if found is None:
            return
        try:
            for number, view in enumerate(masterlist.pages(found)):
                page = await keeping_masterlists.want(self.bot.database, challenge_id, number)
                if page is not None and not page.removed:
                    await self._show(found.challenge, page, view)
        except (PausedError, discord.NotFound) as nowhere:
            if trouble_of(nowhere) is not Trouble.NO_CHANNEL:
                raise
            await keeping_masterlists.forget_unsent(self.bot.database, challenge_id)
        await keeping_masterlists.note_listed(self.bot.database, challenge_id, found.revision)

    async def _show(self, challenge: Challenge, page: ListPage, view: discord.ui.LayoutView) -> None:
        shown = posting.fingerprint_of(Card(view))
        spot = page.spot or await self._found(challenge, page)
        if spot is None:
            spot = await self._send(challenge, page, view)
            await keeping_masterlists.note_stands(self.bot.database, challenge.id, page.number, spot, shown)
            page = replace(page, shown=shown)
        try:
            await self._keep_page(challenge, page, spot, view)
        except discord.NotFound as gone:
            if gone.code not in (UNKNOWN_MESSAGE, UNKNOWN_CHANNEL):
                raise
            await keeping_masterlists.note_removed(self.bot.database, challenge.id, page.number, self.bot.now())

    async def _keep_page(self, challenge: Challenge, page: ListPage, spot: Spot, view: discord.ui.LayoutView) -> None:
        """Let a page that stands show what it should, and be pinned."""
        database, shown = self.bot.database, posting.fingerprint_of(Card(view))
        channel = await channels.wake(await channels.get(self.bot, spot.channel_id))
        message = channel.get_partial_message(spot.message_id)
        if page.shown != shown:
            await keeping_masterlists.note_shown(database, challenge.id, page.number, None)
            await message.edit(view=view, allowed_mentions=posting.NOBODY)
            if isinstance(channel, discord.Thread) and spot.is_post:
                await channel.edit(name=masterlist.post_name(challenge))
            await keeping_masterlists.note_shown(database, challenge.id, page.number, shown)
        if not page.pinned and _may_pin(channel, spot):
            await self._pin(channel if spot.is_post else message, challenge.id, page)

    async def _send(self, challenge: Challenge, page: ListPage, view: discord.ui.LayoutView) -> Spot:
        """Send a page. In a forum, the first is a post of its own, and the others stand in it."""
        place = await channels.wake(await channels.grounds(self.bot, page.channel_id))
        await keeping_masterlists.note_tried(self.bot.database, challenge.id, page.number, self.bot.now())
        if not isinstance(place, discord.ForumChannel):
            message = await place.send(view=view)
        else:
            tags = forum_tags.usable(place, place.available_tags, masterlist.labels(challenge))
            message = (
                await place.create_thread(name=masterlist.post_name(challenge), view=view, applied_tags=tags)
            ).message
        return Spot(message.channel.id, message.id)

    async def _found(self, challenge: Challenge, page: ListPage) -> Spot | None:
        """The page that stands there without a row knowing it: its answer was lost, or the rows are a copy's."""
        since = page.tried_at or await restoring.copy_known_until(self.bot.database)
        if since is None:
            return None
        place = await channels.grounds(self.bot, page.channel_id)
        async for message in channels.own_messages(self.bot, place, since):
            if masterlist.is_page(message, challenge.id, page.number):
                spot = Spot(message.channel.id, message.id)
                await keeping_masterlists.note_stands(self.bot.database, challenge.id, page.number, spot, None)
                return spot
        return None

    async def _pin(self, pinned: Channel | discord.PartialMessage, challenge_id: int, page: ListPage) -> None:
        """Pin a page, or its post. That is nice to have, so a refusal stops nothing."""
        try:
            if isinstance(pinned, discord.Thread):
                await pinned.edit(pinned=True)
            elif isinstance(pinned, discord.PartialMessage):
                await pinned.pin()
        except discord.NotFound:
            raise
        except discord.HTTPException as refused:
            if retries(refused):
                raise
            log.info("the masterlist of challenge %d is not pinned: %s", challenge_id, refused)
        else:
            await keeping_masterlists.note_pinned(self.bot.database, challenge_id, page.number)


def _may_pin(channel: Channel, spot: Spot) -> bool:
    """False where each change of the list would be refused a pin; `/doctor` tells moderators of the permission."""
    granted = channel.permissions_for(channel.guild.me)
    return granted.manage_threads if spot.is_post else granted.pin_messages

"""Scheduled events at Discord, which tell a server of its rounds. They are nice to have, so none stops a round."""

import logging
from datetime import timedelta
from typing import Any

import discord

from bot.client import DrabbleBot
from bot.delivery.discord_errors import AwayError, retries
from bot.domain.rounds.posted_event import PostedEvent
from bot.services import scheduling_events
from bot.services.scheduling_events import Announced
from bot.ui.views import round_event
from bot.ui.views.round_event import Event

log = logging.getLogger(__name__)

SOONEST = timedelta(minutes=1)
"""Discord takes no event that has begun already."""
ON = (discord.EventStatus.scheduled, discord.EventStatus.active)


async def show(bot: DrabbleBot, round_id: int) -> None:
    """Make the round's event what it should be. Raises errors only where another try may soon succeed."""
    found = await scheduling_events.announced(bot.database, round_id)
    guild = None if found is None else bot.get_guild(found.round.guild_id)
    if found is None or guild is None:
        return
    if guild.unavailable:
        raise AwayError
    try:
        await Board(bot, guild, found).show(round_event.wanted(found))
    except discord.HTTPException as refused:
        if retries(refused):
            raise
        log.info("no event for round %d: %s", round_id, refused)


class Board:
    """A server's events, as far as they tell of one round."""

    def __init__(self, bot: DrabbleBot, guild: discord.Guild, found: Announced) -> None:
        self.bot = bot
        self.guild = guild
        self.round_id = found.round.id
        self.has_card = found.card is not None
        self.posted = found.event

    async def show(self, wanted: Event | None) -> None:
        if self.posted is None:
            await self._make(wanted)
        elif not self.posted.removed and (wanted is None or wanted.fingerprint != self.posted.shown):
            await self._change(self.posted, wanted)

    async def _make(self, wanted: Event | None) -> None:
        """Make the event, unless it is there: the answer may have been lost, or the row, with a restore."""
        starts_at = self.bot.now() + SOONEST
        if wanted is None or wanted.closes_at <= starts_at:
            return
        there = await self._found(wanted)
        if there is not None:
            await self._edit(there, wanted)
            return
        made = await self.guild.create_scheduled_event(
            name=wanted.name,
            description=wanted.description,
            location=wanted.location,
            start_time=max(wanted.opens_at, starts_at),
            end_time=wanted.closes_at,
            entity_type=discord.EntityType.external,
            privacy_level=discord.PrivacyLevel.guild_only,
        )
        await scheduling_events.note_shown(self.bot.database, self.round_id, made.id, wanted.fingerprint)

    async def _found(self, wanted: Event) -> discord.ScheduledEvent | None:
        """An event of ours that no round has, and that leads to this one's card. If there is none, by name and end."""
        known = await scheduling_events.known(self.bot.database, self.guild.id)
        for event in await self.guild.fetch_scheduled_events(with_counts=False):
            ours = self.bot.user is not None and event.creator_id == self.bot.user.id
            same = self.has_card or (event.name, event.end_time) == (wanted.name, wanted.closes_at)
            is_its_own = event.location == wanted.location and same
            if ours and is_its_own and event.id not in known and event.status in ON:
                return event
        return None

    async def _change(self, posted: PostedEvent, wanted: Event | None) -> None:
        try:
            event = await self.guild.fetch_scheduled_event(posted.event_id, with_counts=False)
        except discord.NotFound:
            event = None
        if wanted is None:
            await self._end(event)
        elif event is not None and event.status in ON:
            await self._edit(event, wanted)
        elif event is not None and event.end_time is not None and event.end_time <= self.bot.now():
            # Discord ended it before the end was moved.
            await scheduling_events.note_over(self.bot.database, self.round_id)
            await self._make(wanted)
        else:
            await scheduling_events.note_removed(self.bot.database, self.round_id, self.bot.now())

    async def _edit(self, event: discord.ScheduledEvent, wanted: Event) -> None:
        if event.status is discord.EventStatus.scheduled and wanted.opens_at > self.bot.now() + SOONEST:
            await event.edit(start_time=wanted.opens_at, **words(wanted))
        else:  # it has begun, and Discord moves no beginning that is past
            await event.edit(**words(wanted))
        await scheduling_events.note_shown(self.bot.database, self.round_id, event.id, wanted.fingerprint)

    async def _end(self, event: discord.ScheduledEvent | None) -> None:
        """Discord ends an event by itself, so that it may be over before its round was closed."""
        if event is not None and event.status is discord.EventStatus.scheduled:
            await event.cancel()
        elif event is not None and event.status is discord.EventStatus.active:
            await event.end()
        await scheduling_events.note_over(self.bot.database, self.round_id)


def words(wanted: Event) -> dict[str, Any]:
    return {
        "name": wanted.name,
        "description": wanted.description,
        "location": wanted.location,
        "end_time": wanted.closes_at,
    }

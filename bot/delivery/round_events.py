"""Scheduled events at Discord, which tell a server of its rounds. They are nice to have, so none stops a round."""

import logging
from datetime import timedelta
from typing import Any

import discord

from bot.client import DrabbleBot
from bot.delivery.discord_errors import retries
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
    """Make the round's event what it should be. Raises only what may soon succeed."""
    found = await scheduling_events.announced(bot.database, round_id)
    guild = None if found is None else bot.get_guild(found.round.guild_id)
    if found is None or guild is None:
        return
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

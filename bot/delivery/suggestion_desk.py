"""Suggestions between members and moderators: each has a card in the moderators' channel, which shows what was decided,
and each member hears of it in private.
"""

import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

import discord

from bot.client import NOT_REACHED
from bot.delivery import channels, telling_moderators, wakeable_task
from bot.delivery.discord_errors import retries
from bot.delivery.respite import Patient
from bot.domain.prompts.suggestion import Suggestion, SuggestionCard
from bot.services import settling, suggesting
from bot.ui.views import suggestion_card

log = logging.getLogger(__name__)


class SuggestionDesk(Patient):
    name = "suggestions"

    async def _look(self) -> timedelta:
        """Bring everything up to date. Returns how long to sleep then."""
        database = self.bot.database
        done = [await self._tried(self._post, card) for card in await suggesting.unposted(database)]
        done += [await self._tried(self._show, card) for card in await suggesting.unshown(database)]
        done += [await self._tried(self._take_away, card) for card in await suggesting.taken_back(database)]
        done += [await self._told(suggestion) for suggestion in await suggesting.untold(database)]
        return wakeable_task.TICK if all(done) else wakeable_task.SOON

    async def _tried(self, step: Callable[[SuggestionCard, int], Awaitable[None]], card: SuggestionCard) -> bool:
        """Take a step in a card's channel. False where the same may soon succeed."""
        guild_id = card.suggestion.guild_id
        customs = await settling.customs(self.bot.database, guild_id)
        stays = card.message_id is not None or step == self._take_away
        channel_id = card.channel_id if stays else customs.notices_channel_id
        if channel_id is None or self.respite.holds(guild_id, channel_id):
            return True
        try:
            await step(card, channel_id)
        except NOT_REACHED as unheard:
            log.info("channel %d took no card of suggestion %d: %s", channel_id, card.suggestion.id, unheard)
            if not retries(unheard):
                self.respite.begin(guild_id, channel_id)
            return not retries(unheard)
        return True

    async def _post(self, card: SuggestionCard, channel_id: int) -> None:
        database, id_ = self.bot.database, card.suggestion.id
        message_id = await self._found(card)
        if message_id is not None:
            await suggesting.note_found(database, id_, message_id)
        else:
            await suggesting.note_tried(database, id_, channel_id, self.bot.now())
            channel = self.bot.get_partial_messageable(channel_id)
            message = await channel.send(view=suggestion_card.card(card.suggestion))
            await suggesting.note_sent(database, id_, message.id)
        self.worker.wake()  # somebody may have decided meanwhile

    async def _found(self, card: SuggestionCard) -> int | None:
        """The card that stands there without a row knowing it: its answer was lost, or the rows are a copy's."""
        if card.tried_at is None or card.channel_id is None:
            return None
        channel = self.bot.get_partial_messageable(card.channel_id)
        async for message in channels.own_messages(self.bot, channel, card.tried_at):
            if suggestion_card.is_of(card.suggestion, message):
                return message.id
        return None

    async def _show(self, card: SuggestionCard, channel_id: int) -> None:
        """Show how the suggestion stands. A card that somebody deleted stays away."""
        message = self.bot.get_partial_messageable(channel_id).get_partial_message(card.message_id or 0)
        view, nobody = suggestion_card.card(card.suggestion), discord.AllowedMentions.none()
        try:
            await message.edit(view=view, allowed_mentions=nobody)
        except discord.NotFound as gone:
            log.info("the card of suggestion %d is gone: %s", card.suggestion.id, gone)
        await suggesting.note_shown(self.bot.database, card.suggestion)

    async def _take_away(self, card: SuggestionCard, channel_id: int) -> None:
        """Delete the card of a suggestion that its member took back, wherever it stands."""
        with contextlib.suppress(discord.NotFound):  # the card, or its channel
            message_id = card.message_id or await self._found(card)
            if message_id is not None:
                await self.bot.get_partial_messageable(channel_id).get_partial_message(message_id).delete()
        await suggesting.let_go(self.bot.database, card.suggestion.id)

    async def _told(self, suggestion: Suggestion) -> bool:
        """Tell the member, if that is possible. False where another try may soon succeed."""
        guild, database = self.bot.get_guild(suggestion.guild_id), self.bot.database
        if guild is None:
            return True
        since = await suggesting.note_telling(database, suggestion.id, self.bot.now())
        try:
            member = await self.bot.fetch_user(suggestion.member_id)
            await telling_moderators.say(self.bot, member, suggestion_card.told(suggestion, guild.name), since)
        except NOT_REACHED as unheard:
            if retries(unheard):
                return False
            log.info("the member of suggestion %d could not be told: %s", suggestion.id, unheard)
        await suggesting.note_told(database, suggestion.id, self.bot.now())
        return True

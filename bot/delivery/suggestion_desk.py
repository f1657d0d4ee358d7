"""Suggestions between members and moderators. Each has a card in the moderators' channel, which shows what was decided;
its member hears that in private.
"""

import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import discord

from bot.client import NOT_REACHED
from bot.delivery import channels, telling_moderators, wakeable_task
from bot.delivery.discord_errors import retries
from bot.delivery.patient_worker import Patient
from bot.domain.prompts.suggestion import Suggestion, SuggestionCard
from bot.services import settling, suggesting
from bot.ui.views import suggestion_card

log = logging.getLogger(__name__)


class SuggestionDesk(Patient):
    name = "suggestions"

    async def _look(self) -> timedelta:
        """Bring everything up to date. Returns how long to sleep then."""
        found = await suggesting.to_do(self.bot.database)
        done = [await self._keep(self._post, card) for card in found.unposted]
        done += [await self._keep(self._show, card) for card in found.unshown]
        done += [await self._keep(self._take_away, card) for card in found.taken_back]
        done += [await self._told(suggestion) for suggestion in found.untold]
        return wakeable_task.TICK if all(done) else wakeable_task.SOON

    async def _keep(self, step: Callable[[SuggestionCard, int], Awaitable[None]], card: SuggestionCard) -> bool:
        """Take a step in a card's channel. False where the same may soon succeed."""
        guild_id = card.suggestion.guild_id
        customs = await settling.customs(self.bot.database, guild_id)
        stays = card.message_id is not None or step == self._take_away
        wanted = customs.notices_channel_id
        if step == self._show and card.suggestion.decided_by is None and wanted not in (None, card.channel_id):
            stays, step = False, self._move
        channel_id = card.channel_id if stays else wanted
        return channel_id is None or await self._try(guild_id, channel_id, partial(step, card, channel_id))

    async def _post(self, card: SuggestionCard, channel_id: int) -> None:
        database, id_ = self.bot.database, card.suggestion.id
        message_id = await self._found(card, channel_id)
        if message_id is not None:
            await suggesting.note_found(database, id_, message_id)
        elif await suggesting.note_tried(database, id_, channel_id, self.bot.now()):
            channel = self.bot.get_partial_messageable(channel_id)
            message = await channel.send(view=suggestion_card.card(card.suggestion))
            await suggesting.note_sent(database, id_, message.id)
        self.worker.wake()  # somebody may have decided meanwhile

    async def _found(self, card: SuggestionCard, wanted_in: int | None = None) -> int | None:
        is_it = partial(suggestion_card.is_of, card.suggestion)
        return await channels.lost_card(self.bot, card.channel_id, card.tried_at, is_it, wanted_in=wanted_in)

    async def _move(self, card: SuggestionCard, channel_id: int) -> None:
        """Take the card of a suggestion that waits away from the channel of before; then it is missing in this one."""
        await channels.take_card_away(self.bot, card.channel_id or 0, card.message_id or 0, wanted_in=channel_id)
        await suggesting.forget_card(self.bot.database, card.suggestion.id)
        self.worker.wake()

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
        guild, database = channels.server(self.bot, suggestion.guild_id), self.bot.database
        if guild is None:
            return True
        telling = await suggesting.note_telling(database, suggestion.id, self.bot.now())
        if telling is None:
            return True
        found, since = telling
        try:
            member = await self.bot.fetch_user(found.member_id)
            await telling_moderators.say(self.bot, member, suggestion_card.message(found, guild.name), since)
        except NOT_REACHED as unheard:
            if retries(unheard):
                return False
            log.info("the member of suggestion %d could not be told: %s", suggestion.id, unheard)
        await suggesting.note_told(database, suggestion.id, self.bot.now())
        return True

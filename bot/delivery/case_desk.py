"""Cases between members and moderators: each has a card in the moderators' channel, which shows what was decided."""

import logging
from datetime import timedelta

import discord

from bot.client import NOT_REACHED
from bot.delivery import channels, wakeable_task
from bot.delivery.discord_errors import retries
from bot.delivery.respite import Patient
from bot.domain.moderation.case import CaseCard
from bot.services import deciding, settling
from bot.ui.views import case_card

log = logging.getLogger(__name__)

NOBODY = discord.AllowedMentions.none()


class CaseDesk(Patient):
    name = "cases"

    async def _look(self) -> timedelta:
        """Bring every card up to date. Returns how long to sleep then."""
        done = [await self._tried(card) for card in await deciding.unshown(self.bot.database)]
        return wakeable_task.TICK if all(done) else wakeable_task.SOON

    async def _tried(self, card: CaseCard) -> bool:
        """False where the same may soon succeed."""
        guild_id = card.case.guild_id
        customs = await settling.customs(self.bot.database, guild_id)
        channel_id = customs.notices_channel_id if card.message_id is None else card.channel_id
        if channel_id is None or self.respite.holds(guild_id, channel_id):
            return True
        try:
            await (self._post(card, channel_id) if card.message_id is None else self._show(card, channel_id))
        except NOT_REACHED as unheard:
            log.info("channel %d took no card of case %d: %s", channel_id, card.case.id, unheard)
            if not retries(unheard):
                self.respite.begin(guild_id, channel_id)
            return not retries(unheard)
        return True

    async def _post(self, card: CaseCard, channel_id: int) -> None:
        database, case = self.bot.database, card.case
        message_id = await self._found(card)
        if message_id is not None:
            await deciding.note_found(database, case.id, message_id)
        else:
            await deciding.note_tried(database, case.id, channel_id, self.bot.now())
            brief = await deciding.brief(database, case.guild_id, case.id)
            message = await self.bot.get_partial_messageable(channel_id).send(view=case_card.card(brief))
            await deciding.note_stands(database, brief.case, message.id)
        self.worker.wake()  # somebody may have decided meanwhile

    async def _found(self, card: CaseCard) -> int | None:
        """The card that stands there without a row knowing it: its answer was lost, or the rows are a copy's."""
        if card.tried_at is None or card.channel_id is None:
            return None
        channel = self.bot.get_partial_messageable(card.channel_id)
        async for message in channels.own_messages(self.bot, channel, card.tried_at):
            if case_card.is_of(card.case, message):
                return message.id
        return None

    async def _show(self, card: CaseCard, channel_id: int) -> None:
        """Show how the case stands. A card that somebody deleted stays away; `/queue` has the case."""
        brief = await deciding.brief(self.bot.database, card.case.guild_id, card.case.id)
        message = self.bot.get_partial_messageable(channel_id).get_partial_message(card.message_id or 0)
        try:
            await message.edit(view=case_card.card(brief), allowed_mentions=NOBODY)
        except discord.NotFound as gone:
            log.info("the card of case %d is gone: %s", card.case.id, gone)
        await deciding.note_shown(self.bot.database, brief.case)

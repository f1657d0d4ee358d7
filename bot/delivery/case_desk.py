"""Cases between members and moderators: each has a card in the moderators' channel, which shows what was decided."""

import logging
from datetime import timedelta
from functools import partial

import discord

from bot.delivery import channels, wakeable_task
from bot.delivery.patient import Patient
from bot.domain.moderation.case import CaseCard
from bot.services import deciding, settling
from bot.ui.views import case_card

log = logging.getLogger(__name__)

NOBODY = discord.AllowedMentions.none()


class CaseDesk(Patient):
    name = "cases"

    async def _look(self) -> timedelta:
        """Bring every card up to date. Returns how long to sleep then."""
        done = [await self._keep(card) for card in await deciding.unshown(self.bot.database)]
        return wakeable_task.TICK if all(done) else wakeable_task.SOON

    async def _keep(self, card: CaseCard) -> bool:
        """False where the same may soon succeed."""
        guild_id = card.case.guild_id
        customs = await settling.customs(self.bot.database, guild_id)
        stands = card.message_id is not None
        channel_id = card.channel_id if stands else customs.notices_channel_id
        step = self._show if stands else self._post
        return channel_id is None or await self._try(guild_id, channel_id, partial(step, card, channel_id))

    async def _post(self, card: CaseCard, channel_id: int) -> None:
        database, case = self.bot.database, card.case
        message_id = await channels.lost_card(self.bot, card.channel_id, card.tried_at, partial(case_card.is_of, case))
        if message_id is not None:
            await deciding.note_found(database, case.id, message_id)
        else:
            await deciding.note_tried(database, case.id, channel_id, self.bot.now())
            brief = await deciding.brief(database, case.guild_id, case.id)
            message = await self.bot.get_partial_messageable(channel_id).send(view=case_card.card(brief))
            await deciding.note_stands(database, brief.case, message.id)
        self.worker.wake()  # somebody may have decided meanwhile

    async def _show(self, card: CaseCard, channel_id: int) -> None:
        """Show how the case stands. A card that somebody deleted stays away; `/queue` has the case."""
        brief = await deciding.brief(self.bot.database, card.case.guild_id, card.case.id)
        message = self.bot.get_partial_messageable(channel_id).get_partial_message(card.message_id or 0)
        try:
            await message.edit(view=case_card.card(brief), allowed_mentions=NOBODY)
        except discord.NotFound as gone:
            log.info("the card of case %d is gone: %s", card.case.id, gone)
        await deciding.note_shown(self.bot.database, brief.case)

"""Cases between members and moderators: each has a card in the moderators' channel, which shows what was decided."""

import logging
from datetime import timedelta
from functools import partial

import discord

from bot.delivery import channels, wakeable_task
from bot.delivery.patient_worker import Patient
from bot.domain.moderation.case import CaseCard
from bot.services import calling_off, deciding_cases, settling
from bot.ui.views import case_card

log = logging.getLogger(__name__)

NOBODY = discord.AllowedMentions.none()


class CaseDesk(Patient):
    name = "cases"

    async def _look(self) -> timedelta:
        """Bring every card up to date. Returns how long to sleep then."""
        for round_id in await calling_off.left(self.bot.database):
            await calling_off.give_back_left(self.bot.database, round_id, self.bot.now())
            self.bot.wake()  # writers are to hear of it
        done = [await self._keep(card) for card in await deciding_cases.unshown(self.bot.database)]
        return wakeable_task.TICK if all(done) else wakeable_task.SOON

    async def _keep(self, card: CaseCard) -> bool:
        """False where the same may soon succeed."""
        guild_id = card.case.guild_id
        customs = await settling.customs(self.bot.database, guild_id)
        wanted = customs.notices_channel_id
        if card.message_id is None:
            channel_id, step = wanted, self._post
        elif card.case.outcome is None and wanted not in (None, card.channel_id):
            channel_id, step = wanted, self._move
        else:
            channel_id, step = card.channel_id, self._show
        return channel_id is None or await self._try(guild_id, channel_id, partial(step, card, channel_id))

    async def _post(self, card: CaseCard, channel_id: int) -> None:
        database, case = self.bot.database, card.case
        is_it = partial(case_card.is_of, case)
        message_id = await channels.lost_card(self.bot, card.channel_id, card.tried_at, is_it, wanted_in=channel_id)
        if message_id is not None:
            await deciding_cases.note_found(database, case.id, message_id)
        else:
            await deciding_cases.note_tried(database, case.id, channel_id, self.bot.now())
            brief = await deciding_cases.on_card(database, case.id)
            if brief is None:
                return
            message = await self.bot.get_partial_messageable(channel_id).send(view=case_card.card(brief))
            await deciding_cases.note_stands(database, brief.case, message.id)
        self.worker.wake()  # somebody may have decided meanwhile

    async def _move(self, card: CaseCard, channel_id: int) -> None:
        """Take away the card of a case that waits from the channel of before. The next look posts it in this one."""
        await channels.take_card_away(self.bot, card.channel_id or 0, card.message_id or 0, wanted_in=channel_id)
        await deciding_cases.forget_card(self.bot.database, card.case.id)
        self.worker.wake()

    async def _show(self, card: CaseCard, channel_id: int) -> None:
        """Show how the case stands. A card that somebody deleted stays away; `/queue` has the case."""
        brief = await deciding_cases.on_card(self.bot.database, card.case.id)
        if brief is None:
            return
        message = self.bot.get_partial_messageable(channel_id).get_partial_message(card.message_id or 0)
        try:
            await message.edit(view=case_card.card(brief), allowed_mentions=NOBODY)
        except discord.NotFound as gone:
            log.info("the card of case %d is gone: %s", card.case.id, gone)
        await deciding_cases.note_shown(self.bot.database, brief.case)

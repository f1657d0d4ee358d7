"""`/queue`: what waits for moderators, and what they decide about it."""

from dataclasses import replace

import discord
from discord import app_commands

from bot.client import Act, DrabbleBot, Interaction, Route, guild_of
from bot.delivery import old_copies
from bot.delivery.case_desk import CaseDesk
from bot.delivery.patient_worker import WakingCog
from bot.domain.problem import CaseGone, NotUnderstood, RefusedError
from bot.services import deciding_cases
from bot.services.deciding_cases import Decision
from bot.ui.answering import permission, private, rights
from bot.ui.views import case_card, entry_card, press
from bot.ui.views.layout import notice


class Cases(WakingCog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.patient = CaseDesk(bot)
        bot.routes |= rights.routes({"queue.page": self.show_queue})
        bot.routes |= self.of_cards(
            {
                "case.read": self.read,
                "case.approve": self.approve,
                "case.trust": self.trust,
                "case.changes": self.ask_what_to_change,
                "case.refuse": self.ask_why,
                "case.spam": self.refuse_spam,
                "case.leave": self.leave,
                "case.remove": self.ask_why_to_remove,
                "case.post_again": self.post_again,
                "case.leave_out": self.leave_out,
            }
        )
        bot.forms |= self.of_cards(
            {"case.changes": self.changes, "case.refuse": self.refuse, "case.remove": self.remove}
        )

    def of_cards(self, acts: dict[str, Act]) -> dict[str, Route]:
        return rights.routes(old_copies.going(acts, self.is_done))

    async def is_done(self, case_id: int, card: discord.Message) -> bool:
        brief = await deciding_cases.on_card(self.bot.database, case_id)
        return brief is not None and brief.case.outcome is not None and case_card.is_of(brief.case, card)

    @app_commands.command(description="What waits for a moderator: entries to read, reports, deleted posts.")
    @app_commands.guild_only()
    async def queue(self, interaction: Interaction) -> None:
        await self.show_queue(interaction)

    async def read(self, interaction: Interaction, case_id: int) -> None:
        """The story, for the moderator alone."""
        brief = await deciding_cases.brief(self.bot.database, guild_of(interaction).id, case_id)
        number = press.detail(interaction)
        if brief.entry is None:
            raise RefusedError(CaseGone())
        await permission.must_be_readable(interaction, brief.entry, brief.round.channel_id)
        if number >= len(entry_card.private_pages(brief.entry)):
            raise RefusedError(NotUnderstood())
        view = case_card.story(case_id, brief.entry, number)
        await (private.show(interaction, view) if number else private.send(interaction, view))

    async def approve(self, interaction: Interaction, case_id: int) -> None:
        await self.must_suit(interaction, case_id)
        await deciding_cases.approve(self.bot.database, yes(interaction, case_id))
        await self.decided(interaction, "It appears in a moment, and I tell its writer.")

    async def trust(self, interaction: Interaction, case_id: int) -> None:
        await self.must_suit(interaction, case_id)
        await deciding_cases.approve(self.bot.database, yes(interaction, case_id), always=True)
        await self.decided(interaction, "It appears in a moment, and from now on this writer's entries do at once.")

    async def must_suit(self, interaction: Interaction, case_id: int) -> None:
        """Refuse to let a story appear in a channel that opened to all ages while it waited."""
        brief = await deciding_cases.brief(self.bot.database, guild_of(interaction).id, case_id)
        if brief.entry is not None and brief.case.outcome is None:
            await permission.must_suit(interaction, brief.entry.header.rating, brief.round.channel_id)

    async def ask_what_to_change(self, interaction: Interaction, case_id: int) -> None:
        await deciding_cases.undecided(self.bot.database, guild_of(interaction).id, case_id)
        title = "Ask for changes"
        form = case_card.DecisionForm(interaction, "case.changes", case_id, title=title, required=True)
        await interaction.response.send_modal(form)

    async def changes(self, interaction: Interaction, case_id: int) -> None:
        await deciding_cases.ask_for_changes(
            self.bot.database, decision(interaction, case_id, case_card.reason(interaction))
        )
        await self.decided(interaction, "The writer has it back as a draft, with your words.")

    async def ask_why(self, interaction: Interaction, case_id: int) -> None:
        await deciding_cases.undecided(self.bot.database, guild_of(interaction).id, case_id)
        form = case_card.DecisionForm(interaction, "case.refuse", case_id, title="Refuse", required=False)
        await interaction.response.send_modal(form)

    async def refuse(self, interaction: Interaction, case_id: int) -> None:
        await deciding_cases.refuse(self.bot.database, decision(interaction, case_id, case_card.reason(interaction)))
        await self.decided(interaction, "It does not appear. The writer keeps the text, and I tell them.")

    async def refuse_spam(self, interaction: Interaction, case_id: int) -> None:
        await deciding_cases.refuse(self.bot.database, decision(interaction, case_id), as_spam=True)
        await self.decided(interaction, "It does not appear. `/member block` keeps its writer from handing in more.")

    async def leave(self, interaction: Interaction, case_id: int) -> None:
        await deciding_cases.leave(self.bot.database, decision(interaction, case_id))
        await self.decided(interaction, "It stays as it is.")

    async def ask_why_to_remove(self, interaction: Interaction, case_id: int) -> None:
        await deciding_cases.undecided(self.bot.database, guild_of(interaction).id, case_id)
        form = case_card.DecisionForm(interaction, "case.remove", case_id, title="Remove it", required=False)
        await interaction.response.send_modal(form)

    async def remove(self, interaction: Interaction, case_id: int) -> None:
        found = decision(interaction, case_id, case_card.reason(interaction))
        brief = await deciding_cases.remove(self.bot.database, found)
        kept = " Its writer keeps the text, and I tell them." if brief.entry is not None else ""
        await self.decided(interaction, f"It goes.{kept}")

    async def post_again(self, interaction: Interaction, case_id: int) -> None:
        await deciding_cases.post_again(self.bot.database, decision(interaction, case_id))
        await self.decided(interaction, "They appear again in a moment, but for those that were handed in anew.")

    async def leave_out(self, interaction: Interaction, case_id: int) -> None:
        await deciding_cases.leave_out(self.bot.database, decision(interaction, case_id))
        await self.decided(interaction, "They stay away. Their writers have the texts.")

    async def decided(self, interaction: Interaction, note: str) -> None:
        """Say so, and show in a list what still waits. A card shows it by itself."""
        self.bot.wake()
        if private.is_in_private(interaction):
            await self.show_queue(interaction, note=note)
        else:
            await private.send(interaction, notice(note))

    async def show_queue(self, interaction: Interaction, start: int = 0, note: str = "") -> None:
        """What waits in rounds that the member moderates, from one case on."""
        every = await deciding_cases.waiting(self.bot.database, guild_of(interaction).id)
        told = await permission.moderated(interaction, [brief.round for brief in every])
        mine = [brief for brief in every if brief.round.id in told]
        await private.show(interaction, case_card.queue(mine, start, note))


def decision(interaction: Interaction, case_id: int, reason: str | None = None) -> Decision:
    return Decision(case_id, guild_of(interaction).id, interaction.user.id, interaction.created_at, reason)


def yes(interaction: Interaction, case_id: int) -> Decision:
    """A yes to what the moderator saw."""
    return replace(decision(interaction, case_id), seen=press.detail_if_any(interaction))


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Cases(bot))

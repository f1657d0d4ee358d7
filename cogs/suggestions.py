"""`/prompt suggest`, and what moderators decide about it."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Act, DrabbleBot, Interaction, Route, guild_of
from bot.delivery import old_copies
from bot.delivery.patient_worker import WakingCog
from bot.delivery.suggestion_desk import SuggestionDesk
from bot.domain.prompts import suggestion as rules
from bot.domain.prompts.prompt import PromptWording
from bot.services import suggesting
from bot.ui.answering import private, rights
from bot.ui.views import bank_form, modal, suggestion_card
from bot.ui.views.layout import notice


@app_commands.guild_only()
class Suggestions(WakingCog, commands.GroupCog, group_name="prompt", group_description="Prompts of your own"):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.patient = SuggestionDesk(bot)
        bot.forms |= rights.routes({"prompt.suggest": self.suggested})
        bot.routes |= self.of_cards(
            {
                "suggestion.approve": self.approve,
                "suggestion.reword": self.reword,
                "suggestion.refuse": self.refuse,
            }
        )
        bot.forms |= self.of_cards({"suggestion.change": self.changed, "suggestion.decline": self.declined})

    def of_cards(self, acts: dict[str, Act]) -> dict[str, Route]:
        return rights.routes(old_copies.going(acts, self.is_done))

    async def is_done(self, suggestion_id: int, card: discord.Message) -> bool:
        found = await suggesting.on_card(self.bot.database, suggestion_id)
        return found is not None and found.decided_by is not None and suggestion_card.is_of(found, card)

    @app_commands.command(description="Suggest a prompt for the rounds here; moderators look at it.")
    async def suggest(self, interaction: Interaction) -> None:
        await interaction.response.send_modal(suggestion_card.SuggestForm(interaction))

    async def suggested(self, interaction: Interaction, _: int) -> None:
        await suggesting.suggest(
            self.bot.database,
            guild_of(interaction).id,
            interaction.user.id,
            request=modal.request(interaction),
            text=modal.submitted(interaction).texts[bank_form.PROMPT],
            now=interaction.created_at,
        )
        self.bot.wake()
        await private.show(interaction, suggestion_card.thanks())

    async def approve(self, interaction: Interaction, suggestion_id: int) -> None:
        found = await suggesting.get(self.bot.database, guild_of(interaction).id, suggestion_id)
        await self.take(interaction, suggestion_id, PromptWording(rules.USUAL_SET, found.text))

    async def reword(self, interaction: Interaction, suggestion_id: int) -> None:
        found = await suggesting.waiting_one(self.bot.database, guild_of(interaction).id, suggestion_id)
        await interaction.response.send_modal(bank_form.SuggestionForm(interaction, found))

    async def changed(self, interaction: Interaction, suggestion_id: int) -> None:
        wording, _ = bank_form.read(interaction, rules.USUAL_SET)
        await self.take(interaction, suggestion_id, wording)

    async def take(self, interaction: Interaction, suggestion_id: int, wording: PromptWording) -> None:
        guild_id, moderator_id, now = guild_of(interaction).id, interaction.user.id, interaction.created_at
        await suggesting.approve(self.bot.database, guild_id, suggestion_id, moderator_id, wording=wording, now=now)
        await self.decided(interaction, "It is in the bank, and I tell the member.")

    async def refuse(self, interaction: Interaction, suggestion_id: int) -> None:
        found = await suggesting.waiting_one(self.bot.database, guild_of(interaction).id, suggestion_id)
        await interaction.response.send_modal(suggestion_card.ReasonForm(interaction, found))

    async def declined(self, interaction: Interaction, suggestion_id: int) -> None:
        guild_id, moderator_id, now = guild_of(interaction).id, interaction.user.id, interaction.created_at
        reason = suggestion_card.reason(interaction)
        await suggesting.decline(self.bot.database, guild_id, suggestion_id, moderator_id, reason=reason, now=now)
        await self.decided(interaction, "It is not taken, and I tell the member kindly.")

    async def decided(self, interaction: Interaction, note: str) -> None:
        """Say so, and show in a list what still waits. A card shows it by itself."""
        self.bot.wake()
        if private.is_in_private(interaction):
            found = await suggesting.waiting(self.bot.database, guild_of(interaction).id)
            await private.show(interaction, suggestion_card.waiting(found, note))
        else:
            await private.send(interaction, notice(note))


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Suggestions(bot))

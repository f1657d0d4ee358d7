"""`/entry`: writers take an entry back."""

import re

from discord import app_commands
from discord.ext import commands

from bot.client import DrabbleBot, Interaction
from bot.domain.problem import EntryNotNamed, NoEntryStanding, RefusedError
from bot.domain.rounds.entry import Entry
from bot.domain.rounds.round import Round
from bot.intake import understanding
from bot.services import finding, withdrawing
from bot.ui.answering import private, rights
from bot.ui.answering.round_choices import Choices, choice, first
from bot.ui.views import press, withdrawal

Own = list[tuple[Entry, Round]]


@app_commands.guild_only()
class Entries(commands.GroupCog, group_name="entry", group_description="Your entries"):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        bot.routes |= rights.routes({"entry.withdraw": self.chosen})
        bot.routes |= rights.routes({"entry.take_back": self.take_back, "entry.leave": self.leave})

    @app_commands.command(description="Take an entry back while its round is open; its text stays yours.")
    @app_commands.describe(entry="Which one, when you have several.")
    async def withdraw(self, interaction: Interaction, entry: str | None = None) -> None:
        own = await self.own(interaction)
        if entry is not None:
            await self.ask(interaction, meant(own, entry))
        elif not own:
            raise RefusedError(NoEntryStanding())
        elif len(own) == 1:
            await self.ask(interaction, own[0][0].id)
        else:
            await private.show(interaction, withdrawal.which(own))

    @withdraw.autocomplete("entry")
    async def suggest(self, interaction: Interaction, typed: str) -> Choices:
        return first(
            choice(name, str(entry.id))
            for entry, round_ in await self.own(interaction)
            if typed.casefold() in (name := withdrawal.name(entry, round_)).casefold()
        )

    async def chosen(self, interaction: Interaction, _: int) -> None:
        """The writer chose one of several entries."""
        await self.ask(interaction, press.chosen_number(interaction))

    async def ask(self, interaction: Interaction, entry_id: int) -> None:
        await rights.is_own_entry(interaction, entry_id)
        stake = await withdrawing.at_stake(self.bot.database, entry_id, interaction.user.id, interaction.created_at)
        await private.show(interaction, withdrawal.question(stake))

    async def take_back(self, interaction: Interaction, entry_id: int) -> None:
        draft = await withdrawing.withdraw(self.bot.database, entry_id, interaction.user.id, interaction.created_at)
        self.bot.wake()
        await understanding.of(draft)
        await private.show(interaction, withdrawal.taken_back(draft))

    async def leave(self, interaction: Interaction, _: int) -> None:
        await private.show(interaction, withdrawal.left())

    async def own(self, interaction: Interaction) -> Own:
        guild_id, now = interaction.guild_id or 0, interaction.created_at
        return await finding.own_entries(self.bot.database, guild_id, interaction.user.id, now)


NUMBER = re.compile(r"\d{1,18}")


def meant(own: Own, asked: str) -> int:
    """The entry with this number, as autocomplete fills it in; else the first with this title."""
    wanted = asked.strip().removeprefix("#").casefold()
    titles = {entry.title.casefold(): entry.id for entry, _ in reversed(own)}
    found = (titles | {str(entry.id): entry.id for entry, _ in own}).get(wanted)
    if found is not None:
        return found
    if not NUMBER.fullmatch(wanted):
        raise RefusedError(EntryNotNamed(asked) if own else NoEntryStanding())
    return int(wanted)


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Entries(bot))

"""`/entry remove`, `restore`, `move`, `header`: what moderators do with an entry that was handed in."""

from typing import Any

from discord import app_commands
from discord.ext import commands

from bot.client import DrabbleBot, Interaction
from bot.domain.header import header
from bot.domain.moderation.case import LONGEST_REASON
from bot.services import correcting_headers, moderating
from bot.ui.answering import asking, entry_choices, meant_round, permission, private, rights
from bot.ui.answering.round_choices import Typed
from bot.ui.views import modal, moderation

Reason = app_commands.Range[str, 1, LONGEST_REASON]
ENTRY = "Which one; choose it from the list."


class EntryModeration(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        bot.forms |= rights.routes({"entry.header": self.headed})
        self.commands: list[app_commands.Command[Any, ..., Any]] = [
            app_commands.Command(
                name="remove",
                description="Take an entry out of its round; its writer keeps the text.",
                callback=self.remove,
            ),
            app_commands.Command(
                name="restore", description="Bring back an entry that was removed.", callback=self.restore
            ),
            app_commands.Command(name="move", description="Move an entry to another round.", callback=self.move),
            app_commands.Command(name="header", description="Correct the header of an entry.", callback=self.header),
        ]

    async def cog_load(self) -> None:
        """Moderators' commands stand beside those that writers have of the same name."""
        group = self.bot.tree.get_command("entry")
        if isinstance(group, app_commands.Group):
            for command in self.commands:
                group.add_command(command)

    @app_commands.describe(entry=ENTRY, reason="Why, for its writer to read.")
    @app_commands.autocomplete(entry=entry_choices.standing)
    async def remove(self, interaction: Interaction, entry: Typed, reason: Reason | None = None) -> None:
        found, asked = await entry_choices.meant(interaction, entry), asking.asked(interaction)
        done = await moderating.remove(self.bot.database, asked, found.id, reason)
        self.bot.wake()
        await private.show(interaction, moderation.removed(*done))

    @app_commands.describe(entry=ENTRY)
    @app_commands.autocomplete(entry=entry_choices.removed)
    async def restore(self, interaction: Interaction, entry: Typed) -> None:
        found, asked = await entry_choices.meant(interaction, entry), asking.asked(interaction)
        _, round_ = await moderating.of_guild(self.bot.database, asked.guild_id, found.id)
        await permission.must_suit(interaction, found.header.rating, round_.channel_id)
        done = await moderating.restore(self.bot.database, asked, found.id)
        self.bot.wake()
        await private.show(interaction, moderation.restored(*done))

    @app_commands.describe(entry=ENTRY, round_="Where to.")
    @app_commands.rename(round_="round")
    @app_commands.autocomplete(entry=entry_choices.standing, round_=entry_choices.other_rounds)
    async def move(self, interaction: Interaction, entry: Typed, round_: Typed) -> None:
        found, asked = await entry_choices.meant(interaction, entry), asking.asked(interaction)
        to = await meant_round.own(interaction, round_)
        await permission.must_suit(interaction, found.header.rating, to.channel_id)
        done = await moderating.move(self.bot.database, asked, found.id, to.id)
        self.bot.wake()
        await private.show(interaction, moderation.moved(*done))

    @app_commands.describe(entry=ENTRY)
    @app_commands.autocomplete(entry=entry_choices.standing)
    async def header(self, interaction: Interaction, entry: Typed) -> None:
        found = await entry_choices.meant(interaction, entry)
        await interaction.response.send_modal(moderation.HeaderCorrection(interaction, found))

    async def headed(self, interaction: Interaction, entry_id: int) -> None:
        asked, text = asking.asked(interaction), moderation.corrected(interaction)
        entry, round_ = await moderating.of_guild(self.bot.database, asked.guild_id, entry_id)
        rating = header.from_lines(text).rating
        if rating > entry.header.rating:
            await permission.must_suit(interaction, rating, round_.channel_id)
        found = await correcting_headers.correct(self.bot.database, asked, entry_id, text, modal.opened_at(interaction))
        self.bot.wake()
        await private.show(interaction, moderation.reheaded(*found))


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(EntryModeration(bot))

"""*Report* in a message's menu: a reader tells moderators of a story."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import DrabbleBot, Interaction, guild_of
from bot.domain.problem import NothingToReport, RefusedError
from bot.services import finding, reporting
from bot.ui.answering import members_message, permission, private, rights
from bot.ui.views import case_card


class Reports(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.menu = app_commands.ContextMenu(name="Report", callback=self.report)
        self.menu.guild_only = True
        bot.forms |= rights.routes({"entry.report": self.reported})

    async def cog_load(self) -> None:
        self.bot.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        self.bot.tree.remove_command(self.menu.name, type=self.menu.type)

    async def report(self, interaction: Interaction, shown: discord.Message) -> None:
        entry = await finding.entry_on(self.bot.database, members_message.first_id(shown))
        if entry is None:
            raise RefusedError(NothingToReport())
        await permission.post_in_sight(interaction, entry.id)
        await reporting.must_be_first(self.bot.database, entry.id, interaction.user.id)
        await interaction.response.send_modal(case_card.ReportForm(interaction, entry.id))

    async def reported(self, interaction: Interaction, entry_id: int) -> None:
        guild_id, said = guild_of(interaction).id, case_card.reason(interaction) or ""
        await reporting.report(
            self.bot.database, guild_id, entry_id, interaction.user.id, said=said, now=interaction.created_at
        )
        self.bot.wake()
        await private.show(interaction, case_card.reported())


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Reports(bot))

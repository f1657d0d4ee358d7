"""`/filters`: readers say what they do not want to be shown."""

from discord import app_commands
from discord.ext import commands

from bot.client import DrabbleBot, Interaction
from bot.services import filtering
from bot.ui.answering import private, rights
from bot.ui.views import filter_form


class Filters(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        bot.forms |= rights.routes({"filters.keep": self.keep})

    @app_commands.command(description="Fandoms, warnings and ratings that I should not show you.")
    @app_commands.allowed_contexts(guilds=True, dms=True)
    async def filters(self, interaction: Interaction) -> None:
        held = await filtering.of_member(self.bot.database, interaction.user.id)
        await interaction.response.send_modal(filter_form.asking(interaction, held))

    async def keep(self, interaction: Interaction, _: int) -> None:
        """The form came back."""
        chosen = filter_form.answers(interaction)
        await filtering.keep(self.bot.database, interaction.user.id, chosen)
        await private.show(interaction, filter_form.kept(chosen))


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Filters(bot))

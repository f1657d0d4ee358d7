"""`/help`: what you can do here now."""

from discord import app_commands
from discord.ext import commands

from bot.client import DrabbleBot, Interaction
from bot.services import drafting, finding
from bot.ui.answering import permission, private
from bot.ui.views import help as helping
from bot.ui.views.help import Standpoint
from bot.ui.views.layout import notice


class Help(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot

    @app_commands.command(description="What you can do here now.")
    @app_commands.allowed_contexts(guilds=True, dms=True)
    async def help(self, interaction: Interaction) -> None:
        if interaction.guild_id is None:
            text = helping.in_private(self.bot.mention)
        else:
            text = helping.on_server(await self.standpoint(interaction, interaction.guild_id), self.bot.mention)
        await private.show(interaction, notice(text))

    async def standpoint(self, interaction: Interaction, guild_id: int) -> Standpoint:
        database, member_id, now = self.bot.database, interaction.user.id, interaction.created_at
        every = await permission.rounds_in_sight(interaction)
        return Standpoint(
            open_rounds=finding.open_at(every, now),
            any_rounds=bool(every),
            drafts=await drafting.how_many(database, guild_id, member_id),
            entries=await finding.how_many_own_entries(database, guild_id, member_id, now),
            moderates=await permission.moderates(interaction),
            may_set_up=interaction.permissions.manage_guild,
        )


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Help(bot))

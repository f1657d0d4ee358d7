"""`/server forget`: managers have all deleted that belongs to their server."""

from discord import app_commands
from discord.ext import commands

from bot.client import DrabbleBot, Interaction, guild_of
from bot.services import leaving_servers
from bot.ui.answering import private, rights
from bot.ui.views import server_data


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class ServerData(commands.GroupCog, group_name="server", group_description="All that I keep of this server"):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        bot.routes |= rights.routes(
            {"server.ask": self.ask, "server.forget": self.confirmed, "server.leave": self.leave}
        )

    @app_commands.command(description="Delete all that I keep of this server. I ask twice.")
    async def forget(self, interaction: Interaction) -> None:
        figures = await leaving_servers.figures(self.bot.database, guild_of(interaction).id)
        await private.show(interaction, server_data.question(figures))

    async def ask(self, interaction: Interaction, _: int) -> None:
        figures = await leaving_servers.figures(self.bot.database, guild_of(interaction).id)
        await private.show(interaction, server_data.once_more(figures))

    async def confirmed(self, interaction: Interaction, _: int) -> None:
        await leaving_servers.forget(self.bot.database, guild_of(interaction).id, interaction.created_at)
        self.bot.wake()
        await private.show(interaction, server_data.forgotten())

    async def leave(self, interaction: Interaction, _: int) -> None:
        await private.show(interaction, server_data.left())


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(ServerData(bot))

"""`/mydata`: members have all that is kept of them, and take it back."""

import asyncio

from discord import app_commands
from discord.ext import commands

from bot.client import DrabbleBot, Interaction
from bot.delivery.eraser import Eraser
from bot.domain.own_data import archive
from bot.domain.text import limits
from bot.services import erasing
from bot.ui.answering import private, rights
from bot.ui.views import own_data, press


@app_commands.allowed_contexts(guilds=True, dms=True)
class MyData(commands.GroupCog, group_name="mydata", group_description="All that I keep of you, on every server"):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.eraser = Eraser(bot)
        bot.routes |= rights.routes(
            {"mydata.ask": self.ask, "mydata.delete": self.confirmed, "mydata.leave": self.leave}
        )

    async def cog_unload(self) -> None:
        await self.eraser.stop()

    @commands.Cog.listener("on_ready")
    @commands.Cog.listener("on_guild_join")
    @commands.Cog.listener("on_guild_remove")
    async def servers_changed(self, *_: object) -> None:
        await self.eraser.compare()

    @commands.Cog.listener()
    async def on_round_published(self) -> None:
        self.eraser.wake()

    @app_commands.command(description="All that I keep of you, as a file: a page to read, and data for programs.")
    async def export(self, interaction: Interaction) -> None:
        await private.think(interaction)
        servers = {guild.id: guild.name for guild in self.bot.guilds}
        found = await erasing.exported(self.bot.database, interaction.user.id, servers)
        packed = await asyncio.to_thread(archive.packed, found, interaction.created_at, limits.FILE)
        await private.show_all(interaction, own_data.exported(packed))

    @app_commands.command(description="Take back all that I keep of you. I ask twice.")
    async def delete(self, interaction: Interaction) -> None:
        figures = await erasing.figures(self.bot.database, interaction.user.id)
        await private.show(interaction, own_data.question(figures))

    async def ask(self, interaction: Interaction, _: int) -> None:
        figures, nameless = (
            await erasing.figures(self.bot.database, interaction.user.id),
            press.detail(interaction) == 1,
        )
        await private.show(interaction, own_data.once_more(figures, nameless=nameless))

    async def confirmed(self, interaction: Interaction, _: int) -> None:
        database, member_id, nameless = self.bot.database, interaction.user.id, press.detail(interaction) == 1
        figures = await erasing.figures(database, member_id)
        await erasing.erase(database, member_id, interaction.created_at, nameless=nameless)
        self.bot.wake()
        await private.show(interaction, own_data.deleted(figures, nameless=nameless))

    async def leave(self, interaction: Interaction, _: int) -> None:
        await private.show(interaction, own_data.left())


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(MyData(bot))

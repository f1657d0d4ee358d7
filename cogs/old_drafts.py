"""Drafts that nobody has touched for long."""

from discord.ext import commands

from bot.client import DrabbleBot
from bot.delivery.letting_drafts_go import LettingGo


class OldDrafts(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.letting_go = LettingGo(bot)

    async def cog_unload(self) -> None:
        await self.letting_go.worker.stop()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        self.letting_go.worker.wake()


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(OldDrafts(bot))

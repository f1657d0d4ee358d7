"""Tags: what stories' headers name follows them."""

from datetime import timedelta

from discord.ext import commands

from bot.client import DrabbleBot
from bot.delivery.wakeable_task import Worker
from bot.services import tagging


class Tags(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.worker = Worker("tagger", self.look, bot.now)

    async def cog_unload(self) -> None:
        await self.worker.stop()

    @commands.Cog.listener("on_ready")
    @commands.Cog.listener("on_rows_changed")
    async def rows_changed(self) -> None:
        self.worker.wake()

    async def look(self) -> timedelta | None:
        """Tag what is not tagged yet. Returns how long to sleep then, None for until rows change."""
        return timedelta() if await tagging.catch_up(self.bot.database) else None


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Tags(bot))

"""`/challenge`: moderators set up challenges, whose rounds then open by themselves."""

from discord.ext import commands

from bot.client import DrabbleBot
from bot.delivery.challenge_notices import ChallengeNotices


class Challenges(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.notices = ChallengeNotices(bot)

    async def cog_unload(self) -> None:
        await self.notices.stop()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        self.notices.wake()

    @commands.Cog.listener()
    async def on_rows_changed(self) -> None:
        self.notices.wake()


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Challenges(bot))

"""Events after which the masterlist of a challenge may have to show something else."""

import discord
from discord.ext import commands

from bot.client import DrabbleBot
from bot.delivery.masterlist_keeper import MasterlistKeeper
from bot.delivery.patient_worker import WakingCog


class Masterlists(WakingCog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.patient = self.keeper = MasterlistKeeper(bot)

    @commands.Cog.listener()
    async def on_round_published(self) -> None:
        self.keeper.wake()

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        await self.keeper.follow_deletion(payload.message_id)

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        for message_id in sorted(payload.message_ids):
            await self.keeper.follow_deletion(message_id)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        await self.keeper.follow_deletion(payload.thread_id)


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Masterlists(bot))

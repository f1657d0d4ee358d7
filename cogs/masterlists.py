"""Events after which the masterlist of a challenge may have to show something else."""

import discord
from discord.ext import commands

from bot.client import DrabbleBot
from bot.delivery.masterlist_keeper import MasterlistKeeper


class Masterlists(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.keeper = MasterlistKeeper(bot)

    async def cog_unload(self) -> None:
        await self.keeper.stop()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        self.keeper.try_again()

    @commands.Cog.listener()
    async def on_server_changed(self, guild_id: int) -> None:
        self.keeper.try_again(guild_id)

    @commands.Cog.listener("on_rows_changed")
    @commands.Cog.listener("on_round_published")
    async def list_may_differ(self) -> None:
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

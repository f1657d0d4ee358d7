"""Events after which a round may show something else, or may be shown again."""

from typing import Any

import discord
from discord.ext import commands

from bot.client import DrabbleBot
from bot.delivery import threads
from bot.delivery.publisher import Publisher


class Publishing(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.publisher = Publisher(bot)

    async def cog_unload(self) -> None:
        await self.publisher.stop()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        await self.publisher.begin_again()

    @commands.Cog.listener("on_guild_join")
    @commands.Cog.listener("on_guild_available")
    async def guild_is_there(self, guild: discord.Guild) -> None:
        self.publisher.try_again(guild.id)
        await self.publisher.keep_threads_open([guild])

    @commands.Cog.listener()
    async def on_raw_thread_update(self, payload: discord.RawThreadUpdateEvent) -> None:
        guild, owner_id = self.bot.get_guild(payload.guild_id), int(payload.data["owner_id"])
        if guild is not None and threads.is_ours(self.bot, owner_id) and payload.data["thread_metadata"]["archived"]:
            await self.publisher.keep_threads_open([guild])

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        if self.bot.get_channel(payload.parent_id) is not None:  # else the channel went, and its threads with it
            await self.publisher.follow_thread_deletion(payload.thread_id)

    @commands.Cog.listener("on_guild_channel_delete")
    @commands.Cog.listener("on_raw_thread_delete")
    async def channel_is_gone(self, _: discord.abc.GuildChannel | discord.RawThreadDeleteEvent) -> None:
        await self.publisher.look_for_channels()

    @commands.Cog.listener("on_guild_channel_update")
    @commands.Cog.listener("on_guild_role_update")
    @commands.Cog.listener("on_thread_update")
    async def guild_changed(
        self, _before: Any, after: discord.abc.GuildChannel | discord.Role | discord.Thread
    ) -> None:
        self.publisher.try_again(after.guild.id)

    @commands.Cog.listener()
    async def on_guild_update(self, _: discord.Guild, after: discord.Guild) -> None:
        self.publisher.try_again(after.id)

    @commands.Cog.listener()
    async def on_thread_join(self, thread: discord.Thread) -> None:
        """Discord sends this for an archived thread that opens again, too."""
        self.publisher.try_again(thread.guild.id)

    @commands.Cog.listener()
    async def on_member_update(self, _: discord.Member, after: discord.Member) -> None:
        if after == after.guild.me:  # the only member whose changes are heard without a privileged intent
            self.publisher.try_again(after.guild.id)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        await self.publisher.follow_deletions([payload.message_id])

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        await self.publisher.follow_deletions(sorted(payload.message_ids))


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Publishing(bot))

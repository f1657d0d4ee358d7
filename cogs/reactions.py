"""Listening for reactions that readers add or take away."""

from typing import Any

import discord
from discord.ext import commands

from bot.client import DrabbleBot, Ear
from bot.delivery.ledger import Ledger
from bot.delivery.ledger_reconciler import Reconciler
from bot.domain.rounds.reaction import Added, Cleared, Removed, emoji_key


class Reactions(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.ledger = Ledger(bot)
        self.reconciler = Reconciler(bot, self.ledger)
        bot.ears |= self.ears()

    def ears(self) -> dict[str, Ear]:
        return {
            "raw_reaction_add": self.hear_added,
            "raw_reaction_remove": self.hear_removed,
            "raw_reaction_clear": self.hear_cleared,
            "raw_reaction_clear_emoji": self.hear_emoji_cleared,
        }

    async def cog_unload(self) -> None:
        for event in self.ears():
            del self.bot.ears[event]
        await self.reconciler.worker.stop()
        await self.ledger.stop()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        self.reconciler.new_session()

    @commands.Cog.listener()
    async def on_disconnect(self) -> None:
        self.reconciler.lost_touch()

    @commands.Cog.listener()
    async def on_resumed(self) -> None:
        self.reconciler.caught_up()

    @commands.Cog.listener()
    async def on_reactions_lost(self) -> None:
        self.reconciler.lost_some()

    @commands.Cog.listener("on_guild_unavailable")
    @commands.Cog.listener("on_guild_remove")
    async def guild_is_away(self, guild: discord.Guild) -> None:
        await self.reconciler.lost_sight(guild)

    @commands.Cog.listener("on_guild_channel_update")
    @commands.Cog.listener("on_guild_role_update")
    async def permissions_changed(self, _before: Any, after: discord.abc.GuildChannel | discord.Role) -> None:
        await self.reconciler.lost_sight(after.guild)

    @commands.Cog.listener()
    async def on_member_update(self, _: discord.Member, after: discord.Member) -> None:
        if after == after.guild.me:  # Discord tells of no other member without a privileged intent
            await self.reconciler.lost_sight(after.guild)

    @commands.Cog.listener()
    async def on_thread_remove(self, thread: discord.Thread) -> None:
        await self.reconciler.lost_thread(thread)

    def hear_added(self, payload: discord.RawReactionActionEvent) -> None:
        if payload.message_author_id not in (None, self.bot.user and self.bot.user.id):
            return  # only the bot's own messages can be entries
        by_bot = payload.member is not None and payload.member.bot
        now = self.bot.now()
        self.ledger.hear(Added(payload.message_id, payload.user_id, key(payload.emoji), by_bot, now, payload.burst))

    def hear_removed(self, payload: discord.RawReactionActionEvent) -> None:
        self.ledger.hear(Removed(payload.message_id, payload.user_id, key(payload.emoji), payload.burst))

    def hear_cleared(self, payload: discord.RawReactionClearEvent) -> None:
        self.ledger.hear(Cleared(payload.message_id, None))

    def hear_emoji_cleared(self, payload: discord.RawReactionClearEmojiEvent) -> None:
        self.ledger.hear(Cleared(payload.message_id, key(payload.emoji)))


def key(emoji: discord.PartialEmoji) -> str:
    return emoji_key(emoji.name or "", emoji.id)


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Reactions(bot))

"""Listening to what readers do to reactions."""

import discord
from discord.ext import commands

from bot.client import DrabbleBot
from bot.delivery.ledger import Ledger
from bot.delivery.reconciler import Reconciler
from bot.domain.reaction import Added, Cleared, Removed, emoji_key


class Feedback(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.ledger = Ledger(bot)
        self.reconciler = Reconciler(bot, self.ledger)

    async def cog_unload(self) -> None:
        await self.reconciler.worker.stop()
        await self.ledger.stop()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        self.reconciler.new_session()

    @commands.Cog.listener()
    async def on_rows_changed(self) -> None:
        self.reconciler.worker.wake()

    @commands.Cog.listener()
    async def on_raw_reaction_add(self, payload: discord.RawReactionActionEvent) -> None:
        by_bot = payload.member is not None and payload.member.bot
        now = discord.utils.utcnow()
        self.ledger.hear(Added(payload.message_id, payload.user_id, key(payload.emoji), by_bot, now, payload.burst))

    @commands.Cog.listener()
    async def on_raw_reaction_remove(self, payload: discord.RawReactionActionEvent) -> None:
        self.ledger.hear(Removed(payload.message_id, payload.user_id, key(payload.emoji), payload.burst))

    @commands.Cog.listener()
    async def on_raw_reaction_clear(self, payload: discord.RawReactionClearEvent) -> None:
        self.ledger.hear(Cleared(payload.message_id, None))

    @commands.Cog.listener()
    async def on_raw_reaction_clear_emoji(self, payload: discord.RawReactionClearEmojiEvent) -> None:
        self.ledger.hear(Cleared(payload.message_id, key(payload.emoji)))

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        self.ledger.hear(Cleared(payload.message_id, None))

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        for message_id in payload.message_ids:
            self.ledger.hear(Cleared(message_id, None))


def key(emoji: discord.PartialEmoji) -> str:
    return emoji_key(emoji.name or "", emoji.id)


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Feedback(bot))

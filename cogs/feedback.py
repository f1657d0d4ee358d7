"""Listening to what readers do to reactions, and handing it to the ledger in batches."""

import asyncio
import logging
import secrets

import discord
from discord.ext import commands

from bot.client import DrabbleBot
from bot.domain.reaction import Added, Change, Cleared, Removed, emoji_key
from bot.services import recording

log = logging.getLogger(__name__)


class Feedback(commands.Cog):
    """What arrives while a batch is being written makes the next batch: batches grow with the load."""

    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self._heard: list[Change] = []
        self._writing: asyncio.Task[None] | None = None

    async def cog_unload(self) -> None:
        if self._writing is not None:
            await asyncio.gather(self._writing, return_exceptions=True)

    @commands.Cog.listener()
    async def on_raw_reaction_add(self, payload: discord.RawReactionActionEvent) -> None:
        by_bot = payload.member is not None and payload.member.bot
        self._hear(Added(payload.message_id, payload.user_id, key(payload.emoji), by_bot, discord.utils.utcnow()))

    @commands.Cog.listener()
    async def on_raw_reaction_remove(self, payload: discord.RawReactionActionEvent) -> None:
        self._hear(Removed(payload.message_id, payload.user_id, key(payload.emoji)))

    @commands.Cog.listener()
    async def on_raw_reaction_clear(self, payload: discord.RawReactionClearEvent) -> None:
        self._hear(Cleared(payload.message_id, None))

    @commands.Cog.listener()
    async def on_raw_reaction_clear_emoji(self, payload: discord.RawReactionClearEmojiEvent) -> None:
        self._hear(Cleared(payload.message_id, key(payload.emoji)))

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        self._hear(Cleared(payload.message_id, None))

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        for message_id in payload.message_ids:
            self._hear(Cleared(message_id, None))

    def _hear(self, change: Change) -> None:
        self._heard.append(change)
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write(), name="ledger")

    async def _write(self) -> None:
        while self._heard:
            batch, self._heard = self._heard, []
            try:
                await recording.record(self.bot.database, batch)
            except Exception:
                incident = secrets.token_hex(4)
                log.exception("incident %s: %d reactions could not be recorded", incident, len(batch))


def key(emoji: discord.PartialEmoji) -> str:
    return emoji_key(emoji.name or "", emoji.id)


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Feedback(bot))

"""Drafts that their writers discarded, and those that nobody has touched for long."""

import discord
from discord.ext import commands

from bot.client import DrabbleBot, Interaction, guild_of
from bot.delivery.letting_drafts_go import LettingGo
from bot.services import drafting
from bot.ui.answering import private, rights
from bot.ui.views import draft_list


class OldDrafts(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        bot.routes |= rights.routes({"draft.discarded": self.discarded})
        self.letting_go = LettingGo(bot)

    async def cog_unload(self) -> None:
        await self.letting_go.worker.stop()

    async def discarded(self, interaction: Interaction, number: int) -> None:
        """A page of them, from which they can be brought back."""
        found = await drafting.discarded(self.bot.database, guild_of(interaction).id, interaction.user.id, number)
        await private.show(interaction, draft_list.discarded(found))

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        self.letting_go.worker.wake()

    @commands.Cog.listener("on_guild_join")
    @commands.Cog.listener("on_guild_available")
    async def guild_is_there(self, _: discord.Guild) -> None:
        """What was due while it was away waited for it."""
        self.letting_go.worker.wake()


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(OldDrafts(bot))

"""`/log`: who of the moderators did what, when and why."""

import asyncio

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import DrabbleBot, Interaction, guild_of
from bot.domain.moderation import log_file
from bot.domain.moderation.deed import Matter, Sought
from bot.domain.text import limits
from bot.domain.text.parts import in_parts
from bot.services import reading_log
from bot.ui.answering import permission, private
from bot.ui.views import log


class LogOfDeeds(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot

    @app_commands.command(name="log", description="What moderators did here, when and why; with a file of all of it.")
    @app_commands.describe(
        moderator="What this moderator did.", member="What was done about this member.", about="What it was about."
    )
    @app_commands.guild_only()
    async def show(
        self,
        interaction: Interaction,
        moderator: discord.User | None = None,
        member: discord.User | None = None,
        about: Matter | None = None,
    ) -> None:
        sought = Sought(moderator and moderator.id, member and member.id, about)
        found = await reading_log.log(self.bot.database, guild_of(interaction).id, sought)
        places = {deed.channel_id for deed in found if deed.channel_id is not None}
        in_sight = {None, *[place for place in places if await permission.sees(interaction, place)]}
        titles = {None, *await permission.titles_told(interaction)}
        told = [deed for deed in found if deed.channel_id in in_sight and deed.round_id in titles]
        if not told:
            await private.show(interaction, log.nothing())
            return
        await private.think(interaction)
        files = await asyncio.to_thread(in_parts, told, log_file.written, limits.FILE)
        await private.show_all(interaction, log.listed(told, files))


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(LogOfDeeds(bot))

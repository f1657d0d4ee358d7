"""`/member`: from whom a server takes no entries."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import DrabbleBot, Interaction
from bot.domain.moderation.case import LONGEST_REASON
from bot.services import moderating
from bot.ui.answering import asking, private
from bot.ui.views import moderation


@app_commands.guild_only()
class Members(commands.GroupCog, group_name="member", group_description="Who may hand in here"):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot

    @app_commands.command(description="Take no entries from a member any more.")
    @app_commands.describe(member="Who", reason="Why, for them to read.")
    async def block(
        self,
        interaction: Interaction,
        member: discord.User,
        reason: app_commands.Range[str, 1, LONGEST_REASON] | None = None,
    ) -> None:
        await moderating.block(self.bot.database, asking.asked(interaction), member.id, reason)
        await private.show(interaction, moderation.blocked(member.id))

    @app_commands.command(description="Let a blocked member hand in again.")
    @app_commands.describe(member="Who")
    async def unblock(self, interaction: Interaction, member: discord.User) -> None:
        await moderating.unblock(self.bot.database, asking.asked(interaction), member.id)
        await private.show(interaction, moderation.unblocked(member.id))


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Members(bot))

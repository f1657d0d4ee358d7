"""Stories in the channel: what readers find under them, just for who asks."""

import asyncio

from discord.ext import commands

from bot.client import DrabbleBot, Interaction
from bot.domain.problem import NotUnderstood, RefusedError
from bot.ui.answering import permission, private, route_subject
from bot.ui.views import entry_card, press, read_on


class ReadingOn(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        bot.routes |= route_subject.story_in_sight({"entry.read": self.read})

    async def read(self, interaction: Interaction, entry_id: int) -> None:
        """*Read on*, or a way from one page to the next."""
        posted, number = await permission.story_in_sight(interaction, entry_id), press.detail(interaction)
        pages = await asyncio.to_thread(entry_card.pages, posted.entry)  # they stay at hand for the view
        if number >= len(pages):
            raise RefusedError(NotUnderstood())
        await private.show(interaction, read_on.page(posted, number))


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(ReadingOn(bot))

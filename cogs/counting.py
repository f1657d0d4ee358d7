"""Counting the words of any text, privately."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import DrabbleBot, Interaction
from bot.domain.problem import NothingHandedOver, RefusedError, StoryTooLong
from bot.domain.reading import manuscript
from bot.intake import understanding
from bot.services import finding, settling
from bot.ui.answering import members_message, private, receiving, rights
from bot.ui.views import counting, draft_preview, writing
from bot.ui.wording import encodings


class Counting(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.menu = app_commands.ContextMenu(
            name="Count words",
            callback=self.count_message,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True),
        )
        bot.forms |= rights.routes({"count.text": self.count_text})

    async def cog_load(self) -> None:
        self.bot.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        self.bot.tree.remove_command(self.menu.name, type=self.menu.type)

    @app_commands.command(description="Count the words of a text or a file, just for you.")
    @app_commands.allowed_contexts(guilds=True, dms=True)
    async def count(self, interaction: Interaction) -> None:
        await interaction.response.send_modal(writing.to_count(interaction))

    async def count_text(self, interaction: Interaction, _: int) -> None:
        """The modal of `/count` came back."""
        await self.answer(interaction, *writing.handed_over(interaction))

    async def count_message(self, interaction: Interaction, shown: discord.Message) -> None:
        entry = await finding.entry_on(self.bot.database, members_message.first_id(shown))
        if entry is not None:
            await private.show(interaction, counting.of_entry(entry))
        else:
            await self.answer(
                interaction, *members_message.read(shown), members_message.about(shown, *members_message.COUNTED)
            )

    async def answer(
        self, interaction: Interaction, typed: str, file: discord.Attachment | None, note: str | None = None
    ) -> None:
        text = typed
        if file is not None:
            try:
                loaded = await receiving.download(interaction, file)
                text = writing.under(typed, loaded.text)
                note = " ".join(filter(None, (note, encodings.doubt(loaded.doubtful_encoding)))) or None
            except RefusedError as refused:
                if not typed.strip():
                    raise
                note = draft_preview.refused(refused.problems, "I counted the text alone.")
        if not text.strip():
            raise RefusedError(NothingHandedOver())
        if manuscript.is_too_long(text):
            raise RefusedError(StoryTooLong(len(text), manuscript.LONGEST))
        await understanding.read(text, interaction.user.id)
        customs = await settling.customs(self.bot.database, interaction.guild_id or 0)
        await private.show(interaction, counting.counted(manuscript.parse(text), customs.convention, note))


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Counting(bot))

"""`/entry`: writers look at an entry, change it, take it back."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import DrabbleBot, Interaction
from bot.domain.problem import EntryToName, NoEntryStanding, RefusedError
from bot.domain.rounds import request_key
from bot.intake import understanding
from bot.services import drafting, editing, finding, withdrawing
from bot.ui.answering import own_entries, private, receiving, rights
from bot.ui.answering.own_entries import Own
from bot.ui.answering.round_choices import Choices
from bot.ui.views import press, withdrawal


@app_commands.guild_only()
class Entries(commands.GroupCog, group_name="entry", group_description="Your entries"):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        bot.routes |= rights.routes(
            {
                "entry.page": own_entries.show_page,
                "entry.open": own_entries.show,
                "entry.edit": self.begin,
                "entry.whole": own_entries.show_whole,
                "entry.versions": self.versions,
                "entry.version": self.version,
                "entry.ask": self.ask,
                "entry.withdraw": self.chosen,
                "entry.take_back": self.take_back,
                "entry.leave": self.leave,
            }
        )

    # -- looking at them --------------------------------------------------------------------------

    @app_commands.command(description="One of your entries: where it stands, its hearts, and what you can do with it.")
    @app_commands.describe(entry="Which one, when you have several.")
    async def show(self, interaction: Interaction, entry: str | None = None) -> None:
        own = await own_entries.all_of(interaction)
        if entry is None and len(own) != 1:
            await own_entries.show_page(interaction, 0)
        else:
            await own_entries.show(interaction, await self.named(interaction, own, entry))

    @app_commands.command(description="What one of your entries said before you changed it.")
    @app_commands.describe(entry="Which one, when you have several.")
    async def history(self, interaction: Interaction, entry: str | None = None) -> None:
        own = await own_entries.all_of(interaction)
        if entry is None and len(own) != 1:
            await own_entries.show_page(interaction, 0)
        else:
            await own_entries.show_history(interaction, await self.named(interaction, own, entry))

    async def named(self, interaction: Interaction, own: Own, entry: str | None) -> int:
        found = own[0][0].id if entry is None else own_entries.meant(own, entry)
        await rights.is_own_entry(interaction, found)
        return found

    async def versions(self, interaction: Interaction, entry_id: int) -> None:
        await own_entries.show_history(interaction, entry_id, press.detail_if_any(interaction) or 0)

    async def version(self, interaction: Interaction, entry_id: int) -> None:
        await own_entries.show_version(interaction, entry_id, press.detail(interaction))

    # -- changing them ----------------------------------------------------------------------------

    @app_commands.command(description="Change an entry while its round is open; nobody sees it before you save it.")
    @app_commands.describe(
        entry="Which one, when you have several.", file="A file with the new text, in the place of the old one."
    )
    async def edit(
        self, interaction: Interaction, entry: str | None = None, file: discord.Attachment | None = None
    ) -> None:
        own = await self.changeable(interaction)
        if entry is None and not own:
            raise RefusedError(NoEntryStanding())
        if entry is not None or len(own) == 1:
            entry_id = await self.named(interaction, own, entry)
            await self.begin(interaction, entry_id, file)
        elif file is not None:
            raise RefusedError(EntryToName())
        else:
            await own_entries.show_page(interaction, 0)

    async def begin(self, interaction: Interaction, entry_id: int, file: discord.Attachment | None = None) -> None:
        """The entry's text becomes a draft again, which changes the entry once it is saved. A file that cannot be read
        begins nothing, so that a change that waits is still asked about.
        """
        loaded = None if file is None else await receiving.download(interaction, file)
        request, at = request_key.interaction(interaction.id), interaction.created_at
        draft = await editing.begin(self.bot.database, entry_id, interaction.user.id, request, at)
        self.bot.wake()  # moderators are asked no more about a change that waited
        if loaded is not None:
            attempt = receiving.attempt(interaction, loaded.text)
            draft = (await drafting.retext(self.bot.database, draft.id, attempt)).draft
        await self.bot.show_draft(interaction, draft)

    async def changeable(self, interaction: Interaction) -> Own:
        guild_id, now = interaction.guild_id or 0, interaction.created_at
        return await editing.changeable(self.bot.database, guild_id, interaction.user.id, now)

    # -- taking them back -------------------------------------------------------------------------

    @app_commands.command(description="Take an entry back while its round is open; its text stays yours.")
    @app_commands.describe(entry="Which one, when you have several.")
    async def withdraw(self, interaction: Interaction, entry: str | None = None) -> None:
        own = await self.withdrawable(interaction)
        if entry is not None:
            await self.ask_about(interaction, own_entries.meant(own, entry))
        elif not own:
            raise RefusedError(NoEntryStanding())
        elif len(own) == 1:
            await self.ask_about(interaction, own[0][0].id)
        else:
            await private.show(interaction, withdrawal.which(own))

    async def chosen(self, interaction: Interaction, _: int) -> None:
        """The writer chose one of several entries."""
        await self.ask_about(interaction, press.chosen_number(interaction))

    async def ask_about(self, interaction: Interaction, entry_id: int) -> None:
        await rights.is_own_entry(interaction, entry_id)
        await self.ask(interaction, entry_id)

    async def ask(self, interaction: Interaction, entry_id: int) -> None:
        stake = await withdrawing.at_stake(self.bot.database, entry_id, interaction.user.id, interaction.created_at)
        await private.show(interaction, withdrawal.question(stake))

    async def take_back(self, interaction: Interaction, entry_id: int) -> None:
        draft = await withdrawing.withdraw(self.bot.database, entry_id, interaction.user.id, interaction.created_at)
        self.bot.wake()
        await understanding.of(draft)
        await private.show(interaction, withdrawal.taken_back(draft))

    async def leave(self, interaction: Interaction, _: int) -> None:
        await private.show(interaction, withdrawal.left())

    async def withdrawable(self, interaction: Interaction) -> Own:
        guild_id, now = interaction.guild_id or 0, interaction.created_at
        return await finding.own_entries(self.bot.database, guild_id, interaction.user.id, now)

    # -- the choices while a name is typed --------------------------------------------------------

    @show.autocomplete("entry")
    @history.autocomplete("entry")
    async def suggest(self, interaction: Interaction, typed: str) -> Choices:
        return own_entries.choices(await own_entries.all_of(interaction), typed)

    @edit.autocomplete("entry")
    async def suggest_changeable(self, interaction: Interaction, typed: str) -> Choices:
        return own_entries.choices(await self.changeable(interaction), typed)

    @withdraw.autocomplete("entry")
    async def suggest_withdrawable(self, interaction: Interaction, typed: str) -> Choices:
        return own_entries.choices(await self.withdrawable(interaction), typed)


class WritersDesk(commands.Cog):
    @app_commands.command(description="Your entries here: where they stand, with their hearts.")
    @app_commands.guild_only()
    async def entries(self, interaction: Interaction) -> None:
        await own_entries.show_page(interaction, 0)


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Entries(bot))
    await bot.add_cog(WritersDesk())

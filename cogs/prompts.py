"""`/prompts`: the bank of a server's prompts, for moderators."""

import asyncio
import io
from collections.abc import Callable
from dataclasses import replace

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import DrabbleBot, Interaction, guild_of
from bot.domain.problem import NotUnderstood, Problem, RefusedError
from bot.domain.prompts import prompt as prompt_rules
from bot.domain.prompts import prompt_file
from bot.domain.prompts.image_file import Image
from bot.domain.prompts.incoming import Import
from bot.domain.prompts.prompt import LONGEST_SET, Prompt
from bot.domain.prompts.prompt_file import Each
from bot.domain.prompts.search import Search
from bot.domain.rounds import request_key
from bot.intake import comparing, loading
from bot.services import drawing_prompts, finding, importing_prompts, keeping_bank, suggesting
from bot.ui.answering import asking, permission, private, prompt_choices, receiving, rights
from bot.ui.answering.round_choices import Typed
from bot.ui.views import bank, bank_form, import_preview, modal, press, suggestion_card
from bot.ui.wording import refusals

SetName = app_commands.Range[str, 1, LONGEST_SET]


USED, UNUSED = "used", "unused"
"""What a list may show alone."""


@app_commands.guild_only()
class Prompts(commands.GroupCog, group_name="prompts", group_description="The bank of prompts"):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        bot.routes |= rights.routes(
            {
                "prompts.page": self.page,
                "prompts.of_set": self.of_set,
                "prompts.of_use": self.of_use,
            }
        )
        bot.forms |= rights.routes({"prompts.add": self.added})
        bot.routes |= rights.routes(
            {
                "prompts.open": self.open,
                "prompts.edit": self.reworded,
                "prompts.another": self.another,
                "prompts.remove": self.before_removing,
                "prompts.take_out": self.take_out,
            }
        )
        bot.forms |= rights.routes({"prompts.edit": self.edited})
        bot.routes |= rights.routes(
            {
                "prompts.alike": self.alike,
                "prompts.leave_out": self.left_out,
                "prompts.no_doubles": self.no_doubles,
                "prompts.no_alike": self.no_alike,
                "prompts.take": self.take,
                "prompts.put_aside": self.put_aside,
            }
        )

    # -- one prompt -------------------------------------------------------------------------------

    @app_commands.command(description="Put a prompt into the bank.")
    @app_commands.rename(set_="set")
    @app_commands.describe(set_="The set it belongs to, such as Winter; a new name makes a new set.")
    @app_commands.autocomplete(set_=prompt_choices.own_sets)
    async def add(self, interaction: Interaction, set_: SetName | None = None) -> None:
        await interaction.response.send_modal(bank_form.BankForm(interaction, None, set_ or ""))

    async def another(self, interaction: Interaction, prompt_id: int) -> None:
        """Another prompt for the same set."""
        found = await keeping_bank.get(self.bot.database, guild_of(interaction).id, prompt_id)
        await interaction.response.send_modal(bank_form.BankForm(interaction, None, found.set_name))

    async def added(self, interaction: Interaction, _: int) -> None:
        wording, attachment = bank_form.read(interaction)
        image, problems = await self.picture_in(interaction, attachment)
        asked = replace(asking.asked(interaction), request=modal.request(interaction))
        prompt = await keeping_bank.add(self.bot.database, asked, wording, image=image)
        self.bot.wake()  # a round may wait for a prompt
        await self.show_one(interaction, prompt, said("It is in the bank.", problems), beside=True)

    @app_commands.command(description="Change a prompt of the bank.")
    @app_commands.describe(prompt="Words from it; choose it from the list.")
    @app_commands.autocomplete(prompt=prompt_choices.prompts)
    async def edit(self, interaction: Interaction, prompt: Typed) -> None:
        found = await keeping_bank.meant(self.bot.database, guild_of(interaction).id, prompt)
        await interaction.response.send_modal(bank_form.BankForm(interaction, found))

    async def reworded(self, interaction: Interaction, prompt_id: int) -> None:
        found = await keeping_bank.get(self.bot.database, guild_of(interaction).id, prompt_id)
        await interaction.response.send_modal(bank_form.BankForm(interaction, found))

    async def edited(self, interaction: Interaction, prompt_id: int) -> None:
        wording, attachment = bank_form.read(interaction)
        image, problems = await self.picture_in(interaction, attachment)
        asked = asking.asked(interaction)
        prompt = await keeping_bank.edit(self.bot.database, asked, prompt_id, wording, image)
        await self.show_one(interaction, prompt, said("It is changed.", problems), beside=True)

    @app_commands.command(description="Take a prompt out of the bank.")
    @app_commands.describe(prompt="Words from it; choose it from the list.")
    @app_commands.autocomplete(prompt=prompt_choices.prompts)
    async def remove(self, interaction: Interaction, prompt: Typed) -> None:
        found = await keeping_bank.meant(self.bot.database, guild_of(interaction).id, prompt)
        await private.show(interaction, bank.before_removing(found))

    async def before_removing(self, interaction: Interaction, prompt_id: int) -> None:
        found = await keeping_bank.get(self.bot.database, guild_of(interaction).id, prompt_id)
        await private.show(interaction, bank.before_removing(found))

    async def take_out(self, interaction: Interaction, prompt_id: int) -> None:
        removed = await keeping_bank.remove(self.bot.database, asking.asked(interaction), prompt_id)
        await private.show(interaction, bank.removed(removed))

    async def open(self, interaction: Interaction, prompt_id: int) -> None:
        found = await keeping_bank.get(self.bot.database, guild_of(interaction).id, prompt_id)
        await self.show_one(interaction, found, page=press.detail(interaction))

    # -- all of them ------------------------------------------------------------------------------

    @app_commands.command(name="list", description="Look through the bank.")
    @app_commands.rename(set_="set")
    @app_commands.describe(
        set_="One set alone, of yours or one that came with me.",
        words="Words that they have in them.",
        show="Unused or used ones alone. All when left out.",
    )
    @app_commands.choices(show=[app_commands.Choice(name=each, value=each) for each in (UNUSED, USED)])
    @app_commands.autocomplete(set_=prompt_choices.sets)
    async def list_(
        self,
        interaction: Interaction,
        set_: SetName | None = None,
        words: Typed | None = None,
        show: str | None = None,
    ) -> None:
        guild_id = guild_of(interaction).id
        name = None if set_ is None else await drawing_prompts.named(self.bot.database, guild_id, set_)
        search = Search(name, words, None if show is None else show == USED)
        await keeping_bank.look_for(self.bot.database, guild_id, interaction.user.id, search)
        await self.page(interaction, 0)

    async def page(self, interaction: Interaction, number: int) -> None:
        database, guild_id = self.bot.database, guild_of(interaction).id
        told = await permission.titles_told(interaction)
        shown = await keeping_bank.page(database, guild_id, interaction.user.id, number)
        shown = replace(shown, prompts=prompt_rules.as_told(shown.prompts, told))
        await private.show(interaction, bank.page(shown, await keeping_bank.sets(database, guild_id)))

    async def of_set(self, interaction: Interaction, _: int) -> None:
        guild_id, value = guild_of(interaction).id, press.only(interaction) or ""
        name = None
        if value != bank.ALL:
            name = await drawing_prompts.named(self.bot.database, guild_id, value.removeprefix(bank.A_SET))
        await self.narrow(interaction, lambda search: replace(search, set_name=name))

    async def of_use(self, interaction: Interaction, _: int) -> None:
        value = press.only(interaction) or ""
        if value not in bank.USES:
            raise RefusedError(NotUnderstood())
        await self.narrow(interaction, lambda search: replace(search, used=bank.USES[value]))

    async def narrow(self, interaction: Interaction, change: Callable[[Search], Search]) -> None:
        await keeping_bank.narrow(self.bot.database, guild_of(interaction).id, interaction.user.id, change)
        await self.page(interaction, 0)

    @app_commands.command(description="Your prompts as a file for a spreadsheet; /prompts import takes it again.")
    async def export(self, interaction: Interaction) -> None:
        told = await permission.titles_told(interaction)
        found = await keeping_bank.every(self.bot.database, guild_of(interaction).id)
        if not found:
            await private.show(interaction, bank.nothing_to_export())
            return
        await private.think(interaction)
        files = await asyncio.to_thread(lambda: prompt_file.written(prompt_rules.as_told(found, told)))
        await private.show_all(interaction, bank.exported(len(found), files))

    # -- a file -----------------------------------------------------------------------------------

    @app_commands.command(
        name="import", description="Take over prompts from a file. You see them before they are taken."
    )
    @app_commands.rename(set_="set")
    @app_commands.describe(
        file="A text (.txt, .md), or a table (.csv) with a column prompt and perhaps a column set.",
        set_="The set for those that name none.",
        each="What each prompt of a text is. I see it by myself when left out.",
    )
    @app_commands.choices(
        each=[
            app_commands.Choice(name="a line", value=Each.LINE.value),
            app_commands.Choice(name="what stands between blank lines", value=Each.BLOCK.value),
        ]
    )
    @app_commands.autocomplete(set_=prompt_choices.own_sets)
    async def import_(
        self, interaction: Interaction, file: discord.Attachment, set_: SetName | None = None, each: str | None = None
    ) -> None:
        prompt_file.check(file.filename, file.size)
        await private.think(interaction)
        database, guild_id, member_id = self.bot.database, guild_of(interaction).id, interaction.user.id
        loaded = await loading.read(file.filename, await receiving.whole(file), member_id)
        known, kind = await importing_prompts.texts(database, guild_id), None if each is None else Each(each)
        found = await comparing.prompts(file.filename, loaded, known, each=kind, set_name=set_ or "", member=member_id)
        request = request_key.interaction(interaction.id)
        await self.show_import(interaction, await importing_prompts.keep(database, guild_id, member_id, request, found))

    async def alike(self, interaction: Interaction, import_id: int) -> None:
        await self.show_import(interaction, await self.kept(interaction, import_id), press.detail(interaction))

    async def left_out(self, interaction: Interaction, import_id: int) -> None:
        """The moderator chose among the prompts of a page."""
        page = press.detail(interaction)
        beside = import_preview.on_page(await self.kept(interaction, import_id), page)
        chosen = press.chosen(interaction)
        places = [each.place for each in beside if str(each.place) in chosen]
        await self.leave_out(interaction, import_id, places, [each.place for each in beside], page)

    async def no_doubles(self, interaction: Interaction, import_id: int) -> None:
        places = [each.place for each in (await self.kept(interaction, import_id)).doubles]
        await self.leave_out(interaction, import_id, places, places)

    async def no_alike(self, interaction: Interaction, import_id: int) -> None:
        places = [each.place for each in (await self.kept(interaction, import_id)).alike]
        await self.leave_out(interaction, import_id, places, places)

    async def leave_out(
        self, interaction: Interaction, import_id: int, places: list[int], among: list[int], page: int = 0
    ) -> None:
        database, guild_id, member_id = self.bot.database, guild_of(interaction).id, interaction.user.id
        found = await importing_prompts.leave_out(database, guild_id, member_id, import_id, places=places, among=among)
        await self.show_import(interaction, found, page)

    async def take(self, interaction: Interaction, import_id: int) -> None:
        database, guild_id, member_id = self.bot.database, guild_of(interaction).id, interaction.user.id
        many = await importing_prompts.take(database, guild_id, member_id, import_id, interaction.created_at)
        self.bot.wake()  # a round may wait for a prompt
        await private.show(interaction, import_preview.taken(many))

    async def put_aside(self, interaction: Interaction, import_id: int) -> None:
        found = await self.kept(interaction, import_id)
        await importing_prompts.drop(self.bot.database, guild_of(interaction).id, interaction.user.id, import_id)
        await private.show(interaction, import_preview.put_aside(found))

    async def kept(self, interaction: Interaction, import_id: int) -> Import:
        return await importing_prompts.get(self.bot.database, guild_of(interaction).id, interaction.user.id, import_id)

    async def show_import(self, interaction: Interaction, found: Import, page: int = 0) -> None:
        await private.show(interaction, import_preview.preview(found, page))

    # -- what members suggest ---------------------------------------------------------------------

    @app_commands.command(description="What members suggested and nobody has looked at yet.")
    async def suggestions(self, interaction: Interaction) -> None:
        found = await suggesting.waiting(self.bot.database, guild_of(interaction).id)
        await private.show(interaction, suggestion_card.waiting(found))

    # -- steps that several commands take ---------------------------------------------------------

    async def picture_in(
        self, interaction: Interaction, attachment: discord.Attachment | None
    ) -> tuple[Image | None, list[Problem]]:
        """The picture of a form. Where it cannot be used, the words are kept, and another can be added to them."""
        if attachment is None:
            return None, []
        await private.think(interaction)
        try:
            return await receiving.picture(attachment), []
        except RefusedError as refused:
            return None, list(refused.problems)

    async def show_one(
        self, interaction: Interaction, prompt: Prompt, note: str = "", *, page: int = 0, beside: bool = False
    ) -> None:
        """A prompt in full; `beside` the one that it is like, if so."""
        file = None
        if prompt.image_id is not None:
            image = await finding.image(self.bot.database, prompt.image_id)
            file = discord.File(io.BytesIO(image.data), image.name)
        twin = await keeping_bank.twin(self.bot.database, prompt) if beside else None
        (prompt,) = prompt_rules.as_told([prompt], await permission.titles_told(interaction))
        view = bank.one(prompt, file, note=note, twin=twin, page=page)
        await private.show(interaction, view, [file] if file is not None else [])


def said(note: str, problems: list[Problem]) -> str:
    return "\n".join([note, *map(refusals.worded, problems)])


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Prompts(bot))

"""How drabbles come in: the doors, one preview, and the drafts that are kept for their writers."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import discord
from discord import app_commands
from discord.ext import commands

from bot import command_options
from bot.client import NOT_REACHED, DrabbleBot, Interaction, guild_of
from bot.domain.entries.draft import Draft
from bot.domain.entries.entry import Entry
from bot.domain.header import form, header
from bot.domain.problem import NotAsShown, NothingHandedOver, RefusedError
from bot.intake import understanding
from bot.services import drafting, finding, submitting
from bot.services.drafting import Changed
from bot.ui.answering import (
    judging,
    meant_round,
    members_message,
    own_entries,
    permission,
    private,
    receiving,
    rights,
    round_choices,
)
from bot.ui.answering.round_choices import Typed
from bot.ui.answering.tag_choices import OF_HEADER
from bot.ui.views import bounds, draft_preview, handing_in, header_form, modal, press, revision, writing
from bot.ui.wording import encodings, refusals

log = logging.getLogger(__name__)

Keep = Callable[[str], Awaitable[Changed]]


@dataclass(frozen=True, slots=True)
class Received:
    """The draft that holds the text, None if there was no text; and what there is to say of a file."""

    draft: Draft | None
    refused: RefusedError | None = None
    before: Draft | None = None
    """The draft before this change; None for a new draft."""
    doubt: str | None = None

    def note(self, kept: str) -> str | None:
        return self.doubt if self.refused is None else draft_preview.refused(self.refused.problems, kept)


class Submissions(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.menu = app_commands.ContextMenu(name="Enter as drabble", callback=self.enter)
        self.menu.guild_only = True
        bot.keep_text = self.keep_text
        bot.show_draft = self.show
        bot.routes |= rights.routes({"round.submit": self.submit_to})
        bot.forms |= rights.routes(
            {
                "draft.new": self.new,
                "draft.text": self.text,
                "draft.header": self.header,
                "draft.form_filled": self.form_filled,
            }
        )
        bot.routes |= rights.routes(
            {
                "draft.open": self.open,
                "draft.edit_text": self.edit_text,
                "draft.new_text": self.new_text,
                "draft.edit_header": self.edit_header,
                "draft.bounds": self.bounds,
                "draft.start_up": self.start,
                "draft.start_down": self.start,
                "draft.end_up": self.end,
                "draft.end_down": self.end,
                "draft.take": self.take,
                "draft.take_story": self.take_story,
                "draft.form": self.form,
                "draft.more": self.more,
                "draft.choose_round": self.choose_round,
                "draft.hand_in": self.hand_in,
                "draft.hand_in_without": self.hand_in_without,
            }
        )

    async def cog_load(self) -> None:
        self.bot.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        self.bot.tree.remove_command(self.menu.name, type=self.menu.type)

    # -- the doors --------------------------------------------------------------------------------

    @app_commands.command(description="Hand in a drabble: paste it, or add it as a file.")
    @app_commands.rename(asked="round")
    @app_commands.describe(asked="Which round it is for, when several are open.", **writing.BEGINNINGS)
    @app_commands.autocomplete(asked=round_choices.open_rounds, **OF_HEADER)
    @app_commands.guild_only()
    async def submit(
        self,
        interaction: Interaction,
        asked: Typed | None = None,
        fandom: Typed | None = None,
        pairing: Typed | None = None,
        characters: Typed | None = None,
    ) -> None:
        round_ = None if asked is None else await meant_round.to_enter(interaction, asked)
        began = writing.begun(fandom=fandom, pairing=pairing, characters=characters)
        await interaction.response.send_modal(writing.new_draft(interaction, round_, began))

    async def submit_to(self, interaction: Interaction, round_id: int) -> None:
        """The button on a round's card was pressed."""
        round_ = await finding.one_round(self.bot.database, guild_of(interaction).id, round_id)
        await submitting.must_take(self.bot.database, round_, interaction.user.id, interaction.created_at)
        await interaction.response.send_modal(writing.new_draft(interaction, round_))

    async def new(self, interaction: Interaction, round_id: int) -> None:
        """The modal of `/submit` and of the button came back."""
        typed, file = writing.handed_over(interaction)
        await self.take_in(interaction, typed, file, self.new_draft(interaction), round_id=round_id)

    async def keep_text(self, interaction: Interaction) -> bool:
        """Keep a story from a form or a command that we do not understand, as a draft without a round."""
        typed = writing.handed_over(interaction)[0] or command_options.text(interaction)
        if interaction.guild is None or not typed.strip():
            return False
        await drafting.save(self.bot.database, receiving.attempt(interaction, typed))
        return True

    async def enter(self, interaction: Interaction, shown: discord.Message) -> None:
        """The menu of a message. What was entered before is shown as it is by now; only what its writer changed there
        since is taken in.
        """
        message_id = members_message.first_id(shown)
        entry = await finding.entry_on(self.bot.database, message_id)
        members_message.must_be_own(shown, entry, interaction.user.id)
        before = entry or await drafting.became(self.bot.database, receiving.attempt(interaction, "", message_id))
        if isinstance(before, Entry):
            await own_entries.show(interaction, before.id, members_message.ALREADY)
        elif before is None:
            await self.enter_from(interaction, shown, self.new_draft(interaction, message_id))
        else:
            await self.enter_again(interaction, shown, before)

    async def enter_again(self, interaction: Interaction, shown: discord.Message, before: Draft) -> None:
        async def keep(text: str) -> Changed:
            return await drafting.retext(self.bot.database, before.id, receiving.attempt(interaction, text))

        held = await drafting.restore(self.bot.database, before.id, interaction.user.id, interaction.created_at)
        if members_message.said_at(shown) > held.saved_at:
            await self.enter_from(interaction, shown, keep, members_message.CHANGED)
        else:
            await self.show_saved(interaction, held, members_message.BEGUN)

    async def enter_from(
        self, interaction: Interaction, shown: discord.Message, keep: Keep, note: str | None = None
    ) -> None:
        typed, file = members_message.read(shown)
        notes = (
            note,
            members_message.about(shown, *members_message.ENTERED),
            members_message.FORWARDED if shown.message_snapshots else None,
        )
        await self.take_in(interaction, typed, file, keep, note=" ".join(filter(None, notes)))

    def new_draft(self, interaction: Interaction, message_id: int | None = None) -> Keep:
        async def keep(text: str) -> Changed:
            attempt = receiving.attempt(interaction, text, message_id)
            return Changed(await drafting.save(self.bot.database, attempt), None)

        return keep

    async def take_in(
        self,
        interaction: Interaction,
        typed: str,
        file: discord.Attachment | None,
        keep: Keep,
        *,
        round_id: int = 0,
        note: str | None = None,
    ) -> None:
        received = await self.receive(interaction, typed, file, keep)
        if received.draft is None:
            raise received.refused or RefusedError(NothingHandedOver())
        draft = received.draft
        if draft.round_id is None and await permission.knows_round(interaction, round_id):
            draft = await drafting.choose_round(self.bot.database, draft.id, draft.author_id, round_id)
        notes = filter(None, (received.note("I kept the text that you typed."), note))
        await self.show_saved(interaction, draft, " ".join(notes))

    async def receive(
        self, interaction: Interaction, typed: str, file: discord.Attachment | None, keep: Keep
    ) -> Received:
        """Keep the typed text before anything else is done; a file's text goes under it."""
        kept = await keep(typed) if typed.strip() else None
        draft, before = (None, None) if kept is None else (kept.draft, kept.before)
        if file is None:
            return Received(draft, before=before)
        try:
            loaded = await receiving.download(interaction, file)
        except RefusedError as refused:
            return Received(draft, refused, before)
        doubt = encodings.doubt(loaded.doubtful_encoding)
        if draft is None:
            kept = await keep(loaded.text)
            return Received(kept.draft, before=kept.before, doubt=doubt)
        whole = receiving.attempt(interaction, writing.under(typed, loaded.text))
        draft = await drafting.put_under(self.bot.database, draft.id, whole, typed)
        return Received(draft, before=before, doubt=doubt)

    # -- the preview ------------------------------------------------------------------------------

    async def show(self, interaction: Interaction, draft: Draft, note: str | None = None) -> None:
        await receiving.understand(interaction, draft)
        judgement = await judging.judged(interaction, draft)
        if judgement.round is not None and draft.round_id is None:
            # *Hand in* must do what the preview shows, whichever rounds open and close in between.
            chosen = await drafting.choose_round(self.bot.database, draft.id, draft.author_id, judgement.round.id)
            judgement = replace(judgement, draft=chosen)
        await private.show(interaction, draft_preview.preview(judgement, note=note))

    async def show_saved(self, interaction: Interaction, draft: Draft, note: str | None) -> None:
        """Show the preview. If there are too many drafts, hand the oldest over as files first, then let them go."""
        await self.show(interaction, draft, note)
        beyond = await drafting.beyond_room(self.bot.database, draft.guild_id, draft.author_id)
        if not beyond:
            return
        text, files = writing.handed_back(beyond, drafting.MOST_HELD)
        try:
            await interaction.followup.send(text, files=files, ephemeral=True)
        except NOT_REACHED as unheard:
            log.info("interaction %s: drafts that would go stay, since nobody has them: %s", interaction.id, unheard)
            return
        for each in beyond:
            await drafting.let_go(self.bot.database, each, interaction.created_at)

    async def held(self, interaction: Interaction, draft_id: int) -> Draft:
        return await drafting.held(self.bot.database, draft_id, interaction.user.id)

    async def open(self, interaction: Interaction, draft_id: int) -> None:
        await self.show(interaction, await self.held(interaction, draft_id))

    async def choose_round(self, interaction: Interaction, draft_id: int) -> None:
        round_ = await permission.round_in_sight(interaction, press.chosen_number(interaction))
        draft = await drafting.choose_round(self.bot.database, draft_id, interaction.user.id, round_.id)
        await self.show(interaction, draft)

    async def hand_in(self, interaction: Interaction, draft_id: int) -> None:
        await self.submit_draft(interaction, draft_id, agreed=False)

    async def hand_in_without(self, interaction: Interaction, draft_id: int) -> None:
        """The writer says yes to what the question named."""
        await self.submit_draft(interaction, draft_id, agreed=True)

    async def submit_draft(self, interaction: Interaction, draft_id: int, *, agreed: bool) -> None:
        draft = await drafting.kept(self.bot.database, draft_id, guild_of(interaction).id, interaction.user.id)
        await receiving.understand_if_possible(interaction, [draft])
        try:
            entry, round_ = await submitting.submit(
                self.bot.database,
                draft_id,
                interaction.user.id,
                interaction.created_at,
                await judging.places(interaction),
                writer_name=interaction.user.display_name,
                joined_at=interaction.user.joined_at if isinstance(interaction.user, discord.Member) else None,
                shown=press.detail(interaction),
                agreed=agreed,
            )
        except submitting.AskFirstError as first:
            await private.show(interaction, handing_in.asks_first(first.judgement))
            return
        except RefusedError as refused:
            # The preview shows the reasons. A draft that is gone has no preview: `held` refuses it.
            note = refusals.worded(NotAsShown()) if NotAsShown() in refused.problems else None
            await self.show(interaction, await self.held(interaction, draft_id), note)
            return
        self.bot.wake()
        await receiving.understand_if_possible(interaction, [draft])
        await private.show(interaction, handing_in.counts_now(entry, round_, draft))

    # -- corrections ------------------------------------------------------------------------------

    async def edit_text(self, interaction: Interaction, draft_id: int) -> None:
        draft = await self.held(interaction, draft_id)
        if writing.fits_box(draft.text):
            await interaction.response.send_modal(writing.edit_text(interaction, draft))
        else:
            await give_back(interaction, draft)

    async def new_text(self, interaction: Interaction, draft_id: int) -> None:
        draft = await self.held(interaction, draft_id)
        await interaction.response.send_modal(writing.new_text(interaction, draft))

    async def edit_header(self, interaction: Interaction, draft_id: int) -> None:
        draft = await self.held(interaction, draft_id)
        await understanding.of(draft)
        if writing.fits_box(writing.header_lines(draft)):
            await interaction.response.send_modal(writing.edit_header(interaction, draft))
        else:
            await give_back(interaction, draft)

    async def bounds(self, interaction: Interaction, draft_id: int) -> None:
        await self.show_bounds(interaction, await self.held(interaction, draft_id))

    async def show_bounds(self, interaction: Interaction, draft: Draft) -> None:
        await private.show(interaction, bounds.bounds(await judging.judged(interaction, draft)))

    async def start(self, interaction: Interaction, draft_id: int) -> None:
        """The writer moved the start of the story to another line."""
        line, at = press.detail(interaction), interaction.created_at
        draft = await drafting.start_story(self.bot.database, draft_id, interaction.user.id, line, at)
        await self.show_bounds(interaction, draft)

    async def end(self, interaction: Interaction, draft_id: int) -> None:
        """The writer moved the end of the story to another line."""
        line, at = press.detail(interaction), interaction.created_at
        draft = await drafting.end_story(self.bot.database, draft_id, interaction.user.id, line, at)
        await self.show_bounds(interaction, draft)

    async def take(self, interaction: Interaction, draft_id: int) -> None:
        """The writer took another reading."""
        place, at = press.detail(interaction), interaction.created_at
        draft = await drafting.take_reading(self.bot.database, draft_id, interaction.user.id, place, at)
        await self.show(interaction, draft)

    async def take_story(self, interaction: Interaction, draft_id: int) -> None:
        """The writer chose one of several stories, or all."""
        place, at = press.chosen_number(interaction), interaction.created_at
        draft = await drafting.take_story(self.bot.database, draft_id, interaction.user.id, place, at)
        await self.show(interaction, draft)

    async def form(self, interaction: Interaction, draft_id: int) -> None:
        judgement = await judging.judged(interaction, await self.held(interaction, draft_id))
        await interaction.response.send_modal(header_form.first_page(interaction, judgement))

    async def more(self, interaction: Interaction, draft_id: int) -> None:
        draft = await self.held(interaction, draft_id)
        page = header_form.second_page(interaction, await judging.judged(interaction, draft))
        if page.children:
            await interaction.response.send_modal(page)
        else:
            await give_back(interaction, draft)

    async def text(self, interaction: Interaction, draft_id: int) -> None:
        """A new text came back. An empty box without a file keeps the old one."""

        async def keep(text: str) -> Changed:
            return await drafting.retext(self.bot.database, draft_id, receiving.attempt(interaction, text))

        typed, file = writing.handed_over(interaction)
        received = await self.receive(interaction, typed, file, keep)
        draft = received.draft or await self.held(interaction, draft_id)
        kept = "I kept the text that you typed." if received.draft else "The old text stays."
        empty = None if typed.strip() or file is not None else "The form came back empty. The old text stays."
        notes = (empty, received.note(kept), revision.moved(draft_id, draft), revision.of_text(received.before, draft))
        await self.show_saved(interaction, draft, "\n".join(filter(None, notes)))

    async def header(self, interaction: Interaction, draft_id: int) -> None:
        """New header lines came back."""
        lines = modal.submitted(interaction).texts[writing.HEADER]
        changed = await drafting.rehead(self.bot.database, draft_id, receiving.attempt(interaction, lines))
        await self.show_corrected(interaction, draft_id, changed)

    async def form_filled(self, interaction: Interaction, draft_id: int) -> None:
        """A page of the form came back."""
        answers = header_form.answers(interaction)
        lines = header.to_lines(form.filled(header.Header(), answers))
        changed = await drafting.fill_in(self.bot.database, draft_id, receiving.attempt(interaction, lines), answers)
        await self.show_corrected(interaction, draft_id, changed)

    async def show_corrected(self, interaction: Interaction, draft_id: int, changed: Changed) -> None:
        note = revision.moved(draft_id, changed.draft) or revision.of_header(changed.before, changed.draft)
        await self.show_saved(interaction, changed.draft, note)


async def give_back(interaction: Interaction, draft: Draft) -> None:
    view, file = writing.given_back(draft)
    await private.send(interaction, view, [file])


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Submissions(bot))

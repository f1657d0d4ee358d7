"""The boxes that writers write in, and the files that they get when a box is too small."""

import io
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import discord

from bot.domain.entries.draft import Draft
from bot.domain.header import header
from bot.domain.rounds.round import Round
from bot.domain.text import limits, message_length
from bot.ui.views import modal as modals
from bot.ui.views import press
from bot.ui.views.modal import Modal
from bot.ui.views.press import Press
from bot.ui.wording import terms

TEXT = "text"
FILE = "file"
HEADER = "header"

GIVEN_BACK = "your-text.txt"

STORY = "The story alone, or with its header on top."
FILE_INSTEAD = f"A {terms.kinds_text()} file, for a longer story. What you typed goes on top."


def fits_box(text: str) -> bool:
    return message_length.units(text) <= limits.TEXT_BOX


BEGINNINGS = {
    "fandom": "It begins the header in the box. I offer what stories here had.",
    "pairing": "The same for the pairing.",
    "characters": "The same for characters, with commas between.",
}
"""What the options of `/submit` say that begin a header."""


def begun(**fields: str | None) -> str | None:
    """The lines of a header that a writer began with these fields, and room for the story below."""
    lines = [f"{name.capitalize()}: {' '.join(value.split())}" for name, value in fields.items() if value is not None]
    return "\n".join([*lines, "", ""]) if lines else None


def new_draft(interaction: discord.Interaction[Any], round_: Round | None, began: str | None = None) -> Modal:
    """The form for a new text; `began` stands in its box already."""
    modal = Modal(interaction, "draft.new", round_.id if round_ is not None else 0, title="Hand in a drabble")
    modal.add_item(text_box(STORY, began))
    modal.add_item(file_field())
    return modal


def to_count(interaction: discord.Interaction[Any]) -> Modal:
    modal = Modal(interaction, "count.text", 0, title="Count words")
    modal.add_item(text_box(STORY))
    modal.add_item(file_field())
    return modal


def new_text(interaction: discord.Interaction[Any], draft: Draft) -> Modal:
    """An empty box for a text that is too long to be shown in one."""
    modal = Modal(interaction, "draft.text", draft.id, title="A new text")
    modal.add_item(text_box("It takes the place of the old text. Left empty, the old one stays."))
    modal.add_item(file_field())
    return modal


def edit_text(interaction: discord.Interaction[Any], draft: Draft) -> Modal:
    modal = Modal(interaction, "draft.text", draft.id, title="Edit your text")
    modal.add_item(text_box(STORY, draft.text))
    return modal


def edit_header(interaction: discord.Interaction[Any], draft: Draft) -> Modal:
    modal = Modal(interaction, "draft.header", draft.id, title="Edit the header")
    box = discord.ui.TextInput[Any](
        custom_id=HEADER,
        style=discord.TextStyle.paragraph,
        required=False,
        max_length=limits.TEXT_BOX,
        default=header_lines(draft),
        placeholder="Title: …\nFandom: …\nRating: …",
    )
    modal.add_item(
        discord.ui.Label(text="Header", description="One line for each field, like “Title: Rain”.", component=box)
    )
    return modal


def header_lines(draft: Draft) -> str:
    """The writer's own header lines, or else the header that was read."""
    return draft.header if draft.header is not None else header.to_lines(draft.read().header)


def text_box(description: str, text: str | None = None) -> discord.ui.Label[Any]:
    box = discord.ui.TextInput[Any](
        custom_id=TEXT, style=discord.TextStyle.paragraph, required=False, max_length=limits.TEXT_BOX, default=text
    )
    return discord.ui.Label(text="Text", description=description, component=box)


def file_field() -> discord.ui.Label[Any]:
    upload = discord.ui.FileUpload[Any](custom_id=FILE, required=False, min_values=0, max_values=1)
    return discord.ui.Label(text="A file", description=FILE_INSTEAD, component=upload)


def given_back(draft: Draft) -> tuple[discord.ui.LayoutView, discord.File]:
    """A text too long for a box, as a file, with a button for a new text."""
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(
        discord.ui.TextDisplay(
            f"Your text is longer than the {limits.TEXT_BOX:,} characters that a box holds, so here it is as a file."
            " Change it there, then put the new one in."
        )
    )
    view.add_item(discord.ui.File(f"attachment://{GIVEN_BACK}"))
    view.add_item(press.buttons(Press("draft.new_text", draft.id, label="Put in a new text")))
    return view, discord.File(io.BytesIO(draft.text.encode()), filename=GIVEN_BACK)


def handed_back(drafts: Sequence[Draft], most: int) -> tuple[str, list[discord.File]]:
    """Drafts beyond the most that are held, each as a file of its header and text."""
    those = terms.plural(len(drafts), "the oldest goes. Here it is as a file", "the oldest go. Here they are as files")
    text = (
        f"I hold up to {most} drafts for you on a server, and you have more, so {those}; `/submit` takes a file"
        " whenever you want it back."
    )
    return text, as_files(drafts)


def let_go(drafts: Sequence[Draft], kept: timedelta, server: str) -> tuple[str, list[discord.File]]:
    """Drafts that go since nobody has touched them, each as a file of its header and text."""
    those = terms.plural(len(drafts), "a draft of yours", f"{len(drafts)} drafts of yours")
    it = terms.plural(len(drafts), "it as a file", "them as files")
    saved = ", ".join(terms.stamp(draft.saved_at) for draft in drafts)
    text = (
        f"On **{terms.title_text(server)}** I held {those} that nobody has touched for {terms.length_text(kept)},"
        f" saved {saved}. I let go of what lies so long, so here you have {it}; `/submit` there takes a file whenever"
        " you want to go on."
    )
    return text, as_files(drafts)


def as_files(drafts: Sequence[Draft]) -> list[discord.File]:
    return [
        discord.File(io.BytesIO(under(draft.header or "", draft.text).encode()), filename=f"draft-{number}.txt")
        for number, draft in enumerate(drafts, 1)
    ]


# -- what comes back ------------------------------------------------------------------------------


def handed_over(interaction: discord.Interaction[Any]) -> tuple[str, discord.Attachment | None]:
    """The text and the file that a modal brought."""
    sent = modals.submitted(interaction)
    return sent.texts.get(TEXT, ""), next(iter(sent.files.get(FILE, ())), None)


def under(typed: str, from_file: str) -> str:
    """The typed text with a file's text under it."""
    return f"{typed.rstrip()}\n\n{from_file}" if typed.strip() else from_file

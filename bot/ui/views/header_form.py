"""The header as a form of two pages, for writers who have none to paste."""

from collections.abc import Collection
from typing import Any

import discord

from bot.domain.header import form
from bot.domain.header.field import Field
from bot.domain.header.header import Header
from bot.domain.header.rating import Rating
from bot.domain.problem import NotUnderstood, RefusedError
from bot.domain.text import limits
from bot.services.submitting import Judgement
from bot.ui.views import writing
from bot.ui.views.modal import Modal, submitted

Label = discord.ui.Label[Any]

ASKED_FOR = "This round asks for it."

HINTS = {
    Field.FANDOM: "The show, book, game or film it belongs to.",
    Field.PAIRING: "Couples as Ana/Ben or Ana & Ben, others with commas between.",
    Field.WARNINGS: "With any, readers open the story themselves. Others you named stay.",
    Field.SUMMARY: "What it is about, in a line or two.",
    Field.NOTES: "Whatever else readers should know.",
    Field.SPOILERS: "What it gives away. Readers then open the story themselves.",
    Field.WRITTEN_FOR: "A person, a community, a prompt.",
    Field.DISCLAIMER: "If you like to have one.",
    Field.WORD_COUNT: "As you count them. I count too.",
}

RATED = {
    Rating.GENERAL: "For everybody",
    Rating.TEEN: "Thirteen and older",
    Rating.MATURE: "For grown-up readers",
    Rating.EXPLICIT: "Adults only",
    Rating.NOT_RATED: "You would rather not say",
}

LONG = frozenset({Field.PAIRING, Field.SUMMARY, Field.NOTES, Field.SPOILERS, Field.DISCLAIMER})
"""Boxes of several lines."""


def first_page(interaction: discord.Interaction[Any], judgement: Judgement) -> Modal:
    header, required = judgement.manuscript.header, required_by(judgement)
    modal = Modal(interaction, "draft.form_filled", judgement.draft.id, title="Your story's header")
    for box in form.FIRST_PAGE:
        match box:
            case Field.RATING:
                modal.add_item(rating_choice(header, required))
            case Field.WARNINGS:
                modal.add_item(warning_choice(header, required))
            case _:
                add_box(modal, header, box, required)
    return modal


def second_page(interaction: discord.Interaction[Any], judgement: Judgement) -> Modal:
    """The second page. It has no box if all its values are too long for one."""
    header, required = judgement.manuscript.header, required_by(judgement)
    modal = Modal(interaction, "draft.form_filled", judgement.draft.id, title="More about your story")
    for box in form.second_page(header, required):
        add_box(modal, header, box, required)
    return modal


def answers(interaction: discord.Interaction[Any]) -> form.Answers:
    """The answers of either page: each box names its field."""
    sent = submitted(interaction)
    boxes = {**sent.texts, **{box: ", ".join(values) for box, values in sent.choices.items()}}
    if not boxes.keys() <= {field.value for field in Field}:
        raise RefusedError(NotUnderstood())
    return {Field(box): value for box, value in boxes.items()}


def required_by(judgement: Judgement) -> tuple[Field, ...]:
    return judgement.round.plan.required if judgement.round is not None else ()


# -- the boxes ------------------------------------------------------------------------------------


def add_box(modal: Modal, header: Header, box: Field, required: Collection[Field]) -> None:
    """Add a box, unless its value is too long for one: such a value stays as it is."""
    shown = form.shown(header, box)
    if not writing.fits_box(shown):
        return
    text = discord.ui.TextInput[Any](
        custom_id=box.value,
        style=discord.TextStyle.paragraph if box in LONG else discord.TextStyle.short,
        required=False,
        max_length=limits.TEXT_BOX,
        default=shown or None,
    )
    modal.add_item(Label(text=name(box), description=hint(box, required), component=text))


def rating_choice(header: Header, required: Collection[Field]) -> Label:
    shown = form.shown(header, Field.RATING)
    group = discord.ui.RadioGroup[Any](
        custom_id=Field.RATING.value,
        required=False,
        options=[
            discord.RadioGroupOption(
                label=form.rating_name(rating), description=description, default=form.rating_name(rating) == shown
            )
            for rating, description in RATED.items()
        ],
    )
    return Label(text=name(Field.RATING), description=hint(Field.RATING, required), component=group)


def warning_choice(header: Header, required: Collection[Field]) -> Label:
    ticked = form.ticked(header)
    group = discord.ui.CheckboxGroup[Any](
        custom_id=Field.WARNINGS.value,
        required=False,
        min_values=0,
        max_values=len(form.WARNINGS),
        options=[discord.CheckboxGroupOption(label=warning, default=warning in ticked) for warning in form.WARNINGS],
    )
    return Label(text=name(Field.WARNINGS), description=hint(Field.WARNINGS, required), component=group)


def name(box: Field) -> str:
    return "Pairing and characters" if box is Field.PAIRING else box.label


def hint(box: Field, required: Collection[Field]) -> str | None:
    asked = not {box, *(form.PEOPLE if box is Field.PAIRING else ())}.isdisjoint(required)
    return " ".join(filter(None, (HINTS.get(box), ASKED_FOR if asked else None))) or None

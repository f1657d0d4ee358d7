"""The form for what a reader does not want to be shown, and the answer to it."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.domain.header.rating import Rating
from bot.domain.header.warning import ArchiveWarning
from bot.domain.problem import NotUnderstood, RefusedError
from bot.domain.tags import reading_filter
from bot.domain.tags.tag import Tag, TagKind
from bot.domain.text import escaping, message_length
from bot.ui.views.layout import notice
from bot.ui.views.modal import Modal, submitted
from bot.ui.wording import terms

# The form's fields
FANDOMS = "fandoms"
WARNINGS = "warnings"
WORDS = "words"
RATINGS = "ratings"

LONGEST = 1_000
"""Characters of a box."""
LENGTHS = (1_000, 500, 250)
"""Characters shown of each list: the first of these that leaves room for all."""
ROOM = 3_000


def asking(interaction: discord.Interaction[Any], filters: Sequence[Tag]) -> Modal:
    """The form, filled with what holds now."""
    chosen = {name for kind in (TagKind.WARNING, TagKind.RATING) for name in reading_filter.of_kind(filters, kind)}
    modal = Modal(interaction, "filters.keep", 0, title="What you would rather not be shown")
    fandoms, words = reading_filter.of_kind(filters, TagKind.FANDOM), reading_filter.in_words(filters)
    add(modal, "Fandoms", "One a line, or with commas.", box(FANDOMS, fandoms))
    add(modal, "Warnings", None, checks(WARNINGS, [str(each) for each in reading_filter.WARNINGS], chosen))
    add(modal, "Other warnings", "A word finds each warning that has it: spiders.", box(WORDS, words))
    add(modal, "Ratings", None, checks(RATINGS, [*map(name_of, reading_filter.RATINGS)], chosen))
    return modal


def add(modal: Modal, text: str, description: str | None, component: discord.ui.Item[Any]) -> None:
    modal.add_item(discord.ui.Label[Any](text=text, description=description, component=component))


def box(field: str, names: Sequence[str]) -> discord.ui.TextInput[Any]:
    style = discord.TextStyle.paragraph
    held = "\n".join(names) or None
    return discord.ui.TextInput(custom_id=field, style=style, required=False, max_length=LONGEST, default=held)


def checks(field: str, names: Sequence[str], chosen: set[str]) -> discord.ui.CheckboxGroup[Any]:
    options = [discord.CheckboxGroupOption(label=name, default=name in chosen) for name in names]
    return discord.ui.CheckboxGroup(
        custom_id=field, required=False, min_values=0, max_values=len(options), options=options
    )


def name_of(rating: Rating) -> str:
    return rating.name.replace("_", " ").capitalize()


def answers(interaction: discord.Interaction[Any]) -> tuple[Tag, ...]:
    sent = submitted(interaction)
    by_name = {name_of(rating): rating for rating in reading_filter.RATINGS}
    try:
        warnings = [ArchiveWarning(name) for name in sent.choices[WARNINGS]]
        ratings = [by_name[name] for name in sent.choices[RATINGS]]
    except (ValueError, KeyError):
        raise RefusedError(NotUnderstood()) from None
    return reading_filter.read(
        fandoms=sent.texts[FANDOMS][:LONGEST], warnings=warnings, words=sent.texts[WORDS][:LONGEST], ratings=ratings
    )


def kept(filters: Sequence[Tag]) -> discord.ui.LayoutView:
    if not filters:
        return notice("I leave nothing out now: `/read` shows you all stories that you may see.")

    def lines_of(most: int) -> list[str]:
        labels = {TagKind.FANDOM: "Fandoms", TagKind.WARNING: "Warnings", TagKind.RATING: "Ratings"}
        return [
            f"**{label}**: {escaping.line(terms.listed(names, 'or'), most)}"
            for kind, label in labels.items()
            if (names := reading_filter.of_kind(filters, kind))
        ]

    said = message_length.fitting(lines_of, LENGTHS, ROOM)
    return notice(
        f"### I won't show you\n{said}\nThat holds for `/read`, *Read* and *Read on*, on every server, and nobody else"
        " knows. What stands in a channel stands there for everybody. `/filters` changes it."
    )

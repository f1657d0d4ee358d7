"""An entry in the channel: its header, and its story in as many pages as it takes."""

from collections.abc import Iterable

import discord

from bot.domain.header.field import Field, FieldName
from bot.domain.header.header import Fields
from bot.domain.rounds import authorship
from bot.domain.rounds.entry import Entry
from bot.domain.rounds.message import Subject
from bot.domain.text import escaping, harmless, limits, measuring
from bot.ui.views.colour import ACCENT
from bot.ui.views.mark import marked
from bot.ui.wording import terms

ROOM_FOR_HEADER = 1_500
ROOM_FOR_FOOT = 3_000
FOOT_LENGTHS = (2_000, 1_000, 400, *(200, 100, 50))
"""Characters shown of each value below a story: the first that leaves room for all."""
ROOM_FOR_A_LINE = 20
"""Characters for the number of the page."""
VALUE_LENGTHS = (400, 200, 100, 50)
"""Characters shown of each value above a story: the first of these that leaves room for all of them."""
ALWAYS_SHOWN = {Field.RATING, Field.WARNINGS, Field.SPOILERS}
"""The fields that readers go by before they open a story."""


def pages(entry: Entry) -> tuple[str, ...]:
    """The story in parts, one for each message. The first part leaves room for the header, the last for the fields
    below the story.
    """
    first = limits.LAYOUT - ROOM_FOR_A_LINE - measuring.units(header_text(entry))
    rest = limits.LAYOUT - ROOM_FOR_A_LINE - measuring.units(continued(entry))
    parts = harmless.split(entry.story, first, rest, covered=entry.header.under_cut)
    left = (first if len(parts) == 1 else rest) - measuring.units(parts[-1])
    return parts if measuring.units(foot_text(entry)) <= left else (*parts, "")


def continued(entry: Entry) -> str:
    return f"-# {title(entry)} (continued)"


def page(entry: Entry, subject: Subject) -> discord.ui.LayoutView:
    parts = pages(entry)
    view = discord.ui.LayoutView(timeout=None)
    number = subject.page
    view.add_item(marked(subject, header_text(entry) if number == 0 else continued(entry), ACCENT))
    story = discord.ui.Container[discord.ui.LayoutView](spoiler=entry.header.under_cut)
    foot = foot_text(entry) if number == len(parts) - 1 else ""
    for text in filter(None, (parts[number].strip(), foot)) if parts[number].strip() or foot else ("\u200b",):
        story.add_item(discord.ui.TextDisplay(text))
    if len(parts) > 1:
        story.add_item(discord.ui.TextDisplay(f"-# {number + 1} of {len(parts)}"))
    view.add_item(story)
    return view


def header_text(entry: Entry) -> str:
    """All fields in their writer's order, cut if need be. If they still do not fit, the most needed come first."""
    top = [f"### {title(entry)}", f"by <@{authorship.told(entry)}>"]
    words = f"**Words**: {entry.words:,}"
    for longest in VALUE_LENGTHS:
        text = "\n".join([*top, *field_lines(shown_fields(entry.header.above), longest), words])
        if measuring.units(text) <= ROOM_FOR_HEADER:
            return text
    needed_first = sorted(shown_fields(entry.header.above), key=lambda field: field[0] not in ALWAYS_SHOWN)
    return measuring.as_many([*top, words, *field_lines(needed_first, VALUE_LENGTHS[-1])], ROOM_FOR_HEADER)


def foot_text(entry: Entry) -> str:
    """The fields below the story, where their writer put them; under the cut if the story is."""
    for longest in FOOT_LENGTHS:
        text = "\n".join(field_lines(shown_fields(entry.header.below), longest))
        if measuring.units(text) <= ROOM_FOR_FOOT:
            return text
    return measuring.as_many(field_lines(shown_fields(entry.header.below), FOOT_LENGTHS[-1]), ROOM_FOR_FOOT)


def shown_fields(fields: Fields) -> list[tuple[FieldName, str]]:
    return [(field, value) for field, value in fields if field not in (Field.TITLE, Field.WORD_COUNT) and value.strip()]


def field_lines(fields: Iterable[tuple[FieldName, str]], longest: int) -> list[str]:
    return [terms.field_line(field, value, longest) for field, value in fields]


def title(entry: Entry) -> str:
    return escaping.line(entry.title, 200)

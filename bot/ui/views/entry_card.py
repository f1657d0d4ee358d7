"""An entry in the channel: its header, and its story on one message or two. Of a longer one the first page stands there
alone, with a button for the others.
"""

from collections.abc import Collection, Sequence
from typing import Any

import discord

from bot.domain.entries import authorship
from bot.domain.entries.entry import Entry
from bot.domain.header.field import CAUTIONS, Field, FieldName
from bot.domain.header.header import Fields
from bot.domain.rounds.posted_message import Subject
from bot.domain.text import escaping, harmless, limits, message_length
from bot.services.finding import Posted
from bot.ui.views.colour import ACCENT
from bot.ui.views.layout import Box
from bot.ui.views.message_mark import marked
from bot.ui.views.press import Press
from bot.ui.wording import terms

ROOM_FOR_HEADER = 1_500
ROOM_FOR_FOOT = 2_500
ROOM_FOR_REST = 1_000
VALUE_LENGTHS = (1_200, 400, 200, 100, 50)
"""Characters shown of each value: the first of these that leaves room for all of them."""
FOOT_LENGTHS = (2_000, *VALUE_LENGTHS)
"""The same below a story, where a note may be long."""
ROOM_FOR_A_LINE = 20
"""Characters for the number of the page, and for the buttons beside it."""
ROOM_IN_PRIVATE = 300
"""Characters of a page for what one reader finds around it: the way to its message, what else is new, buttons."""

LONGEST_TITLE = 200
MOST_MESSAGES = 2
"""Messages that a story may fill in its channel."""

INTRODUCING = (Field.SUMMARY, Field.NOTES)
"""The fields that a writer sets above a story to be read before it."""
TOLD_ELSEWHERE = (Field.TITLE, Field.WORD_COUNT, *terms.USUAL)
"""The fields that the top of the card says in another way."""


def messages(entry: Entry) -> int:
    """The number of messages that the entry has in its channel."""
    return 1 if is_long(entry) else len(pages(entry))


def is_long(entry: Entry) -> bool:
    """True if the story would bury the channel. Most stories need not be parted to tell."""
    return message_length.units(entry.story) > MOST_MESSAGES * limits.LAYOUT or len(parts(entry)) > MOST_MESSAGES


def pages(entry: Entry) -> tuple[str, ...]:
    """The story's parts in its channel. A long story has the same parts in private, where the rest of it is read."""
    return private_pages(entry) if is_long(entry) else parts(entry)


def private_pages(entry: Entry) -> tuple[str, ...]:
    """The story's parts for one reader."""
    return parts(entry, ROOM_IN_PRIVATE)


def parts(entry: Entry, spared: int = 0) -> tuple[str, ...]:
    """The story in parts, one for each page, with so many characters to spare. The first part leaves room for the
    header, the last for what stands below the story.
    """
    most = limits.LAYOUT - ROOM_FOR_A_LINE - spared
    first = most - message_length.units(header_text(entry))
    rest = most - message_length.units(continued(entry))
    found = harmless.split(entry.story, first, rest, covered=entry.header.under_cut)
    left = (first if len(found) == 1 else rest) - message_length.units(found[-1])
    below = message_length.units(foot_text(entry)) + message_length.units(rest_text(entry))
    return found if below <= left else (*found, "")


def page(entry: Entry, subject: Subject) -> discord.ui.LayoutView:
    """A message in the channel."""
    found = pages(entry)
    top = marked(subject, top_text(entry, subject.page), ACCENT)
    below = below_text(entry, subject.page, len(found))
    if is_long(entry):
        button = Press("entry.read", entry.id, detail=1, label="Read on")
        return laid_out(entry, found, subject.page, top, discord.ui.Section[Any](below, accessory=button))
    return laid_out(entry, found, subject.page, top, *([discord.ui.TextDisplay[Any](below)] if below else []))


def laid_out(
    entry: Entry, found: Sequence[str], number: int, top: Box, *below: discord.ui.Item[Any]
) -> discord.ui.LayoutView:
    """A part of the story with what stands above and below it, under the cut if the story is."""
    texts = [found[number].strip(), foot_text(entry) if number == len(found) - 1 else ""]
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(top)
    if any(texts):
        story = Box(accent_colour=ACCENT, spoiler=entry.header.under_cut)
        for text in filter(None, texts):
            story.add_item(discord.ui.TextDisplay(text))
        view.add_item(story)
    if below:
        view.add_item(Box(*below, accent_colour=ACCENT))
    return view


def top_text(entry: Entry, number: int) -> str:
    return header_text(entry) if number == 0 else continued(entry)


def continued(entry: Entry) -> str:
    return f"-# {title(entry)} (continued)"


def below_text(entry: Entry, number: int, count: int) -> str:
    """What stands below one of so many pages, outside the cut."""
    rest = rest_text(entry) if number == count - 1 else ""
    place = f"-# {number + 1} of {count}" if count > 1 else ""
    return "\n".join(filter(None, (rest, place)))


def way_to_hearts(posted: Posted) -> str:
    return f"Hearts go under [the post]({terms.address(posted.guild_id, posted.spot)})."


def header_text(entry: Entry) -> str:
    """The card's top: what readers choose a story by. Cautions come first, so that no other field crowds them out."""
    edited = " · *edited*" if entry.edited_at is not None else ""
    top = [f"### {title(entry)}", f"by {terms.writer(authorship.shown_writer(entry))}{terms.badge(entry)}{edited}"]
    above = of_kind(entry.header.fields, CAUTIONS) + of_kind(entry.header.above, INTRODUCING)

    def lines_of(most: int) -> list[str]:
        return [*top, f"-# {terms.in_one_line(entry.header, entry.words, most)}", *field_lines(above, most)]

    return message_length.fitting(lines_of, VALUE_LENGTHS, ROOM_FOR_HEADER)


def foot_text(entry: Entry) -> str:
    """The fields below the story, where their writer put them; under the cut if the story is."""
    below = tuple((field, value) for field, value in written(entry.header.below) if field not in CAUTIONS)
    return message_length.fitting(lambda most: field_lines(below, most), FOOT_LENGTHS, ROOM_FOR_FOOT)


def rest_text(entry: Entry) -> str:
    """The fields above the story that nobody needs before it. They stand below it, never under the cut."""
    rest = entry.header.beside((*TOLD_ELSEWHERE, *CAUTIONS, *INTRODUCING))
    return message_length.fitting(
        lambda most: [f"-# {line}" for line in field_lines(rest, most)], VALUE_LENGTHS, ROOM_FOR_REST
    )


ROOM_FOR_DIRECTIONS = 2
"""Characters around a text that might turn what stands beside it."""
MOST_FIELDS = 50
"""Fields that are held against the card; no card has room for more."""


def cut_short(entry: Entry) -> list[FieldName]:
    """The fields of which the card shows the beginning, or not even that."""
    shown = "\n".join((header_text(entry), foot_text(entry), rest_text(entry)))
    top = [(Field.TITLE, entry.title), *terms.usual(entry.header)]
    fields = (*entry.header.beside(TOLD_ELSEWHERE), *written(entry.header.below))[:MOST_FIELDS]
    cut: list[FieldName] = [field for field, value in top if whole(value) not in shown]
    cut += [field for field, value in fields if terms.field_line(field, value, room(field.label + value)) not in shown]
    return list(dict.fromkeys(cut))


def whole(text: str) -> str:
    """The whole text as the card would show it. A text that fits nowhere is not looked through."""
    return escaping.line(text, room(text))


def room(text: str) -> int:
    return min(2 * len(text), FOOT_LENGTHS[0]) + ROOM_FOR_DIRECTIONS


def of_kind(fields: Fields, kind: Collection[Field]) -> Fields:
    return tuple((field, value) for field, value in written(fields) if field in kind)


def written(fields: Fields) -> Fields:
    return tuple((field, value) for field, value in fields if value.strip())


def field_lines(fields: Fields, longest: int) -> list[str]:
    return [terms.field_line(field, value, longest) for field, value in fields]


def title(entry: Entry) -> str:
    return escaping.line(entry.title, LONGEST_TITLE)

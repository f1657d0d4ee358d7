"""A story in large letters without marks: for those who read with the ears or with weak eyes, and for copying."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import discord

from bot.domain.entries.entry import Entry
from bot.domain.text import escaping, glyph, markup
from bot.domain.text import pages as parting
from bot.services.finding import Posted
from bot.ui.views import entry_card, press
from bot.ui.views.colour import ACCENT
from bot.ui.views.layout import Box
from bot.ui.views.press import Press

EMOJI = re.compile(r"<a?(:\w{1,64}:)\d{1,20}>")
"""A server's own emoji, which reads as its name."""
FIRST, REST = 650, 1_100
"""Characters of the story on a page. Large letters and escapes may make three of one."""
LARGE = "## "


@lru_cache(maxsize=16)  # a long story is asked for again with each of its pages
def pages(story: str) -> tuple[str, ...]:
    return parting.split(glyph.closed(markup.plain(EMOJI.sub(r"\1", story))), FIRST, REST)


def page(posted: Posted, number: int) -> discord.ui.LayoutView:
    """A page under the title, and before the first all that a reader goes by; covered where the story has a cover. The
    last has the way to the message that takes the hearts.
    """
    entry, found = posted.entry, pages(posted.entry.story)
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(Box(discord.ui.TextDisplay[Any](entry_card.top_text(entry, number)), accent_colour=ACCENT))
    covered = entry.header.under_cut or "||" in entry.story
    view.add_item(Box(discord.ui.TextDisplay[Any](large(found[number])), accent_colour=ACCENT, spoiler=covered))
    place = f"-# {number + 1} of {len(found)}" if len(found) > 1 else ""
    hearts = entry_card.way_to_hearts(posted) if number == len(found) - 1 else ""
    said = "\n".join(filter(None, (place, hearts)))
    texts = [discord.ui.TextDisplay[Any](said)] if said else []
    view.add_item(Box(*texts, press.buttons(*ways(entry, number, len(found))), accent_colour=ACCENT))
    return view


def ways(entry: Entry, number: int, count: int) -> Sequence[Press]:
    as_posted = len(entry_card.private_pages(entry))
    return [
        *([Press("entry.plain", entry.id, detail=number - 1, label="Back")] if number else []),
        *([Press("entry.plain", entry.id, detail=number + 1, label="Next")] if number < count - 1 else []),
        Press("round.read", entry.round_id, detail=entry.id, label="Next story"),
        Press("entry.read", entry.id, detail=near(number, count, as_posted), label="As posted"),
    ]


def near(number: int, count: int, others: int) -> int:
    """The page of so many others that begins no later in the story, more or less, than this one of `count`."""
    return number * others // count


def large(text: str) -> str:
    """Each line in large letters, as it reads."""
    lines = (escaping.literal(line) for line in text.splitlines() if line.strip())
    return "\n".join(f"{LARGE}{line.strip()}" for line in lines) or escaping.NOTHING

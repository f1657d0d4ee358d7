"""A story as one reader sees it in private, page by page, with the way to the next one."""

from typing import Any

import discord

from bot.domain.entries.reading_turn import Turn
from bot.services.finding import Posted
from bot.ui.views import entry_card, plain_story, press
from bot.ui.views.colour import ACCENT
from bot.ui.views.layout import Box
from bot.ui.views.press import Press
from bot.ui.wording import terms


def page(
    posted: Posted, number: int, *, its_turn: Turn | None = None, before: int | None = None
) -> discord.ui.LayoutView:
    """A page with the ways on. The last has the way to the message that takes the hearts. `before` is the story that
    the reader comes from.
    """
    entry, found = posted.entry, entry_card.private_pages(posted.entry)
    last, plain = len(found) - 1, len(plain_story.pages(entry.story))
    has_next = its_turn is None or its_turn.all > 1
    top = Box(accent_colour=ACCENT)
    top.add_item(discord.ui.TextDisplay(entry_card.top_text(entry, number)))
    lines = [
        entry_card.below_text(entry, number, len(found)),
        entry_card.way_to_hearts(posted) if number == last else "",
        turn_line(its_turn) if its_turn is not None else "",
    ]
    ways = [
        *([Press("entry.read", entry.id, detail=number - 1, label="Back")] if number else []),
        *([Press("entry.read", entry.id, detail=number + 1, label="Next")] if number < last else []),
        *([Press("round.read", entry.round_id, detail=entry.id, label="Next story")] if has_next else []),
        *([Press("entry.read", before, detail=0, label="Previous story")] if before not in (None, entry.id) else []),
        Press("entry.plain", entry.id, detail=plain_story.near(number, len(found), plain), label="Plain"),
    ]
    texts = [discord.ui.TextDisplay[Any](said)] if (said := "\n".join(filter(None, lines))) else []
    return entry_card.laid_out(entry, found, number, top, *texts, press.buttons(*ways))


def turn_line(its_turn: Turn) -> str:
    """How much of the round is new to the reader."""
    stories = terms.plural(its_turn.all, "story", "stories")
    if its_turn.next is not None and its_turn.next.is_new:
        said = f"New to you: {its_turn.new:,} of {its_turn.all:,} {stories} here."
    else:
        known = {1: "the one story", 2: "both stories"}.get(its_turn.all, f"all {its_turn.all:,} stories")
        said = f"You know {known} here."
    beside = f" {its_turn.for_adults:,} more can be read in a channel for adults." if its_turn.for_adults else ""
    hidden = f" {its_turn.hidden:,} more I keep from you, as you asked." if its_turn.hidden else ""
    return f"-# {said}{beside}{hidden}"

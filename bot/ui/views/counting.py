"""The answer to a member who asks for a text's words."""

import discord

from bot.domain.entries.entry import Entry
from bot.domain.reading.manuscript import Manuscript
from bot.domain.text.conventions import Convention
from bot.ui.views import colour, draft_preview, reading_report
from bot.ui.views.layout import ROOM, Box
from bot.ui.wording import terms

KEPT_NOWHERE = "-# I keep nothing of it."


def counted(manuscript: Manuscript, convention: Convention, note: str | None = None) -> discord.ui.LayoutView:
    number = terms.words_text(manuscript.counts[convention])
    top = [f"### {number}", *([note] if note else []), KEPT_NOWHERE]
    return laid_out("\n".join(top), manuscript)


def of_entry(entry: Entry) -> discord.ui.LayoutView:
    """A posted story as its round counts it. All of its messages give the same answer."""
    title = ", the title counted in" if entry.with_title else ""
    top = f"### {terms.words_text(entry.words)}{title}"
    return laid_out(top, Manuscript(entry.header, entry.story), covered=entry.header.under_cut)


def laid_out(top: str, manuscript: Manuscript, *, covered: bool = False) -> discord.ui.LayoutView:
    """The count with its explanation, the header, and the first and last words of the story."""
    why = draft_preview.small(reading_report.explanation(manuscript))
    story = "\n".join([draft_preview.story_line(manuscript), *why])
    room = ROOM - len(top) - len(story)
    foot = draft_preview.below_text(manuscript.header, room // 2)
    fields = draft_preview.header_text(manuscript, "", room - len(foot))
    above = Box(accent_colour=colour.READY)
    for text in filter(None, (top, fields)):
        above.add_item(discord.ui.TextDisplay(text))
    below = Box(accent_colour=colour.READY, spoiler=covered)
    below.add_item(discord.ui.TextDisplay("\n".join(filter(None, (story, foot)))))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(above)
    view.add_item(below)
    return view

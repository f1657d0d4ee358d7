"""A text's words, for whoever asks."""

import discord

from bot.domain.manuscript import Manuscript
from bot.domain.words import Convention
from bot.ui import preview, report, wording

KEPT_NOWHERE = "-# I keep nothing of it."


def counted(manuscript: Manuscript, convention: Convention) -> discord.ui.LayoutView:
    """The counts and how they came about, what was taken for the header, and where the story begins and ends."""
    top = f"### {wording.words_text(manuscript.counts.by(convention))}\n{KEPT_NOWHERE}"
    why = preview.small(report.explanation(manuscript))
    story = "\n".join([*preview.story_lines(manuscript, None, convention), *why])
    fields = preview.field_text(manuscript.header, preview.SHOWN_AT_MOST - len(top) - len(story))
    container = discord.ui.Container[discord.ui.LayoutView](accent_colour=preview.READY)
    for text in (top, fields, story):
        container.add_item(discord.ui.TextDisplay(text))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(container)
    return view

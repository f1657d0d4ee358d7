"""The bounds of a draft's story, with buttons for its writer to move them."""

from typing import Any

import discord

from bot.domain.reading import bound_step
from bot.domain.text import escaping
from bot.services.submitting import Judgement
from bot.ui.views import certainty, draft_preview, press
from bot.ui.views.layout import Box
from bot.ui.views.press import Press

LINE = 150
"""Characters shown of a line beside the story."""


def bounds(judgement: Judgement) -> discord.ui.LayoutView:
    """The story's first and last words, the lines next to them, and the buttons that move them."""
    container = Box()
    top = "### Where your story starts and ends\n-# Your text itself stays as it is."
    for text in (top, about_bounds(judgement)):
        container.add_item(discord.ui.TextDisplay(text))
    container.add_item(moves(judgement))
    instead = draft_preview.other_reading(judgement)
    if instead is not None:
        container.add_item(instead)
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(container)
    done = Press("draft.open", judgement.draft.id, label="Done", style=discord.ButtonStyle.success)
    view.add_item(press.buttons(done))
    return view


def about_bounds(judgement: Judgement) -> str:
    steps = bound_step.steps(judgement.draft.text, judgement.understood.bounds)
    counted = f"**Words**: {draft_preview.counted_text(judgement)}"
    above, below = (escaping.line(line, LINE) or "nothing" for line in (steps.above, steps.below))
    readings = judgement.understood.readings
    sure = [f"-# How sure I am: {certainty.sure(readings)}."] if judgement.draft.bounds is None else []
    return "\n".join(
        [
            f"**Line above**: {above}",
            draft_preview.story_line(judgement.manuscript),
            f"**Line below**: {below}",
            counted,
            *sure,
        ]
    )


def moves(judgement: Judgement) -> discord.ui.ActionRow[Any]:
    """Buttons that move the bounds. Each carries the line to move to, so that a repeated click moves once."""
    draft = judgement.draft
    to = bound_step.steps(draft.text, judgement.understood.bounds)
    up, down = to.start_up, to.start_down
    end_up, end_down = to.end_up, to.end_down
    return press.buttons(
        Press("draft.start_up", draft.id, detail=up or 0, label="Start ↑", disabled=up is None),
        Press("draft.start_down", draft.id, detail=down or 0, label="Start ↓", disabled=down is None),
        Press("draft.end_up", draft.id, detail=end_up or 0, label="End ↑", disabled=end_up is None),
        Press("draft.end_down", draft.id, detail=end_down or 0, label="End ↓", disabled=end_down is None),
    )

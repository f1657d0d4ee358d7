"""Where a draft's story starts and ends, for its writer to move."""

from typing import Any

import discord

from bot.domain import step
from bot.services.submitting import Judgement
from bot.ui import certainty, press, preview
from bot.ui.press import Press

LINE = 150
"""Characters that are shown of a line beside the story."""


def bounds(judgement: Judgement) -> discord.ui.LayoutView:
    """The story's first and last words, what stands next to them, and the ways to move them."""
    container = discord.ui.Container[discord.ui.LayoutView]()
    top = "### Where your story starts and ends\n-# Only you can see this. Your text itself stays as it is."
    for text in (top, about_bounds(judgement)):
        container.add_item(discord.ui.TextDisplay(text))
    container.add_item(moves(judgement))
    instead = preview.other_reading(judgement)
    if instead is not None:
        container.add_item(instead)
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(container)
    done = Press("draft.open", judgement.draft.id, label="Done", style=discord.ButtonStyle.success)
    view.add_item(press.buttons(done))
    return view


def about_bounds(judgement: Judgement) -> str:
    steps = step.steps(judgement.draft.text, judgement.understood.bounds)
    rule = judgement.round.plan.rule if judgement.round is not None else None
    story, *counted = preview.story_lines(judgement.manuscript, rule, judgement.convention)
    above, below = (preview.quoted(line, LINE) or "nothing" for line in (steps.above, steps.below))
    readings = judgement.understood.readings
    sure = [f"-# How sure I am: {certainty.sure(readings)}."] if judgement.draft.bounds is None else []
    return "\n".join([f"**Line above**: {above}", story, f"**Line below**: {below}", *counted, *sure])


def moves(judgement: Judgement) -> discord.ui.ActionRow[Any]:
    bounds = judgement.understood.bounds
    steps = step.steps(judgement.draft.text, bounds)
    return press.buttons(
        move("draft.start_up", judgement, "Start ↑", steps.start_up, bounds.start),
        move("draft.start_down", judgement, "Start ↓", steps.start_down, bounds.start),
        move("draft.end_up", judgement, "End ↑", steps.end_up, bounds.end),
        move("draft.end_down", judgement, "End ↓", steps.end_down, bounds.end),
    )


def move(route: str, judgement: Judgement, label: str, line: int | None, now: int) -> Press:
    """A button that says which line it moves to, so that a click that comes twice moves once."""
    return Press(route, judgement.draft.id, detail=now if line is None else line, label=label, disabled=line is None)

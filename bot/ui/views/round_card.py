"""A round's card: its prompt, its rules and its button."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import PurePath

import discord

from bot.domain.header.field import Field
from bot.domain.rounds import prompt_title
from bot.domain.rounds.posted_message import Subject
from bot.domain.rounds.round import Phase
from bot.domain.rounds.round_plan import Plan
from bot.domain.text import escaping, prompt_word
from bot.services.publishing import Scene
from bot.ui.views.colour import ACCENT, RESTING
from bot.ui.views.layout import Box
from bot.ui.views.message_mark import challenge_mark, marked, occurrence_mark
from bot.ui.views.press import Press, buttons
from bot.ui.wording import terms

LONGEST_REASON = 200
"""Characters of a reason."""
ROUNDS_LOOKED_AT = 200
"""Rounds whose heading is kept. A plan never changes, and its heading took 11 of the 28 µs of a look at a round."""


def page(scene: Scene, subject: Subject) -> discord.ui.LayoutView:
    plan = scene.round.plan
    view = discord.ui.LayoutView(timeout=None)
    top = marked(subject, f"## {heading(plan)}", colour(scene))
    picture = None if plan.image_id is None else f"attachment://{picture_name(scene)}"
    if not plan.under_cut:
        add_prompt(top, plan, picture, challenge_mark(scene.round))
    view.add_item(top)
    if plan.under_cut:
        cut = Box(accent_colour=colour(scene), spoiler=True)
        add_prompt(cut, plan, picture, challenge_mark(scene.round))
        view.add_item(cut)
    below = Box(accent_colour=colour(scene))
    below.add_item(discord.ui.TextDisplay("\n".join(lines_below_prompt(scene)), id=occurrence_mark(scene.round)))
    if ways := ways_on(scene):
        below.add_item(buttons(*ways))
    view.add_item(below)
    return view


def ways_on(scene: Scene) -> list[Press]:
    """The buttons: to hand in and to be reminded while that can be, and to read once there is something."""
    is_open, round_id = scene.phase is Phase.OPEN, scene.round.id
    submit = Press("round.submit", round_id, label="Submit", style=discord.ButtonStyle.success)
    return [
        *([submit] if is_open or scene.round.takes_late else []),
        *([Press("round.read", round_id, label="Read")] if scene.entries else []),
        *([Press("remind.press", round_id, label="Remind me")] if is_open else []),
    ]


@lru_cache(maxsize=ROUNDS_LOOKED_AT)
def heading(plan: Plan) -> str:
    """The round's title, unless it repeats the prompt's first words, which stand below."""
    made = prompt_title.title_of(plan.prompt, under_cut=False)
    return "A new prompt" if plan.title == made and not plan.under_cut else full_title(plan)


def full_title(plan: Plan) -> str:
    return escaping.line(plan.title, prompt_title.LONGEST_TITLE)


def add_prompt(box: Box, plan: Plan, picture: discord.File | str | None, mark: int | None = None) -> None:
    """Add the prompt and its picture, with words for those who can't see it."""
    box.add_item(discord.ui.TextDisplay(plan.prompt, id=mark))
    if picture is not None:
        words = f"The picture to the prompt “{escaping.plain(plan.title, prompt_title.LONGEST_TITLE)}”"
        box.add_item(discord.ui.MediaGallery(discord.MediaGalleryItem(picture, description=words)))


def picture_name(scene: Scene) -> str:
    """A name that components can refer to. Discord restricts these, and the file's own name may hold anything."""
    return "prompt" + PurePath(scene.image_name or "").suffix.lower()


def lines_below_prompt(scene: Scene) -> list[str]:
    plan = scene.round.plan
    lines = [*asked_of_entries(plan), f"**Entries**: {len(scene.entries):,}"]
    if scene.phase is Phase.CANCELLED:
        lines.append("This round was called off.")
    elif scene.phase is Phase.CLOSED:
        thanks = " Thank you for writing and reading." if scene.entries else ""
        lines.append(f"Closed {terms.stamp(plan.closes_at)}.{thanks}")
        if scene.round.takes_late:
            lines.append(f"**Late stories** are taken until {terms.stamp(plan.late_until)}.")
    else:
        lines.append(f"**Closes** {terms.stamp(plan.closes_at)} ({terms.countdown(plan.closes_at)})")
    if plan.ping_role_id is not None:
        lines.append(f"-# For {terms.role(plan.ping_role_id)}")
    return [*lines, *why_changed(plan)]


def why_changed(plan: Plan) -> list[str]:
    """A moderator's words on why the round was changed, closed or called off."""
    return [] if plan.reason is None else [f"**From the moderators**: {escaping.line(plan.reason, LONGEST_REASON)}"]


def asked_of_entries(plan: Plan) -> list[str]:
    """The demands of a round on its entries."""
    lines = [f"**Words**: {terms.terms_text(plan)}"]
    if plan.prompt_word is not None:
        lines.append(f"**In the story**: {prompt_word_text(plan.prompt_word, under_cut=plan.under_cut)}")
    lines.append(f"**Header**: {header_text(plan.required)}")
    if plan.count_must_match:
        lines.append("**Word count in the header**: has to be right where it is stated")
    if plan.highest is not None:
        lines.append(f"**Rated**: up to {terms.rating_text(plan.highest)}")
    most = plan.entries_per_member
    if plan.late_for:
        lines.append(f"**Late stories**: taken for {terms.length_text(plan.late_for)} after the close, marked *late*")
    lines.append(f"**From each member**: {f'up to {most:,} entries' if most > 1 else '1 entry'}")
    return lines


def header_text(required: Sequence[Field]) -> str:
    if not required:
        return "may be left out"
    fields = terms.listed([field.label.lower() for field in required])
    return f"{fields}; a story is taken once it has {terms.plural(len(required), 'it', 'them all')}"


def prompt_word_text(word: str, *, under_cut: bool) -> str:
    """The prompt word. It may give the prompt away, so it is hidden whenever the prompt is."""
    text = f"“{escaping.line(word, prompt_word.LONGEST)}”, in any of its forms"
    return f"||{text}||" if under_cut else text


def colour(scene: Scene) -> int:
    return ACCENT if scene.phase is Phase.OPEN else RESTING

"""A round as it will be, before a moderator says yes to it."""

from collections.abc import Sequence
from datetime import datetime

import discord

from bot.domain.dates.clock import Clock
from bot.domain.entries import authorship
from bot.domain.entries.entry import Entry
from bot.domain.problem import Problem
from bot.domain.rounds import home
from bot.domain.rounds.home import Ground, Home
from bot.domain.rounds.round import Round
from bot.domain.rounds.round_plan import Plan, Proposal, window_problems
from bot.ui.views import colour, how_it_runs, round_card
from bot.ui.views.layout import Box
from bot.ui.views.press import Press, buttons
from bot.ui.wording import refusals, terms

REOPENS = (
    "**This opens the round again.** It has closed; its card takes stories again, and its round-up is taken away until"
    " the next close."
)

NAMED = 5
"""Entries left behind that are named; the others are counted."""


def preview(
    proposal: Proposal,
    clock: Clock,
    *,
    changed: Round | None,
    picture: discord.File | None,
    problems: Sequence[Problem],
    ground: Ground = Ground.CHANNEL,
    left_behind: Sequence[Entry] = (),
) -> discord.ui.LayoutView:
    """The round as it will be, with its dates in full, and the buttons to confirm it, reword it or put it aside.
    `changed` is the round as it is now; None for a new one. `left_behind` are its entries that the change would not
    take.
    """
    view = discord.ui.LayoutView(timeout=None)
    too_late = window_problems(proposal.plan, clock.now)
    tells = proposal.moves_end and changed is not None and changed.is_known(clock.now) and not too_late
    said = [refusals.worded(found) for found in (*problems, *too_late)]
    if too_late:
        said.append(f"`/round {'open' if proposal.round_id is None else 'edit'}` asks for the dates again.")
    for box in as_readers_see_it(proposal.plan, picture):
        view.add_item(box)
    below = Box(accent_colour=colour.ACCENT)
    below.add_item(discord.ui.TextDisplay("\n".join(lines_below_prompt(proposal, clock, changed, left_behind, ground))))
    if said:  # beside the buttons, since a long prompt is higher than a screen
        below.add_item(discord.ui.Separator()).add_item(discord.ui.TextDisplay("\n".join(said)))
    below.add_item(buttons(*ways(proposal, clock.now, too_late=bool(too_late), tells=tells)))
    view.add_item(below)
    return view


def ways(proposal: Proposal, now: datetime, *, too_late: bool, tells: bool) -> list[Press]:
    """What a moderator can do with the proposal."""
    yes, label = discord.ButtonStyle.success, yes_label(proposal, now)
    return [
        Press("round.confirm", proposal.id, label=label, style=yes, disabled=too_late),
        *([Press("round.confirm_telling", proposal.id, label="Save and tell members")] if tells else []),
        *([Press("round.redraw", proposal.id, label="Draw another")] if is_drawn(proposal) else []),
        Press("round.reword", proposal.id, label="Change the text"),
        Press("round.drop", proposal.id, label="Put aside"),
    ]


def as_readers_see_it(plan: Plan, picture: discord.File | None) -> list[Box]:
    """The title and the prompt. A cut hides the prompt alone, as on the card."""
    boxes = [Box(discord.ui.TextDisplay(f"## {round_card.heading(plan)}"), accent_colour=colour.ACCENT)]
    if plan.under_cut:
        boxes.append(Box(accent_colour=colour.ACCENT, spoiler=True))
    round_card.add_prompt(boxes[-1], plan, picture)
    return boxes


def lines_below_prompt(
    proposal: Proposal, clock: Clock, changed: Round | None, left_behind: Sequence[Entry], ground: Ground
) -> list[str]:
    plan = proposal.plan
    lines = [
        f"**Channel**: <#{proposal.channel_id}>{place(ground, plan.home)}",
        opening(plan, clock, changed),
        f"**Closes**: {dated(plan.closes_at, clock)}",
        *old_end(proposal, clock),
        *round_card.asked_of_entries(plan),
        *how_it_runs.lines(plan, plan.closes_at - plan.opens_at),
        *round_card.why_changed(plan),
    ]
    if proposal.reopens(clock.now):
        lines.insert(0, REOPENS)
    if plan.under_cut:
        lines.append("**Under the cut**: the prompt is hidden until a reader opens it")
    if is_drawn(proposal):
        lines.append("-# I drew this prompt for you. It counts as used once you say yes.")
    return [*lines, *left_behind_line(left_behind), *assumed(clock)]


def place(ground: Ground, wished: Home) -> str:
    match home.on(ground, wished):
        case Home.CHANNEL:
            return ""
        case Home.POSTS:
            return "; each story has a post of its own"
        case Home.THREAD if ground is Ground.FORUM:
            return "; its stories stand in a post of the forum"
        case Home.THREAD:
            return "; its stories stand in a thread below its card"


def is_drawn(proposal: Proposal) -> bool:
    """True if another prompt of the bank can still take this one's place."""
    return proposal.plan.drawn is not None and proposal.round_id is None


def left_behind_line(left_behind: Sequence[Entry]) -> list[str]:
    if not left_behind:
        return []
    named = [
        f"“{terms.title_text(entry.title)}” by {terms.writer(authorship.shown_writer(entry))}"
        for entry in left_behind[:NAMED]
    ]
    more = len(left_behind) - NAMED
    said = terms.listed([*named, *([f"{more:,} more"] if more > 0 else [])])
    if len(left_behind) == 1:
        return [f"**Left behind**: {said} does not keep the new rules. It stays where it stands."]
    return [f"**Left behind**: {said} do not keep the new rules. They stay where they stand."]


def assumed(clock: Clock) -> list[str]:
    if not clock.assumed:
        return []
    said = (
        "UTC assumed, since I don't know your time zone. `/setup timezone: Europe/London` sets it, once and for all"
        " rounds; it is for members who manage the server."
    )
    return [f"-# {said}"]


def old_end(proposal: Proposal, clock: Clock) -> list[str]:
    if proposal.ended is None or not proposal.moves_end:
        return []
    return [f"**Instead of**: {dated(proposal.ended, clock)}"]


def opening(plan: Plan, clock: Clock, changed: Round | None) -> str:
    if changed is not None and changed.is_known(clock.now):
        return f"**Opened**: {dated(changed.plan.opens_at, clock)}"
    return f"**Opens**: {'at once' if plan.opens_at <= clock.now else dated(plan.opens_at, clock)}"


def dated(moment: datetime, clock: Clock) -> str:
    """A date by the guild's clocks and by the reader's own."""
    return f"{terms.date_text(moment, clock.zone_name)}, for you {terms.stamp(moment)}"


def yes_label(proposal: Proposal, now: datetime) -> str:
    if proposal.round_id is not None:
        return "Save the change"
    return "Open the round" if proposal.plan.opens_at <= now else "Schedule it"

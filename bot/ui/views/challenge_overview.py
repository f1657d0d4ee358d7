"""A challenge as moderators see it, with all they can do; as members see it; and all of a server's."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import discord

from bot.domain.challenges.challenge import Challenge, Skip
from bot.domain.dates.clock import Clock
from bot.domain.prompts.prompt import Prompt
from bot.domain.rounds.home import Ground
from bot.domain.text import escaping, limits, message_length
from bot.ui.views import colour, how_it_runs, press, round_card, round_preview
from bot.ui.views.layout import ROOM, Box, notice
from bot.ui.views.press import Choice, Press, Routed
from bot.ui.wording import challenges, terms

LONGEST_PROMPT = 300
"""Characters of the next prompt."""
MISSED_SHOWN = 3
LISTED = limits.LAYOUT - 200
SKIPPABLE = 10
"""Dates ahead that can be left out by a click."""

NONE_YET = "There is no challenge here yet. A moderator sets one up with `/challenge new`."


@dataclass(frozen=True, slots=True)
class Outlook:
    """What moderators see of a challenge beside itself."""

    ground: Ground
    """What its channel has room for."""
    prompt: Prompt | None
    """That of its next round."""
    missed: tuple[datetime, ...]
    """The openings of rounds that were over before the bot could open them."""
    has_lost_list: bool
    """True if somebody deleted its masterlist."""
    has_no_place: bool
    """True if a round of it can stand nowhere, and those behind it wait."""


def proposal(challenge: Challenge, ground: Ground, clock: Clock, note: str = "") -> discord.ui.LayoutView:
    """A challenge, or another calendar for it, before its moderator's yes. `note` says what stands in its way."""
    calendar, new = challenge.proposed, challenge.begun_at is None
    if calendar is None:
        when = ["**Without a calendar**: you open each round by hand, and it has the rules below."]
    else:
        when = [*challenges.dates_text(calendar, clock, challenge), *round_preview.assumed(clock)]
    if not new and challenge.calendar is not None:
        when.append("-# A round that is open goes on as it was promised.")
    parts = [[f"### {name(challenge)}", channel(challenge, ground)], when, rules(challenge) if new else []]
    yes = "Go by these dates" if not new else "Set it up" if calendar is None else "Start it"
    ways = [
        Press("challenge.agree", challenge.id, label=yes, style=discord.ButtonStyle.success),
        Press("challenge.write", challenge.id, label="Change"),
        *([Press("challenge.settings", challenge.id, label="More settings")] if new else []),
        Press("challenge.drop", challenge.id, label="Put aside"),
    ]
    return boxed(parts, press.buttons(*ways), note=note)


def overview(challenge: Challenge, outlook: Outlook, clock: Clock, note: str = "") -> discord.ui.LayoutView:
    """All of a challenge, for its moderators. `note` says what just happened."""
    top = [f"### {name(challenge)}", challenges.state_text(challenge), channel(challenge, outlook.ground)]
    if outlook.has_no_place:
        top.append(
            f"**Waits for a place**: I can't post in <#{challenge.channel_id}>, so a round stands nowhere yet, and the"
            " next ones wait for it. Let me post there (`/doctor` says what I lack), or choose another channel under"
            " *More settings*."
        )
    lines = rules(challenge)
    if challenge.calendar is not None and challenge.ended_at is None:
        lines.append(next_prompt(outlook.prompt))
    if outlook.missed:
        dates_missed = [terms.stamp(moment) for moment in outlook.missed[-MISSED_SHOWN:]]
        lines.append(f"**Over before I could open them**: {len(outlook.missed):,}, last {terms.listed(dates_missed)}")
    rows = [] if challenge.ended_at is not None else rows_of_ways(challenge, outlook, clock)
    if outlook.has_lost_list:
        lines.append("**The list of all its rounds** was deleted.")
        rows.append(press.buttons(Press("challenge.list_again", challenge.id, label="Post the list again")))
    return boxed([top, dates(challenge, clock), lines], *rows, note=note)


def for_members(challenge: Challenge, clock: Clock, *, has_no_place: bool) -> discord.ui.LayoutView:
    state = [] if challenge.runs else [challenges.state_text(challenge)]
    state += [challenges.WAITS] if has_no_place else []
    top = [f"### {name(challenge)}", *state, f"**Channel**: <#{challenge.channel_id}>"]
    return boxed([top, dates(challenge, clock), round_card.asked_of_entries(challenge.terms)])


def every(found: Sequence[Challenge], waiting: AbstractSet[int], clock: Clock) -> discord.ui.LayoutView:
    """`waiting` are the numbers of those that wait for a place."""
    if not found:
        return notice(NONE_YET)
    return notice(
        message_length.as_many(
            (line(challenge, clock, has_no_place=challenge.id in waiting) for challenge in found), LISTED
        )
    )


def line(challenge: Challenge, clock: Clock, *, has_no_place: bool) -> str:
    if has_no_place and challenge.runs:
        said = challenges.WAITS
    elif challenge.runs and challenge.calendar is not None:
        upcoming = next(each for each in challenge.calendar.occurrences(clock.now) if challenge.skip(each) is None)
        said = f"the next round opens {terms.stamp(upcoming.opens_at)} ({terms.countdown(upcoming.opens_at)})"
    else:
        said = challenges.state_text(challenge)
    return f"- **{name(challenge)}** in <#{challenge.channel_id}>: {said}"


def before_ending(challenge: Challenge) -> discord.ui.LayoutView:
    return notice(
        f"End **{name(challenge)}**? It opens no more rounds, and cannot begin again. A round that is open goes on.",
        Press("challenge.end", challenge.id, label="End it", style=discord.ButtonStyle.danger),
        Press("challenge.show", challenge.id, label="Keep it"),
    )


def unclear(challenge: Challenge, said: str) -> discord.ui.LayoutView:
    """What the form left unclear. What was typed stays in it."""
    return notice(said, Press("challenge.write", challenge.id, label="Fill it in again"))


def put_aside(challenge: Challenge) -> discord.ui.LayoutView:
    return notice(f"Put aside: **{name(challenge)}** opens no rounds. `/challenge new` begins another.")


def left_out(skip: Skip) -> str:
    told = " I say so there, in your words, when it would have opened." if skip.said else ""
    return f"That round is left out.{told} Choose its date once more to hold it after all."


def dates(challenge: Challenge, clock: Clock) -> list[str]:
    if challenge.calendar is None or challenge.ended_at is not None:
        return []
    return challenges.dates_text(challenge.calendar, clock, challenge)


def channel(challenge: Challenge, ground: Ground) -> str:
    return f"**Channel**: <#{challenge.channel_id}>{round_preview.place(ground, challenge.terms.home)}"


def rules(challenge: Challenge) -> list[str]:
    """What its rounds have in common, for its moderators."""
    plan = challenge.terms
    emoji = [f"**Emoji under each entry**: {' '.join(plan.feedback)}"] if plan.feedback else []
    return [
        *round_card.asked_of_entries(plan),
        *emoji,
        *how_it_runs.lines(plan, challenge.longest),
        challenges.source_text(challenge.source),
    ]


def next_prompt(prompt: Prompt | None) -> str:
    if prompt is None:
        return "**Next prompt**: none is left. `/prompts add` and `/prompts import` bring new ones."
    return f"**Next prompt**: {escaping.line(prompt.text, LONGEST_PROMPT)}"


def rows_of_ways(challenge: Challenge, outlook: Outlook, clock: Clock) -> list[discord.ui.ActionRow[Any]]:
    has_dates = challenge.calendar is not None
    ways: list[Routed] = [
        *([Press("challenge.swap", challenge.id, label="Swap the prompt")] if has_dates and outlook.prompt else []),
        Press("challenge.write", challenge.id, label="Name and dates"),
        Press("challenge.settings", challenge.id, label="More settings"),
    ]
    if challenge.paused_at is not None:
        ways.append(Press("challenge.resume", challenge.id, label="Go on"))
    elif has_dates:
        ways.append(Press("challenge.pause", challenge.id, label="Pause"))
    ways.append(Press("challenge.ask_end", challenge.id, label="End", style=discord.ButtonStyle.danger))
    return [press.buttons(*ways), *([press.buttons(skip_choice(challenge, clock))] if has_dates else [])]


def skip_choice(challenge: Challenge, clock: Clock) -> Choice:
    """A select of the dates ahead: choosing one leaves it out, or holds it after all."""
    calendar = challenge.calendar
    coming = () if calendar is None else calendar.coming(clock.now, SKIPPABLE)
    options = [
        discord.SelectOption(
            label=challenges.on(occurrence.opens_at, "UTC" if calendar is None else calendar.zone.key),
            value=occurrence.key,
            description="Left out; choose it to hold it after all" if challenge.skip(occurrence) else None,
        )
        for occurrence in coming
    ]
    return Choice("challenge.skip", challenge.id, options=options, placeholder="Leave a date out, or hold it after all")


def name(challenge: Challenge) -> str:
    return terms.title_text(challenge.name or "A new challenge")


def boxed(parts: Sequence[Sequence[str]], *rows: discord.ui.ActionRow[Any], note: str = "") -> discord.ui.LayoutView:
    """The parts one below the other, with a line between them, and what can be clicked. The note comes last: whoever
    clicked is down there, and all of it is higher than a phone.
    """
    view = discord.ui.LayoutView(timeout=None)
    box, room = Box(accent_colour=colour.ACCENT), ROOM - message_length.units(note)
    for part in filter(None, parts):
        if box.children:
            box.add_item(discord.ui.Separator())
        text = message_length.as_many(list(part), room)
        box.add_item(discord.ui.TextDisplay(text))
        room -= message_length.units(text)
    if note:
        box.add_item(discord.ui.Separator()).add_item(discord.ui.TextDisplay(note))
    for row in rows:
        box.add_item(row)
    view.add_item(box)
    return view

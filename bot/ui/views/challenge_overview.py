"""A challenge as moderators see it, with all they can do; as members see it; and all of a server's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import discord

from bot.domain.challenges.challenge import Challenge, Skip
from bot.domain.dates.clock import Clock
from bot.domain.prompts.prompt import Prompt
from bot.domain.text import escaping, limits, message_length
from bot.ui.views import colour, how_it_runs, press, round_card, round_preview
from bot.ui.views.layout import Box, notice
from bot.ui.views.press import Choice, Press, Routed
from bot.ui.wording import challenges, terms

LONGEST_PROMPT = 300
"""Characters of the next prompt."""
MISSED_SHOWN = 3
LISTED = 3_800
SKIPPABLE = 10
"""Dates ahead that can be left out by a click."""

NONE_YET = "There is no challenge here yet. A moderator sets one up with `/challenge new`."


@dataclass(frozen=True, slots=True)
class Outlook:
    """What moderators see of a challenge beside itself."""

    prompt: Prompt | None
    """That of its next round."""
    missed: tuple[datetime, ...]
    """The openings of rounds that were over before the bot could open them."""


def proposal(challenge: Challenge, clock: Clock) -> discord.ui.LayoutView:
    """A challenge, or another calendar for it, before its moderator's yes."""
    calendar, new = challenge.proposed, challenge.begun_at is None
    lines = [f"### {name(challenge)}", f"**Channel**: <#{challenge.channel_id}>"]
    if calendar is None:
        lines.append("**Without a calendar**: you open each round by hand, and it has the rules below.")
    else:
        lines += challenges.dates_text(calendar, clock, challenge)
    if new:
        lines += [*round_card.asked_of_entries(challenge.terms), challenges.source_text(challenge.source)]
    elif challenge.calendar is not None:
        lines.append("-# A round that is open goes on as it was promised.")
    yes = "Go by these dates" if not new else "Set it up" if calendar is None else "Start it"
    ways = [
        Press("challenge.agree", challenge.id, label=yes, style=discord.ButtonStyle.success),
        Press("challenge.write", challenge.id, label="Change"),
        *([Press("challenge.settings", challenge.id, label="More settings")] if new else []),
        Press("challenge.drop", challenge.id, label="Put aside"),
    ]
    return boxed([*lines, *round_preview.assumed(clock)], press.buttons(*ways))


def overview(challenge: Challenge, outlook: Outlook, clock: Clock, note: str = "") -> discord.ui.LayoutView:
    """All of a challenge, for its moderators. `note` says what just happened."""
    lines = [
        f"### {name(challenge)}",
        challenges.state_text(challenge),
        f"**Channel**: <#{challenge.channel_id}>",
        *dates(challenge, clock),
        *round_card.asked_of_entries(challenge.terms),
        *how_it_runs.lines(challenge.terms),
        challenges.source_text(challenge.source),
    ]
    if challenge.calendar is not None and challenge.ended_at is None:
        lines.append(next_prompt(outlook.prompt))
    if outlook.missed:
        dates_missed = [terms.stamp(moment) for moment in outlook.missed[-MISSED_SHOWN:]]
        lines.append(f"**Over before I could open them**: {len(outlook.missed):,}, last {terms.listed(dates_missed)}")
    rows = [] if challenge.ended_at is not None else rows_of_ways(challenge, outlook, clock)
    return boxed(lines, *rows, note=note)


def for_members(challenge: Challenge, clock: Clock) -> discord.ui.LayoutView:
    lines = [f"### {name(challenge)}", f"**Channel**: <#{challenge.channel_id}>", *dates(challenge, clock)]
    if challenge.ended_at is not None or challenge.paused_at is not None:
        lines.insert(1, challenges.state_text(challenge))
    return boxed([*lines, *round_card.asked_of_entries(challenge.terms)])


def every(found: Sequence[Challenge], clock: Clock) -> discord.ui.LayoutView:
    if not found:
        return notice(NONE_YET)
    return notice(message_length.as_many((line(challenge, clock) for challenge in found), LISTED))


def line(challenge: Challenge, clock: Clock) -> str:
    if challenge.runs and challenge.calendar is not None:
        upcoming = next(each for each in challenge.calendar.occurrences(clock.now) if challenge.skip(each) is None)
        said = f"the next round opens {terms.stamp(upcoming.opens_at)} ({terms.countdown(upcoming.opens_at)})"
    else:
        said = challenges.state_text(challenge)
    return f"- **{name(challenge)}** in <#{challenge.channel_id}>: {said}"


def before_ending(challenge: Challenge) -> discord.ui.LayoutView:
    return notice(
        f"End **{name(challenge)}**? It opens no round any more, and cannot begin again. A round that is open goes on.",
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
    if has_dates:
        go_on = Press("challenge.resume", challenge.id, label="Go on")
        ways.append(go_on if challenge.paused_at is not None else Press("challenge.pause", challenge.id, label="Pause"))
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


def boxed(lines: Sequence[str], *rows: discord.ui.ActionRow[Any], note: str = "") -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    if note:
        view.add_item(discord.ui.TextDisplay(note))
    box = Box(accent_colour=colour.ACCENT)
    box.add_item(discord.ui.TextDisplay(message_length.as_many(list(lines), limits.LAYOUT - 500)))
    for row in rows:
        box.add_item(row)
    view.add_item(box)
    return view

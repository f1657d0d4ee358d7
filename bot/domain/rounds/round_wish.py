"""A moderator's wish for a round, in a command's options, and the plan that comes of it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.dates import written_date, written_length
from bot.domain.dates.clock import Clock
from bot.domain.dates.length import Length
from bot.domain.header.rating import Rating
from bot.domain.problem import (
    ClosesBeforeOpens,
    LengthUnreadable,
    NotLater,
    Problem,
    PromptWordUnreadable,
    RefusedError,
    WordRuleUnknown,
)
from bot.domain.rounds import reminder
from bot.domain.rounds.home import Home, Talk
from bot.domain.rounds.round_plan import Plan
from bot.domain.rounds.settings import Customs
from bot.domain.text import prompt_word, written_word_rule
from bot.domain.text.word_rule import WordRule

NO_WORD = "-"
"""The option for no prompt word any more."""
NO_LENGTH = ("no", "off", "none", "-", "0")
"""The options for no time after the close."""
NOBODY = 0
"""Stands for no role to ping any more."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The options as they were typed; None if one was left out."""

    opens: str | None = None
    closes: str | None = None
    words: str | None = None
    entries_each: int | None = None
    rating_up_to: Rating | None = None
    hide_prompt: bool | None = None
    prompt_word: str | None = None
    count_title: bool | None = None
    count_must_match: bool | None = None
    where: Home | None = None
    talk: Talk | None = None
    event: bool | None = None
    reminders: str | None = None
    ping: int | Problem | None = None
    """The number of a role, or `NOBODY`; a problem where it could not be read."""
    grace: str | None = None
    late: str | None = None
    reason: str | None = None
    """A word to members on why it is changed; it does not outlive the next change."""


def usual(now: datetime, customs: Customs, terms: Plan | None = None) -> Plan:
    """The plan of a round by a challenge's terms, or a guild's customs; its prompt and its end are still missing."""
    if terms is not None:
        return replace(terms, opens_at=now, closes_at=now)
    return Plan(
        title="",
        prompt="",
        under_cut=False,
        image_id=None,
        opens_at=now,
        closes_at=now,
        rule=customs.rule,
        convention=customs.convention,
        required=customs.required,
        highest=None,
        entries_per_member=1,
        count_must_match=False,
        home=customs.home,
    )


def changed(plan: Plan, wish: Wish, clock: Clock) -> Plan:
    """The plan with the wish; options that were left out change nothing. Raises RefusedError with everything that is
    unclear.
    """
    opens = opening(plan, wish, clock)
    since = plan.opens_at if isinstance(opens, Problem) else opens
    read: dict[str, Any] = {
        "opens_at": opens,
        "closes_at": closing(plan, wish, clock, since),
        "rule": word_count(plan, wish),
        "prompt_word": word_asked_for(plan, wish),
        "reminders": reminded(plan, wish),
        "ping_role_id": pinged(plan, wish),
        "grace": length_after_close(wish.grace, plan.grace),
        "late_for": length_after_close(wish.late, plan.late_for),
    }
    problems = [found for found in read.values() if isinstance(found, Problem)]
    if problems:
        raise RefusedError(*problems)
    return replace(
        plan,
        **read,
        entries_per_member=plan.entries_per_member if wish.entries_each is None else wish.entries_each,
        highest=plan.highest if wish.rating_up_to is None else wish.rating_up_to,
        under_cut=plan.under_cut if wish.hide_prompt is None else wish.hide_prompt,
        count_must_match=plan.count_must_match if wish.count_must_match is None else wish.count_must_match,
        title_counts=plan.title_counts if wish.count_title is None else wish.count_title,
        home=plan.home if wish.where is None else wish.where,
        talk=plan.talk if wish.talk is None else wish.talk,
        event=plan.event if wish.event is None else wish.event,
        reason=wish.reason,
    )


def again(plan: Plan, wish: Wish, clock: Clock) -> Plan:
    """A new round with all of an earlier one's options but its prompt. It is as long, and one of a day or more closes
    at the same time of day.
    """
    opens = opening(replace(plan, opens_at=clock.now), wish, clock)
    if isinstance(opens, Problem):
        raise RefusedError(opens)
    length = plan.closes_at - plan.opens_at
    days = round((opens - plan.opens_at) / DAY)
    closes = (
        Length(months=0, days=days, hours=timedelta()).after(plan.closes_at, clock.zone)
        if length >= DAY
        else opens + length
    )
    fresh = replace(
        plan,
        title="",
        prompt="",
        prompt_word=None,
        image_id=None,
        drawn=None,
        opens_at=opens,
        closes_at=closes,
    )
    return changed(fresh, replace(wish, opens=None), clock)


def extended(plan: Plan, closes: str, clock: Clock, reason: str | None = None) -> Plan:
    """The plan with a later end. A length counts from the present end, so that "in 2 days" gives writers two more days;
    if the end is past, it counts from now.
    """
    found = extension(plan, closes, clock)
    if isinstance(found, Problem):
        raise RefusedError(found)
    return replace(plan, closes_at=found, reason=reason)


def opening(plan: Plan, wish: Wish, clock: Clock) -> datetime | Problem:
    if wish.opens is None:
        return plan.opens_at
    return written_date.opening(wish.opens, now=clock.now, zone=clock.zone, day_first=clock.day_first)


def closing(plan: Plan, wish: Wish, clock: Clock, opens_at: datetime) -> datetime | Problem:
    """A length counts from the opening of a round that is still to come, and from now for one that is open."""
    if wish.closes is None:
        return plan.closes_at
    since = max(opens_at, clock.now)
    return written_date.closing(wish.closes, now=clock.now, since=since, zone=clock.zone, day_first=clock.day_first)


def extension(plan: Plan, closes: str, clock: Clock) -> datetime | Problem:
    since = max(plan.closes_at, clock.now)
    found = written_date.closing(closes, now=clock.now, since=since, zone=clock.zone, day_first=clock.day_first)
    if isinstance(found, ClosesBeforeOpens):
        return NotLater(plan.closes_at, found.closes_at)
    return found


def word_count(plan: Plan, wish: Wish) -> WordRule | Problem:
    if wish.words is None:
        return plan.rule
    return written_word_rule.read(wish.words) or WordRuleUnknown(wish.words)


def word_asked_for(plan: Plan, wish: Wish) -> str | Problem | None:
    if wish.prompt_word is None:
        return plan.prompt_word
    if wish.prompt_word.strip() == NO_WORD:
        return None
    return prompt_word.read(wish.prompt_word) or PromptWordUnreadable(wish.prompt_word)


def reminded(plan: Plan, wish: Wish) -> tuple[timedelta, ...] | Problem:
    return plan.reminders if wish.reminders is None else reminder.read(wish.reminders)


def pinged(plan: Plan, wish: Wish) -> int | Problem | None:
    if wish.ping is None:
        return plan.ping_role_id
    return None if wish.ping == NOBODY else wish.ping


def length_after_close(typed: str | None, before: timedelta) -> timedelta | Problem:
    """A number alone is minutes."""
    if typed is None:
        return before
    said = typed.strip().casefold()
    if said in NO_LENGTH:
        return timedelta()
    return written_length.read(f"{said} minutes" if said.isdecimal() else said) or LengthUnreadable(typed)

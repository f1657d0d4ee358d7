"""Dates of a round: what is due of it, and when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.rounds.round_plan import Plan


class Due(StrEnum):
    """An event of a round with a date of its own."""

    OPENS = "opens"
    FIRST_REMINDER = "first_reminder"
    SECOND_REMINDER = "second_reminder"
    THIRD_REMINDER = "third_reminder"
    CLOSES = "closes"
    LATE_ENDS = "late_ends"


REMINDERS = (Due.FIRST_REMINDER, Due.SECOND_REMINDER, Due.THIRD_REMINDER)


@dataclass(frozen=True, slots=True)
class DueDate:
    due: Due
    at: datetime
    done_at: datetime | None
    """The moment at which we noted that the date has passed."""


def by_plan(plan: Plan) -> Iterator[DueDate]:
    """The dates that a plan gives its round."""
    yield DueDate(Due.OPENS, plan.opens_at, None)
    coming = (plan.closes_at - lead for lead in in_time(plan.reminders, plan.closes_at - plan.opens_at))
    yield from (DueDate(due, at, None) for due, at in zip(REMINDERS, coming, strict=False))
    yield DueDate(Due.CLOSES, plan.closes_at, None)
    if plan.late_for:
        yield DueDate(Due.LATE_ENDS, plan.late_until, None)


def in_time(reminders: Iterable[timedelta], length: timedelta) -> tuple[timedelta, ...]:
    """Those that a round of this length has: one that is open for less than a day has no reminder a day before."""
    return tuple(lead for lead in reminders if lead < length)


def followed(plan: Plan, before: Sequence[DueDate], now: datetime) -> list[DueDate]:
    """A round's dates once it goes by this plan. A date that moves is still to come, or a fact at once if it is past. A
    reminder alone is never made up for: if its time is past, it stays where it stands in the channel, or goes.
    """
    facts = {date.due: date for date in before if date.done_at is not None}
    found: list[DueDate] = []
    for date in by_plan(plan):
        fact = facts.get(date.due)
        if fact is not None and fact.at == date.at:
            found.append(fact)
        elif date.at > now:
            found.append(date)
        elif date.due not in REMINDERS:
            found.append(replace(date, done_at=now))
        elif fact is not None and Due.CLOSES not in facts:
            found.append(replace(date, done_at=fact.done_at))
    return found

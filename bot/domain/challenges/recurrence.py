"""Days and times that come again and again, by the clock on the wall.

A day that a month does not have is its last day: the 31st is 30 November, and 29 February is the 28th in other years.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from heapq import heappop, heappush
from typing import Literal

from dateutil import rrule

from bot.domain.dates.time_of_day import DAY_ENDS

LAST = -1
"""The last day of a month, or its last Saturday."""
SHORTEST_MONTH = 28
SELDOM = 5
MONTHS_OF_A_YEAR = 12

WORKING_DAYS = 5
WORKING_DAY = 7
"""Any of Monday to Friday, where a weekday is asked for: the last weekday of the month."""

_LAST_DAY_OF_ALL = datetime(9990, 1, 1)  # noqa: DTZ001 - on the wall
_SHIFTED_AT_MOST = timedelta(2)
"""More than a day, and the most that clocks were ever put forward or back."""


class Unit(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_FREQUENCIES: dict[Unit, Literal[0, 1, 2, 3]] = {
    Unit.DAY: rrule.DAILY,
    Unit.WEEK: rrule.WEEKLY,
    Unit.MONTH: rrule.MONTHLY,
    Unit.YEAR: rrule.YEARLY,
}


@dataclass(frozen=True, slots=True)
class DayOf:
    """A day of a week, a month or a year: a Friday, the 15th, the last Saturday, 29 February."""

    weekday: int | None = None
    """Monday is 0. A working day always has a number."""
    number: int | None = None
    """Which day of the month it is; beside a weekday, which of the month's."""
    month: int | None = None

    @property
    def unit(self) -> Unit:
        """The unit in which it comes once."""
        if self.month is not None:
            return Unit.YEAR
        return Unit.WEEK if self.number is None else Unit.MONTH

    @property
    def may_be_missing(self) -> bool:
        """True if some months do not have it, so that their last day stands for it."""
        return self.weekday is None and self.number is not None and self.number > SHORTEST_MONTH

    @property
    def is_seldom(self) -> bool:
        """True if most months do not have it: a fifth Monday. Each has a fifth working day."""
        return self.weekday not in {None, WORKING_DAY} and self.number == SELDOM


LEAP_DAY = DayOf(number=29, month=2)


@dataclass(frozen=True, slots=True)
class Recurrence:
    every: int
    """How many weeks, say, there are from one to the next."""
    unit: Unit
    days: tuple[DayOf, ...]
    """Those of each week, month or year; none for one that counts days."""
    times: tuple[timedelta, ...]
    """Since the beginning of the day; 24 hours are the midnight at its end."""

    def moments(self, zone: tzinfo, since: datetime, anchor: date) -> Iterator["Moment"]:
        """All moments from this one on, in order, each once. Weeks and the like are counted from the anchor's."""
        start = since.astimezone(zone).date() - _SHIFTED_AT_MOST
        ahead: list[Moment] = []
        for moment in self._as_shown(zone, max(start, anchor), anchor):
            while ahead and ahead[0].wall + _SHIFTED_AT_MOST < moment.wall:
                yield from _first(ahead, since)
            heappush(ahead, moment)
        while ahead:
            yield from _first(ahead, since)

    def first(self, zone: tzinfo, since: datetime) -> "Moment":
        """The first moment from this one on, if no week, month or year were left out."""
        day = since.astimezone(zone).date() - _SHIFTED_AT_MOST
        return next(replace(self, every=1).moments(zone, since, day))

    def _as_shown(self, zone: tzinfo, start: date, anchor: date) -> Iterator["Moment"]:
        for day in self._days(start, anchor):
            for since_midnight in self.times:
                wall = day + since_midnight
                fold = since_midnight == DAY_ENDS  # of an hour that comes twice, the second one ends the day
                yield Moment(wall.replace(tzinfo=zone, fold=fold).astimezone(UTC), wall, day.date())

    def _days(self, start: date, anchor: date) -> Iterator[datetime]:
        first = self._period(start, anchor)
        rules = rrule.rruleset()
        for day in self.days or (DayOf(),):
            rules.rrule(self._rule(day, first))
        return (day for day in rules if day.date() >= start)

    def _period(self, start: date, anchor: date) -> datetime:
        """The first day of the week, month or year to begin with: one that is not left out."""
        match self.unit:
            case Unit.DAY | Unit.WEEK:
                first = anchor if self.unit is Unit.DAY else anchor - timedelta(anchor.weekday())
                length = timedelta(self.every * (1 if self.unit is Unit.DAY else 7))
                found = first + (start - first) // length * length
            case Unit.MONTH | Unit.YEAR:
                months = self.every * (1 if self.unit is Unit.MONTH else MONTHS_OF_A_YEAR)
                first = _months(anchor) if self.unit is Unit.MONTH else anchor.year * MONTHS_OF_A_YEAR
                year, month = divmod(first + (_months(start) - first) // months * months, MONTHS_OF_A_YEAR)
                found = date(year, month + 1, 1)
        return datetime.combine(found, time())

    def _rule(self, day: DayOf, first: datetime) -> rrule.rrule:
        if day.weekday == WORKING_DAY:
            weekdays, position = range(WORKING_DAYS), day.number
        else:
            weekdays = None if day.weekday is None else rrule.weekday(day.weekday, day.number)
            position = LAST if day.may_be_missing else None
        numbers = None if day.weekday is not None else day.number
        return rrule.rrule(
            _FREQUENCIES[self.unit],
            dtstart=first,
            interval=self.every,
            wkst=rrule.MO,
            until=_LAST_DAY_OF_ALL,
            bymonth=day.month,
            byweekday=weekdays,
            bymonthday=range(SHORTEST_MONTH, numbers + 1) if numbers and day.may_be_missing else numbers,
            bysetpos=position,
        )


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    at: datetime
    """A time that the clocks skip moves on by what they skip; of a time that comes twice, it is the first."""
    wall: datetime
    """What the clocks show, or would if they did not skip it."""
    day: date
    """The day to which it belongs; for the midnight at its end, the one before."""


def _first(ahead: list[Moment], since: datetime) -> Iterator[Moment]:
    """The first of these moments, unless it has passed. Where a skipped hour or day makes moments equal, they are one:
    the one that clocks show.
    """
    first = heappop(ahead)
    while ahead and ahead[0].at == first.at:
        first = heappop(ahead)
    if first.at >= since:
        yield first


def _months(day: date) -> int:
    return day.year * MONTHS_OF_A_YEAR + day.month - 1

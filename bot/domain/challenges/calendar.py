"""The calendar of a challenge, and its occurrences.

Nothing is kept of what has happened: occurrences follow from the calendar and the time, and are the same whenever one
asks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice, pairwise, takewhile
from zoneinfo import ZoneInfo

from bot.domain.challenges.open_for import Lasting, OpenFor, Until, UntilNext
from bot.domain.challenges.recurrence import LEAP_DAY, Moment, Recurrence, Unit
from bot.domain.dates.time_of_day import MIDNIGHT

SHOWN_AHEAD = 5
"""Rounds that a moderator sees before their yes."""
LOOKED_AT = 60
"""How many rounds ahead we look through to see how many are open at once."""
FIRST = datetime(2025, 1, 1)  # noqa: DTZ001 - what the clocks show has no zone
"""No occurrence is older."""
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A date of the calendar, to which one round at most belongs."""

    key: str
    """The time on the wall when it opens, even one that the clocks skip. It never changes."""
    opens_at: datetime
    closes_at: datetime

    def is_over(self, now: datetime) -> bool:
        return self.closes_at <= now


def minute_of(key: str) -> int:
    """The number of an occurrence's key: minutes on the clock on the wall."""
    return (datetime.fromisoformat(key) - FIRST) // MINUTE


def key_at(minute: int) -> str:
    return (FIRST + minute * MINUTE).isoformat()


@dataclass(frozen=True, slots=True)
class LastDayInstead:
    """In months without the day, its last day stands for it."""

    day: int


@dataclass(frozen=True, slots=True)
class MonthsLeftOut:
    """A month without the day, such as a fifth Friday, has no round."""

    weekday: int


@dataclass(frozen=True, slots=True)
class LeapDayMoved:
    """In most years, the 28th stands for 29 February."""


@dataclass(frozen=True, slots=True)
class EndOfDayMeant:
    """Midnight is the one at the end of the day."""


@dataclass(frozen=True, slots=True)
class OpenAtOnce:
    """Some rounds are still open when the next one opens: at most so many are open at once."""

    rounds: int


Note = LastDayInstead | MonthsLeftOut | LeapDayMoved | EndOfDayMeant | OpenAtOnce


@dataclass(frozen=True, slots=True)
class Calendar:
    said: str
    """The words for when rounds open, as they were typed."""
    said_open_for: str
    """The words for how long they are open."""
    recurrence: Recurrence
    open_for: OpenFor
    zone: ZoneInfo
    since: datetime
    """Nothing opens before this moment."""
    anchor: date
    """The day of the first opening, from which weeks and the like are counted."""

    def occurrences(self, since: datetime) -> Iterator[Occurrence]:
        """All that open from this moment on, in order, without an end."""
        opening = self.recurrence.moments(self.zone, max(since, self.since), self.anchor)
        return (
            Occurrence(opens.wall.isoformat(), opens.at, closes_at) for opens, closes_at in self._with_closes(opening)
        )

    def coming(self, now: datetime, number: int = SHOWN_AHEAD) -> tuple[Occurrence, ...]:
        """The next ones to open."""
        return tuple(islice(self.occurrences(now), number))

    def due(self, now: datetime, since: datetime) -> Iterator[Occurrence]:
        """All that opened from a moment on until now. What opened before that moment is dealt with."""
        return takewhile(lambda occurrence: occurrence.opens_at <= now, self.occurrences(since))

    @property
    def notes(self) -> tuple[Note, ...]:
        """What a moderator may not expect."""
        return (*self._of_days(), *self._of_overlap())

    def _with_closes(self, opening: Iterator[Moment]) -> Iterator[tuple[Moment, datetime]]:
        match self.open_for:
            case UntilNext():
                return ((opens, following.at) for opens, following in pairwise(opening))
            case Lasting(length):
                # Counted from what the clocks would show, so that a skipped hour makes no day longer.
                return ((opens, length.after(opens.wall.replace(tzinfo=self.zone), self.zone)) for opens in opening)
            case Until() as until:
                return self._until(until, opening)

    def _until(self, until: Until, opening: Iterator[Moment]) -> Iterator[tuple[Moment, datetime]]:
        closing: Iterator[Moment] = iter(())
        closes: Moment | None = None
        for opens in opening:
            if closes is None or closes.at <= opens.at:  # the next may be years away, with a thousand midnights between
                closing = until.recurrence.moments(self.zone, opens.at, self.anchor)
                closes = next(closing)
            while not _ends(opens, closes, until):
                closes = next(closing)
            yield opens, closes.at

    def _of_days(self) -> Iterator[Note]:
        for day in self.recurrence.days:
            if day == LEAP_DAY:
                yield LeapDayMoved()
            elif day.month is None and day.number and day.may_be_missing:
                yield LastDayInstead(day.number)
            elif day.weekday is not None and day.is_seldom:
                yield MonthsLeftOut(day.weekday)
        if MIDNIGHT in self.recurrence.times and self.recurrence.unit is not Unit.DAY:
            yield EndOfDayMeant()

    def _of_overlap(self) -> Iterator[Note]:
        ahead = self.coming(self.since, LOOKED_AT)
        at_once = max(
            sum(other.opens_at < each.closes_at for other in ahead[place:]) for place, each in enumerate(ahead)
        )
        if at_once > 1:
            yield OpenAtOnce(at_once)


def _ends(opens: Moment, closes: Moment, until: Until) -> bool:
    return closes.at > opens.at and not (until.on_a_later_day and closes.day <= opens.wall.date())

from dataclasses import dataclass
from enum import Enum, auto

from bot.domain.problem.problem import Problem


@dataclass(frozen=True, slots=True)
class CalendarProblem(Problem):
    """A problem with a challenge's calendar, as somebody wrote it."""


@dataclass(frozen=True, slots=True)
class CalendarUnreadable(CalendarProblem):
    """The words do not say when the rounds of a challenge open."""

    text: str


@dataclass(frozen=True, slots=True)
class CalendarUnclear(CalendarProblem):
    """The words may mean several things; `ways` are words that mean one."""

    text: str
    ways: tuple[str, ...]


class Beyond(Enum):
    """What no calendar has, though people say it."""

    EXCEPTIONS = auto()
    END = auto()
    SEASONS = auto()
    TIMES_BY_DAY = auto()
    MOVABLE_FEASTS = auto()
    SINGLE_DATES = auto()
    WEEKDAYS_ON_DATES = auto()
    CHOICES = auto()


@dataclass(frozen=True, slots=True)
class CalendarLacks(CalendarProblem):
    """The words ask of a calendar what none has."""

    text: str
    beyond: Beyond


@dataclass(frozen=True, slots=True)
class DayNever(CalendarProblem):
    """No year has the date; `instead` are words for the day that comes nearest."""

    day: str
    instead: str


@dataclass(frozen=True, slots=True)
class OpenForUnreadable(CalendarProblem):
    """The words do not say how long a round is open."""

    text: str

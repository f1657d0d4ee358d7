from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.problem.problem import Problem


@dataclass(frozen=True, slots=True)
class WrittenDateProblem(Problem):
    """A problem with a date, a length of time or a time zone, as somebody wrote it."""


@dataclass(frozen=True, slots=True)
class DateUnreadable(WrittenDateProblem):
    text: str
    today: date
    """Of the guild, for examples that lie ahead."""


@dataclass(frozen=True, slots=True)
class DateUnclear(WrittenDateProblem):
    text: str
    readings: tuple[datetime, ...]
    """All the moments that it may be, on the guild's own clock."""


@dataclass(frozen=True, slots=True)
class DatePast(WrittenDateProblem):
    text: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class DateTooFar(WrittenDateProblem):
    text: str
    years: int
    """So many ahead are taken."""


@dataclass(frozen=True, slots=True)
class LengthUnreadable(WrittenDateProblem):
    text: str


@dataclass(frozen=True, slots=True)
class TimeZoneUnknown(WrittenDateProblem):
    text: str


@dataclass(frozen=True, slots=True)
class TimeZoneUnclear(WrittenDateProblem):
    text: str
    zone_names: tuple[str, ...]

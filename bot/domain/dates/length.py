"""Lengths of time. Days, weeks and months go by the clock on the wall, hours and minutes by the clock in the hand."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from dateutil.relativedelta import relativedelta

MOST_DAYS = 3720
"""Ten years, with each month as 31 days."""

_DAYS = {"d": 1, "day": 1, "w": 7, "week": 7}
_MONTHS = {"month": 1, "year": 12}
_HOURS = {
    "m": timedelta(minutes=1),
    "minute": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "hour": timedelta(hours=1),
}
_UNIT = "|".join((*_DAYS, *_MONTHS, *_HOURS))
_AMOUNT = r"[0-9]{1,9}(?:\.[0-9]{1,2})?(?: and (?:a )?half(?= ))?|a"
_PART = rf"(?:{_AMOUNT}) (?:{_UNIT})\b(?: and (?:a )?half\b)?"
_PARTS = re.compile(rf"\b(?:({_AMOUNT}) )?({_UNIT})\b( and (?:a )?half\b)?")
SAID = re.compile(
    rf"(?:(?:(?:in|for|within|\+) ?)?({_PART}(?:(?: and)? {_PART})*)|in ({_UNIT})\b|next (week|month|year)\b)"
    r"(?: later\b| from now\b| time\b)?"
)
"""A length, wherever it stands."""
SHIFT = re.compile(rf"(?P<length>{_PART}|day|week)(?: (?P<side>from|after|before) | (?=[a-z]{{2,6}}day\b|tomorrow\b))")
"""A length beside a day: two weeks from friday, the day before christmas, a week on sunday."""


@dataclass(frozen=True, slots=True)
class Length:
    months: int
    days: int
    hours: timedelta

    def after(self, start: datetime, zone: tzinfo) -> datetime:
        wall = start.astimezone(zone).replace(tzinfo=None)
        later = wall + relativedelta(months=self.months, days=self.days)
        if later != wall:  # else an hour that comes twice would be the first one again
            start = later.replace(tzinfo=zone)
        return start.astimezone(UTC) + self.hours


FAR = Length(0, 4200, timedelta())
"""Stands for every length that is longer than any plan: a moment as far away can still be told."""


def of(said: str) -> Length | None:
    """The length in these words; None if it has a part of a month."""
    months, days, hours = 0, 0, timedelta()
    for written, unit, and_half in _PARTS.findall(said):
        amount = _amount(written) + (0.5 if and_half else 0)
        if unit in _MONTHS:
            if amount % 1:
                return None
            months += int(amount) * _MONTHS[unit]
        elif unit in _DAYS:
            in_days = amount * _DAYS[unit]
            days += int(in_days)
            hours += timedelta(days=in_days % 1)
        else:
            hours += amount * _HOURS[unit]
    whole = months * 31 + days + hours.days
    return Length(months, days, hours) if whole <= MOST_DAYS else FAR


def _amount(written: str) -> float:
    number = written.partition(" ")[0]
    return (float(number) if number not in {"", "a"} else 1) + (0.5 if written.endswith("half") else 0)

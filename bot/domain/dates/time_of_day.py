"""Which time of the day is meant, rule by rule. What may be morning or evening yields both, the evening first."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from types import MappingProxyType

DAY_ENDS = timedelta(hours=23, minutes=59, seconds=59)
MIDNIGHT = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time or a part of a day, counted from the day's beginning by the clocks on the wall."""

    begins: timedelta
    ends: timedelta
    lasts: bool = True
    """False for a point of time."""
    by_hands: bool = False
    """True if the same time is written twelve hours later: 8:30 in the evening."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day, and the hours with which people name it."""

    whole: TimeOfDay
    earliest: timedelta
    latest: timedelta

    def at(self, clock: TimeOfDay) -> TimeOfDay | None:
        """A time of the clock in this part of a day."""
        later = clock.begins + timedelta(hours=12)
        times = (clock, TimeOfDay(later, later, lasts=False)) if clock.by_hands else (clock,)
        return next((time for time in times if self.earliest <= time.begins <= self.latest), None)


WHOLE_DAY = TimeOfDay(timedelta(), DAY_ENDS)
END_OF_DAY = TimeOfDay(MIDNIGHT, DAY_ENDS)


def _part(begins: int, ends: timedelta, earliest: int, latest: int) -> Part:
    return Part(TimeOfDay(timedelta(hours=begins), ends), timedelta(hours=earliest), timedelta(hours=latest))


PARTS = MappingProxyType(
    {
        "morning": _part(6, timedelta(hours=12), 0, 12),
        "afternoon": _part(12, timedelta(hours=18), 12, 21),
        "evening": _part(18, DAY_ENDS, 16, 24),
        "night": _part(20, DAY_ENDS, 17, 24),
    }
)
PART = "|".join(PARTS)
PART_SAID = re.compile(rf"(?:in |at )?({PART})\b")


def _at(hour: int, minute: int = 0, second: int = 0) -> Iterator[TimeOfDay]:
    since = timedelta(hours=hour, minutes=minute, seconds=second)
    if since <= MIDNIGHT and minute < 60 and second < 60:
        yield TimeOfDay(since, since, lasts=False)


def _by_hands(hour: int, minute: int = 0, second: int = 0) -> Iterator[TimeOfDay]:
    return (replace(time, by_hands=hour < 12) for time in _at(hour, minute, second))


def _by_twelve(half: str, hour: int, minute: int = 0, second: int = 0) -> Iterator[TimeOfDay]:
    """An hour before noon (a) or after it (p)."""
    if 1 <= hour <= 12:
        yield from _at(hour % 12 + (12 if half == "p" else 0), minute, second)


def _of_either(hour: int, minute: int = 0) -> Iterator[TimeOfDay]:
    """An hour of a clock with hands."""
    if hour == 12:
        yield from _at(12, minute)
        yield from _at(0 if minute else 24, minute)
    else:
        if 0 < hour < 12:
            yield from _at(hour + 12, minute)
        yield from _at(hour, minute)


# -- rules ----------------------------------------------------------------------------------------


def _clock(found: re.Match[str]) -> Iterator[TimeOfDay]:
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    return _by_twelve(found[4], hour, minute, second) if found[4] else _by_hands(hour, minute, second)


def _twelve_hours(found: re.Match[str]) -> Iterator[TimeOfDay]:
    return _by_twelve(found[3], int(found[1]), int(found[2] or 0))


def _written(found: re.Match[str]) -> Iterator[TimeOfDay]:
    return _by_hands(int(found[1]), int(found[2] or 0))


def _bare(found: re.Match[str]) -> Iterator[TimeOfDay]:
    return _of_either(int(found[1]))


def _hour_and_minutes(found: re.Match[str]) -> Iterator[TimeOfDay]:
    return _of_either(int(found[1]), int(found[2][-2:]))


def _past(found: re.Match[str]) -> Iterator[TimeOfDay]:
    minutes, hour, half = int(found[1]), int(found[3]), found[4]
    if found[2] == "to":
        half = {"a": "p", "p": "a"}[half] if half and hour == 12 else half
        minutes, hour = 60 - minutes, (hour - 2) % 12 + 1
    return _by_twelve(half, hour, minutes) if half else _of_either(hour, minutes)


def _noon(_: re.Match[str]) -> Iterator[TimeOfDay]:
    return _at(12)


def _midnight(_: re.Match[str]) -> Iterator[TimeOfDay]:
    return _at(24)


def _end(_: re.Match[str]) -> Iterator[TimeOfDay]:
    yield END_OF_DAY


def _and_part(found: re.Match[str]) -> Iterator[TimeOfDay]:
    """The Spanish six and a half, and nine minus a quarter."""
    hour, minutes = int(found[1]), 30 if found[3] == "half" else 15
    if found[2] == "minus":
        return _of_either((hour - 2) % 12 + 1, 60 - minutes)
    return _of_either(hour, minutes)


_HOUR = r"([0-9]{1,2})(?![0-9:.])"
RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[TimeOfDay]]], ...] = (
    # 20:00, 8:30 pm, 23:59:59
    (
        re.compile(
            r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?: ?(?=am\b|pm?\b)([ap])m?\b)?(?: (?:h|uhr|hour|clock)\b)?"
        ),
        _clock,
    ),
    # 8 pm, 8.30 pm, 8p
    (re.compile(r"([0-9]{1,2})(?:\.([0-9]{2}))? ?(?=am\b|pm?\b)([ap])m?\b"), _twelve_hours),
    # 730pm, 2100, 2100 hours; 2026 is a year
    (re.compile(r"(1[0-2]|0?[1-9])([0-5][0-9]) ?(?=am\b|pm?\b)([ap])m?\b"), _twelve_hours),
    (re.compile(r"([01][0-9]|2[0-4])([0-5][05]|59)(?![0-9/:.-])(?:(?<= [0-9]{4}) (?:hour|h)\b)?"), _written),
    # 20.00; 7.12 is a date
    (re.compile(r"([01]?[0-9]|2[0-4])\.(00|1[3-9]|[2-5][0-9])(?![0-9.])(?: (?:h|uhr)\b)?"), _written),
    # 6 and half
    (re.compile(r"([0-9]{1,2})(?: (?:h|uhr)\b)? (and|minus) (half|quarter)\b"), _and_part),
    # nine thirty
    (re.compile(r"([1-9]|1[0-2]) (15|30|45) ?(?=[ap]m\b)([ap])m"), _twelve_hours),
    (
        re.compile(rf"(?<=at )([0-9]{{1,2}}) (15|(?:and )?(?:30|45))(?=$| (?:in |at )?(?:{PART})\b)"),
        _hour_and_minutes,
    ),
    (re.compile(r"(?:12(?::00)? )?noon\b"), _noon),
    (re.compile(r"(?:12(?::00)? )?midnight\b"), _midnight),
    # 20 h, 22h30, 20 Uhr 15; 24h is a day
    (re.compile(r"(?!24 h\b)([0-9]{1,2}) (?:h|uhr)\b(?: ([0-9]{2})\b(?![:.]))?(?: hour\b)?"), _written),
    # half past 8, 10 to 9 pm
    (
        re.compile(
            rf"([0-5]?[0-9])(?: minute)? (past|to) (?=(?:0?[1-9]|1[0-2])(?:th)?\b){_HOUR}"
            r"(?:th\b)?(?: clock\b)?(?: ?([ap])m\b)?"
        ),
        _past,
    ),
    # 8 o'clock, at 8, 8 in the evening, this evening 8
    (re.compile(r"([0-9]{1,2}) clock\b"), _bare),
    (re.compile(rf"(?<=at ){_HOUR}"), _bare),
    (re.compile(rf"(?<=day |row ){_HOUR}(?![/-]| ?(?:[ap]m|p|h|uhr)\b)"), _bare),
    (re.compile(rf"{_HOUR}(?= (?:in |at |today |tomorrow )?(?:{PART})\b)"), _bare),
    (re.compile(rf"(?:{'|'.join(f'(?<={part} )' for part in PARTS)}){_HOUR}"), _bare),
    (re.compile(r"eod\b|end (?!(?:this |next )?(?:week|month|year))"), _end),
)

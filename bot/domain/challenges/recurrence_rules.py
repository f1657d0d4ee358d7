"""What may be said of days that come again, rule by rule, in the plain words of `dates.plain`."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

from bot.domain.challenges.recurrence import LAST, MONTHS_OF_A_YEAR, WORKING_DAY, DayOf, Unit
from bot.domain.dates.day import HOLIDAYS, days_and_months
from bot.domain.dates.time_of_day import PART
from bot.domain.dates.vocabulary import MONTH, MONTHS, WEEKDAY, WEEKDAYS

QUARTERS = (1, 4, 7, 10)
"""The months with which they begin."""
LEAP_YEAR = 2028
_MOST = {Unit.DAY: 3660, Unit.WEEK: 520, Unit.MONTH: 120, Unit.YEAR: 10}
"""More is a slip of the finger, not a plan."""
_START, _MIDDLE, _END = range(3)
_EDGES = {"start": _START, "1th day": _START, "middle": _MIDDLE, "end": _END, "last day": _END}
_IN_MONTH = {_START: 1, _MIDDLE: 15, _END: LAST}
_HOLIDAYS = {
    name: DayOf(number=day.day, month=day.month)
    for name, of_year in HOLIDAYS.items()
    if (day := of_year(LEAP_YEAR)) == of_year(LEAP_YEAR + 1).replace(year=LEAP_YEAR)
} | {"thanksgiving": DayOf(3, 4, 11)}
"""Holidays that are on the same date, or the same weekday of a month, each year."""
MOVABLE = HOLIDAYS.keys() - _HOLIDAYS.keys()

_UNIT = "day|week|month|quarter|year"
_AND = r" (?:(?:and )?(?:every )?)"
_WEEKDAYS = rf"(?P<weekdays>(?:{WEEKDAY})\b(?:(?:{_AND}| ~ )(?:{WEEKDAY})\b){{0,6}})"
_LAST = r"(?:[23]th )?last"
_NTH = rf"(?:{_LAST}\b|[1-5](?:th\b|\.))"
_DAY = rf"(?:{_LAST} day\b|[0-9]{{1,2}}(?:th\b|\.(?![0-9]))(?! (?:{WEEKDAY})\b))"
_DATE = rf"(?:[0-9]{{1,2}}(?:th\b|\.)?[ -]?(?:{MONTH})\b|(?:{MONTH})[ -][0-9]{{1,2}}(?:th\b|(?![0-9:.])(?! [ap]m)))"
_OF_MONTHS = rf"(?P<months>(?:{MONTH})\b(?:{_AND}(?:{MONTH})\b){{0,11}})"
_EACH_MONTH = r"(?: (?:in )?(?:every |per )?month\b)"
_TIME_NEXT = r" (?:h|uhr|[ap]m|p|clock)\b"
_EVERY = r"(?P<every>every )?"

_NTH_ALONE = re.compile(rf"{_LAST}|[1-5](?=th|\.)")
_DAY_ALONE = re.compile(rf"{_LAST}|[0-9]{{1,2}}")
_DATE_ALONE = re.compile(
    rf"(?P<day>[0-9]{{1,2}})(?:th|\.)?[ -]?(?P<month>{MONTH})"
    rf"|(?P<month_before>{MONTH})[ -](?P<day_after>[0-9]{{1,2}})"
)
_MONTH_ALONE = re.compile(MONTH)
_WEEKDAY_ALONE = re.compile(rf"~ |{WEEKDAY}")


@dataclass(frozen=True, slots=True)
class Said:
    """What was said so far."""

    every: int = 0
    unit: Unit | None = None
    days: tuple[DayOf, ...] = ()
    months: tuple[int, ...] = ()
    """The months in which the days lie."""
    yearly: bool = False
    """True if "every" stands before a date of the year, which else comes once."""
    often: int = 0
    """How many days of each unit, or times of each day, are to be named: twice a week."""

    def and_(self, more: "Said") -> "Said | None":
        """Both; None if they do not go together. Days of a month are added to others that were named alone."""
        if (self.unit and more.unit) or (self.months and more.months):
            return None
        if self.days and more.days:
            alone = not more.unit and not (self.unit and not self.every) and not self.months and not more.months
            if not alone or any(day.unit is not Unit.MONTH for day in self.days + more.days):
                return None
        return Said(
            self.every or more.every,
            self.unit or more.unit,
            tuple(dict.fromkeys(self.days + more.days)),
            self.months or more.months,
            self.yearly or more.yearly,
            self.often or more.often,
        )


Rule = Callable[[re.Match[str], bool | None], Iterator[Said]]
"""All that a pattern's find may mean. The second argument says whether 1/12 is the first of December."""


# -- how often ------------------------------------------------------------------------------------


def _cycle(found: re.Match[str], _: bool | None) -> Iterator[Said]:
    """In "every 2nd month", the 2nd may also be a day: elsewhere too, an "of the" may be left out."""
    number = 2 if found["other"] else int(found["number"] or 1)
    day_of_month = found["nth"] and found["unit"] == Unit.MONTH
    if not day_of_month or number <= MONTHS_OF_A_YEAR:
        yield from _units(number, found["unit"])
    if day_of_month and 1 <= number <= 31:
        yield Said(unit=Unit.MONTH, days=(DayOf(number=number),))


def _units(number: int, unit: str) -> Iterator[Said]:
    if unit == "quarter":
        if number == 1:
            yield Said(1, Unit.YEAR, months=QUARTERS)
    elif number and number <= _MOST[Unit(unit)]:
        yield Said(number, Unit(unit))


def _hours(found: re.Match[str], _: bool | None) -> Iterator[Said]:
    days, rest = divmod(int(found["number"]), 24)
    if not rest:
        yield from _units(days, Unit.DAY)


def _once(found: re.Match[str], _: bool | None) -> Iterator[Said]:
    yield from _units(2 if found["other"] else int(found["number"] or 1), found["unit"])


def _biweekly(found: re.Match[str], _: bool | None) -> Iterator[Said]:
    """With one weekday it is every other one; without, it may be twice a week."""
    if len(_WEEKDAY_ALONE.findall(found.string)) == 1:
        yield Said(2, Unit.WEEK)


def _often(found: re.Match[str], _: bool | None) -> Iterator[Said]:
    yield Said(1, Unit(found["unit"]), often=2 if found["twice"] else int(found["number"]))


def _every_part(*_: object) -> Iterator[Said]:
    yield Said(1, Unit.DAY)


def _of_months(found: re.Match[str], _: bool | None) -> Iterator[Said]:
    yield Said(months=tuple(dict.fromkeys(_months(found["months"]))), yearly=bool(found["every"]))


# -- which day ------------------------------------------------------------------------------------


def _weekdays(found: re.Match[str], _: bool | None) -> Iterator[Said]:
    every = 2 if found["other"] or found["alternate"] else int(found["number"] or 0)
    days = tuple(DayOf(weekday) for weekday in _named(found["weekdays"]))
    if every and "every" in found["weekdays"]:  # every other Friday, and every Monday
        return
    yield Said(every, Unit.WEEK if every else None, days, yearly=bool(found["every"]))


def _on_working_days(*_: object) -> Iterator[Said]:
    yield Said(days=tuple(DayOf(weekday) for weekday in range(5)))


def _on_weekends(found: re.Match[str], _: bool | None) -> Iterator[Said]:
    every = 2 if found["other"] else 0
    for days in ((5,), (5, 6)):
        yield Said(every, Unit.WEEK if every else None, tuple(map(DayOf, days)))


def _sunday_in_two(found: re.Match[str], _: bool | None) -> Iterator[Said]:
    """The French "un dimanche sur deux", "une semaine sur deux"."""
    number = int(found["number"])
    if found["unit"]:
        yield from _units(number, found["unit"])
    elif number:
        yield Said(number, Unit.WEEK, tuple(map(DayOf, _named(found["weekdays"]))))


def _nth_weekdays(found: re.Match[str], _: bool | None) -> Iterator[Said]:
    """The "second friday" is one of a month; "every second friday" may be every other one as well."""
    nths = tuple(map(_number, _NTH_ALONE.findall(found["nths"])))
    weekdays = (WORKING_DAY,) if found["working"] else _named(found["weekdays"])
    days = tuple(DayOf(weekday, nth) for nth, weekday in product(nths, weekdays))
    months = tuple(_months(found["months"] or ""))
    if months and any(day.is_seldom for day in days):  # in February, for thirty years
        return
    bare = not months and not found["month"] and not found["working"]
    if found["every"] and len(nths) == 1 and nths[0] > 1 and bare:
        yield Said(nths[0], Unit.WEEK, tuple(map(DayOf, weekdays)))
    yield Said(0, None, days, months, yearly=bool(found["every"] or found["each"]))


def _of_the_month(found: re.Match[str], _: bool | None) -> Iterator[Said]:
    numbers = tuple(dict.fromkeys(map(_number, _DAY_ALONE.findall(found["days"]))))
    if all(number < 0 or 1 <= number <= 31 for number in numbers):
        from_the_end = max(numbers) <= LAST  # else a date, for which there are rules of its own
        yield Said(days=tuple(DayOf(number=number) for number in numbers), yearly=bool(found["every"]) and from_the_end)


def _edge(found: re.Match[str], _: bool | None) -> Iterator[Said]:
    """The first, the middle or the last day of something."""
    which = _EDGES[found["edge"]]
    months = tuple(_months(found["months"] or ""))
    if months:
        yield Said(days=(DayOf(number=_IN_MONTH[which]),), months=months, yearly=bool(found["every"] or found["each"]))
    elif found["unit"] == Unit.WEEK and which != _MIDDLE:
        yield Said(days=(DayOf(0 if which == _START else 6),))
    elif found["unit"] == Unit.MONTH:
        yield Said(days=(DayOf(number=_IN_MONTH[which]),))
    elif found["unit"] == Unit.YEAR and which != _MIDDLE:
        day = DayOf(number=1, month=1) if which == _START else DayOf(number=31, month=12)
        yield Said(days=(day,), yearly=True)


def _dates(found: re.Match[str], _: bool | None) -> Iterator[Said]:
    """Dates of the year by the names of their months."""
    yield from _yearly(tuple(dates(found["dates"])), found["every"])


def _numbers(found: re.Match[str], day_first: bool | None) -> Iterator[Said]:
    first, second = int(found["first"]), int(found["second"])
    for day, month in days_and_months(first, second, dotted=found["between"] == ".", day_first=day_first):
        yield from _yearly((DayOf(number=day, month=month),), found["every"])


def _day_of_months(found: re.Match[str], _: bool | None) -> Iterator[Said]:
    days = (DayOf(number=int(found["day"]), month=month) for month in _months(found["months"]))
    yield from _yearly(tuple(days), found["every"])


def _yearly(days: tuple[DayOf, ...], every: str | None) -> Iterator[Said]:
    if all(exists(day) for day in days):
        yield Said(days=days, yearly=bool(every))


def dates(words: str) -> Iterator[DayOf]:
    """All dates of the year in the words, whether there is such a day or not."""
    for one in _DATE_ALONE.finditer(words):
        month = one["month"] or one["month_before"]
        yield DayOf(number=int(one["day"] or one["day_after"]), month=MONTHS.index(month) + 1)


def exists(day: DayOf) -> bool:
    """True if some year has that date."""
    return 1 <= (day.month or 0) <= 12 and 1 <= (day.number or 0) <= monthrange(LEAP_YEAR, day.month or 1)[1]


def _holiday(found: re.Match[str], _: bool | None) -> Iterator[Said]:
    yield Said(days=(_HOLIDAYS[found["holiday"]],), yearly=bool(found["every"]))


def _number(said: str) -> int:
    """A number from the beginning, or below zero from the end."""
    before, last, _ = said.rpartition("last")
    return LAST + 1 - int(before[:1] or 1) if last else int(said)


def _months(said: str) -> Iterator[int]:
    return (MONTHS.index(name) + 1 for name in _MONTH_ALONE.findall(said))


def _named(said: str) -> tuple[int, ...]:
    """The weekdays, with all that lie between two: monday to friday."""
    found: list[int] = []
    through = False
    for name in _WEEKDAY_ALONE.findall(said):
        if name == "~ ":
            through = True
            continue
        weekday = WEEKDAYS.index(name)
        if through:
            found += [(found[-1] + ahead) % 7 for ahead in range(1, (weekday - found[-1]) % 7)]
        found.append(weekday)
        through = False
    return tuple(sorted(set(found)))


RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    # every 2 weeks, every other month, weekly, once a week, every evening, every 48 hours
    (
        re.compile(
            rf"(?:every|per) (?:(?P<number>[0-9]{{1,4}})(?P<nth>th\b|\.)? |(?P<other>other ))?(?P<unit>{_UNIT})\b"
            rf"(?!(?<=day){_EACH_MONTH})"
        ),
        _cycle,
    ),
    (
        re.compile(
            rf"once (?:(?:a|at|in|per|every) )?(?:(?P<number>[0-9]{{1,3}}) |(?P<other>other ))?(?P<unit>{_UNIT})\b"
        ),
        _once,
    ),
    (re.compile(r"every (?P<number>[0-9]{1,4}) (?:hour|uhr|h)\b"), _hours),
    (re.compile(rf"every (?=(?:{PART}|noon|midnight)\b)"), _every_part),
    # the first and third sunday, last saturday of the month, last sunday of november
    (
        re.compile(
            rf"{_EVERY}(?P<nths>{_NTH}(?:{_AND}{_NTH}){{0,5}}) (?:{_WEEKDAYS}|(?P<working>weekday\b))"
            rf"(?: (?:in )?(?:(?P<each>every )?{_OF_MONTHS}|(?P<month>(?:every |per )?month\b)))?"
        ),
        _nth_weekdays,
    ),
    # biweekly on friday; twice a week, on tuesday and friday; twice a day, at 9 am and 9 pm
    (re.compile(r"biweekly\b"), _biweekly),
    (
        re.compile(
            r"(?:(?P<twice>twice)|(?P<number>[2-7]) times)(?: (?:a|at|in|per|every))? (?P<unit>day|week|month)\b"
        ),
        _often,
    ),
    # every sunday, every other friday, mondays and thursdays, monday to friday, every 2 sundays
    (
        re.compile(
            rf"(?:(?P<every>every )(?:(?P<number>[2-9]|[1-9][0-9]) )?)?(?P<other>other )?{_WEEKDAYS}"
            r"(?P<alternate> other\b)?"
        ),
        _weekdays,
    ),
    (re.compile(rf"(?:a|1) (?:{_WEEKDAYS}|(?P<unit>{_UNIT})) sur? (?P<number>[2-9])\b"), _sunday_in_two),
    (re.compile(r"(?:every )?weekday\b"), _on_working_days),
    (re.compile(r"(?:every )?(?P<other>other )?weekend\b"), _on_weekends),
    # 1 january, april and july
    (
        re.compile(
            rf"{_EVERY}(?P<day>[0-9]{{1,2}})(?:th|\.)?[ -]?(?P<months>(?:{MONTH})\b(?:{_AND}(?:{MONTH})\b){{1,11}})"
        ),
        _day_of_months,
    ),
    # every 29 february, 1 june and 1 december
    (re.compile(rf"{_EVERY}(?P<dates>{_DATE}(?:{_AND}{_DATE}){{0,11}})"), _dates),
    (
        re.compile(rf"{_EVERY}(?P<first>[0-9]{{1,2}})(?P<between>[-/])(?P<second>[0-9]{{1,2}})(?![0-9/:.-])"),
        _numbers,
    ),
    (
        re.compile(
            rf"{_EVERY}(?P<first>[0-9]{{1,2}})(?P<between>\.) ?(?P<second>0?[1-9]|1[0-2])(?:\.(?![0-9])|(?![0-9.:]))"
        ),
        _numbers,
    ),
    # end of the month, first day of every week, mid december
    (
        re.compile(
            rf"{_EVERY}(?P<edge>{'|'.join(_EDGES)}) (?:in )?"
            rf"(?P<each>every )?(?:(?P<unit>week|month|year)\b|{_OF_MONTHS})"
        ),
        _edge,
    ),
    # 1st and 15th, the 31st, 1 and 15 of the month, day 1 and 15
    (
        re.compile(rf"{_EVERY}(?P<days>{_DAY}(?:{_AND}{_DAY}| and last\b){{0,11}})(?: day\b)?{_EACH_MONTH}?"),
        _of_the_month,
    ),
    (
        re.compile(
            rf"{_EVERY}(?P<days>[0-9]{{1,2}}(?: [0-9]{{1,2}}){{0,10}} and [0-9]{{1,2}})"
            rf"(?:(?:th\b|\.(?![0-9])){_EACH_MONTH}?|{_EACH_MONTH})"
        ),
        _of_the_month,
    ),
    (
        re.compile(
            rf"{_EVERY}day (?P<days>[0-9]{{1,2}}(?: and (?:day )?[0-9]{{1,2}}){{0,11}})"
            rf"(?:th\b)?(?![0-9:.]|{_TIME_NEXT}){_EACH_MONTH}?"
        ),
        _of_the_month,
    ),
    (re.compile(rf"{_EVERY}(?P<holiday>{'|'.join(sorted(_HOLIDAYS, key=len, reverse=True))})\b"), _holiday),
    # every december, of january and july
    (re.compile(rf"(?:in )?{_EVERY}{_OF_MONTHS}"), _of_months),
)

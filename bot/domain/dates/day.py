"""Which day is meant, rule by rule. A day is a row of dates that it may be, from some date on."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from bot.domain.dates.time_of_day import PART
from bot.domain.dates.vocabulary import MONTH, MONTHS, WEEKDAY, WEEKDAYS

YEARS_AHEAD = 10
"""A date further away is a slip of the finger, not a plan."""
_YEARS = range(1600, 3200)
"""With them, calendars and zones can be asked anything."""

Dates = Callable[[date], Iterator[date]]
"""Gives the dates that a day may be, from a date on. A day with its year has one, however long ago."""


@dataclass(frozen=True, slots=True)
class Day:
    dates: Dates
    said_now: bool = False
    """True if the day counts from the time of writing, like "tomorrow"; "friday" counts from the opening."""
    weekday: int | None = None
    """The weekday, if nothing else names the day."""
    days_before: int = 0
    """Days that belong to it before its date: a weekend's Saturday."""


def moved(day: Day, by: relativedelta) -> Day:
    def dates(start: date) -> Iterator[date]:
        return (found + by for found in day.dates(start))

    return replace(day, dates=dates)


# -- calendars ------------------------------------------------------------------------------------


def _in_reach(year: int) -> int:
    """The year, or a nearer one with the same weekdays: what no calendar reaches is too far away all the same."""
    return year if year < _YEARS.stop else _YEARS.stop - 400 + year % 400


def _on(year: int, month: int, day: int) -> Iterator[date]:
    """The date, if there is one."""
    year = _in_reach(year)
    if year in _YEARS and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        yield date(year, month, day)


def _each_month(start: date) -> Iterator[tuple[int, int]]:
    """Years and months from this one on."""
    first = start.year * 12 + start.month - 1
    return (divmod(number, 12) for number in range(first, first + 12 * YEARS_AHEAD))


def _yearly(of_year: Callable[[int], Iterator[date]]) -> Dates:
    def dates(start: date) -> Iterator[date]:
        years = range(start.year, start.year + YEARS_AHEAD + 1)
        return (found for year in years for found in of_year(year) if found >= start)

    return dates


def _monthly(day: int) -> Dates:
    def dates(start: date) -> Iterator[date]:
        each = (found for year, month in _each_month(start) for found in _on(year, month + 1, day))
        return (found for found in each if found >= start)

    return dates


def _weekly(weekday: int) -> Dates:
    def dates(start: date) -> Iterator[date]:
        first = start + timedelta((weekday - start.weekday()) % 7)
        return (first + timedelta(weeks=weeks) for weeks in range(52 * YEARS_AHEAD))

    return dates


# -- periods --------------------------------------------------------------------------------------

Period = tuple[date, date]
"""Its first and its last day."""


def _weeks(start: date) -> Iterator[Period]:
    monday = start - timedelta(start.weekday())
    return ((monday + timedelta(days), monday + timedelta(days + 6)) for days in range(0, 3660, 7))


def _weekends(start: date) -> Iterator[Period]:
    return ((sunday - timedelta(1), sunday) for _, sunday in _weeks(start))


def _months(start: date) -> Iterator[Period]:
    return (_month(year, month + 1) for year, month in _each_month(start))


def _month(year: int, month: int) -> Period:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _month_of(year: str, month: str) -> Iterator[Period]:
    return (_month(first.year, first.month) for first in _on(int(year), MONTHS.index(month) + 1, 1))


def _years(start: date) -> Iterator[Period]:
    return ((date(year, 1, 1), date(year, 12, 31)) for year in range(start.year, start.year + YEARS_AHEAD + 1))


_PERIODS = {"week": _weeks, "weekend": _weekends, "month": _months, "year": _years}
_PERIOD = rf"(?P<which>next |this )?(?:(?P<unit>{'|'.join(_PERIODS)})|(?P<month>{MONTH})(?: (?P<year>[0-9]{{4}}))?)\b"


def _in_period(found: re.Match[str], choose: Callable[[Period], Iterator[date]]) -> Day:
    """A day of the period that a pattern found: of this one, and the later ones if it is over."""

    def dates(start: date) -> Iterator[date]:
        if found["year"]:
            return (day for period in _month_of(found["year"], found["month"]) for day in choose(period))
        named = found["month"]
        periods = (
            (period for period in _months(start) if MONTHS[period[0].month - 1] == named)
            if named
            else _PERIODS[found["unit"]](start)
        )
        which = islice(periods, 1, 2) if found["which"] == "next " else periods
        return (day for period in which for day in choose(period))

    return Day(dates, said_now=found["which"] is not None)


# -- rules: a pattern's find, and whether 1/12 is the first of December, make each day that may be meant -----------


def _fixed(year: int, month: int, day: int) -> Day:
    return Day(lambda _: _on(year, month, day), said_now=True)


def _dated(day: int, month: int, year: str | None) -> Day:
    if year:
        return _fixed(int(year) + (2000 if len(year) == 2 else 0), month, day)
    return Day(_yearly(lambda each: _on(each, month, day)), said_now=True)


def _year_first(found: re.Match[str], _: bool | None) -> Iterator[Day]:
    yield _fixed(int(found[1]), int(found[2]), int(found[3]))


def _numbers(found: re.Match[str], day_first: bool | None) -> Iterator[Day]:
    for day, month in days_and_months(int(found[1]), int(found[3]), dotted=found[2] == ".", day_first=day_first):
        yield _dated(day, month, found[4])


def days_and_months(first: int, second: int, *, dotted: bool, day_first: bool | None) -> Iterator[tuple[int, int]]:
    """1/12 may be 1 December or 12 January, whatever order a server has where only one of them is a date."""
    if dotted or day_first is not False or first > 12:
        yield first, second
    if not dotted and first != second and (not day_first or second > 12):
        yield second, first


def _day_and_month(found: re.Match[str], _: bool | None) -> Iterator[Day]:
    yield _dated(int(found["day"]), MONTHS.index(found["month"]) + 1, found["year"])


def _of_a_month(found: re.Match[str], _: bool | None) -> Iterator[Day]:
    yield Day(_monthly(int(found[1])))


def _of_that_month(found: re.Match[str], _: bool | None) -> Iterator[Day]:
    day = int(found["day"])
    yield _in_period(found, lambda period: _on(period[0].year, period[0].month, day))


_NAMED = {"today": 0, "tomorrow": 1, "overmorrow": 2, "yesterday": -1}


def _named(found: re.Match[str], _: bool | None) -> Iterator[Day]:
    days = _NAMED[found[1]]
    yield Day(lambda today: iter((today + timedelta(days),)), said_now=True)


def _this_part(*_: object) -> Iterator[Day]:
    yield Day(lambda today: iter((today,)), said_now=True)


def _weekday(found: re.Match[str], _: bool | None) -> Iterator[Day]:
    weekday = WEEKDAYS.index(found[1])
    yield Day(_weekly(weekday), weekday=weekday)


def _this_weekday(found: re.Match[str], _: bool | None) -> Iterator[Day]:
    yield Day(_weekly(WEEKDAYS.index(found[1])))


def _next_weekday(found: re.Match[str], _: bool | None) -> Iterator[Day]:
    """Some people mean the coming one, others the one after it; nobody means today. "After next" is a week later for
    both.
    """
    weekly = _weekly(WEEKDAYS.index(found[1] or found[2] or found[3]))
    for weeks in (1, 2) if found[3] else (0, 1):
        yield Day(lambda start, weeks=weeks: islice(weekly(start + timedelta(1)), weeks, None))


def _week_later(found: re.Match[str], _: bool | None) -> Iterator[Day]:
    """The British "friday week"."""
    for day in (_named if found[1] in _NAMED else _this_weekday)(found, None):
        yield moved(day, relativedelta(weeks=1))


def _weekday_in_weeks(found: re.Match[str], _: bool | None) -> Iterator[Day]:
    """So many weeks after the coming one, or that weekday in the week so many weeks from now."""
    weeks, weekday = int(found[1] or found[4]), WEEKDAYS.index(found[2] or found[3])
    yield moved(Day(_weekly(weekday)), relativedelta(weeks=weeks))
    yield Day(lambda start: iter((start + timedelta(weekday - start.weekday(), weeks=weeks),)), said_now=True)


def _weekday_of_week(found: re.Match[str], _: bool | None) -> Iterator[Day]:
    weekday = WEEKDAYS.index(found["weekday"])
    yield _in_period(found, lambda week: iter((week[0] + timedelta(weekday),)))


def _nth_weekday(found: re.Match[str], _: bool | None) -> Iterator[Day]:
    weekday, nth = WEEKDAYS.index(found["weekday"]), found["nth"]

    def choose(period: Period) -> Iterator[date]:
        first = period[0] + timedelta((weekday - period[0].weekday()) % 7)
        last = period[1] - timedelta((period[1].weekday() - weekday) % 7)
        day = first + timedelta(weeks=int(nth) - 1) if nth else last
        return iter((day,) if day <= last else ())

    yield _in_period(found, choose)


def _end(found: re.Match[str], _: bool | None) -> Iterator[Day]:
    yield _in_period(found, lambda period: iter(period[1:]))


def _start(found: re.Match[str], _: bool | None) -> Iterator[Day]:
    yield _in_period(found, lambda period: iter(period[:1]))


def _middle(found: re.Match[str], _: bool | None) -> Iterator[Day]:
    yield _in_period(found, lambda period: _on(period[0].year, period[0].month, 15))


def _weekend(*_: object) -> Iterator[Day]:
    yield Day(lambda start: (sunday for _, sunday in _weekends(start)), days_before=1)


def _next_weekend(*_: object) -> Iterator[Day]:
    """Some people mean the coming one, others the one after it; nobody means the one that has begun."""
    for ahead in (0, 1):
        yield Day(
            lambda start, ahead=ahead: islice((last for first, last in _weekends(start) if first > start), ahead, None),
            days_before=1,
        )


# -- holidays -------------------------------------------------------------------------------------


def _thanksgiving(year: int) -> date:
    """The holiday of the United States."""
    return date(year, 11, 22 + (3 - date(year, 11, 22).weekday()) % 7)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "newyear": lambda year: date(year, 1, 1),
    "valentine": lambda year: date(year, 2, 14),
    "goodfriday": lambda year: easter(year) - timedelta(2),
    "easter": easter,
    "eastermonday": lambda year: easter(year) + timedelta(1),
    "halloween": lambda year: date(year, 10, 31),
    "thanksgiving": _thanksgiving,
    "christmaseve": lambda year: date(year, 12, 24),
    "christmas": lambda year: date(year, 12, 25),
    "boxingday": lambda year: date(year, 12, 26),
    "newyearseve": lambda year: date(year, 12, 31),
}


def _holiday(found: re.Match[str], _: bool | None) -> Iterator[Day]:
    in_year, year = HOLIDAYS[found[1]], _in_reach(int(found[2] or 0))
    if not year:
        yield Day(_yearly(lambda each: iter((in_year(each),))), said_now=True)
    elif year in _YEARS:
        yield Day(lambda _: iter((in_year(year),)), said_now=True)


_DAY = r"(?P<day>[0-9]{1,2})"
_TIME_NEXT = r"(?![0-9:]|\.[0-9]| ?(?:[ap]m|p|h|uhr|clock)\b)"
_YEAR = r"(?:[ -](?P<year>(?![01][0-9]00|2[0-4]00)[0-9]{4}|2[5-9]|3[0-9])(?![0-9:.]))?"
"""A year of two digits is no hour, and one of four is no full hour such as 2000."""
RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], bool | None], Iterator[Day]]], ...] = (
    # 2026-12-01, 1/12, 1/12/26, 1.12., 29. 11. 2026
    (re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])"), _year_first),
    (re.compile(r"([0-9]{1,2})([-/])([0-9]{1,2})(?:\2([0-9]{4}|[2-9][0-9]))?(?![0-9/:.-])"), _numbers),
    (
        re.compile(
            r"([0-9]{1,2})(\.) ?([0-9]{1,2})"
            r"(?:\.(?: ?(?=[0-9]{4})|(?=[2-9]))([0-9]{4}|[2-9][0-9])(?![0-9:.]))?\.?(?![0-9:])"
        ),
        _numbers,
    ),
    # 1 december, 1-dec-2026, december 1, 2026 december 1
    (re.compile(rf"{_DAY}(?:th|\.)?[ -]?(?P<month>{MONTH})\b{_YEAR}"), _day_and_month),
    (re.compile(rf"(?P<month>{MONTH})[ -]{_DAY}(?:th\b)?{_TIME_NEXT}{_YEAR}"), _day_and_month),
    (re.compile(rf"(?P<year>[0-9]{{4}})[ -](?P<month>{MONTH})[ -]{_DAY}(?![0-9:])"), _day_and_month),
    # the 15th, 1st of next month
    (re.compile(r"([0-9]{1,2})(?:th\b|\.(?= month\b))(?: month\b)?"), _of_a_month),
    # sunday 6, which may be an hour as well
    (re.compile(rf"(?<=day )([0-9]{{1,2}})(?![./-]|[0-9]){_TIME_NEXT}"), _of_a_month),
    (re.compile(rf"{_DAY}(?:th|\.) (?=[nt])(?!this week|next week|next year){_PERIOD}"), _of_that_month),
    # tomorrow, this evening
    (re.compile(rf"(?<!day )(?<!day in )({'|'.join(_NAMED)})\b"), _named),  # "Freitag morgen" is a morning
    (re.compile(rf"this(?= (?:{PART})\b)"), _this_part),
    # friday, this friday, next friday, friday next week, friday week
    (re.compile(rf"({WEEKDAY})\b"), _weekday),
    (re.compile(rf"this ({WEEKDAY})\b"), _this_weekday),
    (re.compile(rf"next ({WEEKDAY})\b|({WEEKDAY}) next\b(?! [a-z])|({WEEKDAY}) after next\b"), _next_weekday),
    (re.compile(rf"({WEEKDAY}|{'|'.join(_NAMED)}) (?:in (?:a|1) )?week\b"), _week_later),
    (re.compile(rf"in ([0-9]{{1,2}}) week ({WEEKDAY})\b|({WEEKDAY}) in ([0-9]{{1,2}}) week\b"), _weekday_in_weeks),
    (re.compile(rf"(?P<weekday>{WEEKDAY}) (?=next week\b|this week\b){_PERIOD}"), _weekday_of_week),
    (re.compile(rf"(?=next week\b|this week\b){_PERIOD} (?P<weekday>{WEEKDAY})\b"), _weekday_of_week),
    # first sunday of december
    (re.compile(rf"(?:(?P<nth>[1-5])th|last) (?P<weekday>{WEEKDAY}) (?:in )?{_PERIOD}"), _nth_weekday),
    # end of the month, start of next week, mid december
    (re.compile(rf"(?:end|last day) {_PERIOD}"), _end),
    (re.compile(rf"(?:start|1th day) {_PERIOD}"), _start),
    (re.compile(rf"middle (?!(?:this |next )?(?:week|year)){_PERIOD}"), _middle),
    (re.compile(r"(?:this )?weekend\b"), _weekend),
    (re.compile(r"next weekend\b|weekend next\b"), _next_weekend),
    (
        re.compile(rf"({'|'.join(sorted(HOLIDAYS, key=len, reverse=True))})\b(?: day\b)?(?: ([0-9]{{4}})(?![0-9:]))?"),
        _holiday,
    ),
)

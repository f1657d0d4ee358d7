"""A recurrence and the time a round is open, in plain English: words that would be read as the same again."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.challenges.open_for import Lasting, OpenFor, Until, UntilNext
from bot.domain.challenges.recurrence import LAST, WORKING_DAY, DayOf, Recurrence, Unit
from bot.domain.dates.length import Length
from bot.domain.dates.time_of_day import DAY_ENDS, MIDNIGHT
from bot.domain.dates.vocabulary import MONTHS, WEEKDAYS

WORKING_DAYS = tuple(map(DayOf, range(5)))
NTHS = {LAST - 2: "third last", LAST - 1: "second last", LAST: "last"}


def opening(recurrence: Recurrence) -> str:
    """When rounds open: "every other Friday at 18:00"."""
    return f"{_each(recurrence)} at {listed([_clock(time) for time in recurrence.times])}"


def lasting(open_for: OpenFor) -> str:
    """How long they are open: "6 days", "until Saturday at 21:00"."""
    match open_for:
        case Lasting(length):
            return _length(length)
        case Until() as until:
            return f"until {_once(until)}"
        case UntilNext():
            return "until the next one opens"


def listed(parts: Sequence[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def _each(recurrence: Recurrence) -> str:
    every, days = recurrence.every, _days(recurrence.days)
    match recurrence.unit:
        case Unit.DAY:
            return "every day" if every == 1 else f"every {every:,} days"
        case Unit.WEEK if every == 1:
            return "every weekday" if recurrence.days == WORKING_DAYS else f"every {days}"
        case Unit.WEEK:
            return f"every other {days}" if every == 2 else f"every {every:,} weeks on {days}"
        case Unit.MONTH:
            return f"the {days} of each month" if every == 1 else f"every {every:,} months on the {days}"
        case Unit.YEAR:
            return f"every {days}" if every == 1 else f"every {every:,} years on {days}"


def _once(until: Until) -> str:
    days, time = _days(until.recurrence.days), until.recurrence.times[0]
    match until.recurrence.unit:
        case Unit.DAY if until.on_a_later_day:
            return "the next day" if time == DAY_ENDS else f"the next day at {_clock(time)}"
        case Unit.DAY:
            return "the end of the day" if time == DAY_ENDS else _clock(time)
        case Unit.MONTH:
            days = f"the {days} of the month"
        case Unit.WEEK if time == DAY_ENDS and not until.on_a_later_day:
            return f"the end of {days}"
        case _:
            pass
    return days if time == DAY_ENDS else f"{days} at {_clock(time)}"


def _days(days: Sequence[DayOf]) -> str:
    if len(days) > 1 and days[0].weekday is not None:
        if len({(day.weekday, day.month) for day in days}) == 1:
            return f"{listed([_nth(day) for day in days])} {_behind(days[0])}"
        if days[0].month is not None and len({(day.weekday, day.number) for day in days}) == 1:
            return listed([_day(days[0]), *(_month(day) for day in days[1:])])
    weekdays_first = sorted(days, key=lambda day: day.weekday is None)  # the "1st and 1st Monday" is one day
    return listed([_day(day) for day in weekdays_first]) if days else ""


def _day(day: DayOf) -> str:
    if day.weekday is not None:
        return _behind(day) if day.number is None else f"{_nth(day)} {_behind(day)}"
    if day.month is None:
        return _nth(day)
    return f"{_nth(day)} of {_month(day)}" if (day.number or 0) < 0 else date_text(day)


def _behind(day: DayOf) -> str:
    """A weekday without its number: Sunday of November."""
    weekday = "weekday" if day.weekday == WORKING_DAY else WEEKDAYS[day.weekday or 0].title()
    return weekday if day.month is None else f"{weekday} of {_month(day)}"


def _month(day: DayOf) -> str:
    return MONTHS[(day.month or 1) - 1].title()


def _nth(day: DayOf) -> str:
    number = day.number or 0
    if number > 0:
        return ordinal(number)
    return f"{NTHS[number]} day" if day.weekday is None else NTHS[number]


def ordinal(number: int) -> str:
    ending = "th" if 11 <= number <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _clock(since_midnight: timedelta) -> str:
    if since_midnight == MIDNIGHT:
        return "midnight"
    minutes, seconds = divmod(int(since_midnight.total_seconds()), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")


def _length(length: Length) -> str:
    minutes = int(length.hours.total_seconds()) // 60
    amounts = {"month": length.months, "day": length.days, "hour": minutes // 60, "minute": minutes % 60}
    return listed([f"{amount:,} {unit}{'' if amount == 1 else 's'}" for unit, amount in amounts.items() if amount])


def date_text(day: DayOf) -> str:
    return f"{day.number} {_month(day)}"


def last_day_text(day: DayOf) -> str:
    """What comes in place of a date that no year has."""
    return f"every last day of {_month(day)}"

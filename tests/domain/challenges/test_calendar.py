"""Occurrences, held against a walk day by day that knows neither the library nor our shortcuts."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise, takewhile
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.challenges import calendar_text, written_calendar
from bot.domain.challenges.calendar import Calendar, Occurrence
from bot.domain.challenges.open_for import Lasting, OpenFor, Until, UntilNext
from bot.domain.challenges.recurrence import WORKING_DAY, DayOf, Recurrence, Unit
from bot.domain.dates.clock import Clock
from bot.domain.dates.length import Length

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")  # its summer time is half an hour
HAVANA = ZoneInfo("America/Havana")  # its clocks change at midnight
APIA = ZoneInfo("Pacific/Apia")  # which left a day out
SANTIAGO = ZoneInfo("America/Santiago")
ZONES = (BERLIN, NEW_YORK, LORD_HOWE, HAVANA, ZoneInfo("UTC"))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


NOVEMBER = utc("2026-11-28 10:00")


def calendar(said: str, open_for: str = "1 hour", zone: ZoneInfo = BERLIN, now: datetime = NOVEMBER) -> Calendar:
    return written_calendar.read(said, open_for, Clock(now, zone, assumed=False))


def walls(occurrences: Iterator[Occurrence], zone: ZoneInfo, until: str) -> list[str]:
    """What the clocks show at the openings up to a moment."""
    opened = takewhile(lambda occurrence: occurrence.opens_at < utc(until), occurrences)
    return [f"{occurrence.opens_at.astimezone(zone):%Y-%m-%d %H:%M}" for occurrence in opened]


# -- a walk ---------------------------------------------------------------------------------------


def walked(calendar: Calendar, until: datetime) -> list[tuple[str, datetime]]:
    """Keys and moments of all openings, found by looking at every day."""
    found: list[tuple[datetime, datetime]] = []
    day = calendar.anchor
    while day <= until.date() + timedelta(1):
        if falls_on(calendar.recurrence, day, calendar.anchor):
            on_the_wall = (datetime.combine(day, time()) + since for since in calendar.recurrence.times)
            found += [(moment(wall, calendar.zone), wall) for wall in on_the_wall]
        day += timedelta(1)
    shown = dict(sorted(found))  # of a skipped hour and the next one, the one that clocks show
    return [(wall.isoformat(), at) for at, wall in shown.items() if calendar.since <= at < until]


def falls_on(recurrence: Recurrence, day: date, anchor: date) -> bool:
    monday, first_monday = (each - timedelta(each.weekday()) for each in (day, anchor))
    passed = {
        Unit.DAY: (day - anchor).days,
        Unit.WEEK: (monday - first_monday).days // 7,
        Unit.MONTH: (day.year - anchor.year) * 12 + day.month - anchor.month,
        Unit.YEAR: day.year - anchor.year,
    }[recurrence.unit]
    chosen = not recurrence.days or any(is_one(each, day) for each in recurrence.days)
    return passed % recurrence.every == 0 and chosen


def is_one(chosen: DayOf, day: date) -> bool:
    last = monthrange(day.year, day.month)[1]
    if chosen.weekday == WORKING_DAY:
        of_month = [number for number in range(1, last + 1) if day.replace(day=number).weekday() < 5]
        number = chosen.number or 0
        return chosen.month in {None, day.month} and day.day == of_month[number - (number > 0)]
    if chosen.month not in {None, day.month} or chosen.weekday not in {None, day.weekday()}:
        return False
    if chosen.number is None:
        return True
    if chosen.weekday is not None:
        return chosen.number in {(day.day - 1) // 7 + 1, -((last - day.day) // 7 + 1)}
    return day.day == (last if chosen.number < 0 else min(chosen.number, last))


def moment(wall: datetime, zone: ZoneInfo) -> datetime:
    """The first one at which clocks show that; the time that they would show by the rule of the day before."""
    around = [(wall + timedelta(days)).replace(tzinfo=UTC).astimezone(zone).utcoffset() for days in (-1, 1)]
    ways = [(wall - ahead).replace(tzinfo=UTC) for ahead in around if ahead is not None]
    return min((way for way in ways if way.astimezone(zone).replace(tzinfo=None) == wall), default=ways[0])


# -- any calendar ---------------------------------------------------------------------------------

TIMES = st.sampled_from([0, 30, 90, 120, 135, 150, 180, 195, 720, 1080, 1439, 1440]).map(
    lambda minutes: timedelta(minutes=minutes)
)
OF_WEEKS = st.builds(DayOf, st.integers(0, 6))
OF_MONTHS = st.builds(DayOf, number=st.sampled_from([1, 2, 15, 28, 29, 30, 31, -1])) | st.builds(
    DayOf, st.integers(0, WORKING_DAY), st.sampled_from([1, 2, 4, 5, -1, -2])
)
OF_YEARS = st.sampled_from(
    [
        DayOf(number=29, month=2),
        DayOf(number=1, month=1),
        DayOf(number=31, month=12),
        DayOf(6, -1, 11),
        DayOf(3, 4, 11),
        DayOf(7, -1, 2),
    ]
)


def some(days: st.SearchStrategy[DayOf]) -> st.SearchStrategy[tuple[DayOf, ...]]:
    return st.lists(days, min_size=1, max_size=3, unique=True).map(tuple)


DAYS = {Unit.DAY: st.just(()), Unit.WEEK: some(OF_WEEKS), Unit.MONTH: some(OF_MONTHS), Unit.YEAR: some(OF_YEARS)}


@st.composite
def recurrences(draw: st.DrawFn, most_left_out: int = 3) -> Recurrence:
    unit = draw(st.sampled_from(Unit))
    times = draw(st.sets(TIMES, min_size=1, max_size=3).map(sorted).map(tuple))
    return Recurrence(draw(st.integers(1, most_left_out + 1)), unit, draw(DAYS[unit]), times)


def lengths() -> st.SearchStrategy[OpenFor]:
    lasting = st.builds(
        Length, st.integers(0, 1), st.integers(0, 40), st.integers(1, 100).map(lambda hours: timedelta(hours=hours))
    )
    until = st.builds(Until, recurrences(0), on_a_later_day=st.booleans())
    return st.just(UntilNext()) | lasting.map(Lasting) | until


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - aware by it


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    recurrence, zone, since = draw(recurrences()), draw(st.sampled_from(ZONES)), draw(MOMENTS)
    return Calendar("", "", recurrence, draw(lengths()), zone, since, recurrence.first(zone, since).day)


@given(calendars(), st.integers(0, 1500))
@settings(max_examples=120)
def test_no_occurrence_is_lost_and_none_comes_twice(calendar: Calendar, days: int) -> None:
    asked, until = calendar.since + timedelta(days), calendar.since + timedelta(days + 250)
    found = takewhile(lambda occurrence: occurrence.opens_at < until, calendar.occurrences(asked))
    expected = [(key, at) for key, at in walked(calendar, until) if at >= asked]
    assert [(occurrence.key, occurrence.opens_at) for occurrence in found] == expected


@given(calendars(), st.lists(st.integers(0, 60 * 24 * 400), max_size=12).map(sorted))
@settings(max_examples=150)
def test_asking_in_pieces_gives_the_same_as_asking_at_once(calendar: Calendar, minutes: list[int]) -> None:
    """Whenever the bot was up, each occurrence is made once, in order, and closes at the same moment."""
    made: list[Occurrence] = []
    moments = [calendar.since + timedelta(minutes=minute) for minute in minutes]
    dealt_with = calendar.since
    for now in moments:
        made += calendar.due(now, dealt_with)
        dealt_with = now + timedelta.resolution
    assert made == list(calendar.due(moments[-1], calendar.since) if moments else ())
    assert all(occurrence.opens_at < occurrence.closes_at for occurrence in made)


@given(calendars())
@settings(max_examples=60)
def test_each_occurrence_is_the_next_when_it_opens(calendar: Calendar) -> None:
    for occurrence in calendar.coming(calendar.since, 12):
        assert calendar.coming(occurrence.opens_at, 1) == (occurrence,)


OFTEN = (
    *("every sunday 6pm", "daily 2:30am", "daily 1:45am and 2:15am", "every other tuesday and sunday midnight"),
    *("every weekday 1:30am", "every 3 weeks on monday and sunday", "every 10 days 2am", "1st and 31st at 2:15am"),
    *("last saturday of the month", "5th sunday of the month", "every other month on the 30th", "every 29 february"),
)


@pytest.mark.parametrize("zone", ZONES, ids=lambda zone: zone.key)
@pytest.mark.parametrize("said", OFTEN)
def test_a_year_goes_through_both_changes_of_the_clocks(zone: ZoneInfo, said: str) -> None:
    read = calendar(said, "until the next one opens", zone)
    until = NOVEMBER + timedelta(366)
    year = list(takewhile(lambda occurrence: occurrence.opens_at < until, read.occurrences(NOVEMBER)))
    assert [(occurrence.key, occurrence.opens_at) for occurrence in year] == walked(read, until)
    assert all(one.closes_at == other.opens_at for one, other in pairwise(year))


@given(calendars())
@settings(max_examples=60)
def test_a_calendar_comes_through_the_database_as_it_was(calendar: Calendar) -> None:
    assert calendar_text.read(calendar_text.written(calendar)) == calendar


@given(calendars())
@settings(max_examples=100)
def test_the_first_opens_as_soon_as_it_can(calendar: Calendar) -> None:
    """The weeks are counted from it, so that none is left out before."""
    (first,) = calendar.coming(calendar.since, 1)
    weekly = Calendar(
        "", "", replace_every(calendar.recurrence), UntilNext(), calendar.zone, calendar.since, date(2025, 12, 29)
    )
    (soonest,) = weekly.coming(calendar.since, 1)
    assert (first.key, first.opens_at) == (soonest.key, soonest.opens_at)


def replace_every(recurrence: Recurrence) -> Recurrence:
    return Recurrence(1, recurrence.unit, recurrence.days, recurrence.times)


# -- by example -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "said", "now", "until", "opened"),
    [
        # forward on 28 March 2027, back on 31 October 2027
        (BERLIN, "every sunday 2:30am", "2027-03-15", "2027-04-06", "03-21 02:30, 03-28 03:30, 04-04 02:30"),
        (BERLIN, "every sunday 2:30am", "2027-10-20", "2027-11-08", "10-24 02:30, 10-31 02:30, 11-07 02:30"),
        (BERLIN, "every sunday 6pm", "2027-03-20", "2027-04-06", "03-21 18:00, 03-28 18:00, 04-04 18:00"),
        (BERLIN, "daily 2:30am and 3:30am", "2027-03-28", "2027-03-29", "03-28 03:30"),
        (BERLIN, "daily 2:45am and 3:15am", "2027-03-28", "2027-03-29", "03-28 03:15, 03-28 03:45"),
        # forward on 14 March 2027, back on 7 November 2027
        (NEW_YORK, "daily 2:30am", "2027-03-13 12:00", "2027-03-16", "03-14 03:30, 03-15 02:30"),
        (NEW_YORK, "daily 1:30am", "2027-11-06 12:00", "2027-11-09", "11-07 01:30, 11-08 01:30"),
        # back by half an hour on 4 April 2027, forward on 3 October 2027
        (LORD_HOWE, "daily 1:45am", "2027-04-02 20:00", "2027-04-05", "04-04 01:45, 04-05 01:45"),
        (LORD_HOWE, "daily 2:15am", "2027-10-01 20:00", "2027-10-04", "10-03 02:45, 10-04 02:15"),
        # where no clock shows midnight on 14 March 2027, and it comes twice on 7 November 2027
        (HAVANA, "daily", "2027-03-13 12:00", "2027-03-16", "03-14 01:00, 03-15 00:00"),
        (HAVANA, "daily", "2027-11-06 12:00", "2027-11-09", "11-07 00:00, 11-08 00:00"),
        (BERLIN, "the 31st", "2027-01-01", "2027-05-02", "01-31 00:00, 02-28 00:00, 03-31 00:00, 04-30 00:00"),
        (BERLIN, "30th and 31st", "2028-02-01", "2028-04-01", "02-29 00:00, 03-30 00:00, 03-31 00:00"),
        (BERLIN, "1st and last day", "2028-01-31 12:00", "2028-03-30", "02-01 00:00, 02-29 00:00, 03-01 00:00"),
        (BERLIN, "first friday of the month", "2026-12-31 12:00", "2027-03-01", "01-01 00:00, 02-05 00:00"),
        (BERLIN, "every friday midnight", "2027-01-01", "2027-01-09", "01-02 00:00, 01-09 00:00"),
        (BERLIN, "every 10 days", "2027-02-20 10:00", "2027-03-16", "02-21 00:00, 03-03 00:00, 03-13 00:00"),
        (
            BERLIN,
            "every other tuesday and sunday",
            "2027-01-04",
            "2027-01-25",
            "01-05 00:00, 01-10 00:00, 01-19 00:00, 01-24 00:00",
        ),
        (BERLIN, "every other monday and friday", "2027-01-05", "2027-01-25", "01-08 00:00, 01-18 00:00, 01-22 00:00"),
    ],
)
def test_openings_go_by_the_clock_on_the_wall(zone: ZoneInfo, said: str, now: str, until: str, opened: str) -> None:
    found = calendar(said, zone=zone, now=utc(now)).occurrences(utc(now))
    assert ", ".join(shown.partition("-")[2] for shown in walls(found, zone, until)) == opened


def test_a_leap_day_comes_each_year() -> None:
    found = walls(calendar("every 29 february").occurrences(NOVEMBER), BERLIN, "2033-01-01")
    assert [shown[:10] for shown in found] == [
        *("2027-02-28", "2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"),
    ]


@pytest.mark.parametrize(
    ("zone", "said", "open_for", "now", "closed"),
    [
        (BERLIN, "every sunday 6pm", "6 days", "2027-03-26", "2027-04-03 18:00"),
        (BERLIN, "every sunday 6pm", "144 hours", "2027-03-22", "2027-04-03 18:00"),
        (BERLIN, "every saturday 6pm", "24 hours", "2027-03-22", "2027-03-28 19:00"),
        (BERLIN, "every saturday 6pm", "1 day", "2027-03-22", "2027-03-28 18:00"),
        (BERLIN, "every sunday 2:30am", "1 day", "2027-03-22", "2027-03-29 02:30"),  # as if no hour were skipped
        (BERLIN, "every saturday 2:30am", "1 day", "2027-03-22", "2027-03-28 03:30"),
        (BERLIN, "every sunday 6pm", "until saturday 9pm", "2027-03-22", "2027-04-03 21:00"),
        (BERLIN, "every sunday 6pm", "until saturday", "2027-03-22", "2027-04-03 23:59"),
        (BERLIN, "every sunday 6pm", "until sunday", "2027-03-22", "2027-04-04 23:59"),
        (BERLIN, "every sunday 6pm", "until sunday 9pm", "2027-03-22", "2027-03-28 21:00"),
        (BERLIN, "every sunday 6pm", "until sunday 6pm", "2027-03-22", "2027-04-04 18:00"),
        (BERLIN, "every sunday 6pm", "until midnight", "2027-03-22", "2027-03-29 00:00"),
        (BERLIN, "every sunday 6pm", "until 9am", "2027-03-22", "2027-03-29 09:00"),
        (BERLIN, "every sunday 6pm", "until the next day at 9pm", "2027-03-22", "2027-03-29 21:00"),
        (BERLIN, "every sunday 6pm", "until tomorrow", "2027-03-22", "2027-03-29 23:59"),
        (BERLIN, "every sunday 6pm", "until the next one opens", "2027-03-22", "2027-04-04 18:00"),
        (BERLIN, "1st and 15th", "until the next one opens", "2027-03-22", "2027-04-15 00:00"),
        (BERLIN, "1st and 15th", "until the end of the month", "2027-03-22", "2027-04-30 23:59"),
        (BERLIN, "1st and 15th", "until the 14th", "2027-03-22", "2027-04-14 23:59"),
        (BERLIN, "the 31st", "1 month", "2027-01-05", "2027-02-28 00:00"),
        (HAVANA, "every saturday", "until the end of the day", "2027-11-02", "2027-11-06 23:59"),
        (APIA, "daily 9am", "1 day", "2011-12-30", "2012-01-01 09:00"),  # 30 December was skipped
    ],
)
def test_a_round_closes_as_was_said(zone: ZoneInfo, said: str, open_for: str, now: str, closed: str) -> None:
    (first,) = calendar(said, open_for, zone, utc(now)).coming(utc(now), 1)
    assert f"{first.closes_at.astimezone(zone):%Y-%m-%d %H:%M}" == closed


def test_a_day_ends_with_its_last_second() -> None:
    """In Santiago, the last hour of that day comes twice."""
    (first,) = calendar("every saturday", "until the end of the day", SANTIAGO, utc("2027-04-02")).coming(NOVEMBER, 1)
    assert first.closes_at == datetime(2027, 4, 4, 3, 59, 59, tzinfo=UTC)


def test_the_midnight_at_a_days_end_is_found_at_that_moment() -> None:
    (first,) = calendar("every friday midnight").coming(utc("2027-01-08 23:00"), 1)
    assert first.key == "2027-01-09T00:00:00"

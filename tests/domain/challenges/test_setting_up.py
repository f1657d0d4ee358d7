"""A calendar that is set up, and changed: from when on it counts, and what a change leaves as it was."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bot.domain.challenges import recurrence_phrase, written_calendar
from bot.domain.challenges.calendar import Calendar
from bot.domain.challenges.recurrence import LAST, DayOf, Recurrence, Unit
from bot.domain.challenges.written_calendar import Opens
from bot.domain.dates import vocabulary, written_date
from bot.domain.dates.clock import Clock
from bot.domain.problem import CalendarUnreadable, DateUnclear, OpenForUnreadable, Problem, RefusedError
from tests import yardstick
from tests.domain.challenges.test_calendar import recurrences
from tests.domain.challenges.test_written_calendar import CLOCK, LONDON, SATURDAY, calendar
from tests.growth import is_done_within

TOKYO = ZoneInfo("Asia/Tokyo")


def opened(calendar: Calendar, number: int = 3) -> str:
    """What the clocks there show when the first rounds open."""
    first = calendar.coming(calendar.since, number)
    return ", ".join(f"{each.opens_at.astimezone(calendar.zone):%m-%d %H:%M}" for each in first)


@pytest.mark.parametrize(
    ("said", "first"),
    [
        # It is Saturday, 28 November, 10:00.
        ("every other friday", "12-04 00:00, 12-18 00:00, 01-01 00:00"),
        ("every other saturday at 9", None),
        ("every other saturday at 9:00", "12-05 09:00, 12-19 09:00, 01-02 09:00"),
        ("every other saturday at 10:00", "11-28 10:00, 12-12 10:00, 12-26 10:00"),
        ("every 10 days", "11-29 00:00, 12-09 00:00, 12-19 00:00"),
        ("every 10 days at 11:00", "11-28 11:00, 12-08 11:00, 12-18 11:00"),
        ("every other monday and friday", "11-30 00:00, 12-04 00:00, 12-14 00:00"),
        ("every 2 months on the 1st and 15th", "12-01 00:00, 12-15 00:00, 02-01 00:00"),
        ("weekly", "11-30 00:00, 12-07 00:00, 12-14 00:00"),
        ("monthly", "12-01 00:00, 01-01 00:00, 02-01 00:00"),
        ("quarterly", "01-01 00:00, 04-01 00:00, 07-01 00:00"),
        # from a date on
        ("every other friday starting 11 december", "12-11 00:00, 12-25 00:00, 01-08 00:00"),
        ("every other friday starting monday", "12-04 00:00, 12-18 00:00, 01-01 00:00"),
        ("every other friday 6pm from 1 january 2020", "12-11 18:00, 12-25 18:00, 01-08 18:00"),  # 3 January is one
        ("every 10 days starting 4 december", "12-04 00:00, 12-14 00:00, 12-24 00:00"),
        ("every 10 days, beginning 4 december 8pm", "12-04 20:00, 12-14 20:00, 12-24 20:00"),
        ("every 10 days at noon from tomorrow", "11-29 12:00, 12-09 12:00, 12-19 12:00"),
        ("every 10 days starting now", "11-28 10:00, 12-08 10:00, 12-18 10:00"),
        ("weekly starting 4 december", "12-04 00:00, 12-11 00:00, 12-18 00:00"),
        ("monthly starting 15 december", "12-15 00:00, 01-15 00:00, 02-15 00:00"),
        ("yearly from 29 february at noon", "02-28 12:00, 02-29 12:00, 02-28 12:00"),
        ("alle zwei Wochen freitags ab dem 11.12.", "12-11 00:00, 12-25 00:00, 01-08 00:00"),
        ("toutes les deux semaines à partir du 11 décembre à 20h", "12-11 20:00, 12-25 20:00, 01-08 20:00"),
        ("cada dos semanas desde el 11 de diciembre", "12-11 00:00, 12-25 00:00, 01-08 00:00"),
        ("ogni due settimane a partire dal 11 dicembre", "12-11 00:00, 12-25 00:00, 01-08 00:00"),
        ("каждые 10 дней с 11 декабря", "12-11 00:00, 12-21 00:00, 12-31 00:00"),
        # from a month on
        ("every sunday from december", "12-06 00:00, 12-13 00:00, 12-20 00:00"),
        ("every 10 days starting in january 2027", "01-01 00:00, 01-11 00:00, 01-21 00:00"),
        ("from january on, every sunday 6pm", "01-03 18:00, 01-10 18:00, 01-17 18:00"),
        ("every sunday from december, 6pm", "12-06 18:00, 12-13 18:00, 12-20 18:00"),
        ("every sunday from december at noon", "12-06 12:00, 12-13 12:00, 12-20 12:00"),
        ("every sunday as of november", "11-29 00:00, 12-06 00:00, 12-13 00:00"),  # it has begun
        ("jeden Sonntag ab Dezember", "12-06 00:00, 12-13 00:00, 12-20 00:00"),
        ("tous les dimanches à partir de décembre", "12-06 00:00, 12-13 00:00, 12-20 00:00"),
        ("ogni domenica da dicembre", "12-06 00:00, 12-13 00:00, 12-20 00:00"),
        ("каждое воскресенье с декабря", "12-06 00:00, 12-13 00:00, 12-20 00:00"),
    ],
)
def test_weeks_are_counted_from_the_first_opening(said: str, first: str | None) -> None:
    if first is None:
        with pytest.raises(RefusedError):
            calendar(said)
    else:
        assert opened(calendar(said)) == first


def test_a_start_that_may_be_several_days_is_asked_back() -> None:
    with pytest.raises(RefusedError) as refused:
        calendar("every 2 weeks starting next friday")
    (problem,) = refused.value.problems
    assert isinstance(problem, DateUnclear)


@pytest.mark.parametrize("said", ["every sunday starting whenever", "starting monday", "every sunday from"])
def test_a_start_that_is_none_is_refused(said: str) -> None:
    assert written_calendar.opening(said, CLOCK) == CalendarUnreadable(said)


def test_a_calendar_set_up_in_the_middle_of_a_minute_starts_within_the_next() -> None:
    clock = Clock(SATURDAY + timedelta(seconds=30), LONDON, assumed=False)
    assert opened(calendar("every 3 days starting now", clock=clock), 2) == "11-28 10:01, 12-01 10:01"


def test_a_zone_in_the_words_is_the_calendars() -> None:
    tokyo = calendar("every sunday 8pm Tokyo time", "until monday 9am Tokyo time")
    assert tokyo.zone == TOKYO
    (first,) = tokyo.coming(SATURDAY, 1)
    assert (first.key, first.opens_at) == ("2026-11-29T20:00:00", datetime(2026, 11, 29, 11, tzinfo=UTC))
    assert first.closes_at == datetime(2026, 11, 30, 0, tzinfo=UTC)


def test_an_end_in_another_zone_than_the_calendars_is_refused() -> None:
    text = "until monday 9am Tokyo time"
    assert written_calendar.lasting(text, CLOCK) == OpenForUnreadable(text)


# -- changes --------------------------------------------------------------------------------------

A_WEEK_LATER = Clock(SATURDAY + timedelta(7), LONDON, assumed=False)


def test_another_length_leaves_the_weeks_as_they_were() -> None:
    before = calendar("every other friday", "6 days")
    after = written_calendar.changed(before, A_WEEK_LATER, said_open_for="8 days")
    now = A_WEEK_LATER.now
    assert [each.key for each in after.coming(now)] == [each.key for each in before.coming(now)]
    assert after.coming(now, 1)[0].closes_at == before.coming(now, 1)[0].closes_at + timedelta(2)


def test_words_with_a_date_that_has_passed_are_no_obstacle() -> None:
    before = calendar("every 10 days starting 4 december", "6 days")
    after = written_calendar.changed(before, replace(CLOCK, now=SATURDAY + timedelta(300)), said_open_for="8 days")
    assert (after.since, after.anchor, after.said) == (before.since, before.anchor, before.said)


def test_the_same_words_again_change_nothing() -> None:
    before = calendar("every 10 days", "6 days")
    assert written_calendar.changed(before, A_WEEK_LATER, said="every 10 days", said_open_for="6 days") == before


def test_other_words_count_from_the_change() -> None:
    before = calendar("every other friday", "6 days")
    after = written_calendar.changed(before, A_WEEK_LATER, said="every other friday 6pm")
    assert opened(after) == "12-11 18:00, 12-25 18:00, 01-08 18:00"
    assert after.open_for == before.open_for


def test_a_change_that_is_not_understood_is_refused() -> None:
    with pytest.raises(RefusedError):
        written_calendar.changed(calendar("every sunday"), A_WEEK_LATER, said="now and then")


# -- whatever is typed ----------------------------------------------------------------------------

OTHERS = "1st 2nd 5th 15. 31st 30 2 10 99 0 20:00 8pm 6 1/12 29.2. starting from until CET open new"
WORDS = st.sampled_from([*vocabulary.PLAIN, *OTHERS.split(" ")])


@given(st.lists(WORDS, max_size=7).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_whatever_is_said_comes_again_and_again_or_is_refused(typed: str) -> None:
    found = written_calendar.opening(typed, CLOCK)
    if isinstance(found, Problem):
        return
    read = calendar(typed)
    ahead = list(islice(read.occurrences(SATURDAY), 30))
    assert len(ahead) == 30
    assert all(one.opens_at < one.closes_at <= other.opens_at for one, other in pairwise(ahead))


@given(st.lists(WORDS, max_size=7).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_however_long_it_is_it_closes_after_it_opens_or_is_refused(typed: str) -> None:
    found = written_calendar.lasting(typed, CLOCK)
    if not isinstance(found, Problem):
        assert all(each.opens_at < each.closes_at for each in calendar("daily 6pm", typed).coming(SATURDAY))


@given(recurrences())
@example(Recurrence(1, Unit.MONTH, days=(DayOf(number=2), DayOf(number=LAST), DayOf(number=1)), times=(timedelta(0),)))
@settings(max_examples=200, deadline=None)
def test_what_is_read_can_be_said_and_read_again(recurrence: Recurrence) -> None:
    on_weekdays = [day for day in recurrence.days if day.weekday is not None]
    assume(recurrence.unit is not Unit.YEAR or not on_weekdays or len(recurrence.days) == 1)  # nobody reads others
    said = recurrence_phrase.opening(recurrence)
    assume(len(said) <= written_date.LONGEST)
    read = written_calendar.opening(said, CLOCK)
    assert isinstance(read, Opens), said
    assert set(read.recurrence.days) == set(recurrence.days)
    assert replace(read.recurrence, days=recurrence.days) == recurrence


HOSTILE = """mar  a  morgen  second last  9am  at 6  1st  every  mañana  monday and  6  seg mar set  twice a  do do
    1/2  starting  ~  evry sundya  30 february  sunday CST  new york  1.  from 4  every 2  next  hour  12:  weekend"""


@pytest.mark.parametrize("unit", HOSTILE.replace("\n    ", "  ").split("  "))
def test_no_phrase_keeps_anybody_waiting(unit: str) -> None:
    calendar("every sunday in Tokyo")  # tables of places are made once
    for length in (written_date.LONGEST, 200, 4_000):
        text = f"{unit} " * (length // (len(unit) + 1))
        for read in (written_calendar.opening, written_calendar.lasting):
            took = min(seconds(read, text) for _ in range(3))
            assert took < yardstick.LONGEST_STEP or took < yardstick.LONGEST_STEP * yardstick.pace()


def seconds(read: Callable[[str, Clock], object], text: str) -> float:
    began = time.thread_time()
    read(text, CLOCK)
    return time.thread_time() - began


@pytest.mark.parametrize(
    "said", ["daily 2:30am", "every 3 weeks on monday", "the 31st", "every 29 february", "every 9 days"]
)
def test_a_date_a_long_way_off_is_found_at_once(said: str) -> None:
    """The days between are not walked."""
    far = SATURDAY.replace(year=2326)
    read = calendar(said, "6 days")
    assert read.coming(far)[0].opens_at >= far
    assert is_done_within(0.005, read.coming, far)

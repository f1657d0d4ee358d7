"""Dates where the clocks go forward and back, and where another zone has another day."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.domain.dates.test_written_date import LONDON, NEW_YORK, ZONES, closes, opens, utc


@pytest.mark.parametrize(
    ("zone", "now", "text", "expected"),
    [
        # forward on 29 March, back on 25 October
        ("London", "2026-03-23 12:00", "friday 8pm", "2026-03-27 20:00"),
        ("London", "2026-03-28 12:00", "friday 8pm", "2026-04-03 19:00"),
        ("London", "2026-10-19 12:00", "friday 8pm", "2026-10-23 19:00"),
        ("London", "2026-10-24 12:00", "friday 8pm", "2026-10-30 20:00"),
        # forward on 8 March, back on 1 November
        ("New York", "2026-03-07 12:00", "friday 8pm", "2026-03-14 00:00"),
        ("New York", "2026-03-02 12:00", "friday 8pm", "2026-03-07 01:00"),
        ("New York", "2026-10-31 12:00", "friday 8pm", "2026-11-07 01:00"),
        # back by half an hour on 5 April, forward on 4 October
        ("Lord Howe", "2026-04-04 02:00", "friday 8pm", "2026-04-10 09:30"),
        ("Lord Howe", "2026-10-01 02:00", "friday 8pm", "2026-10-02 09:30"),
        ("Lord Howe", "2026-10-05 02:00", "friday 8pm", "2026-10-09 09:00"),
        ("UTC", "2026-03-28 12:00", "friday 8pm", "2026-04-03 20:00"),
    ],
)
def test_eight_in_the_evening_is_that_by_the_clocks_there(zone: str, now: str, text: str, expected: str) -> None:
    assert closes(text, utc(now), ZONES[zone]) == utc(expected)


@pytest.mark.parametrize(
    ("zone", "now", "days", "hours"),
    [
        ("London", "2026-03-25 18:00", "2026-04-01 17:00", "2026-04-01 18:00"),
        ("London", "2026-10-21 17:00", "2026-10-28 18:00", "2026-10-28 17:00"),
        ("New York", "2026-03-05 18:00", "2026-03-12 17:00", "2026-03-12 18:00"),
        ("New York", "2026-10-29 17:00", "2026-11-05 18:00", "2026-11-05 17:00"),
        ("Lord Howe", "2026-04-01 09:00", "2026-04-08 09:30", "2026-04-08 09:00"),
        ("Lord Howe", "2026-10-01 09:30", "2026-10-08 09:00", "2026-10-08 09:30"),
        ("UTC", "2026-03-25 18:00", "2026-04-01 18:00", "2026-04-01 18:00"),
    ],
)
def test_days_go_by_the_clock_on_the_wall_and_hours_by_the_one_in_the_hand(
    zone: str, now: str, days: str, hours: str
) -> None:
    assert closes("in 7 days", utc(now), ZONES[zone]) == utc(days)
    assert closes("168 hours", utc(now), ZONES[zone]) == utc(hours)


@pytest.mark.parametrize(
    ("zone", "text", "expected"),
    [
        ("London", "2027-03-28 01:30", "2027-03-28 01:30"),  # 02:30 in summer time
        ("New York", "2027-03-14 02:30", "2027-03-14 07:30"),  # 03:30
        ("Lord Howe", "2027-10-03 02:15", "2027-10-02 15:45"),  # 02:45
    ],
)
def test_a_time_that_the_clocks_skip_moves_on_by_what_they_skip(zone: str, text: str, expected: str) -> None:
    assert closes(text, zone=ZONES[zone]) == utc(expected)


@pytest.mark.parametrize(
    ("zone", "text", "expected"),
    [
        ("London", "2027-10-31 01:30", "2027-10-31 00:30"),
        ("New York", "2027-11-07 01:30", "2027-11-07 05:30"),
        ("Lord Howe", "2027-04-04 01:45", "2027-04-03 14:45"),
    ],
)
def test_of_a_time_that_comes_twice_the_first_is_meant(zone: str, text: str, expected: str) -> None:
    assert closes(text, zone=ZONES[zone]) == utc(expected)


def test_of_an_hour_that_comes_twice_the_second_is_meant_once_the_first_is_over() -> None:
    assert closes("1:30am", utc("2026-10-25 00:15"), LONDON) == utc("2026-10-25 00:30")
    assert closes("1:30am", utc("2026-10-25 00:45"), LONDON) == utc("2026-10-25 01:30")


@pytest.mark.parametrize(
    ("zone", "day", "starts", "ends"),
    [
        # the first hour of these days is skipped
        ("America/Santiago", "2027-09-05", "2027-09-05 04:00:00", "2027-09-06 02:59:59"),
        ("Asia/Beirut", "2027-03-28", "2027-03-27 22:00:00", "2027-03-28 20:59:59"),
        ("Africa/Cairo", "2027-04-30", "2027-04-29 22:00:00", "2027-04-30 20:59:59"),
        # their last hour comes twice
        ("America/Santiago", "2027-04-03", "2027-04-03 03:00:00", "2027-04-04 03:59:59"),
        ("Asia/Beirut", "2027-10-30", "2027-10-29 21:00:00", "2027-10-30 21:59:59"),
        ("Africa/Cairo", "2027-10-28", "2027-10-27 21:00:00", "2027-10-28 21:59:59"),
        # the first hour comes twice; the last is skipped
        ("America/Havana", "2027-11-07", "2027-11-07 04:00:00", "2027-11-08 04:59:59"),
        ("America/Nuuk", "2027-03-27", "2027-03-27 02:00:00", "2027-03-28 00:59:59"),
    ],
)
def test_a_day_is_all_of_it_where_clocks_change_at_midnight(zone: str, day: str, starts: str, ends: str) -> None:
    there = ZoneInfo(zone)
    the_day_before = utc(starts) - timedelta(hours=20)
    assert opens(day, zone=there) == utc(starts)
    assert closes(day, zone=there) == closes(f"{utc(day):%A}", the_day_before, there) == utc(ends)


def test_midnight_comes_once_a_day() -> None:
    """Where clocks go back at one, the second midnight ends no day."""
    between = utc("2027-11-07 04:30")
    assert closes("midnight", between, ZoneInfo("America/Havana")) == utc("2027-11-08 05:00")


def test_the_next_time_in_a_zone_that_is_named_may_be_yesterdays_there() -> None:
    after_midnight = utc("2026-11-24 00:30")  # 19:30 on Monday in New York
    assert closes("8pm EST", after_midnight, LONDON) == utc("2026-11-24 01:00")
    assert closes("monday 8pm EST", after_midnight, LONDON) == utc("2026-11-24 01:00")


def test_the_day_is_the_guilds_and_not_greenwichs() -> None:
    late = utc("2026-11-24 03:00")  # Monday evening in New York
    assert closes("today", late, NEW_YORK) == utc("2026-11-24 04:59:59")
    assert closes("tuesday 8pm", late, NEW_YORK) == utc("2026-11-25 01:00")

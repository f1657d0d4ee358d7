"""Any text and any moment: a date lies ahead and within ten years, or it is a problem."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.problem import DatePast, DateTooFar, Problem
from tests.domain.dates.test_written_date import LONDON, MONDAY_NOON, NEW_YORK, ZONES, closes, opens, unreadable, utc

INSTANTS = st.datetimes(datetime(2001, 1, 1), datetime(2090, 1, 1)).map(lambda found: found.replace(tzinfo=UTC))  # noqa: DTZ001 - the zone is added
AHEAD = st.sampled_from(
    ["friday 8pm", "sunday", "20:00", "1:30am", "noon", "midnight", "tomorrow", "1 january", "31 may 8pm", "7 days"]
)


@given(AHEAD, INSTANTS, st.sampled_from([*ZONES.values()]))
@example("29 february", utc("2026-01-01"), LONDON)
@settings(max_examples=100, deadline=None)
def test_every_date_lies_ahead_and_depends_on_nothing_but_the_given_time(
    text: str, now: datetime, zone: ZoneInfo
) -> None:
    found = closes(text, now, zone)
    assert isinstance(found, datetime)
    assert now < found
    assert found.year - now.year <= 2
    assert found.tzinfo is UTC


@given(st.text("0123456789 :/-.apmtodyfrisecjnw+,", max_size=25), INSTANTS)
@settings(max_examples=150, deadline=None)
def test_any_text_is_a_date_or_a_problem(text: str, now: datetime) -> None:
    assert isinstance(closes(text, now, NEW_YORK), datetime | Problem)
    assert isinstance(opens(text, now, NEW_YORK), datetime | Problem)


@pytest.mark.parametrize("written", ["<t:{}>", "<t:{}:F>", "{:%Y-%m-%d %H:%M} +00:00", "{:%d %B %Y %H:%M}Z"])
def test_a_date_of_any_writing_lies_within_ten_years(written: str) -> None:
    def typed(moment: datetime) -> str:
        return written.format(int(moment.timestamp()) if "t:" in written else moment)

    last, beyond = (MONDAY_NOON.replace(year=MONDAY_NOON.year + years) for years in (10, 11))
    for read in (opens, closes):
        assert read(typed(last)) == last
        assert read(typed(beyond)) == DateTooFar(typed(beyond), 10)
        assert read(typed(MONDAY_NOON.replace(year=1970))) == DatePast(
            typed(MONDAY_NOON.replace(year=1970)), MONDAY_NOON.replace(year=1970)
        )


@pytest.mark.parametrize("text", ["<t:99999999999>", "<t:99999999999:R>", "<t:1796155200000:F>", f"<t:{'9' * 90}>"])
def test_a_stamp_of_any_number_is_too_far_at_most(text: str) -> None:
    assert opens(text) == closes(text) == DateTooFar(text, 10)


@pytest.mark.parametrize(
    "text",
    [
        "9999-12-31",
        "31.12.9999",
        "31 December 9999, 23:59 UTC-12",
        "Friday, 31 December 9999",
        "2 weeks after 9999-12-31",
        "29 February 4000",
        "Easter 9999",
        "end of December 2100",
        "last Sunday of December 9999",
        "2400-01-01 8pm ET / 5pm PT",
        "in 9999 years",
        "4000 days",
        "99999999 weeks",
    ],
)
def test_a_date_beyond_all_plans_is_too_far(text: str) -> None:
    assert opens(text) == closes(text) == DateTooFar(text, 10)


def test_ten_years_are_not_too_far() -> None:
    assert opens("in 10 years") == closes("10 years") == utc("2036-11-23 12:00")


@pytest.mark.parametrize("text", ["9999-02-30", "29 February 9999", "Monday, 31 December 9999", "<t:-1>", "<t:>"])
def test_a_date_that_no_calendar_has_is_none(text: str) -> None:
    assert opens(text) == closes(text) == unreadable(text)


def test_a_month_of_a_year_that_has_passed_is_past() -> None:
    assert opens("end of December 2020") == DatePast("end of December 2020", utc("2020-12-31"))

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.dates import written_date
from bot.domain.problem import ClosesBeforeOpens, DatePast, DateUnclear, DateUnreadable, Problem
from bot.ui.wording import terms
from tests import yardstick
from tests.growth import is_done_within

LONDON = ZoneInfo("Europe/London")
NEW_YORK = ZoneInfo("America/New_York")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")  # its summer time is half an hour
ZONES = {"London": LONDON, "New York": NEW_YORK, "Lord Howe": LORD_HOWE, "UTC": ZoneInfo("UTC")}

MONDAY_NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def closes(text: str, now: datetime = MONDAY_NOON, zone: ZoneInfo = LONDON, **order: bool | None) -> datetime | Problem:
    return written_date.closing(text, now=now, since=now, zone=zone, **order)


def unreadable(text: str) -> DateUnreadable:
    return DateUnreadable(text, MONDAY_NOON.date())


def opens(text: str, now: datetime = MONDAY_NOON, zone: ZoneInfo = LONDON) -> datetime | Problem:
    return written_date.opening(text, now=now, zone=zone)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("friday 8pm", "2026-11-27 20:00"),
        ("Friday, 8 PM", "2026-11-27 20:00"),
        ("fri 20:00", "2026-11-27 20:00"),
        ("friday at 20", "2026-11-27 20:00"),
        ("8.30 p.m. on Friday", "2026-11-27 20:30"),
        ("Friday 27 November 2026, 20:00", "2026-11-27 20:00"),
        ("monday 8pm", "2026-11-23 20:00"),
        ("monday 11am", "2026-11-30 11:00"),
        ("20:00", "2026-11-23 20:00"),
        ("10:00", "2026-11-24 10:00"),
        ("noon", "2026-11-24 12:00"),
        ("midnight", "2026-11-24 00:00"),
        ("friday midnight", "2026-11-28 00:00"),
        ("tomorrow at noon", "2026-11-24 12:00"),
        ("8pm tomorrow", "2026-11-24 20:00"),
        ("2026-12-01 20:00", "2026-12-01 20:00"),
        ("2026-12-01T20:00", "2026-12-01 20:00"),
        ("1 December 20:00", "2026-12-01 20:00"),
        ("Dec 1st, 8pm", "2026-12-01 20:00"),
        ("the 1st of December at 8pm", "2026-12-01 20:00"),
        ("01/12/2026 20:00", "2026-12-01 20:00"),
        ("1.12.2026 20:00", "2026-12-01 20:00"),
        ("27/11 20:00", "2026-11-27 20:00"),
        ("1 January 20:00", "2027-01-01 20:00"),
        ("23 november 10:00", "2027-11-23 10:00"),
        ("29 february 10:00", "2028-02-29 10:00"),
        ("in 7 days", "2026-11-30 12:00"),
        ("7 days", "2026-11-30 12:00"),
        ("a week", "2026-11-30 12:00"),
        ("next week", "2026-11-30 12:00"),
        ("two weeks", "2026-12-07 12:00"),
        ("48 hours", "2026-11-25 12:00"),
        ("90 mins", "2026-11-23 13:30"),
        ("1 month, 2 days and 3 hours", "2026-12-25 15:00"),
        ("in 7 days at 20:00", "2026-11-30 20:00"),
        ("friday 8pm EST", "2026-11-28 01:00"),
        ("2026-12-01T20:00Z", "2026-12-01 20:00"),
        ("2026-12-01 20:00 +02:00", "2026-12-01 18:00"),
        ("12/31 8pm", "2026-12-31 20:00"),
        ("12-31 20:00", "2026-12-31 20:00"),
        ("1.12. 20.00", "2026-12-01 20:00"),
        ("20.00", "2026-11-23 20:00"),
        ("friday 20.00", "2026-11-27 20:00"),
        ("in 7 days at midnight", "2026-12-01 00:00"),
        ("1d12h", "2026-11-25 00:00"),
        ("1h30min", "2026-11-23 13:30"),
        ("30m", "2026-11-23 12:30"),
        ("1.5 hours", "2026-11-23 13:30"),
        ("half an hour", "2026-11-23 12:30"),
        ("a fortnight", "2026-12-07 12:00"),
        ("fourteen days", "2026-12-07 12:00"),
        ("+7d", "2026-11-30 12:00"),
        ("for 7 days", "2026-11-30 12:00"),
        ("<t:1796155200:F>", "2026-12-01 20:00"),
        ("weds @ 8pm.", "2026-11-25 20:00"),
        ("friday evening at 8pm", "2026-11-27 20:00"),
        ("tonight at 8", "2026-11-23 20:00"),
        ("the 15th 8pm", "2026-12-15 20:00"),
        ("end of friday", "2026-11-27 23:59:59"),
        ("friday 8pm utc+2", "2026-11-27 18:00"),
        ("friday 8pm +2", "2026-11-27 18:00"),
        ("friday 8pm utc-05:00", "2026-11-28 01:00"),
        ("2026-12-01T20:00:00.000Z", "2026-12-01 20:00"),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, expected: str) -> None:
    assert closes(text) == utc(expected)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-01", "2026-12-01"),
        ("1 December", "2026-12-01"),
        ("01/12/2026", "2026-12-01"),
        ("today", "2026-11-23"),
        ("23 november", "2026-11-23"),
        ("tomorrow", "2026-11-24"),
        ("the day after tomorrow", "2026-11-25"),
        ("sun", "2026-11-29"),
        ("monday", "2026-11-30"),
        ("12/31", "2026-12-31"),
        ("monday 11/30", "2026-11-30"),
        ("1/30", "2027-01-30"),
        ("1.12.", "2026-12-01"),
        ("7.12", "2026-12-07"),
        ("friday 4.12.", "2026-12-04"),
        ("1. dec", "2026-12-01"),
        ("1-dec-2026", "2026-12-01"),
        ("1/12/26", "2026-12-01"),
        ("the 31st", "2026-12-31"),
        ("sunday the 29th", "2026-11-29"),
    ],
)
def test_a_day_alone_is_all_of_it(text: str, day: str) -> None:
    assert closes(text) == utc(f"{day} 23:59:59")
    assert opens(text) == max(utc(day), MONDAY_NOON)


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("tonight", "2026-11-23 20:00", "2026-11-23 23:59:59"),
        ("friday night", "2026-11-27 20:00", "2026-11-27 23:59:59"),
        ("friday evening", "2026-11-27 18:00", "2026-11-27 23:59:59"),
        ("friday afternoon", "2026-11-27 12:00", "2026-11-27 18:00"),
        ("friday morning", "2026-11-27 06:00", "2026-11-27 12:00"),
        ("this weekend", "2026-11-28 00:00", "2026-11-29 23:59:59"),
        ("end of friday", "2026-11-28 00:00", "2026-11-27 23:59:59"),
    ],
)
def test_what_lasts_opens_as_it_begins_and_closes_as_it_ends(text: str, begins: str, ends: str) -> None:
    assert (opens(text), closes(text)) == (utc(begins), utc(ends))


def test_what_has_begun_opens_now() -> None:
    friday_night = utc("2026-11-27 21:30")
    assert opens("tonight", friday_night) == opens("today", friday_night) == friday_night
    assert opens("this weekend", utc("2026-11-28 15:00")) == utc("2026-11-28 15:00")


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("next friday", ["2026-11-27 23:59:59", "2026-12-04 23:59:59"]),
        ("next friday 8pm", ["2026-11-27 20:00", "2026-12-04 20:00"]),
        ("next monday", ["2026-11-30 23:59:59", "2026-12-07 23:59:59"]),
        ("next weekend", ["2026-11-29 23:59:59", "2026-12-06 23:59:59"]),
        ("friday at 8", ["2026-11-27 20:00", "2026-11-27 08:00"]),
        ("at 8", ["2026-11-23 20:00", "2026-11-24 08:00"]),
        ("20h", ["2026-11-23 20:00", "2026-11-24 08:00"]),
        ("next friday at 8", ["2026-11-27 20:00", "2026-11-27 08:00", "2026-12-04 20:00", "2026-12-04 08:00"]),
        ("friday 8pm IST", ["2026-11-27 20:00", "2026-11-27 14:30", "2026-11-27 18:00"]),
    ],
)
def test_what_may_be_several_moments_is_asked_back(text: str, readings: list[str]) -> None:
    assert closes(text) == DateUnclear(text, tuple(map(utc, readings)))


def test_what_only_one_moment_ahead_can_be_is_not_asked() -> None:
    assert closes("today at 8") == utc("2026-11-23 20:00")
    assert opens("today at 8") == utc("2026-11-23 20:00")


def test_a_weekday_whose_hour_has_passed_is_next_weeks() -> None:
    friday_evening = utc("2026-11-27 20:30")
    assert closes("friday 8pm", friday_evening) == utc("2026-12-04 20:00")
    assert closes("friday 9pm", friday_evening) == utc("2026-11-27 21:00")


def test_day_and_month_in_the_guilds_order() -> None:
    assert closes("03/12/2026 20:00", day_first=True) == utc("2026-12-03 20:00")
    assert closes("12/03/2026 20:00", day_first=False) == utc("2026-12-03 20:00")
    assert closes("12/1 20:00", day_first=False) == utc("2026-12-01 20:00")
    for day_first in (True, False):
        assert closes("12/31 20:00", day_first=day_first) == utc("2026-12-31 20:00")
        assert closes("2026-12-03 20:00", day_first=day_first) == utc("2026-12-03 20:00")


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("12/1", "2026-12-01 23:59:59", "2027-01-12 23:59:59"),
        ("12/1 8pm", "2026-12-01 20:00", "2027-01-12 20:00"),
        ("8pm on 12-1", "2026-12-01 20:00", "2027-01-12 20:00"),
        ("3/4/2027", "2027-03-04 23:59:59", "2027-04-03 23:59:59"),
        ("03-04-2027 noon", "2027-03-04 12:00", "2027-04-03 12:00"),
        ("by 5/6/27", "2027-05-06 23:59:59", "2027-06-05 23:59:59"),
    ],
)
def test_a_date_that_may_be_two_is_not_guessed_where_nobody_knows_the_order(text: str, first: str, second: str) -> None:
    moments = (utc(first), utc(second))
    assert closes(text, zone=ZONES["UTC"], day_first=None) == DateUnclear(text, moments)
    for moment in moments:
        assert closes(written_date.in_full(moment), zone=ZONES["UTC"], day_first=None) == moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("12/12", "2026-12-12 23:59:59"),
        ("13/1", "2027-01-13 23:59:59"),
        ("1/13/2027", "2027-01-13 23:59:59"),
        ("24.12. 20:00", "2026-12-24 20:00"),
        ("1.12.2026", "2026-12-01 23:59:59"),
        ("2026-12-01", "2026-12-01 23:59:59"),
        ("1 dec", "2026-12-01 23:59:59"),
        ("friday 8pm", "2026-11-27 20:00"),
        ("11/12/2026 20:00", "2026-12-11 20:00"),
        ("in 3 days", "2026-11-26 12:00"),
    ],
)
def test_what_can_only_be_one_date_needs_no_order(text: str, moment: str) -> None:
    assert closes(text, day_first=None) == utc(moment)


def test_what_is_no_date_in_any_order_is_as_always() -> None:
    assert closes("banana", day_first=None) == unreadable("banana")
    assert closes("1/2/2020", day_first=None) == DatePast("1/2/2020", utc("2020-02-01 23:59:59"))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "banana",
            "drabble",
            "drabble friday",
            "a",
            "in",
            "at",
            "me",
            "8",
            "100",
            "100-500",
            "2026",
            "12/2026",
        ),
        *("1700000000", "may", "1 2", "31 february", "2026-02-30", "2026-12-01 25:00", "2026-13-13"),
        *("friday weak", "sunday nigh sun", "Friday 28 November 2026", "100 drabbles"),
        *("36 may", "dec 32", "32/1", "13/13", "0/5", "31.11.", "monday 12/31", "friday the 29th", "8pm eta"),
        *("12/12/12", "friday " * 40, "1" * 5000, "７ days ago"),
        *(
            "friday 8pm / 9pm",
            "friday 8pm ET / 6pm PT",
            "friday 8pm ET / 5pm PT / 3am UTC",
            "friday 8pm ET / 5",
            "8p/" * 30,
        ),
        f"friday 8pm{' ' * 120}or saturday",
    ],
)
def test_what_is_no_date_is_not_taken_for_one(text: str) -> None:
    assert closes(text) == unreadable(text)
    assert opens(text) == unreadable(text)


# -- opening and closing --------------------------------------------------------------------------


def test_now_is_now() -> None:
    assert opens("Now") == MONDAY_NOON


def test_an_opening_that_has_passed_is_refused() -> None:
    assert opens("2026-11-22 08:00") == DatePast("2026-11-22 08:00", utc("2026-11-22 08:00"))
    assert opens("today 11:00") == DatePast("today 11:00", utc("2026-11-23 11:00"))
    assert opens("yesterday") == DatePast("yesterday", utc("2026-11-22"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7 days", "2026-12-08 10:00"),
        ("in a week", "2026-12-08 10:00"),
        ("48 hours", "2026-12-03 10:00"),
        ("20:00", "2026-12-01 20:00"),
        ("friday 8pm", "2026-12-04 20:00"),
        ("tuesday 8pm", "2026-12-01 20:00"),
        ("tuesday 9am", "2026-12-08 09:00"),
        ("09:00", "2026-12-02 09:00"),
        ("tuesday", "2026-12-08 23:59:59"),
        ("2026-12-24", "2026-12-24 23:59:59"),
    ],
)
def test_what_has_no_date_of_its_own_counts_from_the_opening(text: str, expected: str) -> None:
    opening = utc("2026-12-01 10:00")  # a Tuesday
    assert written_date.closing(text, now=MONDAY_NOON, since=opening, zone=LONDON) == utc(expected)


def test_a_closing_before_now_or_before_the_opening_is_refused() -> None:
    opening = utc("2026-12-01 10:00")

    def closing(text: str) -> datetime | Problem:
        return written_date.closing(text, now=MONDAY_NOON, since=opening, zone=LONDON)

    assert closing("2026-11-01") == DatePast("2026-11-01", utc("2026-11-01 23:59:59"))
    assert closing("now") == DatePast("now", MONDAY_NOON)
    assert closing("tomorrow 8pm") == ClosesBeforeOpens(opening, utc("2026-11-24 20:00"))
    assert closing("0 days") == ClosesBeforeOpens(opening, opening)


# -- dates in words -------------------------------------------------------------------------------


def test_a_date_is_said_with_its_weekday_and_its_zone() -> None:
    assert terms.date_text(utc("2026-11-27 20:00"), "Europe/London") == (
        "Friday 27 November 2026, 20:00 (Europe/London)"
    )
    assert terms.date_text(utc("2026-06-05 20:00"), "Europe/London") == "Friday 5 June 2026, 21:00 (Europe/London)"
    assert terms.date_text(utc("2026-11-27 20:00"), None) == "Friday 27 November 2026, 20:00 (UTC assumed)"


def test_words_of_many_meanings_keep_nobody_waiting() -> None:
    typed = ", montag first evening end 9am-10pm or ' or | 10 a за day a a tuesday jeden день am 9-10 a lundi 字"
    assert is_done_within(yardstick.LONGEST_STEP, opens, typed)

"""What a moderator reads of a calendar: when rounds open and for how long, and what they may not expect."""

import pytest

from bot.domain.problem import Beyond
from bot.ui.wording import calendars, challenges
from bot.ui.wording.refusals.calendar import LACKS
from tests.domain.challenges.test_written_calendar import CLOCK, calendar


@pytest.mark.parametrize(
    ("said", "open_for", "text"),
    [
        ("every 2 weeks on friday 6pm", "6 days", "every other Friday at 18:00, open for 6 days"),
        ("daily 9am", "24 hours", "every day at 09:00, open for 24 hours"),
        (
            "1st & 15th",
            "until the next one opens",
            "the 1st and 15th of each month at 00:00, open until the next one opens",
        ),
        ("sundays 6pm", "until saturday 9pm", "every Sunday at 18:00, open until Saturday at 21:00"),
        ("last sat of the month", "2 weeks", "the last Saturday of each month at 00:00, open for 14 days"),
    ],
)
def test_a_calendar_is_said_in_plain_english(said: str, open_for: str, text: str) -> None:
    assert calendars.calendar_text(calendar(said, open_for)) == text


@pytest.mark.parametrize(
    ("said", "open_for", "notes"),
    [
        ("every sunday 6pm", "6 days", []),
        ("every sunday 6pm", "a week", []),
        ("every sunday 6pm", "8 days", ["Up to two rounds are open at once: one opens before the last one closes."]),
        ("daily", "a week", ["Up to seven rounds are open at once: one opens before the last one closes."]),
        ("15th and last day", "1 day", []),
        ("the 31st", "1 day", ["A month without a 31st has its last day instead."]),
        ("5th friday of the month", "1 day", ["A month without a fifth Friday has no round."]),
        ("5th weekday of the month", "1 day", []),
        ("every 31 january", "1 day", []),
        ("every 29 february", "1 day", ["In years without 29 February, it is the 28th."]),
        (
            "every friday midnight",
            "1 day",
            ["Midnight is the one at the end of the day. For its beginning, write `00:00`."],
        ),
        ("daily midnight", "1 day", []),
    ],
)
def test_what_is_not_expected_is_said(said: str, open_for: str, notes: list[str]) -> None:
    assert [calendars.note_text(note) for note in calendar(said, open_for).notes] == notes


@pytest.mark.parametrize(
    ("said", "open_for", "windows"),
    [
        ("every sunday 6pm", "until saturday 9pm", ["Sun 29 Nov, 18:00 to Sat 5 Dec, 21:00"]),
        ("daily 9am", "12 hours", ["Sun 29 Nov, 09:00 to 21:00"]),
        ("every 31 december 6pm", "1 day", ["Thu 31 Dec, 18:00 to Fri 1 Jan 2027, 18:00"]),
        ("every 1 may", "6 days", ["Sat 1 May 2027, 00:00 to Fri 7 May, 00:00"]),
    ],
)
def test_a_date_ahead_is_short_and_names_a_year_where_it_is_another(
    said: str, open_for: str, windows: list[str]
) -> None:
    made = calendar(said, open_for)
    ahead = made.coming(CLOCK.now, 1)
    assert [challenges.window_text(each, made.zone, CLOCK.now) for each in ahead] == windows


def test_what_no_calendar_has_is_said_with_what_to_do() -> None:
    assert set(LACKS) == set(Beyond)

"""Reminders as moderators type them, and which one stands in the channel."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.problem import RemindersUnreadable
from bot.domain.rounds import due_date, reminder, round_wish
from bot.domain.rounds.due_date import Due
from bot.domain.rounds.settings import Customs

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
OPENS = datetime(2026, 3, 2, 12, tzinfo=UTC)
CLOSES = OPENS + 3 * DAY
PLAN = replace(round_wish.usual(OPENS, Customs()), closes_at=CLOSES, reminders=(DAY, HOUR))


@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        ("on", (DAY, HOUR)),
        (" Yes ", (DAY, HOUR)),
        ("off", ()),
        ("-", ()),
        ("2 days, 3 hours", (2 * DAY, 3 * HOUR)),
        ("3 hours and 2 days", (2 * DAY, 3 * HOUR)),
        ("a week, a day & 30 min before the close", (7 * DAY, DAY, 30 * MINUTE)),
        ("24h/1h", (DAY, HOUR)),
        ("1 day 12 hours", (36 * HOUR,)),
        ("half an hour", (30 * MINUTE,)),
        ("2 Tage; 90 minutes", (2 * DAY, 90 * MINUTE)),
        ("1 day, 24 hours", (DAY,)),
        ("two days", (2 * DAY,)),
    ],
)
def test_lengths_before_the_close_are_read_as_people_write_them(typed: str, leads: tuple[timedelta, ...]) -> None:
    assert reminder.read(typed) == leads


@pytest.mark.parametrize(
    "typed", ["friday", "1 month", "4 days, 3 days, 2 days, 1 day", "1 day, soon", "0 minutes", ","]
)
def test_what_is_no_length_is_not_guessed(typed: str) -> None:
    assert reminder.read(typed) == RemindersUnreadable(typed)


@pytest.mark.parametrize(
    ("back", "stands"),
    [
        (CLOSES - DAY, Due.FIRST_REMINDER),
        (CLOSES - 3 * HOUR, Due.FIRST_REMINDER),
        (CLOSES - 75 * MINUTE, Due.FIRST_REMINDER),
        (CLOSES - 70 * MINUTE, None),
        (CLOSES - 50 * MINUTE, Due.SECOND_REMINDER),
        (CLOSES - 10 * MINUTE, None),
    ],
)
def test_a_late_reminder_comes_alone_and_while_it_helps(back: datetime, stands: Due | None) -> None:
    dates = due_date.followed(PLAN, (), OPENS)
    assert reminder.on_show(dates) is None
    noted = [replace(date, done_at=date.done_at or back) if date.at <= back else date for date in dates]
    assert reminder.on_show(noted) is stands


def test_a_reminder_of_a_few_minutes_helps_for_half_of_them() -> None:
    plan = replace(PLAN, reminders=(10 * MINUTE,))
    dates = due_date.followed(plan, (), OPENS)
    for late, stands in ((4 * MINUTE, Due.FIRST_REMINDER), (6 * MINUTE, None)):
        back = CLOSES - 10 * MINUTE + late
        noted = [replace(date, done_at=date.done_at or back) if date.at <= back else date for date in dates]
        assert reminder.on_show(noted) is stands


def test_none_comes_together_with_the_card() -> None:
    back = CLOSES - 20 * HOUR
    noted = [replace(date, done_at=back) if date.at <= back else date for date in due_date.by_plan(PLAN)]
    assert reminder.on_show(noted) is None

"""The dates of a round, and what becomes of them when its plan changes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.rounds import due_date, round_wish
from bot.domain.rounds.due_date import Due, DueDate
from bot.domain.rounds.settings import Customs

OPENS = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
CLOSES = OPENS + 3 * DAY
PLAN = replace(round_wish.usual(OPENS, Customs()), closes_at=CLOSES, reminders=(DAY, HOUR))


def passed(dates: list[DueDate], now: datetime) -> list[DueDate]:
    return [replace(date, done_at=now) if date.done_at is None and date.at <= now else date for date in dates]


def seen(dates: list[DueDate]) -> dict[str, tuple[datetime, bool]]:
    return {date.due: (date.at, date.done_at is not None) for date in dates}


def test_a_plan_gives_its_round_the_reminders_that_it_is_open_for() -> None:
    assert [(date.due, date.at) for date in due_date.by_plan(PLAN)] == [
        (Due.OPENS, OPENS),
        (Due.FIRST_REMINDER, CLOSES - DAY),
        (Due.SECOND_REMINDER, CLOSES - HOUR),
        (Due.CLOSES, CLOSES),
    ]
    for length, reminders in ((DAY, [OPENS + DAY - HOUR]), (DAY + HOUR, [OPENS + HOUR, OPENS + DAY]), (HOUR, [])):
        short = due_date.by_plan(replace(PLAN, closes_at=OPENS + length))
        assert [date.at for date in short if date.due in due_date.REMINDERS] == reminders


def test_what_has_come_by_the_time_a_plan_is_confirmed_is_a_fact_at_once_and_no_reminder_is_made_up_for() -> None:
    now = CLOSES - 5 * HOUR
    dates = due_date.followed(PLAN, (), now)
    assert seen(dates) == {
        "opens": (OPENS, True),
        "second_reminder": (CLOSES - HOUR, False),
        "closes": (CLOSES, False),
    }


@pytest.mark.parametrize(
    ("later", "stands"),
    [(2 * HOUR, True), (2 * DAY, False), (timedelta(), True)],
    ids=["its time is still past", "it comes again", "the end stays"],
)
def test_an_extension_moves_a_reminder_that_stands_in_the_channel(later: timedelta, stands: bool) -> None:
    now = CLOSES - 20 * HOUR
    before = passed(due_date.followed(PLAN, (), OPENS), now)
    after = seen(due_date.followed(replace(PLAN, closes_at=CLOSES + later), before, now))
    assert after["first_reminder"] == (CLOSES + later - DAY, stands)
    assert after["second_reminder"] == (CLOSES + later - HOUR, False)


def test_a_round_that_opens_again_has_the_reminders_to_come_alone() -> None:
    now = CLOSES + HOUR
    before = passed(due_date.followed(PLAN, (), OPENS), now)
    after = seen(due_date.followed(replace(PLAN, closes_at=now + 10 * HOUR), before, now))
    assert after == {
        "opens": (OPENS, True),
        "second_reminder": (now + 9 * HOUR, False),
        "closes": (now + 10 * HOUR, False),
    }


def test_a_fact_stays_one_when_the_clock_goes_back() -> None:
    before = passed(due_date.followed(PLAN, (), OPENS), CLOSES)
    assert due_date.followed(PLAN, before, OPENS) == before

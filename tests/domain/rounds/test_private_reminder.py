"""How long before a close a member is reminded in private."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.rounds import private_reminder, round_wish
from bot.domain.rounds.settings import Customs

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("rest", "own", "usual"),
    [
        (7 * DAY, (), DAY),
        (2 * DAY, (), DAY),
        (30 * HOUR, (), HOUR),
        (2 * HOUR, (), HOUR),
        (36 * HOUR, (), DAY),
        (80 * MINUTE, (), 15 * MINUTE),
        (20 * MINUTE, (), 15 * MINUTE),
        (15 * MINUTE, (), None),
        (7 * DAY, (2 * DAY, 3 * HOUR), 2 * DAY),
        (DAY, (2 * DAY, 3 * HOUR), 3 * HOUR),
        (HOUR, (2 * DAY, 3 * HOUR), 15 * MINUTE),
    ],
)
def test_the_usual_length_leaves_half_as_much_time_before_it_as_after(
    rest: timedelta, own: tuple[timedelta, ...], usual: timedelta | None
) -> None:
    plan = replace(round_wish.usual(NOW, Customs()), closes_at=NOW + rest, reminders=own)
    assert private_reminder.usual(plan, NOW) == usual


def test_what_is_past_cannot_be_chosen() -> None:
    plan = replace(round_wish.usual(NOW, Customs()), closes_at=NOW + 4 * HOUR, reminders=(2 * HOUR, HOUR))
    assert private_reminder.leads(plan, NOW) == [3 * HOUR, 2 * HOUR, HOUR, 15 * MINUTE]

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.dates.clock import DateOrder
from bot.domain.entries import admission
from bot.domain.entries.admission import Circumstances
from bot.domain.header.field import Field
from bot.domain.problem import CountMismatch, WordsOff
from bot.domain.reading import manuscript
from bot.domain.rounds import round_wish
from bot.domain.rounds.round import Round
from bot.domain.rounds.settings import Customs
from bot.domain.text import word_rule
from bot.domain.text.conventions import Convention

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_nothing_has_to_be_settled() -> None:
    plan = round_wish.usual(NOW, Customs())
    assert (plan.rule, plan.convention) == (word_rule.exactly(100, "drabble"), Convention.AO3)
    assert plan.required == (Field.TITLE, Field.FANDOM, Field.RATING)
    clock = Customs().clock(NOW)
    assert (clock.zone_name, clock.assumed, clock.day_first) == (None, True, None)


def test_what_was_settled_is_usual() -> None:
    customs = Customs(rule=word_rule.between(100, 500), convention=Convention.WHITESPACE, required=(Field.PAIRING,))
    plan = round_wish.usual(NOW, customs)
    assert (plan.rule, plan.convention, plan.required) == (customs.rule, customs.convention, customs.required)


@pytest.mark.parametrize(
    ("zone", "order", "day_first"),
    [
        ("America/New_York", DateOrder.DAY_FIRST, True),
        ("Europe/London", DateOrder.MONTH_FIRST, False),
        ("America/New_York", DateOrder.LOCAL, False),
    ],
)
def test_a_settled_order_goes_before_that_of_the_place(zone: str, order: DateOrder, *, day_first: bool) -> None:
    assert Customs(zone_name=zone, date_order=order).clock(NOW).day_first is day_first


def test_a_story_is_judged_by_the_rounds_own_convention() -> None:
    """Five words to the Archive, six to a word processor."""
    story = manuscript.parse("Words: 6\n\nOne two - three four five")
    assert (story.counts[Convention.AO3], story.counts[Convention.WHITESPACE]) == (5, 6)
    circumstances = Circumstances(entries_already=0, age_restricted=False)
    ao3 = round_wish.usual(NOW, Customs(rule=word_rule.exactly(5), required=()))
    whitespace = round_wish.usual(
        NOW, Customs(rule=word_rule.exactly(5), convention=Convention.WHITESPACE, required=())
    )
    by_ao3, by_whitespace = (
        admission.admit(story, ao3, circumstances),
        admission.admit(story, whitespace, circumstances),
    )
    assert (by_ao3.problems, by_ao3.warnings) == ((), (CountMismatch(6, 5),))
    assert (by_whitespace.problems, by_whitespace.warnings) == ((WordsOff(6, whitespace.rule),), ())


@pytest.mark.parametrize(
    ("since", "reconciled_at", "missed_at", "followed"),
    [
        (None, NOW, None, False),
        (NOW, None, None, False),
        (NOW, NOW - HOUR, None, False),
        (NOW, NOW, None, True),
        (NOW - 2 * HOUR, None, None, True),
        (NOW - 2 * HOUR, None, NOW, False),
        (NOW - 2 * HOUR, NOW - HOUR, NOW, False),
        (NOW - 2 * HOUR, NOW, NOW - HOUR, True),
        (NOW, NOW - HOUR, NOW - 2 * HOUR, False),
    ],
)
def test_a_ledger_is_right_while_all_is_heard(
    since: datetime | None, reconciled_at: datetime | None, missed_at: datetime | None, *, followed: bool
) -> None:
    """The round opened an hour ago."""
    round_ = Round(
        id=1,
        guild_id=2,
        channel_id=3,
        plan=round_wish.usual(NOW - HOUR, Customs()),
        cancelled_at=None,
        paused=None,
        revision=1,
        dates=(),
        reconciled_at=reconciled_at,
        counted_at=None,
        missed_at=missed_at,
    )
    assert round_.is_followed(since) is followed

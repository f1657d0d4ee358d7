from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.dates.clock import Clock
from bot.domain.problem import DatePast, DateUnreadable, NotLater, PromptWordUnreadable, RefusedError, WordRuleUnknown
from bot.domain.rounds import round_wish
from bot.domain.rounds.round_wish import Wish
from bot.domain.rounds.settings import Customs
from bot.domain.text import word_rule

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
CLOCK = Clock(NOW, ZoneInfo("UTC"), assumed=False)
USUAL = round_wish.usual(NOW, Customs())
WEEK = round_wish.changed(USUAL, Wish(closes="in 7 days"), CLOCK)


def test_a_round_is_a_drabble_round_that_opens_now() -> None:
    assert (WEEK.opens_at, WEEK.closes_at) == (NOW, NOW + timedelta(days=7))
    assert WEEK.rule == word_rule.exactly(100, "drabble")
    assert WEEK.required == Customs().required


def test_what_is_left_out_stays() -> None:
    plan = round_wish.changed(WEEK, Wish(entries_each=3, hide_prompt=True), CLOCK)
    assert round_wish.changed(plan, Wish(), CLOCK) == plan
    assert round_wish.changed(plan, Wish(hide_prompt=False), CLOCK).under_cut is False


def test_a_prompt_word_stays_until_it_is_taken_back() -> None:
    plan = round_wish.changed(WEEK, Wish(count_title=True, prompt_word=" first  frost "), CLOCK)
    assert (plan.title_counts, plan.prompt_word) == (True, "first frost")
    assert round_wish.changed(plan, Wish(), CLOCK) == plan
    assert round_wish.changed(plan, Wish(prompt_word="-"), CLOCK).prompt_word is None


def test_all_that_is_unclear_is_said_at_once() -> None:
    with pytest.raises(RefusedError) as refused:
        round_wish.changed(USUAL, Wish(opens="someday", closes="yesterday", words="many", prompt_word="♥"), CLOCK)
    assert [type(problem) for problem in refused.value.problems] == [
        DateUnreadable,
        DatePast,
        WordRuleUnknown,
        PromptWordUnreadable,
    ]


def test_a_length_counts_from_the_opening_that_was_asked_for() -> None:
    plan = round_wish.changed(WEEK, Wish(opens="in 2 days", closes="3 days"), CLOCK)
    assert plan.closes_at == NOW + timedelta(days=5)


def test_in_an_open_round_a_length_counts_from_now() -> None:
    later = Clock(NOW + timedelta(days=3), CLOCK.zone, assumed=False)
    assert round_wish.changed(WEEK, Wish(closes="2 days"), later).closes_at == NOW + timedelta(days=5)


@pytest.mark.parametrize(
    ("closes", "end"),
    [
        ("2 days", datetime(2026, 3, 11, 12, tzinfo=UTC)),
        ("wednesday 8pm", datetime(2026, 3, 11, 20, tzinfo=UTC)),
        ("2026-03-20 20:00", datetime(2026, 3, 20, 20, tzinfo=UTC)),
    ],
)
def test_an_extension_counts_from_the_present_end(closes: str, end: datetime) -> None:
    assert round_wish.extended(WEEK, closes, CLOCK).closes_at == end


def test_an_extension_is_later() -> None:
    with pytest.raises(RefusedError) as refused:
        round_wish.extended(WEEK, "2026-03-05 20:00", CLOCK)
    assert refused.value.problems == (NotLater(WEEK.closes_at, datetime(2026, 3, 5, 20, tzinfo=UTC)),)


@pytest.mark.parametrize(
    ("zone", "day_first"),
    [
        ("UTC", None),
        ("Etc/GMT-2", None),
        ("Asia/Tokyo", False),
        ("Asia/Manila", False),
        ("Europe/London", True),
        ("America/New_York", False),
        ("America/Indiana/Knox", False),
        ("America/Sao_Paulo", True),
        ("America/Toronto", True),
    ],
)
def test_day_and_month_come_in_the_order_of_the_place(zone: str, *, day_first: bool | None) -> None:
    assert Clock(NOW, ZoneInfo(zone), assumed=False).day_first is day_first


def test_an_assumed_zone_has_no_name() -> None:
    assert Clock(NOW, ZoneInfo("UTC"), assumed=True).zone_name is None
    assert CLOCK.zone_name == "UTC"


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("10", 10), ("10 min", 10), ("half an hour", 30), ("2 days", 2880), ("1 Tag und 12 Stunden", 2160), ("off", 0)],
)
def test_the_time_after_the_close_is_a_length_and_a_number_alone_is_minutes(typed: str, minutes: int) -> None:
    plan = round_wish.changed(WEEK, Wish(grace=typed, late=typed), CLOCK)
    assert plan.grace == plan.late_for == timedelta(minutes=minutes)
    assert plan.taken_until == plan.closes_at + 2 * plan.grace
    assert round_wish.changed(plan, Wish(), CLOCK) == plan

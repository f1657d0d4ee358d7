"""A prompt as the bank keeps it, what a moderator looks for, and which is drawn."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from bot.domain.problem import PromptMissing, PromptTooLong, RefusedError, SetNameTooLong
from bot.domain.prompts import prompt, search, shipped
from bot.domain.prompts.prompt import Prompt, Use
from bot.domain.prompts.search import Search
from bot.domain.prompts.shipped import ShippedSet
from bot.domain.prompts.source import Draw, Order, Source

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Rain  ", "Rain"),
        ("Rain  \r\n\r\n\tSnow \n", "Rain\n\n\tSnow"),
        ("Rain\x00\x1b[0m", "Rain[0m"),
        ("Rain\u2028Snow", "Rain\nSnow"),
    ],
)
def test_what_nobody_sees_is_not_kept(typed: str, kept: str) -> None:
    assert prompt.tidied(typed) == kept
    assert prompt.tidied(kept) == kept


def test_all_that_is_in_the_way_is_said_at_once() -> None:
    assert prompt.in_bank(" My \n set ", " Rain ") == ("My set", "Rain")
    assert prompt.in_bank("", "Rain") == (prompt.USUAL_SET, "Rain")
    with pytest.raises(RefusedError) as refused:
        prompt.in_bank("s" * 61, "r" * 1_501)
    assert refused.value.problems == (SetNameTooLong("s" * 61, 60), PromptTooLong(1_501, 1_500))
    with pytest.raises(RefusedError) as refused:
        prompt.in_bank("", " \n\x00\N{ZERO WIDTH SPACE}")
    assert refused.value.problems == (PromptMissing(),)


def test_a_moderator_finds_by_set_words_and_use() -> None:
    rain = Prompt(1, 10, "Weather", "It RAINED.", None, ships=False, suggested_by=None, use=None)
    snow = Prompt(2, 10, "Weather", "Snow fell.", None, ships=False, suggested_by=None, use=Use(NOW, 3, "Snow"))
    tea = Prompt(3, 10, "Drinks", "Rain, and tea", None, ships=False, suggested_by=None, use=None)
    for wanted, ids in (
        (Search(), [1, 2, 3]),
        (Search(set_name="Weather"), [1, 2]),
        (Search(words="rain"), [1, 3]),
        (Search(used=True), [2]),
        (Search(used=False), [1, 3]),
        (Search(set_name="Weather", words="rain", used=False), [1]),
        (Search(words="hail"), []),
    ):
        assert [each.id for each in search.found([rain, snow, tea], wanted)] == ids


def test_a_draw_goes_by_its_chance_alone_and_reaches_every_place() -> None:
    draws = [Draw(1, Source(), f"interaction {number}", NOW) for number in range(600)]
    places = Counter(draw.place(6) for draw in draws)
    assert sorted(places) == list(range(6))
    assert min(places.values()) > 60
    assert [draw.place(6) for draw in draws] == [draw.place(6) for draw in draws]
    in_order = Draw(1, Source(order=Order.ADDED), "interaction 1", NOW)
    assert in_order.place(6) == 0


def test_a_shipped_set_has_a_name_and_says_what_it_is() -> None:
    text = "# Weather\n# All that falls from the sky.\n\nRain\n  Snow  \n\nHail, and #3\n"
    assert shipped.read(text) == ShippedSet("Weather", "All that falls from the sky.", ("Rain", "Snow", "Hail, and #3"))

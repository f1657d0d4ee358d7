from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.domain.entries import admission
from bot.domain.entries.admission import Circumstances
from bot.domain.header.rating import Rating
from bot.domain.problem import (
    CountMismatch,
    LastWordNotB,
    LinkAlone,
    NoStory,
    Problem,
    PromptWordMissing,
    RatingUnknown,
    SectionsOff,
    WordsOff,
)
from bot.domain.reading import manuscript
from bot.domain.reading.manuscript import Manuscript
from bot.domain.rounds import round_wish
from bot.domain.rounds.settings import Customs
from bot.domain.text import word_rule
from bot.domain.text.conventions import Convention

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
SHERLOCK, SERIES = (rule for rule in word_rule.FORMS if rule.form in {word_rule.SHERLOCK, word_rule.SERIES})


def of_sections(*numbers: int, between: str = "***") -> Manuscript:
    return manuscript.parse(f"\n\n{between}\n\n".join("tea " * number for number in numbers))


def problems(text: str, **changes: Any) -> Sequence[Problem]:
    """What is said of a text, in a round with these parts of its plan."""
    facts: dict[str, Any] = {"required": (), "rule": word_rule.ANYTHING}
    plan = replace(round_wish.usual(NOW, Customs()), **facts | changes)
    verdict = admission.admit(manuscript.parse(text), plan, Circumstances(0, age_restricted=False))
    return [*verdict.problems, *verdict.warnings]


@pytest.mark.parametrize("last", ["bee.", "“Bees!”", "*boat*", "—\n\n‘Bout", "tea b’ees…"])
def test_a_221b_ends_in_a_word_with_b(last: str) -> None:
    story = f"{'tea ' * (221 - len(last.replace('—', '').split()))}{last}"
    assert admission.word_problems(manuscript.parse(story), SHERLOCK) == []


def test_another_last_word_is_named_beside_a_number_that_is_off() -> None:
    read = manuscript.parse("a bee " * 110 + "“hums”.")
    assert admission.word_problems(read, SHERLOCK) == [LastWordNotB("221B", "hums")]
    read = manuscript.parse("A bee hums.")
    assert admission.word_problems(read, SHERLOCK) == [WordsOff(3, SHERLOCK), LastWordNotB("221B", "hums")]
    assert admission.word_problems(read, word_rule.exactly(3)) == []


@pytest.mark.parametrize("numbers", [(100,), (100, 100), (100,) * 7])
@pytest.mark.parametrize("between", ["***", "~", "o0o", "---", "#"])
def test_a_series_is_of_drabbles(numbers: tuple[int, ...], between: str) -> None:
    assert admission.word_problems(of_sections(*numbers, between=between), SERIES) == []


@pytest.mark.parametrize(
    ("numbers", "leniency", "fits"),
    [((100, 98), 0, False), ((99, 101), 0, False), ((300,), 0, False), ((98, 102, 98), 2, True), ((97, 100), 2, False)],
)
def test_every_section_of_a_series_is_looked_at(numbers: tuple[int, ...], leniency: int, *, fits: bool) -> None:
    rule = replace(SERIES, leniency=leniency)
    assert admission.word_problems(of_sections(*numbers), rule) == ([] if fits else [SectionsOff(numbers, rule)])


def test_a_section_is_counted_as_the_round_counts() -> None:
    read = manuscript.parse("– " * 2 + "tea " * 98 + "\n***\n" + "tea " * 100)
    assert admission.word_problems(read, SERIES, Convention.AO3) == [SectionsOff((98, 100), SERIES)]
    assert admission.word_problems(read, SERIES, Convention.WHITESPACE) == []


def test_a_title_that_counts_is_counted_everywhere() -> None:
    text = f"Title: Two words\nWords: 100\n\n{'tea ' * 98}"
    hundred = word_rule.exactly(100)
    assert problems(text, rule=hundred, title_counts=True) == []
    assert problems(text, rule=hundred) == [WordsOff(98, hundred), CountMismatch(100, 98)]
    assert problems(text.replace("100", "98"), title_counts=True) == [CountMismatch(98, 100)]
    series = f"{text}\n***\n{'tea ' * 100}".replace("Words: 100\n", "")
    assert problems(series, rule=SERIES, title_counts=True) == []
    assert problems(series, rule=SERIES) == [SectionsOff((98, 100), SERIES)]


def test_a_header_without_a_story_states_no_wrong_count() -> None:
    assert problems("Title: Tea\nWords: 100\n\n") == [NoStory()]


@pytest.mark.parametrize(
    ("story", "is_link"),
    [
        ("https://example.org/works/12", True),
        ("<http://example.org/works/12>", True),
        ("https://example.org/a https://example.org/b", True),
        ("https://example.org/a was all she wrote.", False),
        ("", False),
    ],
)
def test_a_link_is_told_where_the_story_would_be(story: str, *, is_link: bool) -> None:
    found = problems(f"Title: Tea\nRating: G\n\n{story}")
    assert (LinkAlone() in found) is is_link


def test_the_prompt_word_is_looked_for_in_the_story_alone() -> None:
    assert problems("Title: Rain\n\nTea.", prompt_word="rain") == [PromptWordMissing("rain")]
    assert problems("Title: Tea\n\nIt *rain*ed.", prompt_word="rain") == []
    assert PromptWordMissing("rain") not in problems("Title: Rain\n\n", prompt_word="rain")


@pytest.mark.parametrize(
    ("rating", "unknown"), [("banana", True), ("PG", False), ("not rated", False), ("N/A", False), ("", False)]
)
def test_a_rating_that_nobody_knows_is_said(rating: str, *, unknown: bool) -> None:
    said = problems(f"Title: Tea\nRating: {rating}\n\nIt rained.")
    assert said == ([RatingUnknown(rating)] if unknown else [])


def test_only_what_a_plan_asks_of_entries_is_compared() -> None:
    plan = round_wish.usual(NOW, Customs())
    assert plan.asks_the_same_as(
        replace(plan, title="Ice", prompt="Ice", opens_at=NOW, closes_at=NOW, under_cut=True, image_id=3)
    )
    assert not plan.asks_the_same_as(replace(plan, rule=word_rule.exactly(5)))
    assert not plan.asks_the_same_as(replace(plan, highest=Rating.TEEN))
    assert not plan.asks_the_same_as(replace(plan, prompt_word="ice", entries_per_member=9))

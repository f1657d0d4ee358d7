"""What a word rule admits, how far a story is from it, and how it is said."""

from dataclasses import replace

import pytest

from bot.domain.text import word_rule, written_word_rule
from bot.domain.text.word_rule import ANYTHING, AnyOf, WordRule, at_least, at_most, between, exactly, multiple_of
from bot.ui.wording import terms

DRABBLE = exactly(100, "drabble")
EITHER = word_rule.any_of([exactly(100), exactly(200)])


@pytest.mark.parametrize(
    ("rule", "admitted", "refused"),
    [
        (DRABBLE, [100], [0, 99, 101, 200]),
        (replace(DRABBLE, leniency=5), [95, 100, 105], [94, 106]),
        (at_most(1000), [1, 999, 1000], [1001]),
        (replace(at_most(1000), leniency=10), [1010], [1011]),
        (at_least(50), [50, 51, 60_000], [49]),
        (replace(at_least(50), leniency=1), [49], [48]),
        (between(100, 500), [100, 300, 500], [99, 501]),
        (replace(between(100, 500), leniency=2), [98, 502], [97, 503]),
        (multiple_of(100), [100, 200, 1000], [0, 1, 50, 99, 101, 150, 199]),
        (replace(multiple_of(100), leniency=3), [97, 103, 197, 203], [0, 3, 96, 104, 150]),
        (word_rule.sections(3, 100), [300], [0, 100, 200, 299, 301, 400]),
        (EITHER, [100, 200], [0, 99, 150, 199, 201, 300]),
        (word_rule.any_of([between(50, 60), replace(at_least(500))]), [50, 60, 500, 501], [49, 61, 499]),
        (ANYTHING, [0, 1, 60_000], []),
    ],
    ids=str,
)
def test_a_rule_admits_what_it_says(rule: WordRule, admitted: list[int], refused: list[int]) -> None:
    assert [words for words in admitted if not rule.admits(words)] == []
    assert [words for words in refused if rule.admits(words)] == []


@pytest.mark.parametrize(
    ("words", "off"), [(99, [-1]), (110, [10]), (149, [49]), (150, [50, -50]), (151, [-49]), (230, [30])]
)
def test_the_nearest_of_a_choice_is_what_is_missed(words: int, off: list[int]) -> None:
    assert word_rule.misses(EITHER, words) == off


def test_a_choice_has_each_count_once_and_by_its_name() -> None:
    assert word_rule.any_of([exactly(100), DRABBLE, exactly(100)]) == DRABBLE
    assert word_rule.any_of([DRABBLE, exactly(100), exactly(200)]) == AnyOf((DRABBLE, exactly(200)))
    assert word_rule.any_of([DRABBLE, ANYTHING]) == ANYTHING
    sherlock = exactly(221, word_rule.SHERLOCK)
    assert word_rule.any_of([sherlock, exactly(221)]) == AnyOf((sherlock, exactly(221)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("100", "exactly 100 words"),
        ("1", "exactly 1 word"),
        ("up to 1000", "at most 1,000 words"),
        ("at least 50", "at least 50 words"),
        ("100 +-5", "100 words, give or take 5"),
        ("100-500 +-5", "between 100 and 500 words, give or take 5"),
        ("about 100", "between 90 and 110 words"),
        ("x100", "a multiple of 100 words"),
        ("any", "any number of words"),
        ("drabble", "exactly 100 words (drabble)"),
        ("221B", "exactly 221 words, the last one starting with b (221B)"),
        ("221B +-1", "221 words, give or take 1, the last one starting with b (221B)"),
        ("drabble series", "sections of exactly 100 words each (drabble series)"),
        ("drabble series +-5", "sections of 100 words each, give or take 5 (drabble series)"),
        ("3 drabbles", "3 sections of exactly 100 words each"),
        ("ficlet +-9", "at most 999 words, give or take 9 (ficlet)"),
        ("100 or 200", "100 or 200 words"),
        ("100, 200 or 1k", "100, 200 or 1,000 words"),
        ("100 or 200 +-5", "100 or 200 words, give or take 5"),
        ("drabble or double drabble", "100 or 200 words (drabble or double drabble)"),
        ("drabble or 200", "exactly 100 words (drabble), or exactly 200 words"),
        ("100-200 or 500", "between 100 and 200 words, or exactly 500 words"),
        ("50-100, 200 or x500", "between 50 and 100 words, exactly 200 words, or a multiple of 500 words"),
        (
            "drabble or 221b",
            "exactly 100 words (drabble), or exactly 221 words, the last one starting with b (221B)",
        ),
    ],
)
def test_a_rule_is_said_in_plain_words(text: str, said: str) -> None:
    rule = written_word_rule.read(text)
    assert rule is not None
    assert terms.rule_text(rule) == said

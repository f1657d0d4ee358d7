from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.text import word_rule
from bot.domain.text.word_rule import ANYTHING, WordRule, at_least, at_most, between, exactly, multiple_of
from bot.ui.wording import terms

DRABBLE = exactly(100, "drabble")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("100", exactly(100)),
        ("100 words", exactly(100)),
        ("  Exactly   100  WORDS. ", exactly(100)),
        ("=100", exactly(100)),
        ("1 word", exactly(1)),
        ("100-500", between(100, 500)),
        ("100 – 500", between(100, 500)),
        ("100 to 500 words", between(100, 500)),
        ("between 100 and 500", between(100, 500)),
        ("500-100", between(100, 500)),
        ("100-100", exactly(100)),
        ("<= 1000", at_most(1000)),
        ("<=1000", at_most(1000)),
        ("≤ 1000", at_most(1000)),
        ("at most 1000", at_most(1000)),
        ("up to 1,000 words", at_most(1000)),
        ("max 1000", at_most(1000)),
        ("a maximum of 1000 words", at_most(1000)),
        ("minimum of 50", at_least(50)),
        ("between 100 & 500", between(100, 500)),
        ("1000 words or fewer", at_most(1000)),
        ("0-500", at_most(500)),
        ("100 -500", between(100, 500)),
        ("min 100 max 500", between(100, 500)),
        ("min. 100, max. 500 words", between(100, 500)),
        (">= 100, <= 500", between(100, 500)),
        ("at least 100 and at most 500", between(100, 500)),
        ("from 100 up to 500", between(100, 500)),
        ("max 500, min 100", between(100, 500)),
        ("1 000", exactly(1000)),
        ("1\u202f000 words", exactly(1000)),
        ("1.000", exactly(1000)),
        ("<= 10.000", at_most(10_000)),
        ("500-1.000", between(500, 1000)),
        ("1 000 - 2 000", between(1000, 2000)),
        ("1.000 +-1.000", replace(exactly(1000), leniency=1000)),
        ("< 1000", at_most(999)),
        ("under 1,000", at_most(999)),
        (">= 50", at_least(50)),
        ("at least 50", at_least(50)),
        ("min 50", at_least(50)),
        ("50+", at_least(50)),
        ("50+ words", at_least(50)),
        ("> 50", at_least(51)),
        ("x100", multiple_of(100)),
        ("multiple of 100", multiple_of(100)),
        ("multiples of 100 words", multiple_of(100)),
        ("100s", multiple_of(100)),
        ("any", ANYTHING),
        ("anything", ANYTHING),
        ("No limit", ANYTHING),
        ("any number of words", ANYTHING),
        (">= 0", ANYTHING),
        ("x1", ANYTHING),
        ("any +-5", ANYTHING),
        ("exactly 100 +-5", replace(exactly(100), leniency=5)),
        ("100 ± 5", replace(exactly(100), leniency=5)),
        ("100 words, +/- 5 words", replace(exactly(100), leniency=5)),
        ("between 100 and 500 words, give or take 5", replace(between(100, 500), leniency=5)),
        ("x100 +-2", replace(multiple_of(100), leniency=2)),
        ("drabble +-5", replace(DRABBLE, leniency=5)),
        ("100 +-0", exactly(100)),
    ],
)
def test_a_rule_is_read_as_people_write_it(text: str, rule: WordRule) -> None:
    assert word_rule.read(text) == rule


@pytest.mark.parametrize(
    ("names", "low", "high", "step"),
    [
        (("drabble", "Drabble", "a drabble", "drabbles"), 100, 100, 1),
        (("half-drabble", "half drabble", "Half a Drabble"), 50, 50, 1),
        (("55 fiction", "55-fiction", "fifty-five fiction"), 55, 55, 1),
        (("drabble-and-a-half", "drabble and a half", "sesquidrabble"), 150, 150, 1),
        (("double drabble", "Double Drabbles"), 200, 200, 1),
        (("221B", "221b"), 221, 221, 1),
        (("triple drabble",), 300, 300, 1),
        (("pentadrabble",), 500, 500, 1),
        (("drabble series", "series of drabbles"), 0, None, 100),
        (("ficlet",), 0, 999, 1),
    ],
)
def test_forms_are_known_by_name(names: tuple[str, ...], low: int, high: int | None, step: int) -> None:
    rules = {word_rule.read(name) for name in names}
    assert rules == {WordRule(low, high, step, form=names[0])}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "banana",
        "0",
        "-5",
        "<= 0",
        "< 1",
        "x0",
        "one hundred",
        "100 bananas",
        "10%",
        "100 +- 5 +- 5",
        "100-200-300",
        "100 -5",
        "100 –5 words",
        "min 500 max 100",
        "max 100 min 500",
        "1.5",
        "1.0000",
        "0.100",
        "50 100",
        "1 00",
        "100001",
        "<= 1,000,000",
        "100 +-100001",
        "9" * 5000,
    ],
)
def test_what_makes_no_sense_is_no_rule(text: str) -> None:
    assert word_rule.read(text) is None


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
        (ANYTHING, [0, 1, 60_000], []),
    ],
    ids=str,
)
def test_a_rule_admits_what_it_says(rule: WordRule, admitted: list[int], refused: list[int]) -> None:
    assert [words for words in admitted if not rule.admits(words)] == []
    assert [words for words in refused if rule.admits(words)] == []


numbers = st.integers(1, word_rule.MOST)
bare_rules = st.one_of(
    st.sampled_from([*word_rule.FORMS]),
    numbers.map(exactly),
    numbers.map(at_most),
    numbers.map(at_least),
    numbers.map(multiple_of),
    st.tuples(numbers, numbers).map(lambda ends: between(*ends)),
)


def with_leniency(rule: WordRule, leniency: int) -> WordRule:
    return rule if rule == ANYTHING else replace(rule, leniency=leniency)


rules = st.just(ANYTHING) | st.builds(with_leniency, bare_rules, st.integers(0, word_rule.MOST))


@given(rules)
@settings(max_examples=150, deadline=None)
def test_a_stored_rule_is_read_back_as_it_was(rule: WordRule) -> None:
    assert word_rule.read(str(rule)) == rule


@given(rules)
@settings(max_examples=100, deadline=None)
def test_what_we_say_of_a_rule_can_be_typed_in(rule: WordRule) -> None:
    assert word_rule.read(terms.rule_text(replace(rule, form=None))) == replace(rule, form=None)


@given(st.text(max_size=30) | st.text("0123456789<>=+-±x, words", max_size=20))
@example("５０")
@example("<0")
@settings(max_examples=150, deadline=None)
def test_any_text_is_a_sound_rule_or_none(text: str) -> None:
    rule = word_rule.read(text)
    if rule is not None:
        assert word_rule.read(str(rule)) == rule
        assert any(rule.admits(words) for words in (rule.low, rule.high or rule.step, rule.step))


def test_a_rule_by_number_is_not_called_by_a_forms_name() -> None:
    assert word_rule.read("100") != word_rule.read("drabble")
    assert str(word_rule.read("100")) == "100"
    assert str(word_rule.read("Drabbles")) == "drabble"


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("100", ["100", "<= 100", ">= 100", "x100"]),
        ("half", ["half-drabble", "drabble-and-a-half"]),
        ("drabble +-5", ["drabble +-5"]),
        ("sesqui", ["drabble-and-a-half"]),
        ("fic", ["55 fiction", "ficlet"]),
        ("x", ["x100"]),
        ("MAX", ["<= 1000"]),
        ("min", [">= 50"]),
        ("at", [">= 50", "<= 1000"]),
        ("banana", []),
    ],
)
def test_suggestions_begin_with_what_was_typed(typed: str, spelled: list[str]) -> None:
    assert [str(rule) for rule in word_rule.suggestions(typed)] == spelled


def test_suggestions_for_nothing_typed_show_every_form_and_every_shape() -> None:
    found = word_rule.suggestions(" ")
    assert set(word_rule.FORMS) < set(found)
    assert {"100-500", "<= 1000", ">= 50", "x100", "any"} < {str(rule) for rule in found}
    assert len(found) <= 25


def test_suggestions_put_the_exact_form_first() -> None:
    assert word_rule.suggestions("drabble")[0] == DRABBLE
    assert len(word_rule.suggestions("drabble")) > 5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("100", "exactly 100 words"),
        ("1", "exactly 1 word"),
        ("<= 1000", "at most 1,000 words"),
        (">= 50", "at least 50 words"),
        ("100-500 +-5", "between 100 and 500 words, give or take 5"),
        ("x100", "a multiple of 100 words"),
        ("any", "any number of words"),
        ("drabble", "exactly 100 words (drabble)"),
        ("221B", "exactly 221 words, the last one starting with b (221B)"),
        ("221B +-1", "exactly 221 words, give or take 1, the last one starting with b (221B)"),
        ("drabble series", "sections of exactly 100 words each (drabble series)"),
        ("drabble series +-5", "sections of exactly 100 words each, give or take 5 (drabble series)"),
        ("ficlet +-9", "at most 999 words, give or take 9 (ficlet)"),
    ],
)
def test_a_rule_is_said_in_plain_words(text: str, said: str) -> None:
    rule = word_rule.read(text)
    assert rule is not None
    assert terms.rule_text(rule) == said

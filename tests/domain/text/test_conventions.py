import json
import unicodedata

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.text import ao3_words, conventions
from bot.domain.text.conventions import Convention
from tests.beside import POSTS
from tests.growth import is_in_proportion

CASES = POSTS / "wordcount.json"

AO3_WORD = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]"
    r"|[[\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}]--[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]]+",
    regex.VERSION1,
)
"""The convention as it is written down, for a regex engine that knows scripts."""


def numbers(text: str) -> list[int]:
    counts = conventions.count(text)
    return [counts[Convention.AO3], counts[Convention.WHITESPACE], counts[Convention.HYPHENS_SPLIT]]


@pytest.mark.parametrize(
    ("text", "ao3", "whitespace", "hyphens_split"),
    [
        ("", 0, 0, 0),
        (" \n\t ", 0, 0, 0),
        ("Tea, then rain.", 3, 3, 3),
        ("the mother-in-law's well-worn hat", 4, 4, 7),
        ("tea -- no -- rain", 3, 5, 3),
        ("tea--rain—wind", 3, 1, 3),
        ("well-worn—and half-", 3, 2, 4),
        ("’twas rock ‘n’ roll", 4, 4, 4),
        ("- ' -", 0, 3, 0),
        ("a_b and ___", 3, 3, 3),
        ("50/50 at 7:45", 5, 3, 5),
        ("cafe\u0301 ♥ noir", 2, 3, 2),
        ("東京Tower", 3, 1, 3),
        ("ラーメン", 4, 1, 4),
        ("ชา", 2, 1, 2),
        ("half ½ Ⅳ", 2, 3, 2),
    ],
)
def test_words_of_plain_text(text: str, ao3: int, whitespace: int, hyphens_split: int) -> None:
    assert conventions.count(text).keys() == set(Convention)
    assert numbers(text) == [ao3, whitespace, hyphens_split]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("She kept a bee.", "bee"),
        ("“It is only b—b’ees!” — …", "bees"),
        ("well-being", "wellbeing"),
        ("tea in 東京", "京"),
        ("- ' -", ""),
        ("", ""),
    ],
)
def test_the_last_word_is_without_the_marks_around_it(text: str, last: str) -> None:
    assert ao3_words.last(text) == last


def test_every_shared_case() -> None:
    if not CASES.exists():
        pytest.skip("the shared posts are not here")
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    counted = [(case, conventions.count(case["text"])) for case in cases]
    assert cases
    assert [
        case["text"]
        for case, counts in counted
        if (counts[Convention.AO3], counts[Convention.WHITESPACE]) != (case["ao3"], case["whitespace"])
    ] == []


@settings(max_examples=200)
@given(st.text(st.characters(exclude_categories=["Cn", "Cs"]) | st.sampled_from("'’‘-— aé東テ_")))
def test_ao3_counts_as_the_convention_is_written_down(text: str) -> None:
    told = AO3_WORD.findall(regex.sub("['’‘-]", "", text.replace("--", "—")))
    assert conventions.by_ao3(text) == len(told)


@settings(max_examples=100)
@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("'’‘-— aé東テ_")))
def test_the_last_word_is_the_last_that_is_counted(text: str) -> None:
    last = ao3_words.last(text)
    assert bool(last) == bool(conventions.by_ao3(text))
    assert conventions.by_ao3(last) == bool(last)
    assert conventions.by_ao3(f"{text} -- {last}") == conventions.by_ao3(text) + bool(last)


def test_each_character_is_of_the_kind_that_unicode_says() -> None:
    assigned = (chr(code) for code in range(0x3400) if unicodedata.category(chr(code)) not in {"Cn", "Cs"})
    odd = [
        character
        for character in assigned
        if character not in ao3_words.DELETED
        and conventions.by_ao3(f"a {character}") != 1 + bool(AO3_WORD.match(character))
    ]
    assert odd == []


def test_a_million_words_are_counted_like_a_few() -> None:
    text = "Tea’s ready--the well-worn kettle sang " * 170_000
    assert numbers(text) == [170_000 * 6, 170_000 * 5, 170_000 * 7]
    assert is_in_proportion(conventions.count, text[: len(text) // 4], within=2)

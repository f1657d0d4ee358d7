"""The prompts that are shipped: enough, short enough, and no two of them alike."""

import re
import unicodedata
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from bot.domain.text import prompt_word

FILES = sorted((Path(__file__).parents[2] / "data" / "prompts").glob("*.txt"))
HEAD = re.compile(r"# \S.*")

FEWEST = 300
FEWEST_IN_A_SET = 40
LONGEST = 200

ALIKE = 72
"""Of 100. The closest of ours that say different things are at 70; a line said again in other words is above 74."""


def lines_of(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def prompts_of(file: Path) -> list[str]:
    return [line for line in lines_of(file)[2:] if line]


@cache
def plain(prompt: str) -> str:
    return " ".join(prompt_word.words_of(prompt))


def is_short(prompt: str) -> bool:
    """True if it is too short for a likeness to say much."""
    return len(plain(prompt).split()) < 3


def alike(one: str, other: str) -> bool:
    if is_short(one) and is_short(other):
        return prompt_word.appears(one, other) or prompt_word.appears(other, one)
    return fuzz.token_sort_ratio(plain(one), plain(other)) >= ALIKE


PROMPTS = [prompt for file in FILES for prompt in prompts_of(file)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_set_has_a_name_a_purpose_and_enough_prompts(file: Path) -> None:
    name, purpose, *prompts = lines_of(file)
    assert HEAD.fullmatch(name)
    assert HEAD.fullmatch(purpose)
    assert not [line for line in prompts if line.startswith("#")]
    assert len(prompts_of(file)) >= FEWEST_IN_A_SET


def test_there_are_enough_for_years() -> None:
    assert len(PROMPTS) >= FEWEST


def test_a_prompt_is_one_short_clean_line() -> None:
    assert not [prompt for prompt in PROMPTS if len(prompt) > LONGEST]
    assert not [prompt for prompt in PROMPTS if prompt != unicodedata.normalize("NFC", " ".join(prompt.split()))]


def test_no_prompt_comes_twice() -> None:
    told: dict[str, str] = {}
    assert not [
        (again, prompt) for prompt in PROMPTS if (again := told.setdefault(plain(prompt), prompt)) is not prompt
    ]


def test_no_two_prompts_are_alike() -> None:
    assert not [(one, other) for one, other in combinations(PROMPTS, 2) if alike(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The dog came back first.", "First, the DOG came back!"),
        ("It rained, and nobody went in.", "It rained and no one went inside."),
        ("A heist in which something is put back.", "A heist story in which the thieves put something back."),
        ("They made room on the bench.", "So they made some room for us on the bench."),
        ("We gave the dog your name.", "We named the dog after you."),
        ("A cave with a doormat.", "a cave which has a doormat"),
        ("Stowaway", "Stowaways"),
        ("Eavesdropping", "They eavesdropped"),
    ],
)
def test_a_prompt_in_other_words_is_alike(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Every sentence has a colour in it.", "Every sentence asks a question."),
        ("I was promised a horse.", "“No,” said the horse."),
        ("Ferry", "Ferryman"),
        ("Spare", "Spark"),
    ],
)
def test_what_shares_some_words_is_not_alike(one: str, other: str) -> None:
    assert not alike(one, other)

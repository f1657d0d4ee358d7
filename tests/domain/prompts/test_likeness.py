"""Which prompts are shown beside each other."""

import time
from typing import Any

import pytest
from rapidfuzz import fuzz, process, utils

from bot.domain.prompts.likeness import LEAST, Known, Twin
from tests import yardstick

RAIN = "It was raining when the letter came."


@pytest.mark.parametrize(
    "text",
    [
        RAIN,
        "it was raining when the letter came",
        "  It was  raining, when the letter came!",
        "IT WAS RAINING\nWHEN THE LETTER CAME",
        "“It was raining when the letter came.”",
    ],
)
def test_the_same_words_are_a_double(text: str) -> None:
    assert Known([RAIN]).twin(text) == Twin(RAIN, is_double=True)


@pytest.mark.parametrize(
    "text",
    [
        "When the letter came, it was raining.",
        "It was raining when the letters came.",
        "It was not raining when the letter came.",
        "It was rainning when the leter came.",
    ],
)
def test_nearly_the_same_words_are_alike(text: str) -> None:
    assert Known(["Snow fell.", RAIN, "Hail"]).twin(text) == Twin(RAIN, is_double=False)


@pytest.mark.parametrize(
    "text", ["Rain", "It was raining.", "Write about the rain that came with a letter", "A letter came.", "🌧", "雨"]
)
def test_a_shared_word_is_not_enough(text: str) -> None:
    assert Known([RAIN]).twin(text) is None


def test_signs_alone_are_compared_as_they_are() -> None:
    known = Known(["🌧🌧", "…", "雨の日"])
    assert known.twin("🌧🌧") == Twin("🌧🌧", is_double=True)
    assert known.twin("⛄") is None
    assert known.twin("雨の日") == Twin("雨の日", is_double=True)
    assert known.twin("e\u0301t\u00e9") is None
    known.add("\u00e9t\u00e9")
    assert known.twin("e\u0301t\u00e9") == Twin("\u00e9t\u00e9", is_double=True)


def test_the_likest_is_named_whatever_its_length() -> None:
    texts = [f"{'very ' * number}cold rain" for number in range(12)]
    for text in ("very very cold rain today", "rain, cold very", "very cold rains"):
        scores = {each: fuzz.token_sort_ratio(text, each, processor=utils.default_process) for each in texts}
        best = max(scores.values())
        found = Known(texts).twin(text)
        assert (found is not None) == (best >= LEAST)
        if found is not None:
            assert scores[found.text] == best


def test_nothing_is_like_anything_in_an_empty_bank() -> None:
    assert Known().twin("Rain") is None
    assert Known(["Rain"]).twin("") is None


def test_no_comparison_of_many_long_prompts_keeps_others_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """While the library compares, no other thread has a turn; between two goes any may have one."""
    letters = [chr(0x4E00 + number * 7 % 3_000) for number in range(1_400)]
    known = Known([f"{''.join(letters)}{number:04}{''.join(letters[: number % 90])}" for number in range(2_000)])
    compare: Any = process.extractOne
    goes: list[tuple[int, float]] = []

    def watched(wanted: str, texts: list[str], **options: Any) -> Any:
        began = time.thread_time()
        found = compare(wanted, texts, **options)
        goes.append((len(texts), time.thread_time() - began))
        return found

    monkeypatch.setattr(process, "extractOne", watched)
    assert known.twin("".join(reversed(letters))) is None
    assert sum(texts for texts, _ in goes) == 2_000
    slowest = max(took for _, took in goes)
    assert slowest < yardstick.LONGEST_STEP or slowest < yardstick.LONGEST_STEP * yardstick.pace()

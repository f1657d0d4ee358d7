"""Which prompts are shown beside each other."""

import threading
import time

import pytest
from rapidfuzz import fuzz, utils

from bot.domain.prompts.likeness import LEAST, Known, Twin

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


def test_others_have_their_turn_while_many_long_prompts_are_compared() -> None:
    letters = [chr(0x4E00 + number * 7 % 3_000) for number in range(1_400)]
    known = Known([f"{''.join(letters)}{number:04}{''.join(letters[: number % 90])}" for number in range(2_000)])
    over, turns = threading.Event(), list[bool]()

    def waits() -> None:
        while not over.is_set():
            turns.append(True)
            time.sleep(0)

    other = threading.Thread(target=waits)
    other.start()
    turns.clear()
    assert known.twin("".join(reversed(letters))) is None
    taken = len(turns)
    over.set()
    other.join()
    assert taken > 2, "others may have a turn after each hundred texts, of two thousand"

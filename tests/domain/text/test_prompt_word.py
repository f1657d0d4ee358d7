import pytest

from bot.domain.text import prompt_word
from tests.growth import is_in_proportion


@pytest.mark.parametrize(
    ("phrase", "story"),
    [
        ("rain", "It RAINED."),
        ("raining", "Then rain."),
        ("rain", "a rain-soaked hat"),
        ("storm", "the storm’s eye"),
        ("dying", "They die."),
        ("first frost", "The first frosts\ncame."),
        ("break a promise", "breaking—a ‘promise’"),
        ("don't", "I don’t know."),
        ("café", "two cafe\u0301s"),
        ("Regen", "Der Regen kam."),
        ("дождь", "Опять дождь."),
        ("rain & wind", "rain, wind"),
    ],
)
def test_a_story_has_the_word_in_any_of_its_forms(phrase: str, story: str) -> None:
    assert prompt_word.appears(phrase, story)


@pytest.mark.parametrize(
    ("phrase", "story"),
    [
        ("rain", "The train came."),
        ("rain", "brains"),
        ("run", "She ran."),
        ("first frost", "Frost first, the first snow, then frost"),
        ("frost", ""),
        ("first frost", "the first"),
    ],
)
def test_other_words_are_other_words(phrase: str, story: str) -> None:
    assert not prompt_word.appears(phrase, story)


@pytest.mark.parametrize(
    ("typed", "phrase"), [("  first \n frost ", "first frost"), ("7", "7"), ("♥", None), ("...", None), (" ", None)]
)
def test_a_phrase_has_a_word_in_it(typed: str, phrase: str | None) -> None:
    assert prompt_word.read(typed) == phrase


@pytest.mark.parametrize(
    "story",
    ["rain" * 15_000, "r " * 30_000, "r'" * 30_000, " ".join(f"r{number}ing" for number in range(7_000))],
    ids=["one word", "one letter", "apostrophes", "all different"],
)
def test_no_story_makes_it_slow(story: str) -> None:
    def appears(story: str) -> object:
        return prompt_word.appears("r r " * 12 + "rx", story)

    assert is_in_proportion(appears, story, within=2)

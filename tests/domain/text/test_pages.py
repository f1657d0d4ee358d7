import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.text import pages
from tests.growth import is_in_proportion


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


PROSE = "One two three. Four five six! Seven eight? Nine.\n\nTen. “Eleven twelve.” Thirteen\nfourteen. "


@given(
    st.text(max_size=300) | st.lists(st.sampled_from([*PROSE, PROSE, "😀", "e\u0301"])).map("".join),
    st.integers(8, 60),
    st.integers(8, 60),
)
@settings(max_examples=200)
def test_pages_rejoin_to_the_text_and_none_is_too_long_or_empty(text: str, first: int, rest: int) -> None:
    found = pages.split(text, first, rest)
    assert "".join(found) == text
    assert units(found[0]) <= first
    assert all(units(page) <= rest for page in found[1:])
    assert all(found) or found == ("",)


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("", 10, ("",)),
        ("short", 10, ("short",)),
        ("exactly 10", 10, ("exactly 10",)),
        ("Aaa bbb.\n\nCcc. Ddd eee.", 20, ("Aaa bbb.\n\n", "Ccc. Ddd eee.")),
        ("Aaa bbb.\n\nCcc. Ddd\neee fff", 20, ("Aaa bbb.\n\n", "Ccc. Ddd\neee fff")),
        ("Aaa bbb\nccc. ddd eee", 18, ("Aaa bbb\n", "ccc. ddd eee")),
        ("Aaa bbb. Ccc ddd eee", 18, ("Aaa bbb. ", "Ccc ddd eee")),
        ("“Aaa bbb.” Ccc ddd eee", 18, ("“Aaa bbb.” ", "Ccc ddd eee")),
        ("aaa bbb ccc ddd", 10, ("aaa bbb ", "ccc ddd")),
        ("aaaaabbbbbccccc", 5, ("aaaaa", "bbbbb", "ccccc")),
        ("あああ。いいい。うう", 9, ("あああ。いいい。", "うう")),
    ],
)
def test_a_page_ends_at_the_longest_pause(text: str, limit: int, expected: tuple[str, ...]) -> None:
    assert pages.split(text, limit, limit) == expected


def test_the_first_page_may_be_shorter_than_the_others() -> None:
    assert pages.split("aaa bbb ccc ddd eee", 4, 12) == ("aaa ", "bbb ccc ddd ", "eee")


def test_a_pause_that_leaves_most_of_the_page_empty_is_passed_over() -> None:
    heading, paragraph = "I\n\n", "word " * 30
    assert pages.split(heading + paragraph, 100, 100)[0] == heading + "word " * 19


def test_white_space_goes_with_the_page_before() -> None:
    found = pages.split("Aaaa bbbb.     Cccc dddd.", 16, 16)
    assert found == ("Aaaa bbbb.     ", "Cccc dddd.")
    assert pages.split("Aaaa bbbb cccc   dddd", 15, 15) == ("Aaaa bbbb ", "cccc   dddd")


@pytest.mark.parametrize(
    "character",
    ["😀", "e\u0301\u0323", "👩\u200d👩\u200d👧", "👍🏽", "🇳🇿", "❤\ufe0f", "กี้"],
    ids=ascii,
)
def test_what_is_seen_as_one_character_stays_whole(character: str) -> None:
    text = character * 40
    for limit in range(units(character), units(character) + 12):
        assert all(len(page) % len(character) == 0 for page in pages.split(text, limit, limit))


def test_a_letter_under_a_mountain_of_accents_is_split_after_all() -> None:
    text = "e" + "\u0301" * 50
    assert pages.split(text, 20, 20) == (text[:20], text[20:40], text[40:])
    assert unicodedata.combining(text[1])


@pytest.mark.parametrize("piece", ["a", " ", "a ", "\n", '"', "🇳", "\u0301", "Oh. "], ids=ascii)
def test_time_grows_with_the_text_alone(piece: str) -> None:
    def split(text: str) -> object:
        return pages.split(text, 2000, 4000)

    assert is_in_proportion(split, piece * 60_000, within=2)

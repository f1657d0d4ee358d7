"""What a story's header names, taken apart."""

import pytest

from bot.domain.header import header
from bot.domain.tags import tag
from bot.domain.tags.tag import TagKind


def names(lines: str, kind: TagKind) -> list[str]:
    return [each.name for each in tag.of(header.from_lines(lines)) if each.kind is kind]


def keys(lines: str, kind: TagKind) -> list[str]:
    return [each.key for each in tag.of(header.from_lines(lines)) if each.kind is kind]


def test_each_kind_has_its_own() -> None:
    lines = "Fandom: Harbour Lights / Woods\nPairing: Ana/Ben\nCharacters: Cleo, Dan\nRating: PG\nWarnings: gore"
    assert names(lines, TagKind.FANDOM) == ["Harbour Lights", "Woods"]
    assert names(lines, TagKind.PAIRING) == ["Ana/Ben"]
    assert names(lines, TagKind.CHARACTER) == ["Cleo", "Dan"]
    assert keys(lines, TagKind.RATING) == ["general"]
    assert names(lines, TagKind.WARNING) == ["gore"]


def test_what_is_not_rated_says_so() -> None:
    assert keys("Title: Ash", TagKind.RATING) == ["not_rated"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Ana/Ben", "ben / ana", True), ("Ana/Ben", "Ana & Ben", False), ("Ana/Ben", "Ana/Ben/Cleo", False)],
)
def test_a_pairing_is_the_same_whoever_comes_first(one: str, other: str, same: bool) -> None:
    found = [keys(f"Pairing: {each}", TagKind.PAIRING) for each in (one, other)]
    assert (found[0] == found[1]) is same


def test_the_same_tag_twice_is_one() -> None:
    assert names("Fandom: Woods\nFandom: WOODS!", TagKind.FANDOM) == ["Woods"]

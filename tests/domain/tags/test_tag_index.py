"""The tags of a server: their names, what is offered, and what is nearly the same."""

import random

import pytest

from bot.domain.tags import tag, tag_index
from bot.domain.tags.tag import TagKind
from bot.domain.tags.tag_index import Naming, UsedTag
from tests import yardstick
from tests.growth import is_done_within

FANDOM = TagKind.FANDOM


def used(**stories: int) -> list[tuple[tag.Tag, int]]:
    return [(tag.worded(FANDOM, name.replace("_", " ")), count) for name, count in stories.items()]


def naming(old: str, name: str) -> Naming:
    one, other = tag_index.named(FANDOM, old), tag_index.named(FANDOM, name)
    return Naming(FANDOM, one.key, other.key, name, old)


def shown(*namings: Naming, **stories: int) -> list[tuple[str, int]]:
    return [(each.name, each.stories) for each in tag_index.listed(used(**stories), namings)]


def test_a_tag_is_called_as_it_is_written_most_often() -> None:
    assert shown(woods=1, Woods=3, Harbour=2) == [("Woods", 4), ("Harbour", 2)]


def test_what_is_called_like_another_is_counted_to_it() -> None:
    assert shown(naming("Wods", "Woods"), Wods=1, Woods=3) == [("Woods", 4)]
    assert shown(naming("Wods", "Wodds"), naming("Wodds", "Woods"), Wods=1, Wodds=1, Woods=1) == [("Woods", 3)]
    assert shown(naming("woods", "WOODS"), Woods=3) == [("WOODS", 3)]
    assert shown(naming("HL", "Harbour Lights"), HL=2) == [("Harbour Lights", 2)]


def test_names_that_go_in_a_circle_hold_nobody_up() -> None:
    assert [count for _, count in shown(naming("A", "B"), naming("B", "A"), A=1, B=2)] in ([3], [2, 1])


def offered(typed: str, **stories: int) -> list[str]:
    return [each.name for each in tag_index.offered(tag_index.listed(used(**stories), ()), typed, 25)]


def test_what_begins_like_it_comes_first_then_what_has_it_then_what_is_nearly_it() -> None:
    stories = {"The_Harbour": 9, "Harbour_Lights": 1, "Harbor": 3, "Woods": 20}
    assert offered("", **stories) == ["Woods", "The Harbour", "Harbor", "Harbour Lights"]
    assert offered("harbour", **stories)[:2] == ["Harbour Lights", "The Harbour"]
    assert offered("Harbuor Lights", **stories)[0] == "Harbour Lights"
    assert offered("%", **stories) == []


@pytest.mark.parametrize("typed", ["hary", "hary pot", "potetr", "prisnoer of"])
def test_a_slip_in_the_beginning_of_a_long_name_is_no_hindrance(typed: str) -> None:
    assert offered(typed, Woods=20, Harry_Potter_and_the_Prisoner_of_Azkaban=1) == [
        "Harry Potter and the Prisoner of Azkaban"
    ]


@pytest.mark.parametrize("typed", ["Kirk/Sp", "Spock/Kirk", "spock/ki", "kirk / spock"])
def test_a_pairing_is_offered_whoever_is_named_first(typed: str) -> None:
    pairings = [(tag_index.named(TagKind.PAIRING, name), 1) for name in ("Kirk/McCoy", "Kirk/Spock", "Ana & Ben")]
    assert tag_index.offered(tag_index.listed(pairings, ()), typed, 25)[0].name == "Kirk/Spock"


@pytest.mark.parametrize("slip", ["Harbor_Lights", "Arbour_Lights", "Harbour_Light", "Harbuor_Lights"])
def test_a_slip_is_seen_wherever_it_is(slip: str) -> None:
    found = tag_index.alike(tag_index.listed(used(Harbour_Lights=5, Woods=3, **{slip: 1}), ()))
    assert [(pair.rare.name, pair.usual.name) for pair in found] == [(slip.replace("_", " "), "Harbour Lights")]


def many(count: int) -> tuple[UsedTag, ...]:
    chance = random.Random(7)  # noqa: S311 - no secret
    letters = "abcdefghijklmnoprstuvw"
    words = ["".join(chance.choices(letters, k=chance.randrange(4, 11))) for _ in range(3_000)]
    names = {" ".join(chance.choices(words, k=chance.randrange(1, 4))) for _ in range(count)}
    return tag_index.listed([(tag.worded(FANDOM, name), 1) for name in names], ())


@pytest.mark.parametrize("typed", ["", "ab", "zzzzzz", "abcd efgh ijkl"])
def test_ten_thousand_tags_are_offered_from_in_a_moment(typed: str) -> None:
    tags = many(10_000)
    assert is_done_within(yardstick.LONGEST_STEP, tag_index.offered, tags, typed, 25)

from collections.abc import Callable, Sequence

import pytest

from bot.domain.header import header, people, warning
from bot.domain.header.people import Pairing
from bot.domain.header.warning import Warnings
from bot.domain.reading import manuscript
from tests.growth import is_in_proportion


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Mona/Tobias", [Pairing("Mona/Tobias", ("Mona", "Tobias"), romantic=True)]),
        ("Mona & Ruth", [Pairing("Mona & Ruth", ("Mona", "Ruth"), romantic=False)]),
        (
            "Mona/Tobias, Ruth & Ben (past)",
            [
                Pairing("Mona/Tobias", ("Mona", "Tobias"), romantic=True),
                Pairing("Ruth & Ben (past)", ("Ruth", "Ben"), romantic=False),
            ],
        ),
        ("mona/tobias. mona/ruth.", [
            Pairing("mona/tobias", ("mona", "tobias"), romantic=True),
            Pairing("mona/ruth", ("mona", "ruth"), romantic=True),
        ]),
        ("Mona x Tobias", [Pairing("Mona x Tobias", ("Mona", "Tobias"), romantic=True)]),
        ("Mona/Ruth/Ben", [Pairing("Mona/Ruth/Ben", ("Mona", "Ruth", "Ben"), romantic=True)]),
        ("Dr. Salt/J.D.", [Pairing("Dr. Salt/J.D.", ("Dr. Salt", "J.D."), romantic=True)]),
        ("[Mona/Ruth]", [Pairing("[Mona/Ruth]", ("Mona", "Ruth"), romantic=True)]),
        ("Gender/Generation", [Pairing("Gender/Generation", ("Gender", "Generation"), romantic=True)]),
        ("gen", []),
        ("N/A", []),
        ("Mona", []),
    ],
)  # fmt: skip
def test_pairings(value: str, expected: list[Pairing]) -> None:
    assert people.pairings([value]) == tuple(expected)


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Mona, Tobias and Ruth", ("Mona", "Tobias", "Ruth")),
        ("mona. tobias.", ("mona", "tobias")),
        ("Mona & Ruth", ("Mona", "Ruth")),
        ("Mona (narrator); Dr. Salt", ("Mona", "Dr. Salt")),
        ("Mona, Tobias, and Ruth", ("Mona", "Tobias", "Ruth")),
        ("Prof. Salt, Mrs. Bell, Capt. Reed", ("Prof. Salt", "Mrs. Bell", "Capt. Reed")),
        ("J.D., Mona", ("J.D.", "Mona")),
        ("", ()),
    ],
)
def test_characters(value: str, names: tuple[str, ...]) -> None:
    assert people.characters([value]) == names


@pytest.mark.parametrize("value", ["brak", "なし", "nessuno", "Keine."])
def test_nobody_is_named_in_any_language(value: str) -> None:
    assert people.characters([value]) == ()


def test_gen_is_nobody_in_a_list_of_characters() -> None:
    assert people.characters(["Mona, gen"]) == ("Mona",)


def test_characters_and_pairings_of_one_line() -> None:
    read = manuscript.parse("Title: x\nPairing/Character: alma. ilse. | alma/ilse. gert/ilse.\n\nStory.").header
    assert read.characters == ("alma", "ilse")
    assert [pairing.names for pairing in read.pairings] == [("alma", "ilse"), ("gert", "ilse")]


def test_a_header_gives_its_warnings() -> None:
    read = header.from_lines("warnings: swearing\nwarnings: character death")
    assert read.warnings.free == ("swearing",)
    assert [found.name for found in read.warnings.archive] == ["DEATH"]


def warnings(values: Sequence[str]) -> Warnings:
    return warning.parse(values[0])


@pytest.mark.parametrize("read", [people.pairings, people.characters, warnings])
def test_blanks_in_a_value_cost_what_letters_cost(read: Callable[[Sequence[str]], object]) -> None:
    assert is_in_proportion(lambda value: read([value]), "Mona" + " " * 100_000 + "Ruth", within=2)

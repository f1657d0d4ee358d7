import pytest

from bot.domain import header, manuscript, people
from bot.domain.people import Pairing


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
        ("Dr. Salt/J.D.", [Pairing("Dr. Salt/J.D", ("Dr. Salt", "J.D"), romantic=True)]),
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
        ("", ()),
    ],
)
def test_characters(value: str, names: tuple[str, ...]) -> None:
    assert people.characters([value]) == names


def test_characters_and_pairings_of_one_line() -> None:
    read = manuscript.parse("Title: x\nPairing/Character: alma. ilse. | alma/ilse. gert/ilse.\n\nStory.").header
    assert read.characters == ("alma", "ilse")
    assert [pairing.names for pairing in read.pairings] == [("alma", "ilse"), ("gert", "ilse")]


def test_a_header_gives_its_warnings() -> None:
    read = header.from_lines("warnings: swearing\nwarnings: character death")
    assert read.warnings.free == ("swearing",)
    assert [found.name for found in read.warnings.archive] == ["DEATH"]

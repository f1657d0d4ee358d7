"""What people write around stories, as rows of a table."""

from pathlib import Path

from bot.domain import reading
from bot.domain.reading import aside, phrases

ROOM = Path(reading.__path__[0])


def test_each_kind_of_phrase_is_asked_for() -> None:
    asked = "".join(path.read_text("utf-8") for path in ROOM.glob("*.py")).replace("'", '"')
    within = "".join(phrase for _, phrase in phrases.table("phrases.tsv"))
    assert [kind for kind in phrases.PHRASES if f'"{kind}"' not in asked and f"{{{kind}}}" not in within] == []


def test_no_phrase_stands_twice() -> None:
    assert [kind for kind, found in phrases.PHRASES.items() if len(set(found)) < len(found)] == []


def test_blanks_and_apostrophes_may_be_any() -> None:
    assert aside.is_farewell("Merci d'avoir lu")
    assert aside.is_farewell("Merci\u00a0d’avoir lu")

"""A convention of counting is a member and its row: one more is added to a copy of the house, and works everywhere."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks import clients
from bot.storage.database import Database
from tests.architecture import fourth

HOUSE = Path(__file__).parents[2]
TABLE = "WAYS = {\n"
MEMBERS = "class Convention(StrEnum):\n"
PLAIN = "She left the lamp on. Home."


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The house with words as typists count them: every five characters are one. One file is changed."""
    copy = tmp_path_factory.mktemp("house")
    for room in ("bot", "cogs", "data"):
        shutil.copytree(HOUSE / room, copy / room, ignore=shutil.ignore_patterns("__pycache__"))
    module = copy / "bot" / "domain" / "text" / "conventions.py"
    source = module.read_text(encoding="utf-8")
    assert (source.count(TABLE), source.count(MEMBERS)) == (1, 1)
    row = '    Convention.TYPED: Way(lambda text: len(text) // 5, "as typists count", "what typists count"),\n'
    source = source.replace(TABLE, TABLE + row).replace(MEMBERS, f'{MEMBERS}    TYPED = "typed"\n')
    module.write_text(source, encoding="utf-8")
    return copy


@pytest.fixture
async def before(tmp_path: Path) -> Path:
    """A database with an entry from the days of three conventions, in a round that went over to the fourth."""
    path = tmp_path / "drabbles.sqlite3"
    database = await Database.open(path)
    await clients.with_entries(database, 1)
    await database.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE plans SET convention = 'typed'")
    return path


def run(copy: Path, *arguments: str | Path) -> str:
    path = os.pathsep.join([str(copy), str(HOUSE)])
    command, environment = [sys.executable, *arguments], os.environ | {"PYTHONPATH": path}
    return subprocess.run(command, cwd=copy, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout


def test_a_fourth_convention_counts_old_entries_and_new_ones_and_has_its_words(copy: Path, before: Path) -> None:
    facts = json.loads(run(copy, str(fourth.__file__), before))
    assert facts == {
        "old": ["typed", len(PLAIN) // 5],
        "new": {"typed": len(PLAIN) // 5, "ao3": 6, "whitespace": 6, "hyphens-split": 6},
        "choice": "As typists count",
        "ways": "Ways of counting: 5 as typists count, 6 as the Archive of Our Own counts, 6 as word processors count,"
        " 6 with hyphenated words counted as their parts",
    }


def test_a_fourth_convention_is_on_the_command_line(copy: Path, tmp_path: Path) -> None:
    story = tmp_path / "lamp.txt"
    story.write_text(f"Title: The Lamp\nFandom: none\nWord count: 5\n\n{PLAIN}", encoding="utf-8")
    (checked,) = json.loads(f"[{run(copy, '-m', 'bot', 'check', '--json', story)}]")
    assert checked["words"]["typed"] == len(PLAIN) // 5
    assert "The header's 5 is what typists count" in run(copy, "-m", "bot", "check", story)

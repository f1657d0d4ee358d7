"""Copies that a bot went on with: each has numbers of its own from there on."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.prompts.image_file import Image
from bot.services import restoring
from bot.storage import generations, images
from bot.storage.database import Database
from bot.storage.sqlite_file import copies, marks
from bot.storage.sqlite_file.migrations import migrate
from tests import new_database
from tests.storage.test_statements import SCHEMA, STATEMENTS

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
PICTURE = Image("frost.png", b"frost")


async def run(path: Path, now: datetime, pictures: int = 0) -> list[int]:
    """A bot starts, and adds so many rows; their numbers."""
    database = await Database.open(path)
    await restoring.begin(database, now)
    added = [await database.write(images.add, PICTURE) for _ in range(pictures)]
    await database.close()
    return added


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    path = new_database.lay(tmp_path / "drabbles.sqlite3")
    assert await run(path, NOON, 3) == [1, 2, 3]
    return path


def by_backup_and_restore(path: Path) -> None:
    copies.back_up(path, path.with_name("copy.sqlite3"))
    copies.restore(path.with_name("copy.sqlite3"), path, NOON)


def by_backup_and_hand(path: Path) -> None:
    copies.back_up(path, path.with_name("copy.sqlite3"))
    shutil.copy(path.with_name("copy.sqlite3"), path)


def by_hand_and_restore(path: Path) -> None:
    shutil.copy(path, path.with_name("copy.sqlite3"))
    copies.restore(path.with_name("copy.sqlite3"), path, NOON)


def by_taking_back_a_restore(path: Path) -> None:
    copies.back_up(path, path.with_name("copy.sqlite3"))
    kept = copies.restore(path.with_name("copy.sqlite3"), path, NOON)
    assert kept is not None
    shutil.copy(kept, path)


def by_a_copy_of_a_copy(path: Path) -> None:
    by_backup_and_hand(path)
    copies.back_up(path, path.with_name("second.sqlite3"))
    shutil.copy(path.with_name("second.sqlite3"), path)


def by_the_copy_before_a_migration(path: Path) -> None:
    """In which there is no room for the mark yet."""
    path.unlink()
    schema = path.with_name("schema")
    schema.mkdir()
    for file in sorted(SCHEMA.iterdir())[:4]:
        shutil.copy(file, schema)
    migrate(path, schema)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany("INSERT INTO images (name, bytes) VALUES (?, ?)", [("frost.png", b"")] * 3)
    migrate(path)
    shutil.copy(path.with_name("drabbles.v4.sqlite3"), path)


COPYING = [
    by_backup_and_restore,
    by_backup_and_hand,
    by_hand_and_restore,
    by_taking_back_a_restore,
    by_a_copy_of_a_copy,
    by_the_copy_before_a_migration,
]


@pytest.mark.parametrize("copy", COPYING)
async def test_whoever_goes_on_with_a_copy_gives_other_numbers(path: Path, copy: Callable[[Path], None]) -> None:
    copy(path)
    (first, second) = await run(path, NOON + HOUR, 2)
    assert (first, second) == (first, first + 1)
    assert first > 1_000_000
    assert await run(path, NOON + 2 * HOUR, 1) == [second + 1], "it goes on with them after a restart"


async def test_one_copy_that_is_restored_twice_gives_no_number_twice(path: Path, tmp_path: Path) -> None:
    copies.back_up(path, tmp_path / "copy.sqlite3")
    given: list[int] = await run(path, NOON, 5)
    for hours in range(1, 20):
        copies.restore(tmp_path / "copy.sqlite3", path, NOON + hours * HOUR)
        given += await run(path, NOON + hours * HOUR, 40)
    assert len(set(given)) == len(given) == 5 + 19 * 40
    assert max(given) < 2**31 - 1_000_000, "components of messages have to hold them"


async def test_what_was_copied_goes_on_as_before(path: Path, tmp_path: Path) -> None:
    copies.back_up(path, tmp_path / "copy.sqlite3")
    assert await run(path, NOON + HOUR, 1) == [4]
    copies.restore(tmp_path / "copy.sqlite3", tmp_path / "other.sqlite3", NOON)
    assert await run(path, NOON + HOUR, 1) == [5]


async def test_a_clock_that_tells_nonsense_gives_no_number_again(path: Path) -> None:
    by_backup_and_hand(path)
    (lost,) = await run(path, NOON, 1)
    path.with_name("copy.sqlite3").unlink()
    by_backup_and_hand(path)
    assert await run(path, datetime(1970, 1, 1, tzinfo=UTC), 1) == [lost + generations.FAR + 1]


def test_a_mark_is_put_once_and_into_any_schema(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "older.sqlite3", isolation_level=None)) as older:
        marks.put(older)
        marks.put(older)
        assert older.execute("SELECT mark FROM copied").fetchall() == [(1,)]


def test_every_number_is_given_by_one_rule(tmp_path: Path) -> None:
    new_database.lay(tmp_path / "drabbles.sqlite3")
    with closing(sqlite3.connect(tmp_path / "drabbles.sqlite3")) as connection:
        tables = [
            row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%id INTEGER PRI%'")
        ]
    unseen = {"generations", "erasures", "deeds", "tag_names"}  # their numbers stand in no message
    assert {*generations.NUMBERED} | unseen == set(tables)
    for table in generations.NUMBERED:
        added = [sql for sql in STATEMENTS.values() if f"INSERT INTO {table} " in sql]
        assert added
        assert all(generations.next_number(table) in sql for sql in added), table

"""Copies of the database, by the program as it is started."""

import asyncio
import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from bot.storage import agreements, errors
from bot.storage.database import Database
from bot.storage.session import Session
from bot.storage.sqlite_file import copies
from tests import new_database, patience, quick_start
from tests.storage import witness

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "drabbles.sqlite3"


def program(
    path: Path, *arguments: str | Path, python: Sequence[str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*(python or quick_start.python()), "-m", "bot", *map(str, arguments)],
        cwd=path.parent,
        env=os.environ | {"DRABBLE_DATABASE": str(path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=patience.SECONDS,
    )


def said_here(path: Path, *arguments: str | Path) -> str:
    """What the program refuses, without a process of its own."""
    with contextlib.chdir(path.parent):
        result = CliRunner(env={"DRABBLE_DATABASE": str(path)}).invoke(main, [*map(str, arguments)])
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr


def with_rows(path: Path, *names: str) -> Path:
    if not path.exists():
        new_database.lay(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany("INSERT INTO agreements VALUES (?, '1')", [(name,) for name in names])
    return path


def names_beside(path: Path) -> set[str]:
    return {file.name for file in path.parent.iterdir()} - {f"{path.name}.lock"}


def put_two(session: Session, number: int) -> None:
    agreements.put(session, f"a{number}", "1")
    agreements.put(session, f"b{number}", "1")


@pytest.fixture
async def busy(path: Path) -> AsyncGenerator[Database]:
    """A bot at work: it writes two rows a transaction, one after the other."""
    database = await Database.open(path)

    async def work() -> None:
        number = 0
        while True:
            await database.write(put_two, number)
            number += 1
            await asyncio.sleep(0.005)  # leaves the processor to the program that looks on

    working = asyncio.create_task(work())
    while not witness.in_the_file(path):
        await asyncio.wait([working], timeout=0.001)
    yield database
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    await database.close()


async def test_a_backup_is_one_moment_of_a_bot_at_work(busy: Database, path: Path) -> None:
    result = await asyncio.to_thread(program, path, "backup", "copy.sqlite3")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == f"copy.sqlite3 is now a copy of {path}.\n"
    copy = path.with_name("copy.sqlite3")
    halves = witness.in_the_file(copy, "a"), witness.in_the_file(copy, "b")
    assert [name[1:] for name in halves[0]] == [name[1:] for name in halves[1]]
    assert len(halves[0]) > 0
    assert {name for name in names_beside(path) if name.startswith("copy")} == {"copy.sqlite3"}


async def test_restore_refuses_a_running_bot_under_any_name(busy: Database, path: Path, tmp_path: Path) -> None:
    copy = with_rows(tmp_path / "copy.sqlite3", "kept")
    other_name = tmp_path / "other.sqlite3"
    other_name.hardlink_to(path)
    for name in (path, other_name):
        result = await asyncio.to_thread(program, name, "restore", copy)
        assert (result.returncode, result.stdout) == (2, "")
        assert result.stderr.count("\n") == 1
        assert "in use by another running bot" in result.stderr
    assert not [name for name in names_beside(path) if "replaced" in name or "part" in name]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows locks what it locks against reading too")
async def test_no_copy_is_made_under_a_name_that_has_not_the_log(busy: Database, path: Path, tmp_path: Path) -> None:
    assert path.with_name(f"{path.name}-wal").exists()
    other_name = tmp_path / "other.sqlite3"
    other_name.hardlink_to(path)
    result = await asyncio.to_thread(program, other_name, "backup", "copy.sqlite3")
    assert (result.returncode, result.stdout) == (2, "")
    assert "in use by another running bot" in result.stderr
    assert not (tmp_path / "copy.sqlite3").exists()
    result = await asyncio.to_thread(program, tmp_path / "new.sqlite3", "restore", other_name.name)
    assert (result.returncode, result.stdout) == (2, "")
    assert "in use by another running bot" in result.stderr
    assert not (tmp_path / "new.sqlite3").exists()
    assert (await asyncio.to_thread(program, path, "backup", "copy.sqlite3")).returncode == 0


def test_what_was_backed_up_comes_back_and_what_it_replaces_is_kept(path: Path) -> None:
    with_rows(path, "then")
    assert program(path, "backup", "copy.sqlite3", python=[sys.executable]).returncode == 0
    assert names_beside(path) == {path.name, "copy.sqlite3"}
    with_rows(path, "since")

    result = program(path, "restore", "copy.sqlite3", python=[sys.executable])
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{path} is now a copy of copy.sqlite3.\nWhat was there before is kept as ")
    assert witness.in_the_file(path) == ["then"]
    kept = Path(result.stdout.rstrip().removesuffix(".").rpartition(" ")[2])
    assert kept.parent == path.parent
    assert witness.in_the_file(kept) == ["since", "then"]
    assert names_beside(path) == {path.name, "copy.sqlite3", kept.name}


async def test_the_bot_runs_on_what_was_restored_as_before(path: Path, tmp_path: Path) -> None:
    copies.back_up(with_rows(tmp_path / "other.sqlite3", "then"), tmp_path / "copy.sqlite3")
    assert copies.restore(tmp_path / "copy.sqlite3", path, NOON) is None
    database = await Database.open(path)
    loop = asyncio.get_running_loop()

    def write(session: Session) -> str | None:
        agreements.put(session, "now", "1")
        return witness.meanwhile(loop, database.read(witness.agreed, "then"))

    assert await database.write(write) == "1"  # somebody reads meanwhile, which only a log lets them
    await database.close()


def test_what_a_killed_bot_left_in_its_log_is_kept_and_stays_out(path: Path, tmp_path: Path) -> None:
    copies.back_up(with_rows(tmp_path / "other.sqlite3", "then"), tmp_path / "copy.sqlite3")
    with closing(sqlite3.connect(with_rows(tmp_path / "live.sqlite3"))) as connection:
        connection.execute("INSERT INTO agreements VALUES ('in the log', '1')")
        connection.commit()
        for ending in ("", "-wal", "-shm"):  # as they lie there when the power goes
            shutil.copy(tmp_path / f"live.sqlite3{ending}", f"{path}{ending}")
    kept = path.with_name("drabbles.replaced-2026-03-01-120000.sqlite3")
    assert copies.restore(tmp_path / "copy.sqlite3", path, NOON) == kept
    assert witness.in_the_file(path) == ["then"]
    assert witness.in_the_file(kept) == ["in the log"]


async def test_a_log_that_a_copy_finds_beside_it_is_not_played_into_it(path: Path, tmp_path: Path) -> None:
    """The bot was killed, and somebody put a copy in its file's place by hand and forgot the log."""
    copy = tmp_path / "copy.sqlite3"
    copies.back_up(with_rows(tmp_path / "other.sqlite3", "then"), copy)
    with closing(sqlite3.connect(with_rows(tmp_path / "live.sqlite3"))) as connection:
        connection.execute("INSERT INTO agreements VALUES ('in the log', '1')")
        connection.commit()
        shutil.copy(tmp_path / "live.sqlite3-wal", f"{path}-wal")
    shutil.copy(copy, path)
    with pytest.raises(errors.LogOfAnotherError, match="sqlite3-wal"):
        copies.back_up(path, tmp_path / "spoilt.sqlite3")
    with pytest.raises(errors.LogOfAnotherError):
        await Database.open(path)
    assert path.read_bytes() == copy.read_bytes()
    path.with_name("drabbles.sqlite3-wal").unlink()
    await (await Database.open(path)).close()
    assert witness.in_the_file(path) == ["then"]


def test_a_damaged_database_is_replaced_and_kept(path: Path, tmp_path: Path) -> None:
    copies.back_up(with_rows(tmp_path / "other.sqlite3", "then"), tmp_path / "copy.sqlite3")
    path.write_bytes(b"ink on every page" * 100)
    kept = copies.restore(tmp_path / "copy.sqlite3", path, NOON)
    assert kept is not None
    assert kept.read_bytes() == b"ink on every page" * 100
    assert witness.in_the_file(path) == ["then"]


def a_letter(copy: Path) -> None:
    copy.write_text("Dear diary, " * 100, encoding="utf-8")


def an_empty_file(copy: Path) -> None:
    copy.touch()


def of_another_program(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("CREATE TABLE tunes (id INTEGER PRIMARY KEY)")


def of_a_newer_version(copy: Path) -> None:
    with closing(sqlite3.connect(with_rows(copy, "later"))) as connection:
        connection.execute("PRAGMA user_version = 9000")


def cut_short(copy: Path) -> None:
    whole = with_rows(copy, *map(str, range(2000))).read_bytes()
    copy.write_bytes(whole[: len(whole) // 2])


def cut_short_by_unused_bytes(copy: Path) -> None:
    with closing(sqlite3.connect(with_rows(copy, *map(str, range(2000))))) as connection, connection:
        connection.execute("DELETE FROM agreements")
    copy.write_bytes(copy.read_bytes()[:-10])


def scribbled_on(copy: Path) -> None:
    whole = bytearray(with_rows(copy, *map(str, range(2000))).read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 5000] = b"\x07" * 5000
    copy.write_bytes(whole)


def not_there(copy: Path) -> None:
    copy.unlink(missing_ok=True)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (a_letter, "not a database of this bot"),
        (an_empty_file, "not a database of this bot"),
        (of_another_program, "not a database of this bot"),
        (of_a_newer_version, "newer version of the bot"),
        (cut_short, "malformed"),
        (cut_short_by_unused_bytes, "damaged: its end is missing"),
        (scribbled_on, "damaged|malformed"),
        (not_there, "There is no database"),
    ],
)
def test_restore_of_what_is_no_copy_changes_nothing(
    path: Path, tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    copy = tmp_path / "copy.sqlite3"
    make(copy)
    with_rows(path, "kept")
    before = path.read_bytes()
    beside = names_beside(path)
    with pytest.raises(errors.DatabaseError, match=said) as refused:
        copies.restore(copy, path, NOON)
    assert "\n" not in str(refused.value)
    assert path.read_bytes() == before
    assert names_beside(path) == beside


@pytest.mark.parametrize("named", [".", "/", "..", "folder", "nowhere/x", "letter/x", "x" * 300, "loop"])
def test_restore_of_what_is_no_file_says_so_in_one_line(path: Path, named: str) -> None:
    put_in_the_way(path.parent)
    said = said_here(path, "restore", named)
    assert said.startswith("Error: ")
    assert said.count("\n") == 1
    assert names_beside(path) == {"folder", "letter", "loop"}


@pytest.mark.parametrize("named", ["/", "folder", "pipe"])
def test_restore_replaces_nothing_but_a_file(path: Path, tmp_path: Path, named: str) -> None:
    """A device, say: whoever may do everything would put a file in its place."""
    copy = with_rows(path, "then")
    put_in_the_way(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    before = set(tmp_path.iterdir())
    assert said_here(tmp_path / named, "restore", copy) == (
        f"Error: {tmp_path / named} cannot be used as a database: it is no ordinary file.\n"
    )
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize("named", [".", "/", "..", "folder", "nowhere/x", "letter/x", "x" * 300, "x" * 252])
def test_a_backup_into_what_can_be_no_new_file_says_so_in_one_line(path: Path, named: str) -> None:
    with_rows(path, "kept")
    put_in_the_way(path.parent)
    said = said_here(path, "backup", named)
    assert said.startswith("Error: ")
    assert said.count("\n") == 1
    assert names_beside(path) == {path.name, "folder", "letter", "loop"}


def put_in_the_way(folder: Path) -> None:
    (folder / "folder").mkdir()
    (folder / "letter").write_text("Dear diary")
    (folder / "loop").symlink_to("loop")


def test_a_backup_overwrites_nothing(path: Path) -> None:
    with_rows(path, "then")
    copy = path.with_name("copy.sqlite3")
    copy.write_text("mine")
    assert said_here(path, "backup", "copy.sqlite3") == (
        "Error: copy.sqlite3 is there already and was left as it is. Please name a file that is not there yet.\n"
    )
    assert copy.read_text() == "mine"


def test_a_backup_that_cannot_be_made_says_why_and_leaves_nothing(path: Path, tmp_path: Path) -> None:
    for database, copy, said in (
        (path, "copy.sqlite3", "There is no database"),
        (with_rows(tmp_path / "there.sqlite3"), "nowhere/copy.sqlite3", "could not be written"),
    ):
        answer = said_here(database, "backup", copy)
        assert said in answer
        assert answer.count("\n") == 1
    assert names_beside(path) == {"there.sqlite3"}


def test_two_restores_in_one_second_lose_nothing(path: Path, tmp_path: Path) -> None:
    copies.back_up(with_rows(tmp_path / "other.sqlite3", "then"), tmp_path / "copy.sqlite3")
    with_rows(path, "first")
    kept = copies.restore(tmp_path / "copy.sqlite3", path, NOON)
    with pytest.raises(errors.CopyExistsError):
        copies.restore(tmp_path / "copy.sqlite3", path, NOON)
    assert kept is not None
    assert witness.in_the_file(kept) == ["first"]

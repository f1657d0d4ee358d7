"""One process at a time on a file that can be used."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from bot.storage import agreements
from bot.storage.database import Database
from bot.storage.errors import DatabaseBusyError, DatabaseError, DatabaseUnusableError
from bot.storage.session import Session
from tests import patience
from tests.storage import witness

NOBODY = 65534
"""The user who owns nothing."""


async def write_one(database: Database, name: str) -> None:
    await database.write(agreements.put, name, "1")


async def assert_refused(path: Path, error: type[DatabaseError]) -> None:
    """In one line that names the file."""
    with pytest.raises(error) as refused:
        await (await Database.open(path)).close()
    assert str(path.resolve()) in str(refused.value)
    assert "\n" not in str(refused.value)


def put_many(session: Session) -> None:
    for n in range(20):
        agreements.put(session, "last", str(n))


async def test_closing_waits_for_the_writer_and_leaves_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "drabbles?#%.sqlite3"
    threads = witness.other_threads()
    database = await Database.open(path)
    writing = asyncio.create_task(database.write(put_many))
    await asyncio.sleep(0)  # it begins
    await database.close()
    await writing
    await database.close()
    witness.assert_ended(witness.other_threads() - threads)
    assert not Path(f"{path}-wal").exists()
    copy = tmp_path / "copy.sqlite3"
    copy.write_bytes(path.read_bytes())
    assert witness.in_the_file(copy) == ["last"]
    with pytest.raises(ValueError, match="no active connection"):
        await write_one(database, "late")


async def test_a_second_opening_is_refused_until_the_first_is_closed(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "drabbles.sqlite3"
    link = tmp_path / "link.sqlite3"
    link.symlink_to(path)
    other_name = tmp_path / "folder" / "other.sqlite3"
    other_name.parent.mkdir()
    other_name.hardlink_to(path)
    for name in (path, link, other_name):
        await assert_refused(name, DatabaseBusyError)
    await write_one(database, "undisturbed")
    await database.close()
    for name in (link, other_name):
        await (await Database.open(name)).close()
    assert witness.in_the_file(path) == ["undisturbed"]


HOLDER = """
import asyncio, pathlib, sys
from bot.storage import agreements
from bot.storage.database import Database

async def hold(path):
    database = await Database.open(path)
    await database.write(agreements.put, "committed", "1")
    await database.write(stay)

def stay(session):
    agreements.put(session, "not committed", "1")
    print("held", flush=True)
    sys.stdin.read()

asyncio.run(hold(pathlib.Path(sys.argv[1])))
"""


async def test_a_second_process_is_refused_until_the_first_is_gone_however_it_went(tmp_path: Path) -> None:
    path = tmp_path / "drabbles.sqlite3"
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        try:
            await assert_refused(path, DatabaseBusyError)
        finally:
            holder.kill()
    assert holder.returncode == -signal.SIGKILL
    database = await Database.open(path)
    await write_one(database, "next")
    assert witness.in_the_file(path) == ["committed", "next"]
    await database.close()


def test_a_process_that_cannot_open_its_database_ends(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear diary, this is not a database. " * 50, encoding="utf-8")
    command = [sys.executable, "-c", HOLDER, str(path)]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=patience.SECONDS)
    assert "DatabaseForeignError" in ended.stderr


async def test_a_place_where_no_file_can_be_is_named_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for path in (tmp_path, tmp_path / "file" / "drabbles.sqlite3"):
        await assert_refused(path, DatabaseUnusableError)


async def test_a_file_that_nobody_is_to_write_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "drabbles.sqlite3"
    await (await Database.open(path)).close()
    before = path.read_bytes()
    path.chmod(0o444)
    await assert_refused(path, DatabaseUnusableError)
    path.chmod(0o644)
    assert path.read_bytes() == before
    await (await Database.open(path)).close()


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """Where everybody may make files, which a test's own folder is not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


@contextlib.contextmanager
def nobody() -> Generator[None]:
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only the administrator becomes somebody else")
@pytest.mark.parametrize("of_others", ["", "-wal", "-shm", ".lock"])
async def test_a_file_of_somebody_else_is_refused(shared_folder: Path, of_others: str) -> None:
    path = shared_folder / "drabbles.sqlite3"
    await (await Database.open(path)).close()
    names = ("", "-wal", "-shm", ".lock")
    for ending in names:
        file = Path(f"{path}{ending}")
        file.touch()
        file.chmod(0o644)
        os.chown(file, NOBODY, NOBODY)
    with nobody():
        await (await Database.open(path)).close()
    for ending in names:
        file = Path(f"{path}{ending}")
        file.touch()
        file.chmod(0o644)
        os.chown(file, 0 if ending == of_others else NOBODY, 0)
    with nobody():
        await assert_refused(path, DatabaseUnusableError)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no folder where nobody can make a file")
async def test_a_place_where_nobody_can_make_a_file_is_not_in_use() -> None:
    await assert_refused(Path("/proc/drabbles.sqlite3"), DatabaseUnusableError)

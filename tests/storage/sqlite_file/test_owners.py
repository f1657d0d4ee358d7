"""Who may read the files that the bot makes: whoever runs it, and nobody else."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.storage import agreements
from bot.storage.database import Database
from bot.storage.session import Session
from bot.storage.sqlite_file import connections, copies
from bot.storage.sqlite_file.migrations import migrate

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such modes")

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SOMEBODY = 12345
"""A user and a group that nobody has."""
only_as_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o177, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Generator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "drabbles.sqlite3"


def modes(folder: Path) -> dict[str, int]:
    return {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir() if file.is_file()}


def owners(folder: Path) -> set[tuple[int, int]]:
    return {(file.stat().st_uid, file.stat().st_gid) for file in folder.iterdir() if file.is_file()}


async def write(path: Path, name: str = "a") -> Database:
    found = await Database.open(path)
    await found.write(agreements.put, name, "1")
    return found


@pytest.mark.usefixtures("umask")
async def test_everything_that_the_bot_makes_is_its_owners_alone(path: Path, tmp_path: Path) -> None:
    running = await write(path)
    copies.back_up(path, tmp_path / "copy.sqlite3")
    assert modes(tmp_path) == dict.fromkeys(
        [path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}.lock", "copy.sqlite3"], 0o600
    )
    await running.close()
    kept = copies.restore(tmp_path / "copy.sqlite3", path, NOON)
    assert kept is not None
    assert modes(tmp_path) == dict.fromkeys([path.name, f"{path.name}.lock", "copy.sqlite3", kept.name], 0o600)


@pytest.mark.usefixtures("umask")
async def test_the_copy_before_a_migration_is_its_owners_alone(path: Path, tmp_path: Path) -> None:
    schema = tmp_path / "schema"
    schema.mkdir()
    schema.joinpath("0001_ours.sql").write_text("CREATE TABLE ours (id INTEGER PRIMARY KEY);", encoding="utf-8")
    schema.chmod(0o755)
    path.touch()
    path.chmod(0o644)
    migrate(path, schema)
    schema.joinpath("0002_more.sql").write_text("CREATE TABLE more (id INTEGER PRIMARY KEY);", encoding="utf-8")
    migrate(path, schema)
    assert modes(tmp_path)["drabbles.v1.sqlite3"] == 0o600


async def test_files_of_earlier_versions_are_closed_to_others(path: Path, tmp_path: Path) -> None:
    await (await write(path)).close()
    with closing(sqlite3.connect(path)) as crashed:  # what a killed bot leaves
        crashed.execute("INSERT INTO agreements VALUES ('b', '1')")
        crashed.commit()
        left = tmp_path / "left"
        left.mkdir()
        for file in tmp_path.glob("drabbles*"):
            shutil.copy(file, left / file.name)
            (left / file.name).chmod(0o664)
    running = await Database.open(left / path.name)
    assert set(modes(left)) >= {path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}.lock"}
    assert set(modes(left).values()) == {0o600}
    await running.close()


async def test_a_stricter_mode_stays(path: Path, tmp_path: Path) -> None:
    await (await write(path)).close()
    copies.back_up(path, tmp_path / "copy.sqlite3")
    path.chmod(0o400)
    kept = copies.restore(tmp_path / "copy.sqlite3", path, NOON)
    assert kept is not None
    assert modes(tmp_path) == {
        path.name: 0o400,
        kept.name: 0o400,
        "copy.sqlite3": 0o600,
        f"{path.name}.lock": 0o600,
    }


@only_as_root
async def test_what_root_restores_belongs_to_the_owner_of_what_it_replaces(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as crashed:
        migrate(path)
        copies.back_up(path, tmp_path / "copy.sqlite3")
        crashed.execute("INSERT INTO agreements VALUES ('b', '1')")
        crashed.commit()
        theirs = tmp_path / "theirs"
        theirs.mkdir()
        for file in tmp_path.glob("drabbles*"):
            shutil.copy(file, theirs / file.name)
            os.chown(theirs / file.name, SOMEBODY, SOMEBODY)
    copies.restore(tmp_path / "copy.sqlite3", theirs / path.name, NOON)
    assert {"drabbles.sqlite3", "drabbles.replaced-2026-03-01-120000.sqlite3"} < set(modes(theirs))
    assert owners(theirs) == {(SOMEBODY, SOMEBODY)}
    running = await write(theirs / path.name)
    assert owners(theirs) == {(SOMEBODY, SOMEBODY)}
    await running.close()


@only_as_root
async def test_what_root_makes_in_somebodys_folder_is_theirs(path: Path, tmp_path: Path) -> None:
    os.chown(tmp_path, SOMEBODY, SOMEBODY)
    running = await write(path)
    assert owners(tmp_path) == {(SOMEBODY, SOMEBODY)}
    await running.close()


IN_THEIR_PLACE = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from bot.storage import errors
from bot.storage.sqlite_file import connections, copies
os.setgroups([]), os.setgid(12346), os.setuid(12346)
try:
    copies.restore(Path(sys.argv[1]), Path(sys.argv[2]), datetime(2026, 3, 1, 12, tzinfo=UTC))
except errors.DatabaseError as error:
    print(error)
"""


@only_as_root
def test_whoever_may_not_give_the_file_back_replaces_nothing() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, copy = Path(folder, "drabbles.sqlite3"), Path(folder, "copy.sqlite3")
        migrate(path)
        copies.back_up(path, copy)
        for file in (path, copy):
            os.chown(file, SOMEBODY, SOMEBODY)
            file.chmod(0o666)
        Path(folder).chmod(0o777)
        before = path.read_bytes()
        said = subprocess.run(
            [sys.executable, "-c", IN_THEIR_PLACE, copy, path], capture_output=True, text=True, check=True
        ).stdout
        assert f"{path} belongs to another user" in said
        assert "sudo" in said
        assert path.read_bytes() == before
        assert set(modes(Path(folder))) == {path.name, f"{path.name}.lock", copy.name}


@only_as_root
def test_a_copy_that_is_somebody_elses_is_said_to_be() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, copy = Path(folder, "drabbles.sqlite3"), Path(folder, "copy.sqlite3")
        migrate(path)
        copies.back_up(path, copy)
        path.unlink()
        Path(folder).chmod(0o777)
        said = subprocess.run(
            [sys.executable, "-c", IN_THEIR_PLACE, copy, path], capture_output=True, text=True, check=True
        ).stdout
        assert said.startswith(f"{copy} cannot be used as a database: ")
        assert "Permission denied" in said


def put_many(session: Session) -> None:
    for number in range(200):
        agreements.put(session, f"{number}", "x" * 50_000)


async def test_a_large_transaction_leaves_no_large_log(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "LONGEST_LOG", 100_000)
    running = await Database.open(path)
    log = path.with_name(f"{path.name}-wal")
    await running.write(put_many)
    assert log.stat().st_size > 8_000_000
    await running.write(agreements.put, "after", "1")  # the log begins anew
    assert log.stat().st_size <= 100_000
    await running.close()

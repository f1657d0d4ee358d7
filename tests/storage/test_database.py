import asyncio
import contextlib
import gc
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

import bot.storage.database
from bot.domain.dates.clock import DateOrder
from bot.domain.header.field import Field
from bot.domain.rounds.settings import Customs
from bot.domain.text import word_rule
from bot.domain.text.conventions import Convention
from bot.storage import agreements, guilds
from bot.storage.database import Database, Session
from bot.storage.errors import DatabaseBusyError, DatabaseError, DatabaseUnusableError
from tests import patience
from tests.storage import witness

NOBODY = 65534
"""The user who owns nothing."""
COUNT = "SELECT count(*) AS n FROM agreements"


def how_many(session: Session) -> int:
    return session.required(COUNT)["n"]


async def write_one(database: Database, name: str) -> None:
    await database.write(agreements.put, name, "1")


async def assert_refused(path: Path, error: type[DatabaseError]) -> None:
    """In one line that names the file."""
    with pytest.raises(error) as refused:
        await (await Database.open(path)).close()
    assert str(path.resolve()) in str(refused.value)
    assert "\n" not in str(refused.value)


# -- Transactions


async def test_work_that_raises_is_undone_and_a_finished_write_beside_it_is_not(
    database: Database, tmp_path: Path
) -> None:
    def fail(session: Session) -> None:
        agreements.put(session, "failed", "1")
        raise ZeroDivisionError

    writes = [write_one(database, f"{n}") if n % 2 else database.write(fail) for n in range(10)]
    outcomes = await asyncio.gather(*writes, return_exceptions=True)

    assert [type(outcome) for outcome in outcomes] == [ZeroDivisionError, type(None)] * 5
    assert witness.in_the_file(tmp_path / "drabbles.sqlite3") == ["1", "3", "5", "7", "9"]


def cursors() -> set[sqlite3.Cursor]:
    return {each for each in gc.get_objects() if isinstance(each, sqlite3.Cursor)}


async def test_a_session_leaves_no_cursor_open_that_is_freed_late(database: Database) -> None:
    """It would reset its statement when the garbage is collected, whoever runs the same one just then."""
    kept: list[Exception] = []

    def fail_and_keep_what_failed(session: Session) -> list[sqlite3.Cursor]:
        before = cursors()
        assert how_many(session) == 0
        agreements.put(session, "one", "1")
        try:
            session.run_many(agreements.PUT, ({"subject": f"{1 // n}", "fingerprint": "1"} for n in (1, 0)))
        except ZeroDivisionError as error:
            kept.append(error)
        return [cursor for cursor in cursors() - before if is_open(cursor)]

    assert await database.write(fail_and_keep_what_failed) == []
    assert kept


def is_open(cursor: sqlite3.Cursor) -> bool:
    try:
        cursor.fetchone()
    except sqlite3.ProgrammingError:
        return False
    return True


async def test_writers_take_turns(database: Database) -> None:
    def count_up(session: Session) -> None:
        before = agreements.get(session, "counter") or "0"
        agreements.put(session, "counter", str(int(before) + 1))

    await asyncio.gather(*(database.write(count_up) for _ in range(20)))
    assert await database.read(agreements.get, "counter") == "20"


async def test_readers_see_only_what_is_committed(database: Database) -> None:
    loop = asyncio.get_running_loop()

    def write(session: Session) -> str | None:
        agreements.put(session, "new", "1")
        return witness.meanwhile(loop, database.read(agreements.get, "new"))

    assert await database.write(write) is None
    assert await database.read(agreements.get, "new") == "1"


async def test_a_reader_sees_one_moment(database: Database) -> None:
    loop = asyncio.get_running_loop()

    def read(session: Session) -> tuple[int, int]:
        before = how_many(session)
        witness.meanwhile(loop, write_one(database, "meanwhile"))
        return before, how_many(session)

    assert await database.read(read) == (0, 0)
    assert await database.read(how_many) == 1


async def test_a_long_reader_keeps_nobody_waiting(database: Database) -> None:
    loop = asyncio.get_running_loop()

    def read(session: Session) -> list[int]:
        return [how_many(session), *(witness.meanwhile(loop, database.read(how_many)) for _ in range(3))]

    assert await database.read(read) == [0] * 4


async def test_readers_take_turns(database: Database) -> None:
    assert await asyncio.gather(*(database.read(how_many) for _ in range(10))) == [0] * 10


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await database.read(agreements.put, "new", "1")


async def test_a_session_ends_with_its_transaction(database: Database) -> None:
    ended: list[Session] = []

    def fail(session: Session) -> None:
        ended.append(session)
        raise ZeroDivisionError

    await database.write(ended.append)
    with pytest.raises(ZeroDivisionError):
        await database.write(fail)
    for session in ended:
        with pytest.raises(RuntimeError, match="over"):
            agreements.put(session, "late", "1")
    assert len(ended) == 2


OF_NO_ROUND = """
INSERT INTO messages (round_id, purpose, subject, page, channel_id) VALUES (404, 'card', 'card 404 0', 0, 1)
"""


async def test_a_failed_commit_is_undone(database: Database, tmp_path: Path) -> None:
    def write_for_later(session: Session) -> None:
        session.run("PRAGMA defer_foreign_keys = ON")
        session.run(OF_NO_ROUND)

    with pytest.raises(sqlite3.IntegrityError):
        await database.write(write_for_later)
    witness.assert_nobody_writes(tmp_path / "drabbles.sqlite3")
    await write_one(database, "next")


async def test_rows_point_to_rows(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        await database.write(Session.run, OF_NO_ROUND)


async def test_what_is_committed_is_on_the_disk(database: Database) -> None:
    assert (await database.write(Session.required, "PRAGMA synchronous"))[0] == 2  # FULL
    assert (await database.write(Session.required, "PRAGMA journal_mode"))[0] == "wal"


# -- What is at hand


class Counter:
    """Counts agreements, and how often it was asked to."""

    asked = 0

    def how_many(self, session: Session, _: str = "") -> int:
        self.asked += 1
        return how_many(session)


async def test_an_answer_is_at_hand_until_something_is_written_to_its_tables(database: Database) -> None:
    counter = Counter()
    for _ in range(2):
        assert await database.recall(counter.how_many) == 0
    await database.write(guilds.put, 1, Customs())
    assert await database.recall(counter.how_many) == 0
    assert counter.asked == 1
    await write_one(database, "new")
    assert await database.recall(counter.how_many) == 1


async def test_what_was_read_while_something_was_written_is_not_at_hand_afterwards(database: Database) -> None:
    loop = asyncio.get_running_loop()

    def read(session: Session) -> int:
        before = how_many(session)
        if not before:
            witness.meanwhile(loop, write_one(database, "meanwhile"))
        return before

    assert await database.recall(read) == 0
    assert await database.recall(read) == 1


async def test_who_asks_the_same_meanwhile_waits_for_the_same_answer(database: Database) -> None:
    counter = Counter()
    assert await asyncio.gather(*(database.recall(counter.how_many) for _ in range(5))) == [0] * 5
    assert counter.asked == 1


async def test_who_has_written_meanwhile_hears_of_it(database: Database) -> None:
    loop = asyncio.get_running_loop()
    heard: list[int] = []

    async def write_and_ask() -> None:
        await write_one(database, "meanwhile")
        heard.append(await database.recall(read))

    def read(session: Session) -> int:
        before = how_many(session)
        if not before:
            witness.meanwhile(loop, write_and_ask())
        return before

    assert await database.recall(read) == 0
    assert heard == [1]


async def test_a_cancelled_write_is_forgotten_by_as_well(database: Database) -> None:
    loop = asyncio.get_running_loop()

    def write(session: Session) -> None:
        agreements.put(session, "new", "1")
        witness.meanwhile(loop, cancel())

    async def cancel() -> None:
        writing.cancel()

    assert await database.recall(how_many) == 0
    writing = asyncio.create_task(database.write(write))
    await asyncio.gather(writing, return_exceptions=True)
    assert writing.cancelled()
    assert await database.recall(how_many) == 1


async def test_only_so_much_is_at_hand(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.storage.database, "AT_HAND", 2)
    counter = Counter()
    for name in ("one", "two", "one", "three", "one"):
        await database.recall(counter.how_many, name)
    assert counter.asked == 3
    await database.recall(counter.how_many, "two")
    assert counter.asked == 4


# -- What a session answers


async def test_answers(database: Database) -> None:
    await database.write(assert_answers)


def assert_answers(session: Session) -> None:
    add = "INSERT INTO agreements VALUES (:subject, :fingerprint) ON CONFLICT DO NOTHING"
    session.run_many(add, [{"subject": s, "fingerprint": "f"} for s in "abc"])
    assert session.run(add, {"subject": "c", "fingerprint": "other"}) == 0
    assert session.run("UPDATE agreements SET fingerprint = 'g' WHERE subject > :s", {"s": "a"}) == 2
    row = session.one(f"{add} RETURNING subject", {"subject": "d", "fingerprint": "h"})
    assert row is not None
    assert row["subject"] == "d"
    rows = session.all("SELECT subject, fingerprint FROM agreements ORDER BY subject")
    assert [tuple(row) for row in rows] == [("a", "f"), ("b", "g"), ("c", "g"), ("d", "h")]
    assert session.one(COUNT + " WHERE FALSE GROUP BY subject") is None
    with pytest.raises(LookupError):
        session.required("SELECT 1 FROM agreements WHERE subject = 'z'")


async def test_agreements(database: Database) -> None:
    assert await database.read(agreements.get, "commands") is None
    await database.write(agreements.put, "commands", "one")
    await database.write(agreements.put, "commands", "two")
    assert await database.read(agreements.get, "commands") == "two"


async def test_guilds(database: Database) -> None:
    assert await database.read(guilds.customs, 1) == Customs()
    changed = Customs(
        channel_id=10,
        moderator_role_id=11,
        notices_channel_id=12,
        zone_name="Asia/Tokyo",
        date_order=DateOrder.MONTH_FIRST,
        feedback=("♥", "<:quill:123456789012345678>"),
        convention=Convention.WHITESPACE,
        rule=word_rule.between(100, 500),
        required=(Field.PAIRING,),
    )
    await database.write(guilds.put, 1, Customs(zone_name="Europe/Vienna"))
    await database.write(guilds.put, 2, Customs(required=()))
    await database.write(guilds.put, 1, changed)
    assert await database.read(guilds.customs, 1) == changed
    assert await database.read(guilds.customs, 2) == Customs(required=())


# -- One process at a time


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

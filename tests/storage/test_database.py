import asyncio
import gc
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import bot.storage.database
from bot.domain.rounds.settings import Customs
from bot.storage import agreements, guilds
from bot.storage.database import Database
from bot.storage.session import Session
from bot.storage.sqlite_file.connections import Answer, Connection
from tests.storage import witness

NOW = datetime(2026, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
IN_AN_HOUR = NOW + 60 * MINUTE
COUNT = "SELECT count(*) AS n FROM agreements"


def how_many(session: Session) -> int:
    return session.required(COUNT)["n"]


async def write_one(database: Database, name: str) -> None:
    await database.write(agreements.put, name, "1")


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
        before = witness.agreed(session, "counter") or "0"
        agreements.put(session, "counter", str(int(before) + 1))

    await asyncio.gather(*(database.write(count_up) for _ in range(20)))
    assert await database.read(witness.agreed, "counter") == "20"


async def test_readers_see_only_what_is_committed(database: Database) -> None:
    loop = asyncio.get_running_loop()

    def write(session: Session) -> str | None:
        agreements.put(session, "new", "1")
        return witness.meanwhile(loop, database.read(witness.agreed, "new"))

    assert await database.write(write) is None
    assert await database.read(witness.agreed, "new") == "1"


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
    assert (await database.write(Session.required, "PRAGMA synchronous"))["synchronous"] == 2  # FULL
    assert (await database.write(Session.required, "PRAGMA journal_mode"))["journal_mode"] == "wal"


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


class Diary:
    """Counts how often it was asked what is due; one thing is, from an hour on."""

    asked = 0

    def due(self, session: Session, now: datetime, _: str = "") -> tuple[int, datetime | None]:
        self.asked += 1
        return how_many(session) + (now >= IN_AN_HOUR), IN_AN_HOUR if now < IN_AN_HOUR else None


async def test_what_is_due_is_at_hand_until_more_may_be(database: Database) -> None:
    diary = Diary()
    for minutes in (0, 10, 59):
        assert await database.recall_due(diary.due, NOW + minutes * MINUTE) == (0, IN_AN_HOUR)
    assert diary.asked == 1
    for minutes in (60, 6_000):
        assert await database.recall_due(diary.due, NOW + minutes * MINUTE) == (1, None)
    assert diary.asked == 2
    await write_one(database, "new")
    assert await database.recall_due(diary.due, NOW + 6_000 * MINUTE) == (2, None)
    assert await database.recall_due(diary.due, NOW, "of another kind") == (1, IN_AN_HOUR)
    assert diary.asked == 4


async def test_what_was_due_on_a_clock_that_goes_back_is_not_at_hand(database: Database) -> None:
    diary = Diary()
    assert await database.recall_due(diary.due, IN_AN_HOUR) == (1, None)
    assert await database.recall_due(diary.due, NOW) == (0, IN_AN_HOUR)


async def test_who_asks_later_in_one_turn_hears_what_is_due_by_then(database: Database) -> None:
    diary = Diary()
    asked = (database.recall_due(diary.due, now) for now in (NOW, IN_AN_HOUR, NOW))
    assert await asyncio.gather(*asked) == [(0, IN_AN_HOUR), (1, None), (0, IN_AN_HOUR)]
    assert diary.asked == 2


# -- Trips


async def test_who_reads_in_one_turn_shares_a_trip_and_no_error(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    trips = 0
    transact = Connection.transact

    def counted(connection: Connection, work: Any) -> Any:
        nonlocal trips
        trips += 1
        return transact(connection, work)

    def fail(_: Session) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Connection, "transact", counted)
    asked = database.read(how_many), database.read(fail), database.recall(how_many), database.read(fail)
    outcomes = await asyncio.gather(*asked, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [int, ZeroDivisionError, int, ZeroDivisionError]
    assert trips == 1
    await write_one(database, "new")
    assert await database.recall(how_many) == 1, "each answer knows its own tables"


async def test_an_answer_takes_an_error_that_a_future_refuses() -> None:
    """Else those who asked in the same turn would wait for ever."""
    answer = Answer[None]()
    answer.set_exception(StopIteration())
    with pytest.raises(RuntimeError, match="StopIteration"):
        await answer


async def test_a_reader_is_there_once_it_is_needed(tmp_path: Path) -> None:
    threads = witness.other_threads()
    database = await Database.open(tmp_path / "drabbles.sqlite3")
    assert len(witness.other_threads() - threads) == 1, "the writer's"
    for _ in range(3):
        assert await database.read(how_many) == 0
    assert len(witness.other_threads() - threads) == 2
    await database.close()
    witness.assert_ended(witness.other_threads() - threads)
    with pytest.raises(ValueError, match="no active connection"):
        await database.read(how_many)

"""The database file: one writer, some readers, and transactions that no cancelled task leaves half done.

A transaction is a plain function of its session. It runs in its connection's thread from BEGIN to COMMIT, in one trip.
"""

import asyncio
import functools
import sqlite3
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine, Hashable, Iterable, Mapping
from contextlib import AsyncExitStack, closing
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

import aiosqlite

from bot.storage import errors, statement
from bot.storage.sqlite_file import journals, locks, migrations, owners

Row = sqlite3.Row
Values = Mapping[str, int | str | bytes | float | None]

_T = TypeVar("_T")
_P = ParamSpec("_P")
_NO_VALUES: Values = {}

READERS = 2
"""One may be busy with a long read while another answers."""

AT_HAND = 200
"""The most answers that `recall` keeps."""

LONGEST_LOG = 16 * 1024 * 1024
"""Bytes of log that stay on the disk after a large transaction. SQLite starts the log anew from a quarter of them."""


class Session:
    """One transaction's connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._open: sqlite3.Connection | None = connection
        self.named: set[str] = set()
        """Tables read or written so far."""
        self.written: set[str] = set()
        """Tables written so far."""

    def end(self) -> None:
        """Close the session, so that no late statement slips into somebody else's transaction."""
        self._open = None

    def one(self, sql: str, values: Values = _NO_VALUES) -> Row | None:
        """The first row, if any; also of RETURNING."""
        rows = self.all(sql, values)
        return rows[0] if rows else None

    def required(self, sql: str, values: Values = _NO_VALUES) -> Row:
        """The first row, where there always is one."""
        row = self.one(sql, values)
        if row is None:
            raise LookupError(f"no row where there has to be one: {sql}")
        return row

    def all(self, sql: str, values: Values = _NO_VALUES) -> list[Row]:
        with self._cursor(sql) as cursor:
            return cursor.execute(sql, values).fetchall()

    def run(self, sql: str, values: Values = _NO_VALUES) -> int:
        """Run an INSERT, UPDATE or DELETE without RETURNING. Returns the number of changed rows."""
        with self._cursor(sql) as cursor:
            return cursor.execute(sql, values).rowcount

    def run_many(self, sql: str, values: Iterable[Values]) -> None:
        """Run the statement once for each of these values."""
        with self._cursor(sql) as cursor:
            cursor.executemany(sql, values)

    def _cursor(self, sql: str) -> closing[sqlite3.Cursor]:
        # Closed at once: a cursor freed later would reset its statement under whoever runs the same one just then.
        if self._open is None:
            raise RuntimeError("this session's transaction is over")
        self.named |= statement.named(sql)
        self.written |= statement.written(sql)
        return closing(self._open.cursor())


class _Connection(aiosqlite.Connection):
    waiting = 0
    """Transactions that run or wait in this connection's thread."""

    async def transact(self, begin: str, work: Callable[[Session], _T]) -> _T:
        """The work's answer, once its transaction is over. The thread runs whole transactions, one after the other:
        that is the lock.
        """
        self.waiting += 1
        try:
            # aiosqlite has no public way to run several statements in its thread. Its own methods use this one, which
            # has no types.
            run: Coroutine[Any, Any, _T] = self._execute(  # pyright: ignore[reportUnknownMemberType]
                _transaction, self._conn, begin, work
            )
            return await _to_its_end(run)
        finally:
            self.waiting -= 1


class Database:
    """An open database file, locked against every other process; made by `open`."""

    def __init__(self, *, writer: _Connection, readers: list[_Connection], opened: AsyncExitStack) -> None:
        self._writer = writer
        self._readers = readers
        self._opened = opened
        self._writes = 0
        self._at_hand: OrderedDict[Hashable, tuple[Any, frozenset[str]]] = OrderedDict()
        """Kept answers by question, each with the tables it came from."""
        self._reading: dict[Hashable, asyncio.Task[Any]] = {}

    @classmethod
    async def open(cls, path: Path) -> Self:
        """The database in this file, made or brought up to date. Raises a DatabaseError that says why not."""
        path = path.resolve()  # noqa: ASYNC240 - nothing else runs yet when the bot opens its database
        async with AsyncExitStack() as opened:
            opened.enter_context(locks.held(path))
            _make(path)
            opened.enter_context(locks.held_under_any_name(path))
            journals.must_belong(path)
            migrations.migrate(path)
            writer = await _connect(path, "rw", opened)
            readers = [await _connect(path, "ro", opened) for _ in range(READERS)]
            return cls(writer=writer, readers=readers, opened=opened.pop_all())

    async def write(self, work: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Run one transaction at a time: kept on return, undone on an error. A cancelled task may have written."""
        written: set[str] = set()

        def noted(session: Session) -> _T:
            try:
                return work(session, *args, **kwargs)
            finally:
                written.update(session.written)

        try:
            return await self._writer.transact("BEGIN IMMEDIATE", noted)
        finally:
            self._forget(written)

    async def read(self, work: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Answer from what was committed when the first statement ran. Later writes do not show."""
        reader = min(self._readers, key=lambda each: each.waiting)
        return await reader.transact("BEGIN", lambda session: work(session, *args, **kwargs))

    async def recall(self, work: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """The answer of `read`, kept until something is written to a table it came from. Nobody may change it."""
        asked = (work, args, *kwargs.items())
        if asked in self._at_hand:
            self._at_hand.move_to_end(asked)
            return self._at_hand[asked][0]
        # Whoever asks the same meanwhile waits for the same answer, unless something was written since the question.
        now = asked, self._writes
        if now not in self._reading:
            reading = asyncio.create_task(self._read_to_keep(asked, lambda session: work(session, *args, **kwargs)))
            self._reading[now] = reading
            reading.add_done_callback(lambda _: self._reading.pop(now))
        return await asyncio.shield(self._reading[now])

    async def _read_to_keep(self, asked: Hashable, work: Callable[[Session], _T]) -> _T:
        named: set[str] = set()

        def noted(session: Session) -> _T:
            answer = work(session)
            named.update(session.named)
            return answer

        before = self._writes
        answer = await self.read(noted)
        if self._writes == before:  # a write meanwhile may have made the answer old
            self._at_hand[asked] = answer, frozenset(named)
            if len(self._at_hand) > AT_HAND:
                self._at_hand.popitem(last=False)
        return answer

    def _forget(self, written: set[str]) -> None:
        self._writes += 1
        for asked in [asked for asked, (_, named) in self._at_hand.items() if not named.isdisjoint(written)]:
            del self._at_hand[asked]

    async def close(self) -> None:
        """Close after the running transactions. The last connection moves the log into the file."""
        await self._opened.aclose()


def writes(
    use_case: Callable[Concatenate[Session, _P], _T],
) -> Callable[Concatenate[Database, _P], Coroutine[Any, Any, _T]]:
    """A use case that is one writing transaction."""

    @functools.wraps(use_case)
    async def in_one_trip(database: Database, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        return await database.write(use_case, *args, **kwargs)

    return in_one_trip


def reads(
    use_case: Callable[Concatenate[Session, _P], _T],
) -> Callable[Concatenate[Database, _P], Coroutine[Any, Any, _T]]:
    """A use case that is one reading transaction."""

    @functools.wraps(use_case)
    async def in_one_trip(database: Database, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        return await database.read(use_case, *args, **kwargs)

    return in_one_trip


def recalls(
    use_case: Callable[Concatenate[Session, _P], _T],
) -> Callable[Concatenate[Database, _P], Coroutine[Any, Any, _T]]:
    """A use case that is one reading transaction, or none while its answer is at hand."""

    @functools.wraps(use_case)
    async def in_one_trip(database: Database, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        return await database.recall(use_case, *args, **kwargs)

    return in_one_trip


def _make(path: Path) -> None:
    """Make an empty file where there is none, since a lock needs a file. No other user may read it."""
    try:
        if not path.exists():
            owners.make(path, owners.of(path))
        for ending in ("", "-wal", "-shm"):
            owners.close_to_others(path.with_name(path.name + ending))
    except OSError as error:
        raise errors.DatabaseUnusableError(path, error) from error


async def _connect(path: Path, mode: str, opened: AsyncExitStack) -> _Connection:
    def connector() -> sqlite3.Connection:
        return sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=5)

    connection = _Connection(connector, iter_chunk_size=1)

    async def close() -> None:
        await _to_its_end(connection.close())

    opened.push_async_callback(close)
    await _to_its_end(connection)
    connection.row_factory = Row
    await connection.execute_fetchall("PRAGMA foreign_keys = ON")
    # NORMAL would sync only at checkpoints: a power cut could take back a story already acknowledged, or the
    # note that a message was tried. People write at the speed of people, and reactions come in batches.
    await connection.execute_fetchall("PRAGMA synchronous = FULL")
    await connection.execute_fetchall(f"PRAGMA journal_size_limit = {LONGEST_LOG}")
    return connection


def _transaction(connection: sqlite3.Connection, begin: str, work: Callable[[Session], _T]) -> _T:
    """BEGIN, the work, then COMMIT or a rollback."""
    session = Session(connection)
    try:
        connection.execute(begin).close()
        result = work(session)
        connection.execute("COMMIT").close()
    except BaseException:
        connection.rollback()
        raise
    finally:
        session.end()
    return result


async def _to_its_end(work: Awaitable[_T]) -> _T:
    """The work's result. A cancellation waits until the work is done, and then counts."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as error:
            cancelled = error
    result = task.result()
    if cancelled is not None:
        raise cancelled
    return result

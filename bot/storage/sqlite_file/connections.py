"""Connections to a database file. A transaction runs in its connection's thread from BEGIN to COMMIT, in one trip, and
no cancelled task leaves it half done.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import aiosqlite

from bot.storage import errors
from bot.storage.session import Session
from bot.storage.sqlite_file import journals, locks, migrations, owners

_T = TypeVar("_T")

SYNCHRONOUS = "FULL"
"""NORMAL would sync only at checkpoints: a power cut could take back a story already acknowledged, or the note that a
message was tried. People write at the speed of people, and reactions come in batches.
"""
LONGEST_LOG = 16 * 1024 * 1024
"""Bytes of log that stay on the disk after a large transaction. SQLite starts the log anew from a quarter of them."""


class Answer(asyncio.Future[_T]):
    """What comes back from a connection's thread. A cancellation of who waits for it counts once it is there."""

    def cancel(self, msg: Any | None = None) -> bool:
        return False

    def set_exception(self, exception: type[BaseException] | BaseException, /) -> None:
        """A future takes no StopIteration: who waits for it would wait for ever."""
        if isinstance(exception, StopIteration):
            exception = RuntimeError("a transaction ended with StopIteration")
        super().set_exception(exception)


class Connection(aiosqlite.Connection):
    """Connects with the first thing that is asked of it."""

    def __init__(self, connector: Callable[[], sqlite3.Connection], begin: str) -> None:
        super().__init__(connector, iter_chunk_size=1)
        self._begin = begin
        self._asked = self._done = 0

    @property
    def waiting(self) -> int:
        """How much runs or waits in this connection's thread, which alone counts what is done."""
        return self._asked - self._done

    def transact(self, work: Callable[[Session], _T]) -> Answer[_T]:
        """The work's answer, once its transaction is over. The thread runs whole transactions, one after the other:
        that is the lock.
        """
        return self.in_thread(partial(_transaction, self._begin, work))

    async def overwrite(self) -> bool:
        """Write the file anew, without anything that was deleted, and empty the log. False where somebody still reads
        from the log.

        `secure_delete` alone leaves some of what lay between pages when rows moved.
        """
        return await self.in_thread(_overwritten)

    def in_thread(self, work: Callable[[sqlite3.Connection], _T]) -> Answer[_T]:
        """The work's answer, in one trip."""
        if not self._running:
            raise ValueError("no active connection")
        if self._thread.ident is None:
            self._thread.start()
        self._asked += 1
        answer = Answer[_T]()
        # aiosqlite has no public way to run several statements in its thread. Its own methods use this queue, which has
        # no types.
        self._tx.put_nowait((answer, partial(self._connected, work)))  # pyright: ignore[reportUnknownMemberType]
        return answer

    def _connected(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        try:
            if self._connection is None:
                self._connection = self._connector()
            return work(self._connection)
        finally:
            self._done += 1

    async def close(self) -> None:
        """Close after all that was asked. This may be done again."""
        if self._running and self._thread.ident is not None:
            stopped = self.stop()  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
            await _to_its_end(cast("Awaitable[None]", stopped))
        self._running = False


async def connect(path: Path, readers: int, opened: AsyncExitStack) -> tuple[Connection, list[Connection]]:
    """A writer and some readers of this file, which is made or brought up to date, and locked against every other
    process. Raises a DatabaseError that says why not.
    """
    path = path.resolve()  # noqa: ASYNC240 - nothing else runs yet when the bot opens its database
    opened.enter_context(locks.held(path))
    _make(path)
    opened.enter_context(locks.held_under_any_name(path))
    journals.must_belong(path)
    migrations.migrate(path)
    writer = _connection(path, "rw", "BEGIN IMMEDIATE", opened)
    await writer.in_thread(_exists)
    return writer, [_connection(path, "ro", "BEGIN", opened) for _ in range(readers)]


def _make(path: Path) -> None:
    """Make an empty file where there is none, since a lock needs a file. No other user may read it."""
    try:
        if not path.exists():
            owners.make(path, owners.of(path))
        for ending in ("", "-wal", "-shm"):
            owners.close_to_others(path.with_name(path.name + ending))
    except OSError as error:
        raise errors.DatabaseUnusableError(path, error) from error


def _connection(path: Path, mode: str, begin: str, opened: AsyncExitStack) -> Connection:
    connection = Connection(partial(_connect, path, mode), begin)
    opened.push_async_callback(connection.close)
    return connection


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=5)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON").close()
    connection.execute("PRAGMA secure_delete = ON").close()
    connection.execute(f"PRAGMA synchronous = {SYNCHRONOUS}").close()
    connection.execute(f"PRAGMA journal_size_limit = {LONGEST_LOG}").close()
    return connection


def _exists(_: sqlite3.Connection) -> None:
    """Nothing but a connection is asked for."""


def _transaction(begin: str, work: Callable[[Session], _T], connection: sqlite3.Connection) -> _T:
    """BEGIN, the work, then COMMIT or a rollback."""
    session = Session(connection.cursor)
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


def _overwritten(connection: sqlite3.Connection) -> bool:
    connection.execute("VACUUM").close()
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


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

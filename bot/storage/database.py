"""The database file: one writer, one reader, and transactions that no cancelled task leaves half done."""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator, Awaitable, Iterable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Self, TypeVar

import aiosqlite

from bot.storage import errors, locks, migrations, owners

Row = sqlite3.Row
Values = Mapping[str, int | str | bytes | float | None]

_T = TypeVar("_T")
_NO_VALUES: Values = {}

LONGEST_LOG = 16 * 1024 * 1024
"""Bytes that the log keeps on the disk after a large transaction; SQLite begins it anew from a quarter of that on."""


class Session:
    """One transaction's connection."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._open: aiosqlite.Connection | None = connection

    @property
    def _connection(self) -> aiosqlite.Connection:
        if self._open is None:
            raise RuntimeError("this session's transaction is over")
        return self._open

    def end(self) -> None:
        """From here on nothing said through this session can slip into somebody else's transaction."""
        self._open = None

    async def one(self, sql: str, values: Values = _NO_VALUES) -> Row | None:
        """The first row, if any; also of RETURNING."""
        rows = await self.all(sql, values)
        return rows[0] if rows else None

    async def required(self, sql: str, values: Values = _NO_VALUES) -> Row:
        """The first row, where there always is one."""
        row = await self.one(sql, values)
        if row is None:
            raise LookupError(f"no row where there has to be one: {sql}")
        return row

    async def all(self, sql: str, values: Values = _NO_VALUES) -> list[Row]:
        return list(await self._connection.execute_fetchall(sql, values))

    async def run(self, sql: str, values: Values = _NO_VALUES) -> int:
        """How many rows an INSERT, UPDATE or DELETE without RETURNING changed."""
        cursor = await self._connection.execute(sql, values)
        return cursor.rowcount

    async def run_many(self, sql: str, values: Iterable[Values]) -> None:
        """The same for each of these; a generator is run in the connection's thread, one row after the other."""
        await self._connection.executemany(sql, values)


class Database:
    """An open database file, locked against every other process; made by `open`."""

    def __init__(self, *, writer: aiosqlite.Connection, reader: aiosqlite.Connection, opened: AsyncExitStack) -> None:
        self._writer = writer
        self._reader = reader
        self._opened = opened
        self._writers_turn = asyncio.Lock()
        self._readers_turn = asyncio.Lock()

    @classmethod
    async def open(cls, path: Path) -> Self:
        """The database in this file, made or brought up to date; or a DatabaseError that says why not."""
        path = path.resolve()  # noqa: ASYNC240 - nothing else runs yet when the bot opens its database
        async with AsyncExitStack() as opened:
            opened.enter_context(locks.held(path))
            _make(path)
            opened.enter_context(locks.held_under_any_name(path))
            migrations.migrate(path)
            writer = await _connect(path, "rw", opened)
            reader = await _connect(path, "ro", opened)
            return cls(writer=writer, reader=reader, opened=opened.pop_all())

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[Session]:
        """One transaction at a time: kept when the block ends, undone when it raises or is cancelled."""
        async with self._writers_turn, _transaction(self._writer, "BEGIN IMMEDIATE") as session:
            yield session

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[Session]:
        """What was committed when the first statement ran, whatever is written meanwhile."""
        async with self._readers_turn, _transaction(self._reader, "BEGIN") as session:
            yield session

    async def close(self) -> None:
        """After the running transactions. The last connection to close moves everything into the one file."""
        async with self._writers_turn, self._readers_turn:
            await self._opened.aclose()


def _make(path: Path) -> None:
    """An empty file, where there is none: what is there can be locked. Either way, nobody else reads it."""
    try:
        if not path.exists():
            owners.make(path, owners.of(path))
        for ending in ("", "-wal", "-shm"):
            owners.close_to_others(path.with_name(path.name + ending))
    except OSError as error:
        raise errors.DatabaseUnusableError(path, error) from error


async def _connect(path: Path, mode: str, opened: AsyncExitStack) -> aiosqlite.Connection:
    # No statement is kept for the next time: a cursor that is freed late, when garbage is collected, resets its own,
    # and would disturb whoever is running the same one just then.
    connection = aiosqlite.connect(
        f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=5, cached_statements=0
    )

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


@asynccontextmanager
async def _transaction(connection: aiosqlite.Connection, begin: str) -> AsyncGenerator[Session]:
    """BEGIN, the block, and the end that it earned.

    A statement goes on in the connection's thread when its task is cancelled, and so does BEGIN; the thread
    works in order, so what ends the transaction comes after them all.
    """
    session = Session(connection)
    try:
        await connection.execute_fetchall(begin)
        yield session
    except BaseException:
        session.end()
        await _to_its_end(connection.rollback())
        raise
    session.end()
    await _to_its_end(_commit(connection))


async def _commit(connection: aiosqlite.Connection) -> None:
    # Not connection.commit(), which says nothing where an error has already undone the transaction.
    try:
        await connection.execute_fetchall("COMMIT")
    except sqlite3.Error:
        await connection.rollback()
        raise


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

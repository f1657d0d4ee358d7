"""The database: one writer, some readers, and answers at hand. No other file of ours knows that SQLite keeps it."""

import asyncio
import functools
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Hashable
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from bot.storage.session import Session
from bot.storage.sqlite_file import connections, copies, health
from bot.storage.sqlite_file.connections import Connection

_T = TypeVar("_T")
_P = ParamSpec("_P")

READERS = 2
"""One may be busy with a long read while another answers."""

AT_HAND = 200
"""The most answers that `recall` keeps."""


class Database:
    """An open database, locked against every other process; made by `open`."""

    def __init__(self, *, writer: Connection, readers: list[Connection], opened: AsyncExitStack) -> None:
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
        async with AsyncExitStack() as opened:
            writer, readers = await connections.connect(path, READERS, opened)
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
            return await self._writer.transact(noted)
        finally:
            self._forget(written)

    async def read(self, work: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Answer from what was committed when the first statement ran. Later writes do not show."""
        reader = min(self._readers, key=lambda each: each.waiting)
        return await reader.transact(lambda session: work(session, *args, **kwargs))

    async def recall(self, work: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """The answer of `read`, kept until something is written to a table it came from. Nobody may change it."""
        asked = (work, args, *kwargs.items())
        at_hand = self._at_hand.get(asked)
        if at_hand is not None:
            self._at_hand.move_to_end(asked)
            return at_hand[0]
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
        if not written:
            return
        self._writes += 1
        for asked in [asked for asked, (_, named) in self._at_hand.items() if not named.isdisjoint(written)]:
            del self._at_hand[asked]

    async def overwrite(self) -> bool:
        """Leave nothing in the database's files that was deleted. False where that has to be tried again."""
        return await self._writer.overwrite()

    async def close(self) -> None:
        """Close after the running transactions. The last connection moves the log into the file."""
        await self._opened.aclose()


def writes(
    use_case: Callable[Concatenate[Session, _P], _T],
) -> Callable[Concatenate[Database, _P], Coroutine[Any, Any, _T]]:
    """A use case that is one writing transaction."""

    @functools.wraps(use_case)
    def in_one_trip(database: Database, *args: _P.args, **kwargs: _P.kwargs) -> Coroutine[Any, Any, _T]:
        return database.write(use_case, *args, **kwargs)

    return in_one_trip


def reads(
    use_case: Callable[Concatenate[Session, _P], _T],
) -> Callable[Concatenate[Database, _P], Coroutine[Any, Any, _T]]:
    """A use case that is one reading transaction."""

    @functools.wraps(use_case)
    def in_one_trip(database: Database, *args: _P.args, **kwargs: _P.kwargs) -> Coroutine[Any, Any, _T]:
        return database.read(use_case, *args, **kwargs)

    return in_one_trip


def recalls(
    use_case: Callable[Concatenate[Session, _P], _T],
) -> Callable[Concatenate[Database, _P], Coroutine[Any, Any, _T]]:
    """A use case that is one reading transaction, or none while its answer is at hand."""

    @functools.wraps(use_case)
    def in_one_trip(database: Database, *args: _P.args, **kwargs: _P.kwargs) -> Coroutine[Any, Any, _T]:
        return database.recall(use_case, *args, **kwargs)

    return in_one_trip


def back_up(path: Path, copy: Path) -> None:
    """Copy a database, which a bot may be using, into a new file."""
    copies.back_up(path, copy)


def restore(copy: Path, path: Path, now: datetime) -> Path | None:
    """Put the copy in the database's place. Returns where the replaced one is kept; None if there was none."""
    return copies.restore(copy, path, now)


def size(session: Session) -> int:
    """Bytes."""
    return health.size(session)


def flaws(session: Session) -> tuple[str, ...]:
    return health.flaws(session)

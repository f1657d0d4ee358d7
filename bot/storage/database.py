"""The database: one writer, some readers, and answers at hand. No other file of ours knows that SQLite keeps it."""

import asyncio
import functools
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Hashable, Iterable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from bot.storage.session import Session
from bot.storage.sqlite_file import connections, copies, health
from bot.storage.sqlite_file.connections import Answer, Connection

_T = TypeVar("_T")
_P = ParamSpec("_P")

Due = tuple[_T, datetime | None]
"""What is due at a moment, and the next one at which more may be."""
READERS = 2
"""One may be busy with a long read while another answers."""

AT_HAND = 200
"""The most answers that `recall` keeps."""


@dataclass(frozen=True, slots=True)
class Enquiry:
    work: Callable[[Session], Any]
    answer: Answer[Any]
    keep: Callable[[Answer[Any]], None] | None
    """What is done with the answer before anybody goes on with it."""

    def settle(self, answer: Any, error: BaseException | None) -> None:
        if error is None:
            self.answer.set_result(answer)
        else:
            self.answer.set_exception(error)
        if self.keep is not None:
            self.keep(self.answer)


class Database:
    """An open database, locked against every other process; made by `open`."""

    def __init__(self, *, writer: Connection, readers: list[Connection], opened: AsyncExitStack) -> None:
        self._writer = writer
        self._readers = readers
        self._opened = opened
        self._writes = 0
        self._at_hand: OrderedDict[Hashable, tuple[Any, frozenset[str]]] = OrderedDict()
        """Kept answers by question, each with the tables it came from."""
        self._reading: dict[Hashable, Answer[Any]] = {}
        self._enquiries: list[Enquiry] = []
        """What was asked in this turn of the loop: one trip for all of it."""

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
        """Answer from what is committed at one moment from now on. Writes of other moments do not show."""
        return await self._ask(lambda session: work(session, *args, **kwargs))

    async def recall(self, work: Callable[Concatenate[Session, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """The answer of `read`, kept until something is written to a table it came from. Nobody may change it."""
        return await self._recalled((work, args, *kwargs.items()), lambda session: work(session, *args, **kwargs))

    async def recall_due(
        self,
        work: Callable[Concatenate[Session, datetime, _P], Due[_T]],
        now: datetime,
        *args: _P.args,
        **kwargs: _P.kwargs,
    ) -> Due[_T]:
        """What is due, and the next moment at which more may be. Kept till then, or as long as by `recall`."""
        asked = (work, args, *kwargs.items())
        if asked in self._at_hand:
            since, (_, next_at) = self._at_hand[asked][0]
            if now < since or (next_at is not None and now >= next_at):
                del self._at_hand[asked]
        return (await self._recalled(asked, lambda session: (now, work(session, now, *args, **kwargs)), now))[1]

    async def _recalled(self, asked: Hashable, work: Callable[[Session], _T], now: datetime | None = None) -> _T:
        at_hand = self._at_hand.get(asked)
        if at_hand is not None:
            self._at_hand.move_to_end(asked)
            return at_hand[0]
        # Whoever asks the same meanwhile waits for the same answer, unless something was written since the question.
        question = asked, now, self._writes
        if question not in self._reading:
            self._reading[question] = self._ask(
                lambda session: (work(session), frozenset(session.named)), partial(self._keep, question)
            )
        return (await self._reading[question])[0]

    def _keep(
        self, question: tuple[Hashable, datetime | None, int], answer: Answer[tuple[Any, frozenset[str]]]
    ) -> None:
        del self._reading[question]
        asked, _, writes = question
        if answer.exception() is None and self._writes == writes:  # a write meanwhile may have made the answer old
            self._at_hand[asked] = answer.result()
            if len(self._at_hand) > AT_HAND:
                self._at_hand.popitem(last=False)

    def _ask(self, work: Callable[[Session], _T], keep: Callable[[Answer[_T]], None] | None = None) -> Answer[_T]:
        if not self._enquiries:
            asyncio.get_running_loop().call_soon(self._set_out)
        answer = Answer[_T]()
        self._enquiries.append(Enquiry(work, answer, keep))
        return answer

    def _set_out(self) -> None:
        enquiries, self._enquiries = self._enquiries, []
        reader = min(self._readers, key=lambda each: each.waiting)
        try:
            reader.transact(partial(found, enquiries)).add_done_callback(partial(deliver, enquiries))
        except ValueError as closed:
            for enquiry in enquiries:
                enquiry.settle(None, closed)

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


def recalls_due(
    use_case: Callable[Concatenate[Session, datetime, _P], Due[_T]],
) -> Callable[Concatenate[Database, datetime, _P], Coroutine[Any, Any, Due[_T]]]:
    """A use case that tells what is due. It takes one reading transaction, or none while the answer is at hand."""

    @functools.wraps(use_case)
    def in_one_trip(database: Database, now: datetime, *args: _P.args, **kwargs: _P.kwargs) -> Coroutine[Any, Any, Any]:
        return database.recall_due(use_case, now, *args, **kwargs)

    return in_one_trip


def found(enquiries: Iterable[Enquiry], session: Session) -> list[tuple[Any, Exception | None]]:
    """The answer to each enquiry, or its error."""
    return [outcome(enquiry.work, session) for enquiry in enquiries]


def outcome(work: Callable[[Session], Any], session: Session) -> tuple[Any, Exception | None]:
    session.named = set()
    try:
        return work(session), None
    except Exception as error:  # noqa: BLE001 - it is raised where somebody waits for the answer
        return None, error


def deliver(enquiries: Iterable[Enquiry], trip: asyncio.Future[list[tuple[Any, Exception | None]]]) -> None:
    failed = trip.exception()
    for enquiry, (answer, error) in zip(enquiries, repeat((None, failed)) if failed else trip.result(), strict=False):
        enquiry.settle(answer, error)


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

"""Whether a bot has settled is asked only when nothing of it can go on. The simulator asks after each step of any task,
which takes longer than most steps do.
"""

import asyncio
import contextvars
from typing import Any
from weakref import WeakKeyDictionary

import simcord.env
from simcord import _dpy_internals, _runtime

from bot.storage.sqlite_file.connections import Connection

IDLE = 0.01
"""How often the simulator looks at what else keeps a bot waiting, such as a process of its own; in real seconds."""
MOST_TURNS = 1_000
"""Turns of the loop without an end to the work; then the simulator looks whether it takes too long."""

Loop = asyncio.AbstractEventLoop
Future = asyncio.Future[Any]

OF_NOBODY = contextvars.Context()
"""Without the mark of a bot, whose looks the simulator would wait for."""


def monotonic() -> float:
    """What the simulator answers, which imports a module each time; and each turn of the loop asks."""
    env = _runtime._selected_env(driver=False)
    return _dpy_internals.real_monotonic() if env is None else env._virtual_time


class Calm:
    """The calm of one loop, and who waits for it. They go on together: each alone would be ready in every turn."""

    def __init__(self) -> None:
        self.asked: set[Future] = set()
        """What was asked of databases and is not answered yet."""
        self._waiters: list[Future] = []
        self._turns = 0
        self._patience: asyncio.TimerHandle | None = None

    def waits(self) -> Future:
        """Done when everybody else waits for something, and nobody for a database."""
        waiter: Future = running().create_future()
        self._waiters.append(waiter)
        if len(self._waiters) == 1:
            self._turns = 0
            self._look_soon()
        return waiter

    def answered(self, answer: Future) -> None:
        self.asked.discard(answer)
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
            self._look_soon()

    def _look_soon(self) -> None:
        asyncio.BaseEventLoop.call_soon(running(), self._look, context=OF_NOBODY)

    def _look(self) -> None:
        self._turns += 1
        if self._turns < MOST_TURNS and running()._ready:
            self._look_soon()
        elif self._turns < MOST_TURNS and self.asked:
            self._patience = running().call_later(IDLE, self._end)
        else:
            self._end()

    def _end(self) -> None:
        self._patience = None
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if not waiter.done():  # nobody cancelled who waits for it
                waiter.set_result(None)


calms: WeakKeyDictionary[Loop, Calm] = WeakKeyDictionary()


def running() -> Any:
    return asyncio.get_running_loop()


class Asyncio:
    """asyncio, but that a turn given to others lasts until they need no more."""

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    async def sleep(self, delay: float) -> None:
        await (asyncio.sleep(delay) if delay else calms.setdefault(running(), Calm()).waits())


def keep() -> None:
    """Once: there is one simulator in a process."""
    settle: Any = simcord.Env._settle_internal
    settle.__kwdefaults__["idle"] = IDLE
    replace(Connection, "in_thread", counted)
    replace(simcord.env, "asyncio", Asyncio())
    replace(_dpy_internals, "_clock_monotonic", monotonic)
    # Else a record is looked for by comparing all parts of all records.
    replace(_runtime._CallbackRecord, "__eq__", object.__eq__)


def replace(place: Any, name: str, value: Any) -> None:
    """What is private there has no name for a type checker."""
    setattr(place, name, value)


in_thread = Connection.in_thread


def counted(connection: Connection, work: Any) -> Any:
    calm = calms.setdefault(running(), Calm())
    answer = in_thread(connection, work)
    calm.asked.add(answer)
    answer.add_done_callback(calm.answered)
    return answer

"""Whether a bot has settled is asked only when nothing of it can go on. The simulator asks after each step of any task,
and notes each step, which takes longer than most steps do.
"""

import asyncio
import contextvars
import weakref
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

    def __init__(self, loop: Any) -> None:
        self._loop = loop
        self.asked: set[Future] = set()
        """What was asked of databases and is not answered yet."""
        self._waiters: list[Future] = []
        self._turns = 0
        self._patience: asyncio.TimerHandle | None = None

    def waits(self) -> Future:
        """Done when everybody else waits for something, and nobody for a database."""
        waiter: Future = self._loop.create_future()
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
        asyncio.BaseEventLoop.call_soon(self._loop, self._look, context=OF_NOBODY)

    def _look(self) -> None:
        self._turns += 1
        if self._turns < MOST_TURNS and self._loop._ready:
            self._look_soon()
        elif self._turns < MOST_TURNS and self.asked:
            self._patience = self._loop.call_later(IDLE, self._end)
        else:
            self._end()

    def _end(self) -> None:
        self._patience = None
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if not waiter.done():  # nobody cancelled who waits for it
                waiter.set_result(None)


calms: WeakKeyDictionary[Loop, Calm] = WeakKeyDictionary()


def calm() -> Calm:
    """That of the running loop."""
    loop = asyncio.get_running_loop()
    return calms.get(loop) or calms.setdefault(loop, Calm(loop))


class Asyncio:
    """asyncio, but that a turn given to others lasts until they need no more."""

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    async def sleep(self, delay: float) -> None:
        await (asyncio.sleep(delay) if delay else calm().waits())


def keep() -> None:
    """Once: there is one simulator in a process."""
    settle: Any = simcord.Env._settle_internal
    settle.__kwdefaults__["idle"] = IDLE
    replace(Connection, "in_thread", counted)
    replace(simcord.env, "asyncio", Asyncio())
    replace(_dpy_internals, "_clock_monotonic", monotonic)
    replace(_runtime, "_track_callback", noted)
    replace(_runtime._WorkState, "track_task", tracked)
    # Else a record is looked for by comparing all parts of all records.
    replace(_runtime._CallbackRecord, "__eq__", object.__eq__)


def replace(place: Any, name: str, value: Any) -> None:
    """What is private there has no name for a type checker."""
    setattr(place, name, value)


note = _runtime._track_callback


def noted(work: Any, original: Any, callback: Any, args: Any, *, context: Any, when: Any, **others: Any) -> Any:
    """What is called soon is noted, but no task's next step: a task that is not done is known to go on."""
    if when is None and isinstance(getattr(callback, "__self__", None), asyncio.Task):
        return original(callback, *args, context=context)
    return note(work, original, callback, args, context=context, when=when, **others)


def tracked(work: Any, task: Any, generation: int, label: str, *inspecting: Any) -> None:
    """A task that ends without an error is forgotten at once: nobody has to see whether somebody takes its error."""
    owner = _runtime._current_task()
    work.tasks[task] = _runtime._TaskRecord(generation, label, None if owner is None else weakref.ref(owner))

    def done(completed: Any) -> None:
        if completed.cancelled() or completed._exception is None:
            work.tasks.pop(completed, None)
        else:
            asyncio.get_running_loop().call_soon(work.inspect_task, completed, work.tasks.get(completed), *inspecting)

    task.add_done_callback(done)


in_thread = Connection.in_thread


def counted(connection: Connection, work: Any) -> Any:
    ours, answer = calm(), in_thread(connection, work)
    ours.asked.add(answer)
    answer.add_done_callback(ours.answered)
    return answer

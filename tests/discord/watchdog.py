"""How long each step of the bot keeps its event loop: of the processor's time, so that a busy machine makes none slow.

The simulator's own work for a request is part of the step that makes it; what Python's collector of garbage takes of a
heap that holds a whole test suite is not. A step that seems to take too long is held against a yardstick at once, so
that neither a slower processor nor coverage, which looks on, makes it slow.
"""

import asyncio
import gc
import re
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

from simcord._runtime import _BOT_SCOPE as OF_THE_BOT

from tests import yardstick

OF_TESTS = re.compile(r"_asyncgen_fixture|<coroutine object (test_|\w+Machine\.)")
"""In the names of a test's own tasks, which start a bot and are none of a bot's that runs."""

MOMENT = 0.001
"""Seconds of earlier steps that may count as part of one."""

Step = tuple[float, str]


class Collector:
    """The time that the collector of garbage took so far."""

    def __init__(self) -> None:
        self.seconds = self.began = 0.0

    def __call__(self, phase: str, _: dict[str, int]) -> None:
        if phase == "start":
            self.began = time.thread_time()
        else:
            self.seconds += time.thread_time() - self.began


@contextmanager
def watching() -> Generator[list[Step]]:
    """The steps that took too long: how long at the yardstick's pace, and what they were."""
    slow: list[Step] = []
    collector = Collector()
    run: Callable[[Any], None] = vars(asyncio.Handle)["_run"]
    on_the_wall = began = collected = 0.0

    def watched(handle: Any) -> None:
        nonlocal on_the_wall, began, collected
        now = time.perf_counter()
        if now - on_the_wall > MOMENT:  # the processor's time takes longer to tell
            on_the_wall, began, collected = now, time.thread_time(), collector.seconds
        run(handle)
        if time.perf_counter() - now <= yardstick.LONGEST_STEP:
            return
        took = time.thread_time() - began - (collector.seconds - collected)
        if (
            took > yardstick.LONGEST_STEP
            and is_of_the_bot(handle)
            and (paced := took / yardstick.pace()) > yardstick.LONGEST_STEP
        ):
            slow.append((paced, step_of(handle)))

    gc.callbacks.append(collector)
    setattr(asyncio.Handle, "_run", watched)  # noqa: B010 - no name that a type checker knows
    try:
        yield slow
    finally:
        setattr(asyncio.Handle, "_run", run)  # noqa: B010 - likewise
        gc.callbacks.remove(collector)


def is_of_the_bot(handle: Any) -> bool:
    return handle._context.get(OF_THE_BOT) is not None and OF_TESTS.search(step_of(handle)) is None


def step_of(handle: Any) -> str:
    """The task that was at work, or else what was called."""
    task = getattr(handle._callback, "__self__", None)
    return f"{task.get_name()} {task.get_coro()}" if isinstance(task, asyncio.Task) else repr(handle)

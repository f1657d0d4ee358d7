"""A task that works, sleeps until there is a reason to work again, and can be woken."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot import pace

log = logging.getLogger(__name__)

TICK = timedelta(hours=1)
"""The longest time between two looks at the rows."""
GLANCE = timedelta(minutes=5)
"""How often a sleeper looks at the clock."""
SOON = timedelta(seconds=30)
"""The time until the next try after a failure."""


class Worker:
    """`work` returns how long to sleep after it, None for until somebody wakes it. `wake` ends the sleep. A wake-up
    never cuts work off: one during work makes it work once more.
    """

    def __init__(self, name: str, work: Callable[[], Awaitable[timedelta | None]], now: Callable[[], datetime]) -> None:
        self._name = name
        self._work = work
        self._now = now
        self._task: asyncio.Task[None] | None = None
        self._working = False
        self._again = False
        self._stopped = False

    def wake(self) -> None:
        if self._stopped:  # an event that was on its way when the bot closed
            return
        if self._working:
            self._again = True
            return
        if self._task is not None:
            self._task.cancel()
        self._task = asyncio.create_task(self._run(), name=self._name)

    async def stop(self) -> None:
        self._stopped = True
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        pace.on_own_account.set(True)
        while True:
            self._working, self._again = True, False
            try:
                pause = await self._work()
            except Exception:
                log.exception("incident: the %s failed", self._name, extra={"incident": secrets.token_hex(4)})
                pause = SOON
            finally:
                self._working = False
            if self._again:
                continue
            if pause is None:
                return
            await sleep(pause, self._now)


async def sleep(pause: timedelta, now: Callable[[], datetime]) -> None:
    """Sleep until the pause has passed on the clock, which jumps ahead when a computer has slept. If the clock goes
    back, the sleep is no longer than the pause itself.
    """
    end, rest = now() + pause, pause
    while (shortest := min(rest, end - now(), GLANCE)) > timedelta():
        await asyncio.sleep(shortest.total_seconds())
        rest -= shortest


def until(due: datetime | None, now: datetime, *, retry: bool = False) -> timedelta:
    """How long to sleep: until this date, and no longer than a tick."""
    waits = [TICK, *([SOON] if retry else []), *([due - now] if due else [])]
    return max(min(waits), timedelta())

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
        """None while it sleeps. A sleeper needs no task: that would be one to cancel with each wake-up."""
        self._alarm: asyncio.TimerHandle | None = None
        self._again = False
        self._stopped = False

    def wake(self) -> None:
        if self._stopped:  # an event that was on its way when the bot closed
            return
        self._again = True
        if self._task is None:
            self._disarm()
            self._task = asyncio.create_task(self._run(), name=self._name)

    async def stop(self) -> None:
        self._stopped = True
        self._disarm()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        pace.on_own_account.set(True)
        pause: timedelta | None = None
        while self._again:
            self._again = False
            try:
                pause = await self._work()
            except Exception:
                log.exception("incident: the %s failed", self._name, extra={"incident": secrets.token_hex(4)})
                pause = SOON
        self._task = None
        if pause is not None:
            self._sleep(self._now() + pause, pause)

    def _sleep(self, end: datetime, rest: timedelta) -> None:
        """Sleep until the end has come on the clock, which jumps ahead when a computer has slept. If the clock goes
        back, the sleep is no longer than the rest.
        """
        shortest = min(rest, end - self._now(), GLANCE)
        if shortest > timedelta():
            loop = asyncio.get_running_loop()
            self._alarm = loop.call_later(shortest.total_seconds(), self._sleep, end, rest - shortest)
        else:
            self.wake()

    def _disarm(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None


def until(due: datetime | None, now: datetime, *, retry: bool = False) -> timedelta:
    """How long to sleep: until this date, and no longer than a tick."""
    waits = [TICK, *([SOON] if retry else []), *([due - now] if due else [])]
    return max(min(waits), timedelta())

"""A task that works, sleeps until there is a reason to work again, and can be woken."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

log = logging.getLogger(__name__)

TICK = timedelta(hours=1)
"""How long at the most until the rows are looked at again, whatever was heard in the meantime."""
GLANCE = timedelta(minutes=5)
"""How often a sleeper looks at the clock."""
SOON = timedelta(seconds=30)
"""When to try again after something did not work."""


class Worker:
    """`work` answers how long to sleep after it, None for until it is woken; `wake` ends the sleep. Work is never cut
    off by a wake-up, and one that is heard during work makes it work once more.
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
    """Until so much has gone by on the clock, which may jump, as it does when a computer has slept; or in its own time,
    should the clock go back.
    """
    end, rest = now() + pause, pause
    while (shortest := min(rest, end - now(), GLANCE)) > timedelta():
        await asyncio.sleep(shortest.total_seconds())
        rest -= shortest


def until(due: datetime | None, now: datetime, *, retry: bool = False) -> timedelta:
    """How long to sleep: until this date, and no longer than a tick."""
    waits = [TICK, *([SOON] if retry else []), *([due - now] if due else [])]
    return max(min(waits), timedelta())

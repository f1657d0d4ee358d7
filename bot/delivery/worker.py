"""A task that works, sleeps until there is a reason to work again, and can be woken."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from datetime import timedelta

log = logging.getLogger(__name__)

AFTER_A_FAILURE = timedelta(seconds=30)


class Worker:
    """`work` answers how long to sleep after it; `wake` ends the sleep. Work is never cut off by a wake-up, and one
    that is heard during work makes it work once more.
    """

    def __init__(self, name: str, work: Callable[[], Awaitable[timedelta]]) -> None:
        self._name = name
        self._work = work
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
                pause = AFTER_A_FAILURE
            finally:
                self._working = False
            if not self._again:
                await asyncio.sleep(pause.total_seconds())

"""How fast the bot asks Discord for things by itself, so that a thousand rounds of one minute keep nobody waiting."""

import asyncio
from collections import deque
from contextvars import ContextVar

IN_A_SECOND = 40
"""Once a second has had so many requests, the bot's own ones wait. Discord takes 50: the rest is for members."""
SECOND = 1.0

on_own_account: ContextVar[bool] = ContextVar("on_own_account", default=False)
"""Whether no member waits for what is asked here."""


class Pace:
    def __init__(self) -> None:
        self._begin: deque[float] = deque(maxlen=IN_A_SECOND)
        """When the last requests begin."""

    async def keep(self) -> None:
        """Wait for a request's turn, in the order in which they come. One for which a member waits has it at once, and
        those behind it leave room for it.
        """
        now = turn = asyncio.get_running_loop().time()
        if on_own_account.get() and len(self._begin) == IN_A_SECOND:
            turn = max(now, self._begin[0] + SECOND)
        self._begin.append(turn)
        if turn > now:
            await asyncio.sleep(turn - now)

"""What time it is: Discord's, since deadlines and messages go by it, and a computer's clock may be wrong."""

import time
from datetime import datetime, timedelta

import discord

IN_STEP = timedelta(seconds=2)
"""As far as words may be under way, clocks agree."""


class Chronometer:
    """Our clock, and its difference from Discord's: the one that was found last, for as long as it may be true."""

    def __init__(self) -> None:
        self._find(timedelta())

    @property
    def ahead(self) -> timedelta:
        """How far our clock is before Discord's. One that was set by just that much since then has been put right."""
        return timedelta() if abs(self._ahead + self._moved) < IN_STEP else self._ahead

    @property
    def was_set(self) -> bool:
        """Whether our clock jumped since Discord told its time. It may be wrong now, or the computer may have slept."""
        return abs(self._moved) >= IN_STEP

    @property
    def _moved(self) -> timedelta:
        return self.ours() - self._found_at - timedelta(seconds=time.monotonic() - self._steady)

    def ours(self) -> datetime:
        return discord.utils.utcnow()

    def now(self) -> datetime:
        return self.ours() - self.ahead

    def told(self, moment: datetime) -> None:
        """The time of an event. It may come late, as all do after a break; but it has been."""
        self._find(min(self.ahead, self.ours() - moment))

    def answered(self, moment: datetime, asked: datetime, *, to_the: timedelta = timedelta()) -> None:
        """The time in an answer, as exact as it is told: it has been, and not before we asked by our clock."""
        self.told(moment)
        self._find(max(self.ahead, asked - moment - to_the))

    def _find(self, ahead: timedelta) -> None:
        self._ahead, self._found_at, self._steady = ahead, self.ours(), time.monotonic()

"""The time by Discord's clock: deadlines and messages go by it, and a computer's clock may be wrong."""

import time
from datetime import datetime, timedelta

import discord

IN_STEP = timedelta(seconds=2)
"""Clocks agree within the time that a message may take."""


class Chronometer:
    """Our clock, and its last known difference from Discord's, for as long as that may be true."""

    def __init__(self) -> None:
        self._find(timedelta())

    @property
    def ahead(self) -> timedelta:
        """How far our clock is ahead of Discord's; zero once somebody has corrected it by that much."""
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
        """Take in the time of an event. It has passed, maybe long ago: events may come late after a break. So an event
        that is behind our clock says nothing, and a clock that jumped is still in doubt.
        """
        if self.ours() - moment < self.ahead:
            self._find(self.ours() - moment)

    def answered(self, moment: datetime, asked: datetime, *, to_the: timedelta = timedelta()) -> None:
        """Take in the time of an answer, exact to `to_the`. It had not passed when we asked, and has now."""
        self.told(moment)
        self._find(max(self.ahead, asked - moment - to_the))

    def _find(self, ahead: timedelta) -> None:
        self._ahead, self._found_at, self._steady = ahead, self.ours(), time.monotonic()

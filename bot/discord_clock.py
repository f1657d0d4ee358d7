"""The time by Discord's clock: deadlines and messages go by it, and a computer's clock may be wrong."""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta

import discord

IN_STEP = timedelta(seconds=2)
"""Clocks agree within the time that a message may take."""


@dataclass(frozen=True, slots=True)
class Instant:
    """What our clock said, and another that nobody can set, in seconds since some moment."""

    at: datetime
    steady: float

    def moved(self, now: datetime) -> timedelta:
        """By how much our clock was set since, or the computer slept."""
        return now - self.at - timedelta(seconds=time.monotonic() - self.steady)


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
        return self._found.moved(self.ours())

    def ours(self) -> datetime:
        return discord.utils.utcnow()

    def instant(self) -> Instant:
        return Instant(self.ours(), time.monotonic())

    def now(self) -> datetime:
        return self.ours() - self.ahead

    def told(self, moment: datetime) -> None:
        """Take in the time of an event. It has passed, maybe long ago: events may come late after a break. So one that
        is far behind our clock says nothing, and a clock that jumped is still in doubt.
        """
        ahead = self.ours() - moment
        if ahead < self.ahead + IN_STEP:
            self._find(min(self.ahead, ahead))

    def answered(self, moment: datetime, asked: Instant, *, to_the: timedelta = timedelta()) -> None:
        """Take in the time of an answer, exact to `to_the`: it came after we asked and before we heard. If our clock
        jumped in between, it stays in doubt.
        """
        self.told(moment)
        if abs(asked.moved(self.ours())) < IN_STEP:
            self._find(max(self.ahead, asked.at - moment - to_the))

    def _find(self, ahead: timedelta) -> None:
        self._ahead, self._found = ahead, self.instant()

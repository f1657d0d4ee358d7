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

    def moved(self, now: "Instant") -> timedelta:
        """By how much our clock was set since, or the computer slept."""
        return now.at - self.at - timedelta(seconds=now.steady - self.steady)


class Chronometer:
    """Our clock, and its last known difference from Discord's, for as long as that may be true."""

    def __init__(self) -> None:
        self._ahead, self._found = timedelta(), self.instant()

    @property
    def ahead(self) -> timedelta:
        """How far our clock is ahead of Discord's; zero once somebody has corrected it by that much."""
        return self._ahead_at(self.instant())

    @property
    def was_set(self) -> bool:
        """Whether our clock jumped since Discord told its time. It may be wrong now, or the computer may have slept."""
        return abs(self._found.moved(self.instant())) >= IN_STEP

    def instant(self) -> Instant:
        return Instant(discord.utils.utcnow(), time.monotonic())

    def now(self) -> datetime:
        now = self.instant()
        return now.at - self._ahead_at(now)

    def told(self, moment: datetime) -> None:
        """Take in the time of an event. It has passed, maybe long ago: events may come late after a break. So one that
        is far behind our clock says nothing, and a clock that jumped is still in doubt.
        """
        self._told(moment, self.instant())

    def answered(self, moment: datetime, asked: Instant, *, to_the: timedelta = timedelta()) -> None:
        """Take in the time of an answer, exact to `to_the`: it came after we asked and before we heard. If our clock
        jumped in between, it stays in doubt.
        """
        now = self.instant()
        self._told(moment, now)
        if abs(asked.moved(now)) < IN_STEP:
            self._ahead, self._found = max(self._ahead_at(now), asked.at - moment - to_the), now

    def _ahead_at(self, now: Instant) -> timedelta:
        return timedelta() if self._ahead and abs(self._ahead + self._found.moved(now)) < IN_STEP else self._ahead

    def _told(self, moment: datetime, now: Instant) -> None:
        ahead, known = now.at - moment, self._ahead_at(now)
        if ahead < known + IN_STEP:
            self._ahead, self._found = min(known, ahead), now

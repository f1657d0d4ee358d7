"""What time it is: Discord's, since deadlines and messages go by it, and a computer's clock may be wrong."""

from collections import deque
from datetime import datetime, timedelta

import discord

IN_STEP = timedelta(seconds=2)
"""As far as words may be under way, and Discord's headers tell whole seconds, clocks agree."""
REMEMBERED = 4
"""Answers that the difference is taken from; one alone may have been kept waiting."""


class Chronometer:
    """Our clock and its difference from Discord's, which every answer tells. What is told is a moment that has been, so
    our clock is ahead by no more than it seems, and the least of the last differences is the nearest to the truth.
    """

    def __init__(self) -> None:
        self._ahead: deque[timedelta] = deque(maxlen=REMEMBERED)

    @property
    def ahead(self) -> timedelta:
        """How far our clock is before Discord's; nothing where that may be the way that words take."""
        least = min(self._ahead, default=timedelta())
        return least if abs(least) >= IN_STEP else timedelta()

    def now(self) -> datetime:
        return discord.utils.utcnow() - self.ahead

    def answered(self, moment: datetime) -> None:
        """Discord's time in an answer that has just come."""
        self._ahead.append(discord.utils.utcnow() - moment)

    def told(self, moment: datetime) -> None:
        """The time of an event, which may come late, as all do after a break: it only shows that it is no earlier."""
        if moment > self.now():
            self.answered(moment)

"""What time it is: Discord's, since deadlines and messages go by it, and a computer's clock may be wrong."""

from datetime import datetime, timedelta

import discord


class Chronometer:
    """Our clock, and its difference from Discord's: the one that was found last, for as long as it may be true."""

    def __init__(self) -> None:
        self.ahead = timedelta()
        """How far our clock is before Discord's."""

    def ours(self) -> datetime:
        return discord.utils.utcnow()

    def now(self) -> datetime:
        return self.ours() - self.ahead

    def told(self, moment: datetime) -> None:
        """The time of an event. It may come late, as all do after a break; but it has been."""
        self.ahead = min(self.ahead, self.ours() - moment)

    def answered(self, moment: datetime, asked: datetime, *, to_the: timedelta = timedelta()) -> None:
        """The time in an answer, as exact as it is told: it has been, and not before we asked by our clock."""
        self.told(moment)
        self.ahead = max(self.ahead, asked - moment - to_the)

"""What there is to tell of a challenge's occurrences."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.challenges.challenge import Challenge

TRIED_FOR = timedelta(days=7)
"""After so long it is given up to tell anybody. `/challenge show` says what was missed, whoever was told."""


class What(StrEnum):
    MISSED = "missed"
    """It was over before the bot could open it."""
    DRY = "dry"
    """There is no prompt for a round to come."""
    WAITS = "waits"
    """It should be open, and has no prompt."""
    LEFT_OUT = "left out"
    """Members are told that it does not take place."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One message, however many occurrences it speaks of."""

    challenge: Challenge
    what: What
    occurrences: tuple[str, ...]
    opened: tuple[datetime, ...]
    """When they opened, or would have, in order."""
    told_since: datetime | None
    """From when on it may have been told."""

    def is_given_up(self, now: datetime) -> bool:
        return self.told_since is not None and now - self.told_since >= TRIED_FOR

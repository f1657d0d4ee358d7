"""Dates of a round: what is due of it, and when. A reminder or a reveal would be one member more."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Due(StrEnum):
    """An event of a round with a date of its own."""

    OPENS = "opens"
    CLOSES = "closes"


@dataclass(frozen=True, slots=True)
class RoundDate:
    due: Due
    at: datetime
    done_at: datetime | None
    """The moment at which we noted that the date has passed."""

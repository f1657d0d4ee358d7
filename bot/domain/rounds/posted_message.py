"""A message of the bot in a channel, from before it is sent until it is gone."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Purpose(StrEnum):
    """What a message is for. A new one comes last: messages that stand carry their purpose's place in this list."""

    CARD = "card"
    ENTRY = "entry"
    ROUND_UP = "round-up"
    NEW_END = "new end"
    REMINDER = "reminder"


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a message, which no other message has."""

    purpose: Purpose
    whose: int
    """The number of an entry, or of a round."""
    page: int

    def __str__(self) -> str:
        return f"{self.purpose} {self.whose} {self.page}"


GONE = "gone"
"""The fingerprint of a thread that somebody deleted, and that nobody misses."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a message stands."""

    channel_id: int
    """The channel or thread."""
    message_id: int

    @property
    def is_post(self) -> bool:
        """True for a thread's own message, as the first of a forum's post is: they have one number."""
        return self.message_id == self.channel_id


@dataclass(frozen=True, slots=True)
class Message:
    id: int
    round_id: int
    purpose: Purpose
    entry_id: int | None
    page: int
    channel_id: int
    tried_at: datetime | None
    message_id: int | None
    shown: str | None
    seeded: tuple[str, ...]
    """The feedback emoji that need no more care."""
    removed: bool
    stood: bool
    """True if it has ever stood in its channel."""
    thread: str | None = None
    """The fingerprint of the thread that begins with it; None while we made none. Discord gives the thread the number
    of the message.
    """

    @property
    def spot(self) -> Spot | None:
        return None if self.message_id is None else Spot(self.channel_id, self.message_id)

    @property
    def is_post(self) -> bool:
        """True if a forum's post begins with it."""
        return self.spot is not None and self.spot.is_post

    @property
    def subject(self) -> Subject:
        return Subject(self.purpose, self.entry_id or self.round_id, self.page)

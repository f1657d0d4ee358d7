"""What a database knows that went on from a copy."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that the bot went on with."""

    numbered_after: int
    known_until: datetime | None
    """The last that it knew of; None: it knew of nothing."""


@dataclass(frozen=True, slots=True)
class Stocktaking:
    channel_id: int
    guild_id: int
    since: datetime
    taken: bool
    taken_over: int
    """How many messages turned out to belong to rows."""
    stories: tuple[int, ...]
    """Messages with stories of which no row is left."""
    cards: tuple[int, ...]
    """The same of rounds."""

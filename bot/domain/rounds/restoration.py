"""The facts about a database that went on from a copy."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.rounds.posted_message import Spot


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that the bot went on with."""

    numbered_after: int
    known_until: datetime | None
    """The last moment that it knew of; None if it knew of nothing."""


@dataclass(frozen=True, slots=True)
class Stocktaking:
    channel_id: int
    guild_id: int
    since: datetime
    taken_at: datetime | None
    taken_over: int
    """The number of messages that turned out to belong to rows."""
    given_back: tuple[int, ...]
    """Writers of entries that were not posted in the copy, and may have been taken back since."""
    stories: tuple[Spot, ...]
    """Messages with stories that have no row any more."""
    cards: tuple[Spot, ...]
    """Messages with cards of rounds that have no row any more."""

"""Where a round's prompt comes from, and which one is next."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Order(StrEnum):
    ADDED = "in order"
    DRAWN = "drawn"


@dataclass(frozen=True, slots=True)
class Source:
    """Where to look for an unused prompt."""

    set_name: str | None = None
    """A set of the server's own, or one that ships; None: all of the server's own."""
    order: Order = Order.DRAWN
    falls_back: bool = True
    """True if a prompt that ships with the bot will do where the server has no unused one."""


@dataclass(frozen=True, slots=True)
class Draw:
    """One look for a prompt."""

    guild_id: int
    source: Source
    chance: str
    """Any text to draw by. The same text finds the same prompt while the same ones are left."""
    at: datetime

    def place(self, left: int) -> int:
        """The place of the next prompt among those left, of which there is at least one."""
        if self.source.order is Order.ADDED:
            return 0
        return int.from_bytes(hashlib.blake2b(self.chance.encode(), digest_size=8).digest()) % left

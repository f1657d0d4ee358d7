"""What was asked for: by which request, by whom, where and when."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Asked:
    request: str
    """The request's key. The same key twice is one request."""
    guild_id: int
    channel_id: int
    moderator_id: int | None
    """None where no moderator asked."""
    at: datetime

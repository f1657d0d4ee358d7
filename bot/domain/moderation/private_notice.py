"""What a member hears in private of what moderators did with an entry of theirs."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class News(StrEnum):
    APPROVED = "approved"
    CHANGES = "changes"
    REFUSED = "refused"
    SPAM = "spam"
    REMOVED = "removed"
    RESTORED = "restored"
    MOVED = "moved"
    HEADER = "header"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class PrivateNotice:
    request: str
    """The key of what it came of. The same key twice is one notice."""
    guild_id: int
    member_id: int
    what: News
    round_id: int
    entry_id: int
    moderator_id: int | None
    """Who did it, where the server wants that told."""
    reason: str | None
    noted_at: datetime

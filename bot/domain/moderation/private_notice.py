"""What a member hears in private of what moderators did with an entry of theirs."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.moderation.case import Outcome


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
    CALLED_OFF = "called off"
    CHANGE_APPROVED = "change approved"
    CHANGE_CHANGES = "change changes"
    CHANGE_REFUSED = "change refused"
    CHANGE_SPAM = "change spam"
    CHANGE_CALLED_OFF = "change called off"


OF_CHANGE = {
    Outcome.APPROVED: News.CHANGE_APPROVED,
    Outcome.CHANGES: News.CHANGE_CHANGES,
    Outcome.REFUSED: News.CHANGE_REFUSED,
    Outcome.SPAM: News.CHANGE_SPAM,
}
"""The news to a writer of a decision about a change of their entry."""


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

"""Cases: what moderators are asked to decide, once, whoever is first."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_REASON = 1_000


class Question(StrEnum):
    REVIEW = "review"
    """An entry waits for a yes."""
    REPORT = "report"
    """A reader finds that a story should not stand there."""
    DELETION = "deletion"
    """Somebody deleted posts of the bot by hand."""


class Outcome(StrEnum):
    APPROVED = "approved"
    CHANGES = "changes"
    REFUSED = "refused"
    SPAM = "spam"
    REMOVED = "removed"
    LEFT = "left"
    """It stands as it did."""
    POSTED_AGAIN = "posted again"
    LEFT_OUT = "left out"
    TAKEN_BACK = "taken back"
    """The writer was faster than any moderator."""
    CALLED_OFF = "called off"
    """Its round takes nothing any more."""


@dataclass(frozen=True, slots=True)
class Case:
    id: int
    guild_id: int
    kind: Question
    round_id: int
    entry_id: int
    member_id: int | None
    """Who reported it."""
    about: str
    """Why moderators are asked."""
    opened_at: datetime
    outcome: Outcome | None
    """None while it waits."""
    decided_by: int | None
    reason: str | None
    revision: int
    """A number that goes up with every change that its card shows."""


@dataclass(frozen=True, slots=True)
class CaseCard:
    """The message in the moderators' channel that shows a case."""

    case: Case
    channel_id: int | None
    tried_at: datetime | None
    message_id: int | None

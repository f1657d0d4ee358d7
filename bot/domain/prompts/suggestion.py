"""A prompt that a member suggests, and what moderators made of it."""

from dataclasses import dataclass
from datetime import datetime

MOST_WAITING = 20
"""Suggestions of one member that wait for a moderator at a time."""
LONGEST_REASON = 300
USUAL_SET = "From members"
"""The set of prompts that members suggested."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    id: int
    guild_id: int
    member_id: int
    text: str
    suggested_at: datetime
    decided_by: int | None
    """The moderator who decided; None while it waits."""
    taken: str | None
    """The prompt that came of it, which a moderator may have changed; None where it waits or was not taken."""
    reason: str | None


@dataclass(frozen=True, slots=True)
class SuggestionCard:
    """The message that shows a suggestion to moderators."""

    suggestion: Suggestion
    channel_id: int | None
    tried_at: datetime | None
    message_id: int | None

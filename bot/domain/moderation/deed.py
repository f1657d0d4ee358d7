"""Deeds: what moderators did, about what, and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.challenges.challenge import Challenge
from bot.domain.rounds.round import Round


class Matter(StrEnum):
    """What a deed is about; its name begins with this."""

    ROUNDS = "round"
    CHALLENGES = "challenge"
    PROMPTS = "prompt"
    ENTRIES = "entry"
    MEMBERS = "member"
    TAGS = "tag"
    SERVER = "server"


class Did(StrEnum):
    ROUND_OPENED = "round opened"
    ROUND_CHANGED = "round changed"
    ROUND_EXTENDED = "round extended"
    ROUND_CLOSED = "round closed"
    ROUND_CANCELLED = "round cancelled"
    TIME_GIVEN = "round allowed"
    ENTRY_ALLOWED = "round allowed once more"
    CHALLENGE_BEGUN = "challenge begun"
    CHALLENGE_CHANGED = "challenge changed"
    CHALLENGE_PAUSED = "challenge paused"
    CHALLENGE_RESUMED = "challenge resumed"
    CHALLENGE_ENDED = "challenge ended"
    DATE_LEFT_OUT = "challenge date left out"
    DATE_HELD = "challenge date held after all"
    PROMPT_SWAPPED = "challenge prompt swapped"
    LIST_POSTED = "challenge list posted again"
    SERVER_SETTLED = "server settings changed"
    PROMPT_ADDED = "prompt added"
    PROMPT_CHANGED = "prompt changed"
    PROMPT_REMOVED = "prompt removed"
    PROMPTS_IMPORTED = "prompts imported"
    SUGGESTION_TAKEN = "prompt taken"
    SUGGESTION_DECLINED = "prompt declined"
    ENTRY_APPROVED = "entry approved"
    ENTRY_TRUSTED = "entry approved, its writer from now on, too"
    CHANGES_ASKED = "entry given back for changes"
    ENTRY_REFUSED = "entry refused"
    SPAM_REFUSED = "entry refused as spam"
    ENTRY_REMOVED = "entry removed"
    ENTRY_RESTORED = "entry restored"
    ENTRY_MOVED = "entry moved here"
    HEADER_CORRECTED = "entry header corrected"
    ENTRY_REPOSTED = "entry posted again"
    ENTRY_LEFT_OUT = "entry left out after its post was deleted"
    REPORT_LEFT = "entry left as it is after a report"
    MEMBER_BLOCKED = "member blocked"
    MEMBER_UNBLOCKED = "member unblocked"
    TAG_NAMED = "tag named"
    TAG_AS_BEFORE = "tag named as before"


WHERE_IT_STANDS = (
    *(Did.ENTRY_APPROVED, Did.ENTRY_TRUSTED, Did.CHANGES_ASKED, Did.ENTRY_REFUSED, Did.SPAM_REFUSED),
    *(Did.ENTRY_REMOVED, Did.ENTRY_RESTORED, Did.ENTRY_MOVED),
)
"""The last of these deeds says where an entry stands, or what became of its change."""


@dataclass(frozen=True, slots=True)
class Deed:
    request: str
    """The key of what it came of. The same key twice is one deed."""
    guild_id: int
    moderator_id: int
    what: Did
    at: datetime
    channel_id: int | None = None
    """Who sees this channel may read the deed; None: every moderator of the server."""
    round_id: int | None = None
    challenge_id: int | None = None
    entry_id: int | None = None
    member_id: int | None = None
    """The member whom it is about."""
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class LastDeed:
    """What was last done with an entry."""

    moderator_id: int
    what: Did
    at: datetime
    reason: str | None
    named_id: int | None
    """Who did it, where the entry's writer was told that."""


@dataclass(frozen=True, slots=True)
class Logged:
    """A deed as the log tells it, with the name that its subject has now."""

    moderator_id: int
    """Less than zero for one who took back what was theirs; so below."""
    what: Did
    at: datetime
    channel_id: int | None
    round_id: int | None
    subject: str | None
    """The title of a round, or the name of a challenge."""
    entry: str | None
    """The title of an entry; None where it is about none, or that was taken back."""
    member_id: int | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Sought:
    """What of a log is asked for; None: whatever it is."""

    moderator_id: int | None = None
    member_id: int | None = None
    kind: Matter | None = None


def about_round(
    round_: Round,
    what: Did,
    *,
    request: str,
    by: int,
    at: datetime,
    entry_id: int | None = None,
    member_id: int | None = None,
    reason: str | None = None,
) -> Deed:
    return Deed(
        request=request,
        guild_id=round_.guild_id,
        moderator_id=by,
        what=what,
        at=at,
        channel_id=round_.channel_id,
        round_id=round_.id,
        entry_id=entry_id,
        member_id=member_id,
        reason=reason,
    )


def about_challenge(
    challenge: Challenge, what: Did, *, request: str, by: int, at: datetime, reason: str | None = None
) -> Deed:
    return Deed(
        request=f"{request} {what}",
        guild_id=challenge.guild_id,
        moderator_id=by,
        what=what,
        at=at,
        channel_id=challenge.channel_id,
        challenge_id=challenge.id,
        reason=reason,
    )

"""Whether an entry waits for a moderator's yes, and why."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from bot.domain.entries.entry import Entry
from bot.domain.moderation import listed_word
from bot.domain.rounds.screening import Review, Screening

DISCORDS_FIRST_MOMENT = datetime(2015, 1, 1, tzinfo=UTC)
"""What the numbers that Discord gives count from."""
BITS_BELOW_TIME = 22
"""A number of Discord's carries its milliseconds above these."""


class Why(StrEnum):
    EVERYBODY = "everybody"
    NEW_ACCOUNT = "new account"
    NEW_MEMBER = "new member"
    FIRST_ENTRY = "first entry"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Hold:
    why: Why
    word: str = ""
    """The word on the list that was found."""

    def __str__(self) -> str:
        return f"{self.why}: {self.word}" if self.word else self.why


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts by which a writer is a newcomer, or none."""

    member_id: int
    joined_at: datetime | None
    """When they came to the server; None where Discord does not say."""
    has_entered: bool
    """True if an entry of theirs was on show on this server."""


def hold(screening: Screening, facts: Facts, entry: Entry, now: datetime) -> Hold | None:
    """Why the entry waits; None if it need not."""
    found = hold_change(screening, entry)
    return newcomer(screening, facts, now) if found is None and screening.review is Review.NEWCOMERS else found


def hold_change(screening: Screening, entry: Entry) -> Hold | None:
    """The same for an entry that was changed, whose writer is no newcomer any more."""
    word = listed_word.found(screening.words, entry)
    if word is not None:
        return Hold(Why.WORDS, word)
    return Hold(Why.EVERYBODY) if screening.review is Review.EVERYBODY else None


def newcomer(screening: Screening, facts: Facts, now: datetime) -> Hold | None:
    if now - given_at(facts.member_id) < screening.new_account:
        return Hold(Why.NEW_ACCOUNT)
    if facts.joined_at is not None and now - facts.joined_at < screening.new_member:
        return Hold(Why.NEW_MEMBER)
    return Hold(Why.FIRST_ENTRY) if screening.first_entry and not facts.has_entered else None


def given_at(number: int) -> datetime:
    """When Discord gave an account, or a message, its number."""
    return DISCORDS_FIRST_MOMENT + timedelta(milliseconds=number >> BITS_BELOW_TIME)


def of_text(kept: str) -> Hold:
    """The reason as it was written down."""
    why, _, word = kept.partition(": ")
    return Hold(Why(why), word)

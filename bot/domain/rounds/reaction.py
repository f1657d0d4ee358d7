"""Feedback as it comes in: what happened to the reactions of a message."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

VARIATION = "\ufe0f"

FEEDBACK = "♥" + VARIATION
"""What the bot leaves under each entry: feedback is ♥."""


class Whose(StrEnum):
    """Whose a reaction is; only readers' count."""

    READER = "reader"
    AUTHOR = "author"
    BOT = "bot"


@dataclass(frozen=True, slots=True)
class Added:
    message_id: int
    reader_id: int
    emoji: str
    by_bot: bool
    at: datetime
    burst: bool = False
    """A super reaction; a reader may leave it beside an ordinary one of the same emoji."""


@dataclass(frozen=True, slots=True)
class Removed:
    message_id: int
    reader_id: int
    emoji: str
    burst: bool = False


@dataclass(frozen=True, slots=True)
class Cleared:
    """All reactions of a message are gone, or those with one emoji."""

    message_id: int
    emoji: str | None


Event = Added | Removed | Cleared


@dataclass(frozen=True, slots=True)
class Unlisted:
    """An emoji under a message that Discord shows, without saying any more who left it."""

    message_id: int
    emoji: str


@dataclass(frozen=True, slots=True)
class Listed:
    """All that Discord shows on these messages; what was heard of them while it was being listed is the later word."""

    message_ids: tuple[int, ...]
    found: tuple[Added | Unlisted, ...]
    meanwhile: tuple[Event, ...]


Change = Event | Listed


def emoji_key(name: str, custom_id: int | None) -> str:
    """What an emoji is called in the ledger: a custom one by its id, which a new name does not change; ♥ with and
    without U+FE0F is one.
    """
    return str(custom_id) if custom_id is not None else name.replace(VARIATION, "")


@dataclass(frozen=True, slots=True)
class Reaction:
    """A reaction as the ledger holds it."""

    entry_id: int
    reader_id: int
    emoji: str
    kind: Whose


@dataclass(frozen=True, slots=True)
class Hearts:
    """The different readers who left a reaction, by entry."""

    by_entry: dict[int, int]

    def of(self, entry_id: int) -> int:
        return self.by_entry.get(entry_id, 0)

    @property
    def total(self) -> int:
        return sum(self.by_entry.values())

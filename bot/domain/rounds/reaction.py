"""Feedback as it comes in: the changes to a message's reactions."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

VARIATION = "\ufe0f"

FEEDBACK = "♥" + VARIATION
"""The reaction that the bot leaves under each entry: feedback is ♥."""


class Whose(StrEnum):
    """The owner of a reaction; only readers' reactions count."""

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
    """True for a super reaction; a reader may leave one beside an ordinary one of the same emoji."""


@dataclass(frozen=True, slots=True)
class Removed:
    message_id: int
    reader_id: int
    emoji: str
    burst: bool = False


@dataclass(frozen=True, slots=True)
class Cleared:
    """All reactions of a message are gone, or all with one emoji."""

    message_id: int
    emoji: str | None


Event = Added | Removed | Cleared


@dataclass(frozen=True, slots=True)
class Unlisted:
    """An emoji that Discord shows under a message without saying who left it."""

    message_id: int
    emoji: str


@dataclass(frozen=True, slots=True)
class Listed:
    """All reactions that Discord shows on these messages; events during the listing are newer than the list."""

    message_ids: tuple[int, ...]
    found: tuple[Added | Unlisted, ...]
    meanwhile: tuple[Event, ...]


Change = Event | Listed


def emoji_key(name: str, custom_id: int | None) -> str:
    """An emoji's name in the ledger. A custom one has its id, which a new name does not change. ♥ is the same with and
    without U+FE0F.
    """
    return str(custom_id) if custom_id is not None else name.replace(VARIATION, "")


@dataclass(frozen=True, slots=True)
class Reaction:
    """A reaction in the ledger."""

    entry_id: int
    reader_id: int
    emoji: str
    kind: Whose


@dataclass(frozen=True, slots=True)
class Hearts:
    """The number of different readers who left a reaction, by entry."""

    by_entry: dict[int, int]

    def of(self, entry_id: int) -> int:
        return self.by_entry.get(entry_id, 0)

    @property
    def total(self) -> int:
        return sum(self.by_entry.values())

"""An entry's writer, as far as the one who asks may know. Nobody else reads the writer from an entry."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.entries.entry import Credit, Entry


@dataclass(frozen=True, slots=True)
class Writer:
    """A writer as readers may know them."""

    id: int
    """Less than zero for one who took their name back."""
    name: str | None
    """Their name when they handed in: Discord names nobody who has left. None where none is kept."""


def is_by(entry: Entry, member_id: int) -> bool:
    """True if the entry is the member's own; a writer always knows."""
    return entry.writer_id == member_id


def is_known(entry: Entry) -> bool:
    """False for the entry of somebody who took their name back."""
    return entry.writer_id > 0


def by_writer(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The entries of each writer together, whoever that is."""
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.writer_id, []).append(entry)
    return list(found.values())


def stand_in(erasure: int) -> int:
    """What stands for a member who took their name back. Nobody can tell from it who that was."""
    return -erasure


def shown_writer(entry: Entry | Credit) -> Writer:
    """The writer as readers are told of them. All that members see asks this."""
    return Writer(entry.writer_id, entry.writer_name)


def account_of(entry: Entry) -> int:
    """The writer's account, for our rows and for what the bot tells them in private. It is not for showing."""
    return entry.writer_id

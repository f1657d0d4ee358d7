"""An entry's writer, as far as the one who asks may know. Nobody else reads the writer from an entry."""

from collections.abc import Iterable

from bot.domain.rounds.entry import Credit, Entry


def is_by(entry: Entry, member_id: int) -> bool:
    """True if the entry is the member's own; a writer always knows."""
    return entry.writer_id == member_id


def by_writer(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The entries of each writer together, whoever that is."""
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.writer_id, []).append(entry)
    return list(found.values())


def told(entry: Entry | Credit) -> int:
    """The member whom the channel is told as the writer."""
    return entry.writer_id

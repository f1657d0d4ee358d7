"""Who wrote an entry, as far as the one who asks may know. Nothing else reads it from the entry."""

from bot.domain.rounds.entry import Entry


def is_by(entry: Entry, member_id: int) -> bool:
    """True if it is the member's own, who always knows."""
    return entry.writer_id == member_id


def told(entry: Entry) -> int:
    """Whom the channel is told."""
    return entry.writer_id

"""A round's stories, one after the other, for one reader."""

from bot.domain.entries import reading_turn
from bot.domain.entries.reading_turn import Turn
from bot.storage import readings
from bot.storage.database import reads, writes
from bot.storage.session import Session


@reads
def turn(session: Session, round_id: int, reader_id: int, *, among_adults: bool, before: int | None) -> Turn:
    """The story that comes next for this reader. `before` is the one that they come from."""
    found = readings.of_round(session, round_id, reader_id)
    return reading_turn.turn(found, among_adults=among_adults, before=before)


note_read = writes(readings.note)
"""Note that the member has read the story."""

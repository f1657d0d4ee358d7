"""A round's stories, one after the other, for one reader."""

from bot.domain.problem import NothingToRead, RefusedError
from bot.domain.rounds import reading_turn
from bot.domain.rounds.reading_turn import Turn
from bot.domain.rounds.round import Phase, Round
from bot.storage import readings
from bot.storage.database import reads, writes
from bot.storage.session import Session


@reads
def turn(session: Session, round_: Round, reader_id: int, *, among_adults: bool, before: int | None) -> Turn:
    """The story that comes next for this reader. `before` is the one that they come from.

    Raises RefusedError where there is none to be shown.
    """
    found = readings.of_round(session, round_.id, reader_id)
    its_turn = reading_turn.turn(found, among_adults=among_adults, before=before)
    if its_turn.next is None:
        raise RefusedError(
            NothingToRead(round_.channel_id, its_turn.for_adults, its_turn.hidden, round_.on_show is Phase.OPEN)
        )
    return its_turn


note_read = writes(readings.note)
"""Note that the member has read the story."""

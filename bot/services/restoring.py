"""Going on with a copy of the database, which lacks the rows that came after it."""

from datetime import datetime

from bot.domain.problem import Lost, Problem, RefusedError
from bot.storage import (
    cases,
    generations,
    late_passes,
    masterlists,
    messages,
    private_notices,
    private_reminders,
    round_events,
    rounds,
    stocktakings,
    suggestions,
)
from bot.storage.database import reads, writes
from bot.storage.session import Session


@writes
def begin(session: Session, now: datetime) -> None:
    """Begin on a copy that no bot has run on yet. New rows get numbers that no lost row had, and every channel is to be
    looked at. Messages of unfinished rounds may show what a lost row said, so they are shown anew. What was not told in
    the copy may have been told since.
    """
    if not generations.is_copy(session):
        return
    known_until = generations.begin(session, now)
    rounds.touch_unfinished(session)
    if known_until is not None:
        stocktakings.ask(session, known_until)
        rounds.doubt_untold(session, known_until)
        private_reminders.doubt_untold(session, known_until, now)
        late_passes.doubt_untold(session, known_until)
    messages.doubt_shown(session)
    round_events.doubt_shown(session)
    suggestions.doubt(session)
    cases.doubt(session)
    private_notices.doubt_untold(session)
    masterlists.doubt_shown(session)


copy = reads(generations.newest)
"""The copy that the database went on from."""


copy_known_until = reads(generations.known_until)
"""The last moment that the copy knows of; None where the database is none."""


def missing(session: Session, number: int, otherwise: Problem) -> RefusedError:
    """The refusal for a number on one of our messages that has no row. The row may be newer than a restored copy."""
    copy = generations.first_without(session, number) if number > 0 else None
    return RefusedError(otherwise if copy is None else Lost(copy.known_until))

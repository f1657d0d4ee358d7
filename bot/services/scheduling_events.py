"""The events that tell a server of its rounds, as they should be and as they are."""

from dataclasses import dataclass

from bot.domain.rounds.posted_event import PostedEvent
from bot.domain.rounds.posted_message import Purpose, Spot, Subject
from bot.domain.rounds.round import Round
from bot.storage import messages, round_events, rounds
from bot.storage.database import reads, writes
from bot.storage.session import Session


@dataclass(frozen=True, slots=True)
class Announced:
    """A round, and what its event can tell."""

    round: Round
    card: Spot | None
    event: PostedEvent | None
    """None where Discord has none, as far as we know."""


@reads
def announced(session: Session, round_id: int) -> Announced | None:
    """The round with its event; None where there is no such round."""
    round_ = rounds.get(session, round_id)
    if round_ is None:
        return None
    card = messages.by_subject(session, Subject(Purpose.CARD, round_id, 0))
    spot = None if card is None or card.removed else card.spot
    return Announced(round_, spot, round_events.get(session, round_id))


known = reads(round_events.known)


note_shown = writes(round_events.put)
"""Note an event that Discord has now, and what it shows."""


note_removed = writes(round_events.remove)
"""Note that somebody else deleted or ended the event."""


note_over = writes(round_events.forget)
"""Note that the event is over. A round that opens again gets another."""

"""Beginning again in new channels: the database goes on, without the messages of its old channels."""

from datetime import datetime

from bot.storage import cases, masterlists, messages, reactions, round_events, rounds, suggestions
from bot.storage.database import reads, writes
from bot.storage.session import Session

is_of_others = reads(rounds.are_of_others)
"""Whether a restaging would forget messages in another guild's channels."""


@reads
def reached(session: Session, guild_id: int) -> datetime | None:
    """The earliest moment at which time may begin anew. Before it, a closed round would be open again."""
    found = [round_.reached() for round_ in rounds.of_guild(session, guild_id)]
    return max((moment for moment in found if moment is not None), default=None)


@writes
def restage(session: Session) -> None:
    """Let every message be sent once more. The reactions went with the old messages."""
    reactions.forget_all(session)
    messages.forget_all(session)
    round_events.forget_all(session)
    suggestions.forget_cards(session)
    cases.forget_cards(session)
    masterlists.forget_all(session)
    rounds.touch_all(session)

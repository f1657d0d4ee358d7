"""Beginning again in channels that are new: a database goes on, what stood in its channels is not there."""

from datetime import datetime

from bot.storage import messages, reactions, rounds
from bot.storage.database import Session, reads, writes

is_of_others = reads(rounds.are_of_others)
"""Whether messages would be forgotten that stand in channels of another guild."""


@reads
def reached(session: Session, guild_id: int) -> datetime | None:
    """The moment before which time must not begin anew, or what closed would be open again."""
    found = [round_.reached() for round_ in rounds.of_guild(session, guild_id)]
    return max((moment for moment in found if moment is not None), default=None)


@writes
def everything(session: Session) -> None:
    """Every message is to be sent once more; the reactions went with the old ones."""
    reactions.forget_all(session)
    messages.forget_all(session)
    rounds.touch_all(session)

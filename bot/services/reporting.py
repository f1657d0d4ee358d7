"""Readers tell moderators of a story that should not stand there."""

from datetime import datetime

from bot.domain.moderation.case import Question
from bot.domain.problem import RefusedError, StoryGone
from bot.storage import cases, entries
from bot.storage.database import writes
from bot.storage.session import Session


@writes
def report(session: Session, guild_id: int, entry_id: int, reader_id: int, *, said: str, now: datetime) -> bool:
    """Ask moderators about an entry. False where this reader has asked before: that is kept as it was."""
    entry = entries.get_standing(session, entry_id)
    if entry is None:
        raise RefusedError(StoryGone())
    if cases.is_reported(session, entry_id, reader_id):
        return False
    cases.open_(
        session,
        request=f"report {entry_id} {reader_id}",
        guild_id=guild_id,
        kind=Question.REPORT,
        round_id=entry.round_id,
        entry_id=entry_id,
        about=said,
        now=now,
        member_id=reader_id,
    )
    return True

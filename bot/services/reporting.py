"""Readers tell moderators of a story that should not stand there."""

from datetime import datetime

from bot.domain.moderation.case import Question
from bot.domain.problem import RefusedError, ReportedBefore, StoryGone
from bot.storage import cases, entries
from bot.storage.database import reads, writes
from bot.storage.session import Session


@reads
def must_be_first(session: Session, entry_id: int, reader_id: int) -> None:
    """Refuse where this reader has asked moderators about the entry before."""
    if cases.reported(session, entry_id, reader_id) is not None:
        raise RefusedError(ReportedBefore())


@writes
def report(session: Session, guild_id: int, entry_id: int, reader_id: int, *, said: str, now: datetime) -> None:
    """Ask moderators about an entry, once for each reader; the same words again are the same report."""
    entry = entries.get_standing(session, entry_id)
    if entry is None:
        raise RefusedError(StoryGone())
    before = cases.reported(session, entry_id, reader_id)
    if before not in (None, said):
        raise RefusedError(ReportedBefore())
    if before is not None:
        return
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

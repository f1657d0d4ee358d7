"""What members hear in private of what moderators did."""

from datetime import datetime

from bot.domain.moderation.private_notice import News, PrivateNotice
from bot.storage.session import Record, Session
from bot.storage.times import from_ms, from_ms_or_none, to_ms

NOTE = """
INSERT INTO private_notices (
    request, guild_id, member_id, what, round_id, entry_id, moderator_id, reason, noted_at, told_since)
VALUES (:request, :guild_id, :member_id, :what, :round_id, :entry_id, :moderator_id, :reason, :now, :told_since)
ON CONFLICT (request) DO NOTHING
"""
UNTOLD = """
SELECT n.request, n.guild_id, n.member_id, n.what, n.round_id, n.entry_id, n.moderator_id, n.reason, n.noted_at
FROM private_notices n WHERE n.told_at IS NULL ORDER BY n.noted_at, n.request
"""
IS_TOLD = "SELECT 1 FROM private_notices WHERE request = :request AND told_at IS NOT NULL"
IS_UNTOLD = "SELECT 1 FROM private_notices WHERE request = :request AND told_at IS NULL"
TOLD_SINCE = "SELECT told_since FROM private_notices WHERE request = :request"
TELLING = "UPDATE private_notices SET told_since = COALESCE(told_since, :now) WHERE request = :request"
TOLD = "UPDATE private_notices SET told_at = :now WHERE request = :request"
DOUBT_UNTOLD = "UPDATE private_notices SET told_since = COALESCE(told_since, noted_at) WHERE told_at IS NULL"


def note(session: Session, notice: PrivateNotice, *, told_since: datetime | None = None) -> None:
    """Let the member hear of it, once. They may know it since `told_since`."""
    session.run(
        NOTE,
        {
            "request": notice.request,
            "guild_id": notice.guild_id,
            "member_id": notice.member_id,
            "what": notice.what,
            "round_id": notice.round_id,
            "entry_id": notice.entry_id,
            "moderator_id": notice.moderator_id,
            "reason": notice.reason,
            "now": to_ms(notice.noted_at),
            "told_since": None if told_since is None else to_ms(told_since),
        },
    )


def untold(session: Session) -> list[PrivateNotice]:
    """The oldest first."""
    return [from_row(row) for row in session.all(UNTOLD)]


def is_told(session: Session, request: str) -> bool:
    return session.one(IS_TOLD, {"request": request}) is not None


def is_untold(session: Session, request: str) -> bool:
    """False too where the member took it back."""
    return session.one(IS_UNTOLD, {"request": request}) is not None


def note_telling(session: Session, notice: PrivateNotice, now: datetime) -> datetime | None:
    """Note that the member is about to be told. Returns since when they may know it, if at all."""
    before = session.required(TOLD_SINCE, {"request": notice.request})["told_since"]
    session.run(TELLING, {"request": notice.request, "now": to_ms(now)})
    return from_ms_or_none(before)


def note_told(session: Session, notice: PrivateNotice, now: datetime) -> None:
    session.run(TOLD, {"request": notice.request, "now": to_ms(now)})


def doubt_untold(session: Session) -> None:
    """Note that members may know of what they were not told, as far as the rows say."""
    session.run(DOUBT_UNTOLD)


def from_row(row: Record) -> PrivateNotice:
    return PrivateNotice(
        request=row["request"],
        guild_id=row["guild_id"],
        member_id=row["member_id"],
        what=News(row["what"]),
        round_id=row["round_id"],
        entry_id=row["entry_id"],
        moderator_id=row["moderator_id"],
        reason=row["reason"],
        noted_at=from_ms(row["noted_at"]),
    )

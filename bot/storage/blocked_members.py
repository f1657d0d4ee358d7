"""Members from whom a server takes no entries."""

from datetime import datetime

from bot.storage.session import Session
from bot.storage.times import to_ms

BLOCK = """
INSERT INTO blocked_members (guild_id, member_id, blocked_by, blocked_at, reason)
VALUES (:guild_id, :member_id, :blocked_by, :now, :reason)
ON CONFLICT (guild_id, member_id) DO UPDATE SET
    blocked_by = excluded.blocked_by, blocked_at = excluded.blocked_at, reason = excluded.reason
"""
UNBLOCK = "DELETE FROM blocked_members WHERE guild_id = :guild_id AND member_id = :member_id"
GET = "SELECT blocked_by, reason FROM blocked_members WHERE guild_id = :guild_id AND member_id = :member_id"


def block(session: Session, guild_id: int, member_id: int, *, by: int, reason: str | None, now: datetime) -> None:
    values = {"guild_id": guild_id, "member_id": member_id, "blocked_by": by, "reason": reason, "now": to_ms(now)}
    session.run(BLOCK, values)


def unblock(session: Session, guild_id: int, member_id: int) -> bool:
    """False where the member was not blocked."""
    return session.run(UNBLOCK, {"guild_id": guild_id, "member_id": member_id}) == 1


def block_of(session: Session, guild_id: int, member_id: int) -> tuple[int, str] | None:
    """Who blocked the member, and why, perhaps without a word; None where they are not blocked."""
    row = session.one(GET, {"guild_id": guild_id, "member_id": member_id})
    return None if row is None else (row["blocked_by"], row["reason"] or "")

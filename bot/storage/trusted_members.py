"""Members whose entries never wait for a moderator."""

from datetime import datetime

from bot.storage.session import Session
from bot.storage.times import to_ms

TRUST = """
INSERT INTO trusted_members (guild_id, member_id, trusted_by, trusted_at)
VALUES (:guild_id, :member_id, :trusted_by, :now)
ON CONFLICT (guild_id, member_id) DO NOTHING
"""
DISTRUST = "DELETE FROM trusted_members WHERE guild_id = :guild_id AND member_id = :member_id"
IS_TRUSTED = "SELECT 1 FROM trusted_members WHERE guild_id = :guild_id AND member_id = :member_id"


def trust(session: Session, guild_id: int, member_id: int, trusted_by: int, now: datetime) -> None:
    session.run(TRUST, {"guild_id": guild_id, "member_id": member_id, "trusted_by": trusted_by, "now": to_ms(now)})


def distrust(session: Session, guild_id: int, member_id: int) -> None:
    session.run(DISTRUST, {"guild_id": guild_id, "member_id": member_id})


def is_trusted(session: Session, guild_id: int, member_id: int) -> bool:
    return session.one(IS_TRUSTED, {"guild_id": guild_id, "member_id": member_id}) is not None

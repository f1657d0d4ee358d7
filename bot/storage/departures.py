"""Servers that removed the bot, and when."""

from collections.abc import Iterable
from datetime import datetime

from bot.storage.session import Session
from bot.storage.times import from_ms, to_ms

KNOWN = """
SELECT id AS guild_id FROM guilds UNION SELECT guild_id FROM rounds UNION SELECT guild_id FROM drafts
UNION SELECT guild_id FROM challenges UNION SELECT guild_id FROM plans UNION SELECT guild_id FROM prompts
UNION SELECT guild_id FROM suggestions UNION SELECT guild_id FROM imports UNION SELECT guild_id FROM prompt_searches
UNION SELECT guild_id FROM stocktakings UNION SELECT guild_id FROM deeds UNION SELECT guild_id FROM cases
UNION SELECT guild_id FROM private_notices UNION SELECT guild_id FROM trusted_members
UNION SELECT guild_id FROM blocked_members UNION SELECT guild_id FROM tag_names
"""
NOTE = "INSERT INTO departures (guild_id, left_at) VALUES (:guild_id, :now) ON CONFLICT (guild_id) DO NOTHING"
FORGET = "DELETE FROM departures WHERE guild_id = :guild_id"
DUE = "SELECT guild_id FROM departures WHERE left_at <= :until ORDER BY left_at, guild_id"
FIRST = "SELECT MIN(left_at) AS left_at FROM departures"
ALL = "SELECT guild_id FROM departures"


def known(session: Session) -> set[int]:
    """Every server of which something is kept."""
    return {row["guild_id"] for row in session.all(KNOWN)}


def note(session: Session, guild_ids: Iterable[int], now: datetime) -> None:
    """A departure that was noted before keeps its date."""
    session.run_many(NOTE, [{"guild_id": guild_id, "now": to_ms(now)} for guild_id in guild_ids])


def take_back(session: Session, guild_ids: Iterable[int]) -> None:
    """Note that the bot is there again, or that nothing is left to be forgotten."""
    session.run_many(FORGET, [{"guild_id": guild_id} for guild_id in guild_ids])


def every(session: Session) -> set[int]:
    return {row["guild_id"] for row in session.all(ALL)}


def before(session: Session, until: datetime) -> list[int]:
    """The servers that removed the bot at this moment or earlier."""
    return [row["guild_id"] for row in session.all(DUE, {"until": to_ms(until)})]


def first(session: Session) -> datetime | None:
    left_at = session.required(FIRST)["left_at"]
    return None if left_at is None else from_ms(left_at)

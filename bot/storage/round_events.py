"""The events that tell of rounds: one row each, once Discord has it."""

from datetime import datetime

from bot.domain.rounds.posted_event import PostedEvent
from bot.storage.session import Session
from bot.storage.times import to_ms

GET = "SELECT event_id, shown, removed_at FROM round_events WHERE round_id = :round_id"
KNOWN = "SELECT e.event_id FROM round_events e JOIN rounds r ON r.id = e.round_id WHERE r.guild_id = :guild_id"
PUT = """
INSERT INTO round_events (round_id, event_id, shown)
SELECT id, :event_id, :shown FROM rounds WHERE id = :round_id
ON CONFLICT (round_id) DO UPDATE SET event_id = excluded.event_id, shown = excluded.shown
"""
DOUBT_SHOWN = "UPDATE round_events SET shown = ''"
REMOVE = "UPDATE round_events SET removed_at = :now WHERE round_id = :round_id AND removed_at IS NULL"
FORGET = "DELETE FROM round_events WHERE round_id = :round_id"
FORGET_ALL = "DELETE FROM round_events"


def get(session: Session, round_id: int) -> PostedEvent | None:
    row = session.one(GET, {"round_id": round_id})
    return None if row is None else PostedEvent(row["event_id"], row["shown"], row["removed_at"] is not None)


def known(session: Session, guild_id: int) -> set[int]:
    """The events of a guild that belong to a round."""
    return {row["event_id"] for row in session.all(KNOWN, {"guild_id": guild_id})}


def put(session: Session, round_id: int, event_id: int, shown: str) -> None:
    """Note the event, unless its round's server was forgotten meanwhile."""
    session.run(PUT, {"round_id": round_id, "event_id": event_id, "shown": shown})


def doubt_shown(session: Session) -> None:
    """Forget what the events show."""
    session.run(DOUBT_SHOWN)


def remove(session: Session, round_id: int, now: datetime) -> None:
    session.run(REMOVE, {"round_id": round_id, "now": to_ms(now)})


def forget(session: Session, round_id: int) -> None:
    session.run(FORGET, {"round_id": round_id})


def forget_all(session: Session) -> None:
    session.run(FORGET_ALL)

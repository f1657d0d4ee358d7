"""Who wants to be reminded in private, and when."""

from datetime import datetime, timedelta

from bot.domain.rounds.private_reminder import PrivateReminder
from bot.storage.session import Record, Session
from bot.storage.times import from_ms, from_ms_or_none, length_from_ms, length_to_ms, to_ms

SELECT = """
SELECT w.round_id, w.member_id, w.lead, w.at, w.pressed_at, w.unheard FROM private_reminders w
"""
GET = f"{SELECT} WHERE w.round_id = :round_id AND w.member_id = :member_id"
ASK = """
INSERT INTO private_reminders (round_id, member_id, lead, at, pressed_at)
VALUES (:round_id, :member_id, :lead, :at, :now)
ON CONFLICT (round_id, member_id) DO UPDATE SET
    lead = excluded.lead, at = excluded.at, pressed_at = excluded.pressed_at, told_since = NULL
"""
DROP = """
UPDATE private_reminders SET at = NULL, pressed_at = :now WHERE round_id = :round_id AND member_id = :member_id
"""
MOVE = "UPDATE private_reminders SET at = :closes_at - lead WHERE round_id = :round_id AND at IS NOT NULL"
DUE = f"{SELECT} WHERE w.at IS NOT NULL AND w.at <= :now ORDER BY w.at, w.round_id, w.member_id"
NEXT_DUE = "SELECT MIN(w.at) AS due FROM private_reminders w WHERE w.at IS NOT NULL AND w.at > :now"
TOLD_SINCE = "SELECT told_since FROM private_reminders WHERE round_id = :round_id AND member_id = :member_id"
TELLING = """
UPDATE private_reminders SET told_since = COALESCE(told_since, :now)
WHERE round_id = :round_id AND member_id = :member_id
"""
DOUBT_UNTOLD = "UPDATE private_reminders SET told_since = COALESCE(told_since, :since) WHERE at <= :now"
DONE = """
UPDATE private_reminders SET at = NULL, unheard = :unheard WHERE round_id = :round_id AND member_id = :member_id
"""


def from_row(row: Record) -> PrivateReminder:
    return PrivateReminder(
        row["round_id"],
        row["member_id"],
        length_from_ms(row["lead"]),
        from_ms_or_none(row["at"]),
        from_ms(row["pressed_at"]),
        bool(row["unheard"]),
    )


def get(session: Session, round_id: int, member_id: int) -> PrivateReminder | None:
    row = session.one(GET, {"round_id": round_id, "member_id": member_id})
    return None if row is None else from_row(row)


def ask(session: Session, round_id: int, member_id: int, *, lead: timedelta, at: datetime, now: datetime) -> None:
    values = {"round_id": round_id, "member_id": member_id, "lead": length_to_ms(lead), "at": to_ms(at)}
    session.run(ASK, values | {"now": to_ms(now)})


def drop(session: Session, round_id: int, member_id: int, now: datetime) -> None:
    session.run(DROP, {"round_id": round_id, "member_id": member_id, "now": to_ms(now)})


def move(session: Session, round_id: int, closes_at: datetime) -> None:
    """Let the round's reminders that are still to come go by another end."""
    session.run(MOVE, {"round_id": round_id, "closes_at": to_ms(closes_at)})


def due(session: Session, now: datetime) -> list[PrivateReminder]:
    """The oldest promise comes first."""
    return [from_row(row) for row in session.all(DUE, {"now": to_ms(now)})]


def next_due(session: Session, now: datetime) -> datetime | None:
    return from_ms_or_none(session.required(NEXT_DUE, {"now": to_ms(now)})["due"])


def note_telling(session: Session, found: PrivateReminder, now: datetime) -> datetime | None:
    """Note that the member is about to be told. Returns since when they may know it, if at all."""
    key = {"round_id": found.round_id, "member_id": found.member_id}
    before = session.required(TOLD_SINCE, key)["told_since"]
    session.run(TELLING, key | {"now": to_ms(now)})
    return from_ms_or_none(before)


def doubt_untold(session: Session, since: datetime, now: datetime) -> None:
    """Note that members may have been reminded since then, where the moment has come."""
    session.run(DOUBT_UNTOLD, {"since": to_ms(since), "now": to_ms(now)})


def note_done(session: Session, found: PrivateReminder, *, unheard: bool) -> None:
    """Note that nothing is to be told any more. `unheard` says whether the member took no private message."""
    session.run(DONE, {"round_id": found.round_id, "member_id": found.member_id, "unheard": int(unheard)})

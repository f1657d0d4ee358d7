"""Late passes: members whose stories count as in time until a moment of their own."""

from datetime import datetime

from bot.domain.rounds.late_pass import LatePass
from bot.storage.session import Record, Session
from bot.storage.times import from_ms, from_ms_or_none, to_ms

SELECT = "SELECT l.round_id, l.member_id, l.until, l.given_by, l.entries FROM late_passes l"
GIVE = """
INSERT INTO late_passes (round_id, member_id, until, given_by, entries, told_at)
VALUES (:round_id, :member_id, :until, :given_by, :entries, :told_at)
ON CONFLICT (round_id, member_id) DO UPDATE SET
    until = excluded.until, given_by = excluded.given_by, entries = COALESCE(excluded.entries, late_passes.entries),
    told_since = CASE WHEN excluded.told_at IS NULL THEN NULL ELSE late_passes.told_since END,
    told_at = CASE WHEN excluded.told_at IS NULL THEN NULL ELSE late_passes.told_at END
"""
GET = f"{SELECT} WHERE l.round_id = :round_id AND l.member_id = :member_id"
OF_ROUND = f"{SELECT} WHERE l.round_id = :round_id ORDER BY l.until, l.member_id"
UNTOLD = f"{SELECT} WHERE l.told_at IS NULL ORDER BY l.round_id, l.member_id"
TOLD_SINCE = "SELECT told_since FROM late_passes WHERE round_id = :round_id AND member_id = :member_id"
TELLING = """
UPDATE late_passes SET told_since = COALESCE(told_since, :now) WHERE round_id = :round_id AND member_id = :member_id
"""
DOUBT_UNTOLD = "UPDATE late_passes SET told_since = COALESCE(told_since, :since) WHERE told_at IS NULL"
TOLD = "UPDATE late_passes SET told_at = :now WHERE round_id = :round_id AND member_id = :member_id"


def from_row(row: Record) -> LatePass:
    return LatePass(row["round_id"], row["member_id"], from_ms(row["until"]), row["given_by"], row["entries"])


def give(session: Session, late_pass: LatePass, *, told_at: datetime | None = None) -> None:
    """A second pass for the same round takes the place of the first, which may have allowed more entries. `told_at` is
    when its member hears of it otherwise; of a first one that they do not know yet they hear all the same.
    """
    values = {
        "round_id": late_pass.round_id,
        "member_id": late_pass.member_id,
        "until": to_ms(late_pass.until),
        "given_by": late_pass.given_by,
        "entries": late_pass.entries,
        "told_at": None if told_at is None else to_ms(told_at),
    }
    session.run(GIVE, values)


def until(session: Session, round_id: int, member_id: int) -> datetime | None:
    """The end of the member's pass; None where they have none."""
    found = get(session, round_id, member_id)
    return None if found is None else found.until


def get(session: Session, round_id: int, member_id: int) -> LatePass | None:
    row = session.one(GET, {"round_id": round_id, "member_id": member_id})
    return None if row is None else from_row(row)


def of_round(session: Session, round_id: int) -> tuple[LatePass, ...]:
    """The first to end comes first."""
    return tuple(from_row(row) for row in session.all(OF_ROUND, {"round_id": round_id}))


def untold(session: Session) -> list[LatePass]:
    """The passes whose members do not know of them yet."""
    return [from_row(row) for row in session.all(UNTOLD)]


def note_telling(session: Session, late_pass: LatePass, now: datetime) -> datetime | None:
    """Note that the member is about to be told. Returns since when they may know it, if at all."""
    key = {"round_id": late_pass.round_id, "member_id": late_pass.member_id}
    before = session.required(TOLD_SINCE, key)["told_since"]
    session.run(TELLING, key | {"now": to_ms(now)})
    return from_ms_or_none(before)


def doubt_untold(session: Session, since: datetime) -> None:
    """Note that members may know since then of passes of which they were not told."""
    session.run(DOUBT_UNTOLD, {"since": to_ms(since)})


def note_told(session: Session, late_pass: LatePass, now: datetime) -> None:
    session.run(TOLD, {"round_id": late_pass.round_id, "member_id": late_pass.member_id, "now": to_ms(now)})

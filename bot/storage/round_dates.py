"""Dates of rounds, one row each. A row says that its date has passed before a message shows it."""

from datetime import datetime

from bot.domain.rounds import due_date
from bot.domain.rounds.due_date import Due, DueDate
from bot.domain.rounds.round_plan import Plan
from bot.storage.session import Record, Session, Values
from bot.storage.times import from_ms, from_ms_or_none, to_ms

COLUMNS = ", ".join(f"{due}.at AS {due}_due_at, {due}.done_at AS {due}_done_at" for due in Due)
JOINED = " ".join(f"LEFT JOIN round_dates {due} ON {due}.round_id = r.id AND {due}.what = '{due}'" for due in Due)
"""A round's dates beside its row `r`."""

OF_ROUND = f"SELECT {COLUMNS} FROM rounds r {JOINED} WHERE r.id = :round_id"
DROP = "DELETE FROM round_dates WHERE round_id = :round_id"
PUT = "INSERT INTO round_dates (round_id, what, at, done_at) VALUES (:round_id, :what, :at, :done_at)"
PASSED = "UPDATE round_dates SET done_at = :now WHERE round_id = :round_id AND at <= :now AND done_at IS NULL"


def from_row(row: Record) -> tuple[DueDate, ...]:
    return tuple(date_of(due, row) for due in Due if row[f"{due}_due_at"] is not None)


def date_of(due: Due, row: Record) -> DueDate:
    return DueDate(due, from_ms(row[f"{due}_due_at"]), from_ms_or_none(row[f"{due}_done_at"]))


def to_row(round_id: int, date: DueDate) -> Values:
    done_at = None if date.done_at is None else to_ms(date.done_at)
    return {"round_id": round_id, "what": date.due, "at": to_ms(date.at), "done_at": done_at}


def follow_plan(session: Session, round_id: int, plan: Plan, now: datetime) -> None:
    """Give the round its plan's dates. Dates that have come are facts at once."""
    before = from_row(session.required(OF_ROUND, {"round_id": round_id}))
    session.run(DROP, {"round_id": round_id})
    session.run_many(PUT, [to_row(round_id, date) for date in due_date.followed(plan, before, now)])


def pass_(session: Session, round_id: int, now: datetime) -> bool:
    """Write down which of a round's dates have come. True if there were any."""
    return session.run(PASSED, {"round_id": round_id, "now": to_ms(now)}) > 0

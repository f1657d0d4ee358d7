"""Dates of rounds, one row each. A row says that its date has passed before a message shows it."""

from datetime import datetime

from bot.domain.rounds import due_date
from bot.domain.rounds.due_date import Due, DueDate
from bot.domain.rounds.round_plan import Plan
from bot.storage.session import Record, Session
from bot.storage.times import from_ms, from_ms_or_none, to_ms

COLUMNS = ", ".join(f"{due}.at AS {due}_due_at, {due}.done_at AS {due}_done_at" for due in Due)
JOINED = " ".join(f"LEFT JOIN round_dates {due} ON {due}.round_id = r.id AND {due}.what = '{due}'" for due in Due)
"""A round's dates beside its row `r`."""

# A date that moves is still to come.
PUT = """
INSERT INTO round_dates (round_id, what, at) VALUES (:round_id, :what, :at)
ON CONFLICT (round_id, what) DO UPDATE SET at = excluded.at, done_at = NULL WHERE round_dates.at <> excluded.at
"""
PASSED = "UPDATE round_dates SET done_at = :now WHERE round_id = :round_id AND at <= :now AND done_at IS NULL"


def from_row(row: Record) -> tuple[DueDate, ...]:
    return tuple(date_of(due, row) for due in Due if row[f"{due}_due_at"] is not None)


def date_of(due: Due, row: Record) -> DueDate:
    return DueDate(due, from_ms(row[f"{due}_due_at"]), from_ms_or_none(row[f"{due}_done_at"]))


def follow_plan(session: Session, round_id: int, plan: Plan, now: datetime) -> None:
    """Give the round its plan's dates. Dates that have come are facts at once."""
    dates = due_date.by_plan(plan).items()
    session.run_many(PUT, [{"round_id": round_id, "what": due, "at": to_ms(at)} for due, at in dates])
    pass_(session, round_id, now)


def pass_(session: Session, round_id: int, now: datetime) -> bool:
    """Write down which of a round's dates have come. True if there were any."""
    return session.run(PASSED, {"round_id": round_id, "now": to_ms(now)}) > 0

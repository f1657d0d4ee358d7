"""What each prompt was taken for: a round, or a taker whose round is to come."""

from datetime import datetime

from bot.storage.session import Session
from bot.storage.times import to_ms

SET_ASIDE = """
INSERT INTO prompt_takes (prompt_id, taker, taken_at) VALUES (:prompt_id, :taker, :now) ON CONFLICT DO NOTHING
"""
OF_TAKER = "SELECT prompt_id FROM prompt_takes WHERE taker = :taker"
USE = "UPDATE prompt_takes SET round_id = :round_id, taken_at = :now WHERE taker = :taker AND round_id IS NULL"
LET_GO = "DELETE FROM prompt_takes WHERE taker = :taker AND round_id IS NULL"
GIVE_BACK = "DELETE FROM prompt_takes WHERE round_id = :round_id"


def set_aside(session: Session, prompt_id: int, taker: str, now: datetime) -> bool:
    """Set a prompt aside for a taker. False where the prompt was taken before, or the taker has one."""
    return session.run(SET_ASIDE, {"prompt_id": prompt_id, "taker": taker, "now": to_ms(now)}) == 1


def of_taker(session: Session, taker: str) -> int | None:
    """The prompt that the taker has."""
    row = session.one(OF_TAKER, {"taker": taker})
    return None if row is None else row["prompt_id"]


def use(session: Session, taker: str, round_id: int, now: datetime) -> None:
    """Note that the taker's prompt is this round's. One that a round has already stays that round's."""
    session.run(USE, {"taker": taker, "round_id": round_id, "now": to_ms(now)})


def let_go(session: Session, taker: str) -> bool:
    """Give back what was set aside for the taker. False where there was nothing, or a round has it."""
    return session.run(LET_GO, {"taker": taker}) == 1


def give_back(session: Session, round_id: int) -> None:
    """Let the round's prompt be taken again."""
    session.run(GIVE_BACK, {"round_id": round_id})

"""What was taken back by a member or a server, without a word about whom."""

from datetime import datetime

from bot.storage import generations
from bot.storage.session import Session
from bot.storage.times import to_ms

BEGIN = f"""
INSERT INTO erasures (asked_at, numbered_after) SELECT :now, n FROM ({generations.HIGHEST}) AS highest RETURNING id
"""
ANY = "SELECT 1 FROM erasures LIMIT 1"
TO_OVERWRITE = "SELECT MAX(id) AS id FROM erasures WHERE overwritten_at IS NULL"
OVERWRITTEN = "UPDATE erasures SET overwritten_at = :now WHERE id <= :id AND overwritten_at IS NULL"


def begin(session: Session, now: datetime) -> int:
    """The number of a new erasure. Rows that come from now on have numbers that none had before it."""
    return session.required(BEGIN, {"now": to_ms(now)})["id"]


def have_begun(session: Session) -> bool:
    return session.one(ANY) is not None


def to_overwrite(session: Session) -> int | None:
    """The last erasure of which something may still be read in the database's files."""
    return session.required(TO_OVERWRITE)["id"]


def note_overwritten(session: Session, last: int, now: datetime) -> None:
    session.run(OVERWRITTEN, {"id": last, "now": to_ms(now)})

"""Copies that the database went on with, and the numbers of rows since then."""

from datetime import UTC, datetime

from bot.domain.rounds.restoration import Copy
from bot.storage.session import Record, Session
from bot.storage.times import from_ms_or_none

NUMBERED = (
    "drafts",
    "entries",
    "messages",
    "plans",
    "rounds",
    "images",
    "prompts",
    "suggestions",
    "imports",
    "challenges",
    "cases",
)
"""Tables whose row numbers stand in messages, buttons and forms."""

EPOCH = datetime(2025, 1, 1, tzinfo=UTC)
"""Row numbers begin with the seconds since then. Unless a table gets a row every second all the time, two databases
with a common past never give one number to two things. The ids of components have room for them until 2056.
"""
FAR = 1_000_000
"""The jump in numbers where higher ones than the clock's seconds exist already."""

IS_COPY = "SELECT 1 FROM copied"
UNMARK = "DELETE FROM copied"
KNOWN_UNTIL = """
SELECT MAX(at) AS at FROM (
    SELECT MAX(saved_at) AS at FROM drafts UNION ALL SELECT MAX(proposed_at) FROM plans
    UNION ALL SELECT MAX(handed_in_at) FROM entries UNION ALL SELECT MAX(added_at) FROM prompts
    UNION ALL SELECT MAX(suggested_at) FROM suggestions UNION ALL SELECT MAX(opened_at) FROM cases
    UNION ALL SELECT MAX(message_id) / 4194304 + 1420070400000 FROM messages) AS moments
"""
"""Goes by Discord's clock alone, which Discord's ids carry too."""
HIGHEST = f"""
SELECT COALESCE(MAX(n), 0) AS n FROM (
    {" UNION ALL ".join(f"SELECT MAX(id) AS n FROM {table}" for table in NUMBERED)}
    UNION ALL SELECT MAX(numbered_after) FROM generations
    UNION ALL SELECT MAX(numbered_after) FROM erasures) AS numbers
"""
NEWEST = "SELECT numbered_after, known_until FROM generations ORDER BY id DESC LIMIT 1"
FIRST_WITHOUT = (
    "SELECT numbered_after, known_until FROM generations WHERE numbered_after >= :number ORDER BY id LIMIT 1"
)
BEGIN = "INSERT INTO generations (known_until, numbered_after) VALUES (:known_until, :numbered_after)"


def next_number(table: str) -> str:
    """A table's next row number, as a part of a statement."""
    return f"""(
        SELECT COALESCE(MAX(n), 0) + 1 FROM (
            SELECT MAX(id) AS n FROM {table} UNION ALL SELECT MAX(numbered_after) FROM generations
            UNION ALL SELECT MAX(numbered_after) FROM erasures) AS numbers)"""


def is_copy(session: Session) -> bool:
    """Whether this is a copy that no bot has run on yet."""
    return session.one(IS_COPY) is not None


def begin(session: Session, now: datetime) -> datetime | None:
    """Go on with a copy. Returns the last moment that it knows of, None where it knows nothing."""
    known_until = session.required(KNOWN_UNTIL)["at"]
    highest, seconds = session.required(HIGHEST)["n"], int((now - EPOCH).total_seconds())
    numbered_after = seconds if seconds > highest else highest + FAR
    session.run(BEGIN, {"known_until": known_until, "numbered_after": numbered_after})
    session.run(UNMARK)
    return from_ms_or_none(known_until)


def newest(session: Session) -> Copy:
    return from_row(session.required(NEWEST))


def known_until(session: Session) -> datetime | None:
    """The last moment that a copy knows of; None where the database is no copy."""
    row = session.one(NEWEST)
    return None if row is None else from_row(row).known_until


def first_without(session: Session, number: int) -> Copy | None:
    """The first copy that lacked the row of this number; None where there never was such a row."""
    row = session.one(FIRST_WITHOUT, {"number": number})
    return None if row is None else from_row(row)


def from_row(row: Record) -> Copy:
    known_until = row["known_until"]
    return Copy(row["numbered_after"], from_ms_or_none(known_until))

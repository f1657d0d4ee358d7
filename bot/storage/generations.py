"""Which copies the database went on with, and the numbers that rows get since."""

from datetime import UTC, datetime

from bot.domain.rounds.restoration import Copy
from bot.storage.database import Row, Session
from bot.storage.times import from_ms

NUMBERED = ("drafts", "entries", "messages", "plans", "rounds", "images")
"""The tables whose rows are called by their numbers in messages, buttons and forms."""

EPOCH = datetime(2025, 1, 1, tzinfo=UTC)
"""Numbers begin with the seconds since then: as long as no table gets a row a second all the time, a number that two
databases with one past have given never means two things. Discord's own ids of components hold them until 2093.
"""
FAR = 1_000_000
"""By how much they jump where the clock tells a time at which there are higher ones already."""

IS_COPY = "SELECT 1 FROM copied"
UNMARK = "DELETE FROM copied"
KNOWN_UNTIL = """
SELECT MAX(at) AS at FROM (
    SELECT MAX(saved_at) AS at FROM drafts UNION ALL SELECT MAX(proposed_at) FROM plans
    UNION ALL SELECT MAX(handed_in_at) FROM entries
    UNION ALL SELECT MAX(message_id) / 4194304 + 1420070400000 FROM messages) AS moments
"""
"""By Discord's clock alone, which is in its ids too."""
HIGHEST = f"""
SELECT COALESCE(MAX(n), 0) AS n FROM (
    {" UNION ALL ".join(f"SELECT MAX(id) AS n FROM {table}" for table in NUMBERED)}
    UNION ALL SELECT MAX(numbered_after) FROM generations) AS numbers
"""
NEWEST = "SELECT numbered_after, known_until FROM generations ORDER BY id DESC LIMIT 1"
FIRST_WITHOUT = (
    "SELECT numbered_after, known_until FROM generations WHERE numbered_after >= :number ORDER BY id LIMIT 1"
)
BEGIN = "INSERT INTO generations (known_until, numbered_after) VALUES (:known_until, :numbered_after)"


def next_number(table: str) -> str:
    """The number of a table's next row, as a part of a statement."""
    return f"""(
        SELECT COALESCE(MAX(n), 0) + 1 FROM (
            SELECT MAX(id) AS n FROM {table} UNION ALL SELECT MAX(numbered_after) FROM generations) AS numbers)"""


def is_copy(session: Session) -> bool:
    """Whether this is a copy that no bot has run on yet."""
    return session.one(IS_COPY) is not None


def begin(session: Session, now: datetime) -> datetime | None:
    """Go on with a copy, and answer what it knows until when; None where it knows nothing."""
    known_until = session.required(KNOWN_UNTIL)["at"]
    highest, seconds = session.required(HIGHEST)["n"], int((now - EPOCH).total_seconds())
    numbered_after = seconds if seconds > highest else highest + FAR
    session.run(BEGIN, {"known_until": known_until, "numbered_after": numbered_after})
    session.run(UNMARK)
    return None if known_until is None else from_ms(known_until)


def newest(session: Session) -> Copy:
    return from_row(session.required(NEWEST))


def first_without(session: Session, number: int) -> Copy | None:
    """The copy that lacked a row which had this number and is not there; None: there never was one."""
    row = session.one(FIRST_WITHOUT, {"number": number})
    return None if row is None else from_row(row)


def from_row(row: Row) -> Copy:
    known_until = row["known_until"]
    return Copy(row["numbered_after"], None if known_until is None else from_ms(known_until))

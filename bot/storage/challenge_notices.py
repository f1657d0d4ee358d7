"""What there is to tell of challenges' occurrences. A row says since when it may have been told, and when it was."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.challenges.calendar import Occurrence
from bot.domain.challenges.notice import Notice, What
from bot.storage import challenges
from bot.storage.session import Session
from bot.storage.times import from_ms, from_ms_or_none, to_ms

NOTE = """
INSERT INTO challenge_notices (challenge_id, occurrence, what, opens_at, told_at)
VALUES (:id, :occurrence, :what, :opens_at, :told_at)
ON CONFLICT (challenge_id, occurrence, what) DO NOTHING
"""
IS_NOTED = "SELECT 1 FROM challenge_notices WHERE challenge_id = :id AND occurrence = :occurrence AND what = :what"
OPENING_AFTER = "SELECT 1 FROM challenge_notices WHERE challenge_id = :id AND what = :what AND opens_at > :at LIMIT 1"
COUNT = "SELECT COUNT(*) AS n FROM challenge_notices WHERE challenge_id = :id"
ALL = "SELECT opens_at FROM challenge_notices WHERE challenge_id = :id AND what = :what ORDER BY opens_at"
UNTOLD = """
SELECT challenge_id, what, occurrence, opens_at, told_since FROM challenge_notices WHERE told_at IS NULL
ORDER BY challenge_id, what, told_since IS NULL, told_since, opens_at
"""
TELLING = """
UPDATE challenge_notices SET told_since = COALESCE(told_since, :now)
WHERE challenge_id = :id AND what = :what AND occurrence = :occurrence
"""
DOUBT_UNTOLD = """
UPDATE challenge_notices SET told_since = COALESCE(told_since, :since) WHERE challenge_id = :id AND told_at IS NULL
"""
TOLD = (
    "UPDATE challenge_notices SET told_at = :now WHERE challenge_id = :id AND what = :what AND occurrence = :occurrence"
)


def note(
    session: Session, challenge_id: int, what: What, occurrence: Occurrence, *, told_at: datetime | None = None
) -> None:
    """Note what there is to tell. `told_at`: it was told then, in other words."""
    row = {"id": challenge_id, "what": what, "occurrence": occurrence.key, "opens_at": to_ms(occurrence.opens_at)}
    session.run(NOTE, row | {"told_at": None if told_at is None else to_ms(told_at)})


def is_noted(session: Session, challenge_id: int, what: What, occurrence: Occurrence) -> bool:
    return session.one(IS_NOTED, {"id": challenge_id, "what": what, "occurrence": occurrence.key}) is not None


def speaks_of_later(session: Session, challenge_id: int, what: What, at: datetime) -> bool:
    """Whether this was noted of an occurrence that opens after a moment."""
    return session.one(OPENING_AFTER, {"id": challenge_id, "what": what, "at": to_ms(at)}) is not None


def how_many(session: Session, challenge_id: int) -> int:
    return session.required(COUNT, {"id": challenge_id})["n"]


def openings(session: Session, challenge_id: int, what: What) -> tuple[datetime, ...]:
    """When the occurrences opened, or would have, of which this was noted."""
    return tuple(from_ms(row["opens_at"]) for row in session.all(ALL, {"id": challenge_id, "what": what}))


def untold(session: Session) -> list[Notice]:
    """What was not told yet, in one notice each for a challenge. What may have been told stays in its own."""
    found: dict[tuple[int, str, int | None], list[tuple[str, datetime]]] = {}
    for row in session.all(UNTOLD):
        key = row["challenge_id"], row["what"], row["told_since"]
        found.setdefault(key, []).append((row["occurrence"], from_ms(row["opens_at"])))
    return [
        Notice(
            challenges.required(session, challenge_id),
            What(what),
            tuple(occurrence for occurrence, _ in rows),
            tuple(opens_at for _, opens_at in rows),
            from_ms_or_none(told_since),
        )
        for (challenge_id, what, told_since), rows in found.items()
    ]


def doubt_untold(session: Session, challenge_id: int, since: datetime) -> None:
    """Note that whatever there is to tell may have been told from a moment on."""
    session.run(DOUBT_UNTOLD, {"id": challenge_id, "since": to_ms(since)})


def note_telling(session: Session, notice: Notice, now: datetime) -> None:
    session.run_many(TELLING, rows_of(notice, now))


def note_told(session: Session, notice: Notice, now: datetime) -> None:
    session.run_many(TOLD, rows_of(notice, now))


def rows_of(notice: Notice, now: datetime) -> Sequence[dict[str, int | str]]:
    same = {"id": notice.challenge.id, "what": notice.what, "now": to_ms(now)}
    return [same | {"occurrence": occurrence} for occurrence in notice.occurrences]

"""Which stories members have read through the bot."""

from datetime import datetime

from bot.domain.entries.reading_turn import Readable
from bot.domain.rounds.posted_message import Purpose
from bot.domain.rounds.reaction import Whose
from bot.domain.tags.tag import TagKind
from bot.storage import entries, entry_tags, filters
from bot.storage.session import Session
from bot.storage.times import from_ms_or_none, to_ms

HEARTS = "FROM messages h JOIN reactions x ON x.message_id = h.message_id WHERE h.entry_id = e.id"
OF_ROUND = f"""
WITH RECURSIVE {filters.SPARED}
SELECT e.id, d.read_at,
    (SELECT COUNT(DISTINCT x.reader_id) {HEARTS} AND x.kind = '{Whose.READER}') AS hearts,
    (SELECT COUNT(*) FROM readings o WHERE o.entry_id = e.id) AS readers,
    EXISTS (SELECT 1 {HEARTS} AND x.reader_id = :reader_id) AS loved,
    EXISTS (SELECT 1 FROM entry_tags t
        WHERE t.entry_id = e.id AND t.kind = '{TagKind.RATING}' AND t.key = 'explicit') AS for_adults,
    {filters.HIDDEN} AS hidden
FROM entries e
    JOIN messages m ON m.entry_id = e.id AND m.purpose = '{Purpose.ENTRY}' AND m.page = 0
    LEFT JOIN readings d ON d.entry_id = e.id AND d.reader_id = :reader_id
WHERE e.round_id = :round_id AND e.author_id <> :reader_id AND {entries.SHOWN} AND {entry_tags.IS_TAGGED}
    AND m.message_id IS NOT NULL AND m.removed_at IS NULL
"""
NOTE = f"""
INSERT INTO readings (entry_id, reader_id, read_at)
SELECT e.id, :reader_id, :now FROM entries e WHERE e.id = :entry_id AND e.author_id <> :reader_id AND {entries.SHOWN}
ON CONFLICT (entry_id, reader_id) DO UPDATE SET read_at = excluded.read_at
"""


def of_round(session: Session, round_id: int, reader_id: int) -> list[Readable]:
    """The stories of others that stand in a round, as this reader knows them."""
    rows = session.all(OF_ROUND, {"round_id": round_id, "reader_id": reader_id})
    return [
        Readable(
            entry_id=row["id"],
            hearts=row["hearts"],
            readers=row["readers"],
            read_at=from_ms_or_none(row["read_at"]),
            loved=bool(row["loved"]),
            for_adults=bool(row["for_adults"]),
            hidden=bool(row["hidden"]),
        )
        for row in rows
    ]


def note(session: Session, entry_id: int, reader_id: int, now: datetime) -> None:
    """Note that the member has read the story, unless it is their own."""
    session.run(NOTE, {"entry_id": entry_id, "reader_id": reader_id, "now": to_ms(now)})

"""What drafts said before their writers changed them."""

from dataclasses import replace

from bot.domain.entries.draft import Draft, DraftVersion
from bot.domain.reading.reading import Bounds
from bot.storage.session import Record, Session
from bot.storage.times import from_ms

KEEP = """
INSERT INTO draft_versions (draft_id, number, text, header, story_start, story_end, saved_at)
SELECT d.id, (SELECT COUNT(*) + 1 FROM draft_versions v WHERE v.draft_id = d.id), d.text, d.header, d.story_start,
    d.story_end, d.saved_at
FROM drafts d WHERE d.id = :draft_id
"""
OF_DRAFT = """
SELECT v.number, v.text, v.header, v.story_start, v.story_end, v.saved_at
FROM draft_versions v WHERE v.draft_id = :draft_id ORDER BY v.number DESC LIMIT :most OFFSET :first
"""
GET = """
SELECT v.number, v.text, v.header, v.story_start, v.story_end, v.saved_at
FROM draft_versions v WHERE v.draft_id = :draft_id AND v.number = :number
"""
HOW_MANY = "SELECT COUNT(*) AS n FROM draft_versions v WHERE v.draft_id = :draft_id"


def keep(session: Session, draft_id: int) -> None:
    """Keep what the draft says now, before it is changed."""
    session.run(KEEP, {"draft_id": draft_id})


def of_draft(session: Session, draft: Draft, *, first: int, most: int) -> list[DraftVersion]:
    """What the draft said before, the newest first."""
    asked = {"draft_id": draft.id, "first": first, "most": most}
    return [from_row(row, draft) for row in session.all(OF_DRAFT, asked)]


def get(session: Session, draft: Draft, number: int) -> DraftVersion | None:
    row = session.one(GET, {"draft_id": draft.id, "number": number})
    return None if row is None else from_row(row, draft)


def how_many(session: Session, draft_id: int) -> int:
    return session.required(HOW_MANY, {"draft_id": draft_id})["n"]


def from_row(row: Record, draft: Draft) -> DraftVersion:
    bounds = None if row["story_start"] is None else Bounds(row["story_start"], row["story_end"])
    before = replace(draft, text=row["text"], header=row["header"], bounds=bounds, saved_at=from_ms(row["saved_at"]))
    return DraftVersion(row["number"], before)

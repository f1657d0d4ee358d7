"""What entries said before they were changed."""

from dataclasses import replace

from bot.domain.entries.entry import Entry, EntryVersion
from bot.domain.header import header
from bot.domain.header.header import Header
from bot.domain.moderation.deed import Did
from bot.storage import entries
from bot.storage.session import Record, Session
from bot.storage.times import from_ms

KEEP = f"""
INSERT INTO entry_versions (entry_id, number, draft_id, header, story, words, declared_words, stood_from)
SELECT e.id, (SELECT COUNT(*) + 1 FROM entry_versions v WHERE v.entry_id = e.id), e.draft_id, e.header, e.story,
    e.words, e.declared_words, COALESCE(
        (SELECT MAX(d.done_at) FROM deeds d WHERE d.entry_id = e.id AND d.what = '{Did.HEADER_CORRECTED}'
            AND d.done_at > COALESCE(e.edited_at, e.handed_in_at)),
        e.edited_at, e.handed_in_at)
FROM entries e WHERE e.id = :entry_id
"""
OF_ENTRY = """
SELECT v.number, v.draft_id, v.header, v.story, v.words, v.stood_from
FROM entry_versions v WHERE v.entry_id = :entry_id ORDER BY v.number
"""
AS_SAVED = """
SELECT v.header FROM entry_versions v WHERE v.entry_id = :entry_id AND v.draft_id = :draft_id ORDER BY v.number LIMIT 1
"""
FOLLOW = "UPDATE entry_versions SET entry_id = :now_id WHERE entry_id = :was_id"
HOW_MANY = "SELECT COUNT(*) AS n FROM entry_versions v WHERE v.entry_id = :entry_id"


def keep(session: Session, entry_id: int) -> None:
    """Keep what the entry says now, before it is changed."""
    session.run(KEEP, {"entry_id": entry_id})


def of_entry(session: Session, entry: Entry) -> list[EntryVersion]:
    """What the entry said before, the oldest first."""
    return [from_row(row, entry) for row in session.all(OF_ENTRY, {"entry_id": entry.id})]


def header_as_saved(session: Session, entry: Entry) -> Header:
    """The header that the entry's writer last gave it, whatever moderators corrected since."""
    row = session.one(AS_SAVED, {"entry_id": entry.id, "draft_id": entry.draft_id})
    return entry.header if row is None else header.from_lines(row["header"])


def follow(session: Session, was_id: int, now_id: int) -> None:
    """Let what one entry said before belong to another, which stands in its place."""
    session.run(FOLLOW, {"was_id": was_id, "now_id": now_id})


def how_many(session: Session, entry_id: int) -> int:
    return session.required(HOW_MANY, {"entry_id": entry_id})["n"]


def from_row(row: Record, entry: Entry) -> EntryVersion:
    before = replace(
        entry,
        draft_id=row["draft_id"],
        header=header.from_lines(row["header"]),
        story=row["story"],
        counts=entries.counts_of(row),
    )
    return EntryVersion(row["number"], before, from_ms(row["stood_from"]))

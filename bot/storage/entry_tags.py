"""What stories' headers name, taken apart."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.header import header
from bot.domain.header.header import Header
from bot.domain.tags.tag import Tag
from bot.storage.session import Session

STALE = "e.tagged IS NULL OR e.tagged <> e.revision"
IS_TAGGED = "e.tagged = e.revision"
TO_TAG = f"SELECT e.id, e.header, e.revision FROM entries e WHERE {STALE} ORDER BY e.id LIMIT :most"
TAKE_OFF = "DELETE FROM entry_tags WHERE entry_id = :entry_id"
PUT = "INSERT INTO entry_tags (entry_id, kind, key, name) VALUES (:entry_id, :kind, :key, :name)"
NOTE = "UPDATE entries SET tagged = :revision WHERE id = :entry_id AND revision = :revision"


@dataclass(frozen=True, slots=True)
class Untagged:
    """An entry whose tags are not those of its header."""

    entry_id: int
    revision: int
    header: Header


def to_tag(session: Session, most: int) -> list[Untagged]:
    rows = session.all(TO_TAG, {"most": most})
    return [Untagged(row["id"], row["revision"], header.from_lines(row["header"])) for row in rows]


def put(session: Session, entry: Untagged, tags: Iterable[Tag]) -> None:
    """Give an entry its tags. One that changed or went since they were read gets none by them."""
    if not session.run(NOTE, {"entry_id": entry.entry_id, "revision": entry.revision}):
        return
    session.run(TAKE_OFF, {"entry_id": entry.entry_id})
    values = [{"entry_id": entry.entry_id, "kind": tag.kind, "key": tag.key, "name": tag.name} for tag in tags]
    session.run_many(PUT, values)

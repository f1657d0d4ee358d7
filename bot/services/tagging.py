"""The tags of entries follow their headers, so that whoever changes a header need not know of tags."""

from bot.domain.tags import tag
from bot.domain.tags.tag import Tag
from bot.storage import entry_tags
from bot.storage.database import Database, recalls, writes
from bot.storage.entry_tags import Untagged
from bot.storage.session import Session

AT_ONCE = 20
"""Entries that are tagged in one go, so that nobody waits for it."""

Read = list[tuple[Untagged, tuple[Tag, ...]]]


async def catch_up(db: Database) -> bool:
    """Tag some of the entries that are new or changed. True if there may be more."""
    found = await read(db)
    if found:
        await put(db, found)
    return len(found) == AT_ONCE


@recalls
def read(session: Session) -> Read:
    return [(entry, tag.of(entry.header)) for entry in entry_tags.to_tag(session, AT_ONCE)]


@writes
def put(session: Session, found: Read) -> None:
    for entry, tags in found:
        entry_tags.put(session, entry, tags)

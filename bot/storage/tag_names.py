"""The tags that a server's stories have, and how its moderators want them to be called."""

from collections import Counter
from collections.abc import Set as AbstractSet

from bot.domain.tags.tag import Tag, TagKind
from bot.domain.tags.tag_index import KINDS, Naming
from bot.storage import entries
from bot.storage.session import Record, Session

USED = f"""
SELECT t.kind, t.key, t.name, r.channel_id, COUNT(*) AS stories
FROM entry_tags t JOIN entries e ON e.id = t.entry_id JOIN rounds r ON r.id = e.round_id
WHERE r.guild_id = :guild_id AND t.kind IN ({", ".join(f"'{kind}'" for kind in KINDS)}) AND {entries.SHOWN}
GROUP BY t.kind, t.key, t.name, r.channel_id
"""
HOLDS = "guild_id = :guild_id AND replacement IS NULL"
SELECT = "SELECT kind, key, to_key, name, written FROM tag_names"
OF_GUILD = f"{SELECT} WHERE {HOLDS} ORDER BY kind, name, key"
OF_KEY = f"SELECT id, to_key, name FROM tag_names WHERE {HOLDS} AND kind = :kind AND key = :key"
BEGIN = """
INSERT INTO tag_names (guild_id, kind, key, to_key, name, written, replacement)
VALUES (:guild_id, :kind, :key, :to_key, :name, :written, 0) RETURNING id
"""
REPLACE = f"UPDATE tag_names SET replacement = :id WHERE {HOLDS} AND kind = :kind AND key IN (:key, :to_key)"
SET_REPLACEMENT = "UPDATE tag_names SET replacement = :replacement WHERE id = :id"
REPLACED = "SELECT id, key FROM tag_names WHERE guild_id = :guild_id AND replacement = :id ORDER BY id DESC"
DELETE = "DELETE FROM tag_names WHERE id = :id"


def used(session: Session, guild_id: int, channels: AbstractSet[int] | None = None) -> Counter[Tag]:
    """The tags as they are written, each with its number of stories on show; with `channels`, of those there alone."""
    kinds, found = {str(kind): kind for kind in KINDS}, Counter[Tag]()
    for row in session.all(USED, {"guild_id": guild_id}):
        if channels is None or row["channel_id"] in channels:
            found[Tag(kinds[row["kind"]], row["key"], row["name"])] += row["stories"]
    return found


def of_guild(session: Session, guild_id: int) -> list[Naming]:
    return [from_row(row) for row in session.all(OF_GUILD, {"guild_id": guild_id})]


def from_row(row: Record) -> Naming:
    return Naming(TagKind(row["kind"]), row["key"], row["to_key"], row["name"], row["written"])


def call(session: Session, guild_id: int, naming: Naming) -> None:
    """Give a tag another name. That name itself has no other any more. The same twice is once."""
    held = held_by(session, guild_id, naming.kind, naming.key)
    if held is not None and (held["to_key"], held["name"]) == (naming.to_key, naming.name):
        return
    values = {"guild_id": guild_id, "kind": naming.kind, "key": naming.key, "to_key": naming.to_key}
    new = session.required(BEGIN, values | {"name": naming.name, "written": naming.written})["id"]
    session.run(REPLACE, values | {"id": new})
    session.run(SET_REPLACEMENT, {"id": new, "replacement": None})


def take_back(session: Session, guild_id: int, kind: TagKind, key: str) -> None:
    """Take a name back. Those whose place it took hold again, or as soon as one is taken back that came since."""
    gone = held_by(session, guild_id, kind, key)
    if gone is None:
        return
    session.run(DELETE, {"id": gone["id"]})
    for row in session.all(REPLACED, {"guild_id": guild_id, "id": gone["id"]}):
        since = held_by(session, guild_id, kind, row["key"])
        session.run(SET_REPLACEMENT, {"id": row["id"], "replacement": None if since is None else since["id"]})


def held_by(session: Session, guild_id: int, kind: TagKind, key: str) -> Record | None:
    return session.one(OF_KEY, {"guild_id": guild_id, "kind": kind, "key": key})

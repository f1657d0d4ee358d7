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
SELECT = "SELECT kind, key, to_key, name, written FROM tag_names"
OF_GUILD = f"{SELECT} WHERE guild_id = :guild_id ORDER BY kind, name, key"
CALL = """
INSERT INTO tag_names (guild_id, kind, key, to_key, name, written)
VALUES (:guild_id, :kind, :key, :to_key, :name, :written)
ON CONFLICT (guild_id, kind, key) DO UPDATE SET to_key = excluded.to_key, name = excluded.name
"""
FORGET = "DELETE FROM tag_names WHERE guild_id = :guild_id AND kind = :kind AND key = :key"


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
    """Give a tag another name. That name itself has no other any more."""
    if naming.to_key != naming.key:
        forget(session, guild_id, naming.kind, naming.to_key)
    values = {"guild_id": guild_id, "kind": naming.kind, "key": naming.key, "to_key": naming.to_key}
    session.run(CALL, values | {"name": naming.name, "written": naming.written})


def forget(session: Session, guild_id: int, kind: TagKind, key: str) -> None:
    session.run(FORGET, {"guild_id": guild_id, "kind": kind, "key": key})

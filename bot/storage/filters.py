"""What members do not want to be shown by the bot."""

from collections.abc import Iterable

from bot.domain.tags.tag import Tag, TagKind
from bot.storage.session import Session

# A warning in words hides every warning that has these words in it: `spiders` also `mention of spiders`. What
# moderators took for one tag counts as one here, too.
MATCHES = f"""
f.kind = t.kind AND (t.key = f.key
    OR f.kind = '{TagKind.WARNING}' AND REPLACE(' ' || t.key || ' ', ' ' || f.key || ' ', '') <> ' ' || t.key || ' '
    OR EXISTS (
        SELECT 1 FROM tag_names n JOIN rounds g ON g.guild_id = n.guild_id JOIN entries y ON y.round_id = g.id
        WHERE y.id = t.entry_id AND n.kind = t.kind AND n.key = t.key AND n.to_key = f.key))
"""
HIDDEN = f"""
EXISTS (SELECT 1 FROM filters f JOIN entry_tags t ON {MATCHES} WHERE f.member_id = :reader_id AND t.entry_id = e.id)
"""
"""A part of a statement: whether the reader does not want to see an entry `e`."""

OF_MEMBER = "SELECT kind, key, name FROM filters WHERE member_id = :member_id ORDER BY place"
HIDING = f"""
SELECT DISTINCT f.kind, f.key, f.name, f.place FROM filters f JOIN entry_tags t ON {MATCHES}
WHERE f.member_id = :member_id AND t.entry_id = :entry_id ORDER BY f.place
"""
FORGET = "DELETE FROM filters WHERE member_id = :member_id"
ADD = """
INSERT INTO filters (member_id, kind, key, name, place) VALUES (:member_id, :kind, :key, :name, :place)
"""


def of_member(session: Session, member_id: int) -> tuple[Tag, ...]:
    rows = session.all(OF_MEMBER, {"member_id": member_id})
    return tuple(Tag(TagKind(row["kind"]), row["key"], row["name"]) for row in rows)


def hiding(session: Session, member_id: int, entry_id: int) -> tuple[str, ...]:
    """The names of those that keep an entry from a member."""
    return tuple(row["name"] for row in session.all(HIDING, {"member_id": member_id, "entry_id": entry_id}))


def keep(session: Session, member_id: int, filters: Iterable[Tag]) -> None:
    """Let these be all of a member's."""
    session.run(FORGET, {"member_id": member_id})
    session.run_many(
        ADD,
        [
            {"member_id": member_id, "kind": each.kind, "key": each.key, "name": each.name, "place": place}
            for place, each in enumerate(filters)
        ],
    )

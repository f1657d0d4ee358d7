"""What members do not want to be shown by the bot."""

from collections.abc import Iterable

from bot.domain.tags.tag import Tag, TagKind
from bot.storage.session import Session

SPARED = """
spared (place, name, kind, key) AS (
    SELECT f.place, f.name, f.kind, f.key FROM filters f WHERE f.member_id = :reader_id
    UNION
    SELECT s.place, s.name, s.kind, CASE n.key WHEN s.key THEN n.to_key ELSE n.key END
    FROM spared s JOIN tag_names n ON n.kind = s.kind AND (n.key = s.key OR n.to_key = s.key)
    WHERE n.replacement IS NULL AND n.guild_id = (SELECT g.guild_id FROM rounds g WHERE g.id = :round_id)
)
"""
"""What a statement is with: all tags that the reader does not want to see in a round. What moderators took for one tag
counts as one, over as many names as it had.
"""
# A warning in words hides every warning that has these words in it: `spiders` also `mention of spiders`.
MATCHES = f"""
s.kind = t.kind AND (t.key = s.key
    OR s.kind = '{TagKind.WARNING}' AND REPLACE(' ' || t.key || ' ', ' ' || s.key || ' ', '') <> ' ' || t.key || ' ')
"""
HIDDEN = f"EXISTS (SELECT 1 FROM spared s JOIN entry_tags t ON {MATCHES} WHERE t.entry_id = e.id)"
"""A part of a statement: whether the reader does not want to see an entry `e`."""

OF_MEMBER = "SELECT kind, key, name FROM filters WHERE member_id = :member_id ORDER BY place"
HIDING = f"""
WITH RECURSIVE {SPARED} SELECT DISTINCT s.name, s.place FROM spared s JOIN entry_tags t ON {MATCHES}
WHERE t.entry_id = :entry_id ORDER BY s.place
"""
FORGET = "DELETE FROM filters WHERE member_id = :member_id"
ADD = """
INSERT INTO filters (member_id, kind, key, name, place) VALUES (:member_id, :kind, :key, :name, :place)
"""


def of_member(session: Session, member_id: int) -> tuple[Tag, ...]:
    rows = session.all(OF_MEMBER, {"member_id": member_id})
    return tuple(Tag(TagKind(row["kind"]), row["key"], row["name"]) for row in rows)


def hiding(session: Session, reader_id: int, entry_id: int, round_id: int) -> tuple[str, ...]:
    """The names of those that keep an entry of the round from a member."""
    values = {"reader_id": reader_id, "entry_id": entry_id, "round_id": round_id}
    return tuple(row["name"] for row in session.all(HIDING, values))


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

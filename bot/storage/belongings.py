"""What belongs to a member, and what to a server. Every table is named here, and a test compares this with the schema.
So none is forgotten when somebody wants to have what is theirs, or takes it back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.moderation.case import Outcome, Question
from bot.domain.moderation.deed import Did
from bot.domain.own_data.figures import Figures, ServerFigures
from bot.storage import drafts, entries
from bot.storage.session import Session
from bot.storage.times import to_ms


@dataclass(frozen=True, slots=True)
class Held:
    """The columns of a table with ids of members, and those with words of a member that go when they take them back."""

    ids: tuple[str, ...]
    words: tuple[str, ...] = ()


OF_MEMBERS: Mapping[str, Held] = {
    "drafts": Held(("author_id",), ("text", "header")),
    "entries": Held(("author_id",), ("writer_name", "header", "story")),
    "reactions": Held(("reader_id",)),
    "filters": Held(("member_id",), ("name",)),
    "readings": Held(("reader_id",)),
    "plans": Held(("moderator_id",)),  # a round's prompt and its rules are the server's
    "prompts": Held(("suggested_by",)),  # one that a round used is the server's; an unused one goes
    "suggestions": Held(("member_id", "decided_by"), ("text", "reason")),
    "imports": Held(("moderator_id",), ("file_name", "unread")),
    "prompt_searches": Held(("member_id",), ("words",)),
    "late_passes": Held(("member_id", "given_by")),
    "deeds": Held(("moderator_id", "member_id"), ("reason",)),
    "cases": Held(("decided_by", "member_id"), ("reason", "about")),
    "private_notices": Held(("member_id", "moderator_id"), ("reason",)),
    "trusted_members": Held(("member_id", "trusted_by")),
    "blocked_members": Held(("member_id", "blocked_by"), ("reason",)),
    "private_reminders": Held(("member_id",)),
    "stocktakings": Held(("given_back",)),  # several, with blanks between
}
BESIDE_THEM: Mapping[str, tuple[str, ...]] = {
    "draft_changes": (),
    "draft_versions": ("text", "header"),
    "entry_tags": ("key", "name"),
    "entry_versions": ("header", "story"),
    "imported_prompts": ("text", "set_name", "twin"),
    "waiting_changes": ("header", "story"),
}
"""Tables whose rows go with a member's rows of another table, and the columns with their words."""
OF_SERVERS = frozenset(
    {
        *("guilds", "images", "rounds", "round_dates", "messages", "prompt_takes", "round_events"),
        *("challenges", "challenge_skips", "challenge_notices", "masterlist_pages", "departures"),
        "tag_names",
    }
)
OF_NO_SERVER = frozenset({"filters"})
"""Tables of members whose rows hold on every server, so that they stay when one is forgotten."""
OF_NOBODY = frozenset({"agreements", "copied", "generations", "erasures"})

# -- what a member has --------------------------------------------------------------------------------

FIGURES = f"""
SELECT
    (SELECT COUNT(*) FROM entries e WHERE e.author_id = :member_id AND {entries.STANDS}) AS entries,
    (SELECT COUNT(*) FROM drafts d WHERE d.author_id = :member_id AND {drafts.HELD}) AS drafts,
    (SELECT COUNT(*) FROM reactions x WHERE x.reader_id = :member_id) AS hearts
"""

# -- taking it back: what still stands in a channel keeps a row without a word in it until it is gone ---------

ONLY_THEIRS = """
SELECT r.guild_id, t.kind, t.key
FROM entry_tags t JOIN entries e ON e.id = t.entry_id JOIN rounds r ON r.id = e.round_id
GROUP BY r.guild_id, t.kind, t.key HAVING MIN(e.author_id) = :member_id AND MAX(e.author_id) = :member_id
"""
"""Tags that no story of anybody else has. Stories that stay without a name count as somebody else's by then."""

TAKE_BACK = (
    f"""
    UPDATE deeds SET reason = NULL
    WHERE id IN (
        SELECT d.id FROM deeds d
            JOIN (SELECT DISTINCT r.guild_id, t.name
                FROM entry_tags t JOIN entries e ON e.id = t.entry_id JOIN rounds r ON r.id = e.round_id
                WHERE e.author_id = :member_id AND (r.guild_id, t.kind, t.key) IN ({ONLY_THEIRS})) AS own
            ON own.guild_id = d.guild_id AND SUBSTR(d.reason, 1, LENGTH(own.name) + 2) = own.name || ': '
        WHERE d.what IN ('{Did.TAG_NAMED}', '{Did.TAG_AS_BEFORE}'))
    """,
    f"DELETE FROM tag_names WHERE (guild_id, kind, key) IN ({ONLY_THEIRS})",
    """
    DELETE FROM tag_names WHERE id NOT IN (
        WITH RECURSIVE led_to (id) AS (
            SELECT n.id FROM tag_names n WHERE n.replacement IS NULL
            UNION SELECT n.id FROM tag_names n JOIN led_to l ON n.replacement = l.id)
        SELECT l.id FROM led_to l)
    """,
    "DELETE FROM entry_tags WHERE entry_id IN (SELECT e.id FROM entries e WHERE e.author_id = :member_id)",
    """
    DELETE FROM entry_versions
    WHERE entry_id IN (SELECT e.id FROM entries e WHERE e.author_id IN (:member_id, :stand_in))
    """,
    f"""
    UPDATE cases SET outcome = '{Outcome.TAKEN_BACK}', decided_at = :now
    WHERE outcome IS NULL AND (entry_id IN (SELECT e.id FROM entries e WHERE e.author_id = :member_id)
            OR kind = '{Question.REVIEW}' AND entry_id IN (SELECT e.id FROM entries e WHERE e.author_id = :stand_in))
        AND NOT EXISTS (
            SELECT 1 FROM entries e
            WHERE e.lost_in = cases.id AND {entries.IS_LOST} AND e.author_id <> :member_id)
    """,
    f"""
    UPDATE cases SET about = '' WHERE kind = '{Question.REPORT}'
        AND entry_id IN (SELECT e.id FROM entries e WHERE e.author_id = :member_id)
    """,
    """
    UPDATE cases SET reason = NULL, revision = revision + 1
    WHERE entry_id IN (SELECT e.id FROM entries e WHERE e.author_id IN (:member_id, :stand_in))
        OR id IN (SELECT e.lost_in FROM entries e WHERE e.author_id = :member_id)
    """,
    "UPDATE cases SET reason = NULL, decided_by = :stand_in, revision = revision + 1 WHERE decided_by = :member_id",
    """
    UPDATE cases SET request = 'case ' || id, about = '', member_id = :stand_in, revision = revision + 1
    WHERE member_id = :member_id
    """,
    "DELETE FROM private_notices WHERE member_id = :member_id",
    """
    UPDATE private_notices SET moderator_id = NULL, reason = NULL
    WHERE request IN (SELECT d.request FROM deeds d WHERE d.moderator_id = :member_id)
    """,
    "DELETE FROM trusted_members WHERE member_id = :member_id",
    "DELETE FROM blocked_members WHERE member_id = :member_id",
    "UPDATE blocked_members SET blocked_by = :stand_in, reason = NULL WHERE blocked_by = :member_id",
    "UPDATE trusted_members SET trusted_by = :stand_in WHERE trusted_by = :member_id",
    """
    UPDATE entries SET author_id = :stand_in, writer_name = NULL, header = '', story = '', words = '{}',
        declared_words = NULL, withdrawn_at = COALESCE(withdrawn_at, :now)
    WHERE author_id = :member_id
    """,
    """
    UPDATE rounds SET revision = revision + 1, not_before = 0
    WHERE id IN (SELECT e.round_id FROM entries e WHERE e.author_id = :stand_in)
    """,
    "DELETE FROM waiting_changes WHERE draft_id IN (SELECT d.id FROM drafts d WHERE d.author_id = :member_id)",
    "DELETE FROM draft_changes WHERE draft_id IN (SELECT d.id FROM drafts d WHERE d.author_id = :member_id)",
    "DELETE FROM draft_versions WHERE draft_id IN (SELECT d.id FROM drafts d WHERE d.author_id = :member_id)",
    """
    UPDATE drafts SET request = 'draft ' || id, author_id = :stand_in, text = '', header = NULL, story_start = NULL,
        story_end = NULL
    WHERE author_id = :member_id AND EXISTS (SELECT 1 FROM entries e WHERE e.draft_id = drafts.id)
    """,
    "DELETE FROM drafts WHERE author_id = :member_id",
    "DELETE FROM reactions WHERE reader_id = :member_id",
    "DELETE FROM filters WHERE member_id = :member_id",
    "DELETE FROM readings WHERE reader_id = :member_id",
    """
    UPDATE suggestions SET member_id = :stand_in, text = '', reason = NULL, prompt_id = NULL, shown = 1,
        decided_at = COALESCE(decided_at, :now), told_at = COALESCE(told_at, :now)
    WHERE member_id = :member_id
    """,
    "DELETE FROM suggestions WHERE member_id = :stand_in AND tried_at IS NULL",
    "UPDATE suggestions SET decided_by = :stand_in, reason = NULL, shown = NULL WHERE decided_by = :member_id",
    """
    UPDATE imported_prompts SET twin = NULL
    WHERE twin IN (SELECT b.text FROM prompts b WHERE b.suggested_by = :member_id)
    """,
    """
    DELETE FROM prompts
    WHERE suggested_by = :member_id AND NOT EXISTS (SELECT 1 FROM prompt_takes t WHERE t.prompt_id = prompts.id)
        AND NOT EXISTS (SELECT 1 FROM plans p WHERE p.drawn_prompt_id = prompts.id)
    """,
    "UPDATE prompts SET suggested_by = NULL WHERE suggested_by = :member_id",
    "DELETE FROM imported_prompts WHERE import_id IN (SELECT i.id FROM imports i WHERE i.moderator_id = :member_id)",
    "DELETE FROM imports WHERE moderator_id = :member_id",
    "DELETE FROM prompt_searches WHERE member_id = :member_id",
    "DELETE FROM private_reminders WHERE member_id = :member_id",
    """
    UPDATE late_passes SET member_id = :stand_in, told_at = COALESCE(told_at, :now)
    WHERE member_id = :member_id AND :nameless = 1
    """,
    "DELETE FROM late_passes WHERE member_id = :member_id",
    "UPDATE late_passes SET given_by = :stand_in WHERE given_by = :member_id",
    "UPDATE deeds SET request = 'deed ' || id, member_id = :stand_in, reason = NULL WHERE member_id = :member_id",
    "UPDATE deeds SET moderator_id = :stand_in, reason = NULL WHERE moderator_id = :member_id",
    "UPDATE plans SET moderator_id = NULL WHERE moderator_id = :member_id",
    """
    UPDATE stocktakings
    SET given_back = TRIM(REPLACE(' ' || given_back || ' ', ' ' || :member_id || ' ', ' '))
    WHERE ' ' || given_back || ' ' LIKE '% ' || :member_id || ' %'
    """,
)

# -- what is left goes when its messages are gone -----------------------------------------------------

LET_GO = """
    author_id < 0 AND (withdrawn_at IS NOT NULL OR removed_at IS NOT NULL)
    AND NOT EXISTS (
        SELECT 1 FROM messages m
        WHERE m.entry_id = entries.id AND (m.tried_at IS NOT NULL OR m.message_id IS NOT NULL))
    AND EXISTS (SELECT 1 FROM rounds r WHERE r.id = entries.round_id AND r.revision = r.published_revision)
"""
"""The publisher has seen that such an entry is gone, so that it asks for no message of it any more."""
IS_LEFT = f"SELECT 1 FROM entries WHERE {LET_GO} LIMIT 1"
SWEEP = (
    f"DELETE FROM messages WHERE entry_id IN (SELECT id FROM entries WHERE {LET_GO})",
    f"DELETE FROM entry_tags WHERE entry_id IN (SELECT id FROM entries WHERE {LET_GO})",
    f"DELETE FROM readings WHERE entry_id IN (SELECT id FROM entries WHERE {LET_GO})",
    f"DELETE FROM entries WHERE {LET_GO}",
    "DELETE FROM drafts WHERE author_id < 0 AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.draft_id = drafts.id)",
)

# -- a server -----------------------------------------------------------------------------------------

FIGURES_OF_SERVER = f"""
SELECT
    (SELECT COUNT(*) FROM rounds r WHERE r.guild_id = :guild_id) AS rounds,
    (SELECT COUNT(*) FROM entries e JOIN rounds r ON r.id = e.round_id
        WHERE r.guild_id = :guild_id AND {entries.STANDS}) AS entries,
    (SELECT COUNT(*) FROM drafts d WHERE d.guild_id = :guild_id AND {drafts.HELD}) AS drafts
"""
FORGET_SERVER = (
    """
    DELETE FROM reactions WHERE message_id IN (
        SELECT m.message_id FROM messages m JOIN rounds r ON r.id = m.round_id WHERE r.guild_id = :guild_id)
    """,
    "DELETE FROM messages WHERE round_id IN (SELECT r.id FROM rounds r WHERE r.guild_id = :guild_id)",
    """
    DELETE FROM entry_tags WHERE entry_id IN (
        SELECT e.id FROM entries e JOIN rounds r ON r.id = e.round_id WHERE r.guild_id = :guild_id)
    """,
    """
    DELETE FROM entry_versions WHERE entry_id IN (
        SELECT e.id FROM entries e JOIN rounds r ON r.id = e.round_id WHERE r.guild_id = :guild_id)
    """,
    "DELETE FROM waiting_changes WHERE draft_id IN (SELECT d.id FROM drafts d WHERE d.guild_id = :guild_id)",
    """
    DELETE FROM readings WHERE entry_id IN (
        SELECT e.id FROM entries e JOIN rounds r ON r.id = e.round_id WHERE r.guild_id = :guild_id)
    """,
    "DELETE FROM entries WHERE round_id IN (SELECT r.id FROM rounds r WHERE r.guild_id = :guild_id)",
    "DELETE FROM drafts WHERE guild_id = :guild_id",
    "DELETE FROM late_passes WHERE round_id IN (SELECT r.id FROM rounds r WHERE r.guild_id = :guild_id)",
    "DELETE FROM private_reminders WHERE round_id IN (SELECT r.id FROM rounds r WHERE r.guild_id = :guild_id)",
    "DELETE FROM round_events WHERE round_id IN (SELECT r.id FROM rounds r WHERE r.guild_id = :guild_id)",
    "DELETE FROM round_dates WHERE round_id IN (SELECT r.id FROM rounds r WHERE r.guild_id = :guild_id)",
    "DELETE FROM prompt_takes WHERE prompt_id IN (SELECT b.id FROM prompts b WHERE b.guild_id = :guild_id)",
    "DELETE FROM suggestions WHERE guild_id = :guild_id",
    "DELETE FROM deeds WHERE guild_id = :guild_id",
    "DELETE FROM cases WHERE guild_id = :guild_id",
    "DELETE FROM private_notices WHERE guild_id = :guild_id",
    "DELETE FROM trusted_members WHERE guild_id = :guild_id",
    "DELETE FROM blocked_members WHERE guild_id = :guild_id",
    "DELETE FROM imported_prompts WHERE import_id IN (SELECT i.id FROM imports i WHERE i.guild_id = :guild_id)",
    "DELETE FROM imports WHERE guild_id = :guild_id",
    "DELETE FROM prompt_searches WHERE guild_id = :guild_id",
    """
    UPDATE plans SET round_id = NULL, based_on = NULL, challenge_id = NULL, drawn_prompt_id = NULL
    WHERE guild_id = :guild_id
    """,
    "DELETE FROM rounds WHERE guild_id = :guild_id",
    "DELETE FROM masterlist_pages WHERE challenge_id IN (SELECT c.id FROM challenges c WHERE c.guild_id = :guild_id)",
    "DELETE FROM challenge_notices WHERE challenge_id IN (SELECT c.id FROM challenges c WHERE c.guild_id = :guild_id)",
    "DELETE FROM challenge_skips WHERE challenge_id IN (SELECT c.id FROM challenges c WHERE c.guild_id = :guild_id)",
    "DELETE FROM challenges WHERE guild_id = :guild_id",
    "DELETE FROM prompts WHERE guild_id = :guild_id",
    "DELETE FROM plans WHERE guild_id = :guild_id",
    """
    DELETE FROM images
    WHERE NOT EXISTS (SELECT 1 FROM plans p WHERE p.image_id = images.id)
        AND NOT EXISTS (SELECT 1 FROM prompts b WHERE b.image_id = images.id)
    """,
    "DELETE FROM stocktakings WHERE guild_id = :guild_id",
    "DELETE FROM tag_names WHERE guild_id = :guild_id",
    "DELETE FROM guilds WHERE id = :guild_id",
    "DELETE FROM departures WHERE guild_id = :guild_id",
)


def figures(session: Session, member_id: int) -> Figures:
    row = session.required(FIGURES, {"member_id": member_id})
    return Figures(row["entries"], row["drafts"], row["hearts"])


def take_back(session: Session, member_id: int, stand_in: int, now: datetime, *, nameless: bool) -> None:
    """Take all words and the id of a member out of every row. Where stories stay without a name, so does what says
    whether they came late.
    """
    values = {"member_id": member_id, "stand_in": stand_in, "now": to_ms(now), "nameless": int(nameless)}
    session.run_each(TAKE_BACK, values)


def is_left(session: Session) -> bool:
    """Whether there is something that was left only until its messages were gone, and they are."""
    return session.one(IS_LEFT) is not None


def sweep(session: Session) -> None:
    """Let go of that."""
    session.run_each(SWEEP)


def of_server(session: Session, guild_id: int) -> ServerFigures:
    row = session.required(FIGURES_OF_SERVER, {"guild_id": guild_id})
    return ServerFigures(row["rounds"], row["entries"], row["drafts"])


def forget_server(session: Session, guild_id: int) -> None:
    session.run_each(FORGET_SERVER, {"guild_id": guild_id})

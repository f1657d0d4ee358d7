import json
from datetime import datetime

from bot.domain.entries.entry import Credit, Entry, EntryState, title_of
from bot.domain.header import header
from bot.domain.header.header import Header
from bot.domain.reading import manuscript
from bot.domain.reading.manuscript import Manuscript
from bot.domain.rounds.posted_message import Spot
from bot.domain.text.conventions import Convention, Counts
from bot.storage import generations
from bot.storage.session import Record, Session
from bot.storage.times import from_ms, from_ms_or_none, to_ms

SELECT = """
SELECT e.id, e.round_id, e.author_id, e.writer_name, e.draft_id, e.header, e.story, e.words, p.convention,
    p.title_counts, e.handed_in_at, e.revision, e.edited_at, e.withdrawn_at, e.removed_at,
    e.held_at IS NOT NULL AS is_held,
    EXISTS (
        SELECT 1 FROM cases k JOIN waiting_changes w ON w.case_id = k.id
        WHERE k.entry_id = e.id AND k.outcome IS NULL) AS change_waits,
    e.handed_in_at >= p.closes_at + p.grace AND e.handed_in_at >= COALESCE(l.until, 0) AS is_late
FROM entries e JOIN rounds r ON r.id = e.round_id JOIN plans p ON p.id = r.plan_id
    LEFT JOIN late_passes l ON l.round_id = e.round_id AND l.member_id = e.author_id
"""
STANDS = "e.withdrawn_at IS NULL AND e.removed_at IS NULL"
SHOWN = f"{STANDS} AND e.held_at IS NULL"
"""What readers may see: it stands, and waits for no moderator."""

ADD = f"""
INSERT INTO entries (
    id, draft_id, round_id, author_id, writer_name, header, story, words, declared_words, handed_in_at)
VALUES ({generations.next_number("entries")}, :draft_id, :round_id, :author_id, :writer_name, :header, :story, :words,
    :declared_words, :now)
RETURNING id
"""
MOVE = f"""
INSERT INTO entries (
    id, draft_id, round_id, author_id, writer_name, header, story, words, declared_words, handed_in_at, edited_at,
    held_at)
SELECT {generations.next_number("entries")}, :draft_id, :round_id, x.author_id, x.writer_name, x.header, x.story,
    x.words, x.declared_words, x.handed_in_at, x.edited_at, x.held_at
FROM entries x WHERE x.id = :id
RETURNING id
"""
GET = f"{SELECT} WHERE e.id = :id"
GET_STANDING = f"{SELECT} WHERE e.id = :id AND {STANDS}"
OF_DRAFT = f"""
{SELECT} WHERE e.draft_id = :draft_id
    OR e.id IN (SELECT v.entry_id FROM entry_versions v WHERE v.draft_id = :draft_id)
ORDER BY e.id DESC LIMIT 1
"""
OF_ROUND = f"{SELECT} WHERE e.round_id = :round_id AND {SHOWN} ORDER BY e.handed_in_at, e.id"
UNSENT = f"""
{SELECT} WHERE r.channel_id = :channel_id AND {STANDS}
    AND EXISTS (SELECT 1 FROM messages m WHERE m.entry_id = e.id AND m.message_id IS NULL)
ORDER BY e.id
"""
IN_ROUND = "SELECT COUNT(*) AS n FROM entries e WHERE e.round_id = :round_id"
HOW_MANY = f"{IN_ROUND} AND {SHOWN}"
HOW_MANY_OF_AUTHOR = f"{IN_ROUND} AND {STANDS} AND e.author_id = :author_id"
HEADER_WITH_STORY = f"""
SELECT e.header FROM entries e
WHERE e.round_id = :round_id AND e.author_id = :author_id AND e.story = :story AND {STANDS}
ORDER BY e.id LIMIT 1
"""
OF_AUTHORS = "r.guild_id = :guild_id AND e.author_id = :author_id"
OF_AUTHOR = f"""
{SELECT} WHERE {OF_AUTHORS} AND {STANDS} ORDER BY e.handed_in_at DESC, e.id DESC
"""
EVER_OF_AUTHOR = f"""
{SELECT} WHERE {OF_AUTHORS} ORDER BY e.handed_in_at DESC, e.id DESC LIMIT :most OFFSET :first
"""
HOW_MANY_EVER_OF_AUTHOR = f"SELECT COUNT(*) AS n FROM entries e JOIN rounds r ON r.id = e.round_id WHERE {OF_AUTHORS}"
EVERYWHERE = f"{SELECT} WHERE e.author_id = :author_id AND {SHOWN}"
UNSIGN = """
UPDATE entries SET author_id = :stand_in, writer_name = NULL, header = :header, revision = revision + 1 WHERE id = :id
"""
HOW_MANY_OF_AUTHOR_BY_ROUND = f"""
SELECT e.round_id, COUNT(*) AS n FROM entries e JOIN rounds r ON r.id = e.round_id
WHERE r.guild_id = :guild_id AND e.author_id = :author_id AND {STANDS} GROUP BY e.round_id
"""
CREDITS = f"""
SELECT e.header, e.author_id, e.writer_name, m.channel_id, m.message_id
FROM entries e LEFT JOIN messages m ON m.entry_id = e.id AND m.page = 0 AND m.removed_at IS NULL
WHERE e.round_id = :round_id AND {SHOWN} ORDER BY e.handed_in_at, e.id LIMIT :most
"""
CHANGE = """
UPDATE entries SET draft_id = :draft_id, header = :header, story = :story, words = :words,
    declared_words = :declared_words, edited_at = :now, revision = revision + 1
WHERE id = :id
"""
TOUCH_BETWEEN = """
UPDATE entries SET revision = revision + 1
WHERE round_id = :round_id AND handed_in_at >= :since AND handed_in_at < :until
"""
TOUCH_OF_AUTHOR = "UPDATE entries SET revision = revision + 1 WHERE round_id = :round_id AND author_id = :author_id"
WITHDRAW = "UPDATE entries SET withdrawn_at = :now WHERE id = :id AND withdrawn_at IS NULL"
HAS_SUCCESSOR = """
SELECT 1 FROM entries e JOIN drafts d ON d.id = e.draft_id WHERE d.entry_id = :id AND e.id > :id LIMIT 1
"""
IS_REMOVED = "SELECT 1 FROM entries WHERE id = :id AND removed_at IS NOT NULL AND withdrawn_at IS NULL"
RESTORE = "UPDATE entries SET removed_at = NULL, held_at = NULL, lost_in = NULL, revision = revision + 1 WHERE id = :id"
REHEAD = """
UPDATE entries SET header = :header, declared_words = :declared_words, revision = revision + 1 WHERE id = :id
"""
MOST_CHOSEN_FROM = 500
"""Entries that are looked through for the one that is meant."""
NEWEST_STANDING = f"{SELECT} WHERE r.guild_id = :guild_id AND {STANDS} ORDER BY e.id DESC LIMIT :most"
IS_LOST = "e.removed_at IS NOT NULL AND e.withdrawn_at IS NULL AND e.author_id > 0"
NEWEST_REMOVED = f"{SELECT} WHERE r.guild_id = :guild_id AND {IS_LOST} ORDER BY e.id DESC LIMIT :most"
NOTE_LOST = "UPDATE entries SET lost_in = :case_id WHERE id = :id"
LOST_IN = f"{SELECT} WHERE e.lost_in = :case_id AND {IS_LOST} ORDER BY e.handed_in_at, e.id"
LOST_WITH = f"""
{SELECT} WHERE e.lost_in = (SELECT x.lost_in FROM entries x WHERE x.id = :id) ORDER BY e.handed_in_at, e.id
"""
HOLD = "UPDATE entries SET held_at = :now WHERE id = :id"
RELEASE = "UPDATE entries SET held_at = NULL, revision = revision + 1 WHERE id = :id"
HAS_SHOWN = """
SELECT 1 FROM entries e JOIN rounds r ON r.id = e.round_id
WHERE r.guild_id = :guild_id AND e.author_id = :author_id AND e.id <> :but AND e.held_at IS NULL
    AND e.removed_at IS NULL
LIMIT 1
"""
REMOVE = "UPDATE entries SET removed_at = :now WHERE id = :id AND removed_at IS NULL"


def from_row(row: Record) -> Entry:
    return Entry(
        id=row["id"],
        round_id=row["round_id"],
        writer_id=row["author_id"],
        draft_id=row["draft_id"],
        header=header.from_lines(row["header"]),
        story=row["story"],
        counts=counts_of(row),
        convention=Convention(row["convention"]),
        handed_in_at=from_ms(row["handed_in_at"]),
        revision=row["revision"],
        with_title=bool(row["title_counts"]),
        is_late=bool(row["is_late"]),
        writer_name=row["writer_name"],
        is_held=bool(row["is_held"]),
        change_waits=bool(row["change_waits"]),
        edited_at=from_ms_or_none(row["edited_at"]),
        state=state_of(row),
    )


def state_of(row: Record) -> EntryState:
    if row["removed_at"] is not None:
        return EntryState.REMOVED
    return EntryState.STANDS if row["withdrawn_at"] is None else EntryState.WITHDRAWN


def counts_of(row: Record) -> Counts:
    """The counts from the time when the entry was handed in. A convention newer than the entry is counted now."""
    kept, story = json.loads(row["words"]), row["story"]
    return Counts({each: kept[each] if each in kept else manuscript.counts_of(story)[each] for each in Convention})


def add(
    session: Session,
    *,
    draft_id: int,
    round_id: int,
    author_id: int,
    writer_name: str | None,
    manuscript: Manuscript,
    now: datetime,
) -> Entry:
    row = session.required(
        ADD,
        {
            "draft_id": draft_id,
            "round_id": round_id,
            "author_id": author_id,
            "writer_name": writer_name,
            **said(manuscript),
            "now": to_ms(now),
        },
    )
    return from_row(session.required(GET, {"id": row["id"]}))


def move(session: Session, entry: Entry, round_id: int, draft_id: int, now: datetime) -> Entry:
    """Let the same stand in another round, and remove it where it was."""
    row = session.required(MOVE, {"id": entry.id, "round_id": round_id, "draft_id": draft_id})
    remove(session, entry.id, now)
    return from_row(session.required(GET, {"id": row["id"]}))


def said(manuscript: Manuscript) -> dict[str, str | int | None]:
    return {
        "header": header.to_lines(manuscript.header),
        "story": manuscript.story,
        "words": json.dumps(manuscript.counts),
        "declared_words": manuscript.header.declared_words,
    }


def change(session: Session, entry_id: int, *, draft_id: int, manuscript: Manuscript, now: datetime) -> Entry:
    """Let the entry say what this draft does. Its place among the others stays, and so does the time it came."""
    session.run(CHANGE, {"id": entry_id, "draft_id": draft_id, **said(manuscript), "now": to_ms(now)})
    return from_row(session.required(GET, {"id": entry_id}))


def get(session: Session, entry_id: int) -> Entry | None:
    """Any entry, even one taken back or removed."""
    row = session.one(GET, {"id": entry_id})
    return None if row is None else from_row(row)


def get_standing(session: Session, entry_id: int) -> Entry | None:
    """The entry unless it was taken back or removed."""
    row = session.one(GET_STANDING, {"id": entry_id})
    return None if row is None else from_row(row)


def of_draft(session: Session, draft_id: int) -> Entry | None:
    """The newest entry that says what this draft did, or said it before a change."""
    row = session.one(OF_DRAFT, {"draft_id": draft_id})
    return None if row is None else from_row(row)


def of_round(session: Session, round_id: int) -> list[Entry]:
    """The entries on show, in the order they were handed in."""
    return [from_row(row) for row in session.all(OF_ROUND, {"round_id": round_id})]


def credits_of(session: Session, round_id: int, most: int) -> tuple[Credit, ...]:
    """The first entries on show, without their stories."""
    rows = session.all(CREDITS, {"round_id": round_id, "most": most})
    return tuple(
        Credit(
            title_of(header.from_lines(row["header"])),
            row["author_id"],
            row["writer_name"],
            None if row["message_id"] is None else Spot(row["channel_id"], row["message_id"]),
        )
        for row in rows
    )


def of_author(session: Session, guild_id: int, author_id: int) -> list[Entry]:
    """A writer's entries that stand, the newest first."""
    rows = session.all(OF_AUTHOR, {"guild_id": guild_id, "author_id": author_id})
    return [from_row(row) for row in rows]


def ever_of_author(session: Session, guild_id: int, author_id: int, *, first: int, most: int) -> list[Entry]:
    """Some of a writer's entries, the newest first; also those taken back or removed."""
    found = {"guild_id": guild_id, "author_id": author_id, "first": first, "most": most}
    return [from_row(row) for row in session.all(EVER_OF_AUTHOR, found)]


def how_many_ever_of_author(session: Session, guild_id: int, author_id: int) -> int:
    return session.required(HOW_MANY_EVER_OF_AUTHOR, {"guild_id": guild_id, "author_id": author_id})["n"]


def everywhere(session: Session, author_id: int) -> list[Entry]:
    """A writer's entries on show on any server."""
    return [from_row(row) for row in session.all(EVERYWHERE, {"author_id": author_id})]


def unsign(session: Session, entry: Entry, stand_in: int) -> None:
    """Leave the entry without its writer's name and id."""
    unsigned = header.to_lines(entry.header.unsigned)
    session.run(UNSIGN, {"id": entry.id, "stand_in": stand_in, "header": unsigned})


def unsent(session: Session, channel_id: int) -> list[Entry]:
    """The entries of a channel's rounds that lack a message, as far as is known."""
    return [from_row(row) for row in session.all(UNSENT, {"channel_id": channel_id})]


def how_many_of_author(session: Session, round_id: int, author_id: int) -> int:
    return session.required(HOW_MANY_OF_AUTHOR, {"round_id": round_id, "author_id": author_id})["n"]


def header_with_story(session: Session, round_id: int, author_id: int, story: str) -> Header | None:
    """The header of the writer's first entry in the round that tells this story."""
    row = session.one(HEADER_WITH_STORY, {"round_id": round_id, "author_id": author_id, "story": story})
    return None if row is None else header.from_lines(row["header"])


def how_many_of_author_by_round(session: Session, guild_id: int, author_id: int) -> dict[int, int]:
    """How many entries of a writer stand, by their rounds' ids."""
    rows = session.all(HOW_MANY_OF_AUTHOR_BY_ROUND, {"guild_id": guild_id, "author_id": author_id})
    return {row["round_id"]: row["n"] for row in rows}


def withdraw(session: Session, entry_id: int, now: datetime) -> None:
    session.run(WITHDRAW, {"id": entry_id, "now": to_ms(now)})


def remove(session: Session, entry_id: int, now: datetime) -> None:
    session.run(REMOVE, {"id": entry_id, "now": to_ms(now)})


def hold(session: Session, entry_id: int, now: datetime) -> Entry:
    """Let the entry wait for a moderator."""
    session.run(HOLD, {"id": entry_id, "now": to_ms(now)})
    return from_row(session.required(GET, {"id": entry_id}))


def release(session: Session, entry_id: int) -> None:
    """Let the entry wait no more."""
    session.run(RELEASE, {"id": entry_id})


def has_shown(session: Session, guild_id: int, author_id: int, *, but: int) -> bool:
    """Whether an entry of the writer, except this one, was ever on show on the server."""
    return session.one(HAS_SHOWN, {"guild_id": guild_id, "author_id": author_id, "but": but}) is not None


def is_removed(session: Session, entry_id: int) -> bool:
    """True if moderators removed it, or its messages were deleted; not if its writer took it back."""
    return session.one(IS_REMOVED, {"id": entry_id}) is not None


def has_successor(session: Session, entry_id: int) -> bool:
    """True if another entry, wherever it stands by now, was begun as a change of this one."""
    return session.one(HAS_SUCCESSOR, {"id": entry_id}) is not None


def restore(session: Session, entry_id: int) -> None:
    """Let a removed entry stand, and wait for nobody."""
    session.run(RESTORE, {"id": entry_id})


def rehead(session: Session, entry_id: int, corrected: Header) -> None:
    values = {"header": header.to_lines(corrected), "declared_words": corrected.declared_words}
    session.run(REHEAD, {"id": entry_id} | values)


def newest_standing(session: Session, guild_id: int) -> list[Entry]:
    """A server's newest entries that stand, at most MOST_CHOSEN_FROM."""
    values = {"guild_id": guild_id, "most": MOST_CHOSEN_FROM}
    return [from_row(row) for row in session.all(NEWEST_STANDING, values)]


def newest_removed(session: Session, guild_id: int) -> list[Entry]:
    """A server's newest entries that were removed, at most MOST_CHOSEN_FROM."""
    values = {"guild_id": guild_id, "most": MOST_CHOSEN_FROM}
    return [from_row(row) for row in session.all(NEWEST_REMOVED, values)]


def note_lost(session: Session, entry_id: int, case_id: int) -> None:
    """Note that moderators are asked about its deleted post."""
    session.run(NOTE_LOST, {"id": entry_id, "case_id": case_id})


def lost_in(session: Session, case_id: int) -> list[Entry]:
    """The entries that a case about deleted posts asks about, as far as they are still removed."""
    return [from_row(row) for row in session.all(LOST_IN, {"case_id": case_id})]


def lost_with(session: Session, entry_id: int) -> list[Entry]:
    """The entries whose posts went in the same case as this one's, with it."""
    return [from_row(row) for row in session.all(LOST_WITH, {"id": entry_id})]


def touch_between(session: Session, round_id: int, since: datetime, until: datetime) -> None:
    """Note that what readers see of the entries of this time has changed."""
    session.run(TOUCH_BETWEEN, {"round_id": round_id, "since": to_ms(since), "until": to_ms(until)})


def touch_of_author(session: Session, round_id: int, author_id: int) -> None:
    session.run(TOUCH_OF_AUTHOR, {"round_id": round_id, "author_id": author_id})

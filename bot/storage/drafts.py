from datetime import datetime, timedelta

from bot.domain.entries.draft import Draft
from bot.domain.reading.reading import Bounds
from bot.domain.rounds import request_key
from bot.storage import generations
from bot.storage.session import Record, Session
from bot.storage.times import from_ms, from_ms_or_none, length_to_ms, to_ms

SELECT = """
SELECT d.id, d.guild_id, d.author_id, d.round_id, d.text, d.header, d.story_start, d.story_end, d.saved_at, d.entry_id
FROM drafts d
"""
HELD = """
d.discarded_at IS NULL AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.draft_id = d.id)
    AND NOT EXISTS (SELECT 1 FROM entry_versions v WHERE v.draft_id = d.id)
    AND NOT EXISTS (
        SELECT 1 FROM waiting_changes w JOIN cases k ON k.id = w.case_id WHERE w.draft_id = d.id AND k.outcome IS NULL)
"""

SAVE = f"""
INSERT INTO drafts (id, request, guild_id, author_id, round_id, text, header, story_start, story_end, saved_at,
    entry_id)
VALUES ({generations.next_number("drafts")}, :request, :guild_id, :author_id, :round_id, :text, :header,
    :story_start, :story_end, :now, :entry_id)
ON CONFLICT (request) DO NOTHING
"""
BY_REQUEST = "SELECT id FROM drafts WHERE request = :request"
GET_BY_REQUEST = f"{SELECT} WHERE d.request = :request"
GET_HELD = f"{SELECT} WHERE d.id = :id AND {HELD}"
CHANGING = f"{SELECT} WHERE d.entry_id = :entry_id AND {HELD} ORDER BY d.id DESC LIMIT 1"
UNSAVED_CHANGES = f"""
{SELECT} WHERE d.entry_id = :entry_id AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.draft_id = d.id)
    AND NOT EXISTS (SELECT 1 FROM entry_versions v WHERE v.draft_id = d.id)
"""
GET = f"{SELECT} WHERE d.id = :id"
OF_AUTHOR = f"""
{SELECT} WHERE d.guild_id = :guild_id AND d.author_id = :author_id AND {HELD} ORDER BY d.saved_at DESC, d.id DESC
LIMIT :most OFFSET :first
"""
IS_DISCARDED = f"""
d.guild_id = :guild_id AND d.author_id = :author_id AND d.discarded_at IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM entries e
        WHERE (e.draft_id = d.id OR d.request = '{request_key.ENTRY}' || e.id)
            AND e.withdrawn_at IS NULL AND e.removed_at IS NULL)
"""
"""What it says stands nowhere else: it is not what an entry that moderators brought back says."""
DISCARDED = f"{SELECT} WHERE {IS_DISCARDED} ORDER BY d.discarded_at DESC, d.id DESC LIMIT :most OFFSET :first"
HOW_MANY_DISCARDED = f"SELECT COUNT(*) AS n FROM drafts d WHERE {IS_DISCARDED}"
REVISE = """
UPDATE drafts SET text = :text, header = :header, story_start = :story_start, story_end = :story_end, saved_at = :now
WHERE id = :id
"""
NOTE_CHANGE = "INSERT INTO draft_changes (request, draft_id, interaction_id) VALUES (:request, :id, :interaction_id)"
WAS_CHANGED_BY = "SELECT 1 FROM draft_changes WHERE request = :request AND draft_id = :id"
WAS_CHANGED_SINCE = "SELECT 1 FROM draft_changes WHERE draft_id = :id AND interaction_id > :interaction_id LIMIT 1"
CHOOSE_ROUND = "UPDATE drafts SET round_id = :round_id WHERE id = :id"
DISCARD = "UPDATE drafts SET discarded_at = :now WHERE id = :id"
FOLLOW = "UPDATE drafts SET entry_id = :now_id WHERE entry_id = :was_id"
PART = "UPDATE drafts SET request = request || ', draft ' || id WHERE request = :request"
RESTORE = """
UPDATE drafts SET discarded_at = NULL, spared_at = :now, going_since = NULL WHERE id = :id AND discarded_at IS NOT NULL
"""


COUNT = f"SELECT count(*) AS held FROM drafts d WHERE d.guild_id = :guild_id AND d.author_id = :author_id AND {HELD}"
OLDEST = f"""
{SELECT} WHERE d.guild_id = :guild_id AND d.author_id = :author_id AND {HELD} ORDER BY d.saved_at, d.id LIMIT :most
"""
UNTOUCHED = f"""
{SELECT} LEFT JOIN guilds g ON g.id = d.guild_id
WHERE d.saved_at <= :now - COALESCE(g.drafts_kept, :usual) AND d.author_id > 0
    AND COALESCE(d.spared_at, 0) <= :now - COALESCE(g.drafts_kept, :usual) AND {HELD}
ORDER BY d.guild_id, d.author_id, d.going_since IS NULL, d.saved_at, d.id
"""
GOING_SINCE = "SELECT d.going_since FROM drafts d WHERE d.id = :id"
LET_GO = "UPDATE drafts SET going_since = :now WHERE id = :id"
SPARE = "UPDATE drafts SET spared_at = :now, going_since = NULL WHERE id = :id"


def from_row(row: Record) -> Draft:
    return Draft(
        id=row["id"],
        guild_id=row["guild_id"],
        author_id=row["author_id"],
        round_id=row["round_id"],
        text=row["text"],
        header=row["header"],
        bounds=None if row["story_start"] is None else Bounds(row["story_start"], row["story_end"]),
        saved_at=from_ms(row["saved_at"]),
        entry_id=row["entry_id"],
    )


def save(
    session: Session,
    *,
    request: str,
    guild_id: int,
    author_id: int,
    round_id: int | None,
    text: str,
    header: str | None,
    bounds: Bounds | None,
    now: datetime,
    entry_id: int | None = None,
) -> int:
    """The draft's id; the same request twice is the same draft."""
    session.run(
        SAVE,
        {
            "request": request,
            "guild_id": guild_id,
            "author_id": author_id,
            "round_id": round_id,
            "text": text,
            "header": header,
            **bound(bounds),
            "now": to_ms(now),
            "entry_id": entry_id,
        },
    )
    return session.required(BY_REQUEST, {"request": request})["id"]


def save_again(
    session: Session, source: Draft, *, request: str, round_id: int | None, now: datetime, entry_id: int | None = None
) -> int:
    """The id of a draft that says what another does."""
    return save(
        session,
        request=request,
        guild_id=source.guild_id,
        author_id=source.author_id,
        round_id=round_id,
        text=source.text,
        header=source.header,
        bounds=source.bounds,
        now=now,
        entry_id=entry_id,
    )


def bound(bounds: Bounds | None) -> dict[str, int | None]:
    return {
        "story_start": None if bounds is None else bounds.start,
        "story_end": None if bounds is None else bounds.end,
    }


def of_entry(session: Session, entry_id: int) -> Draft | None:
    """The draft that a withdrawn or removed entry became."""
    return by_request(session, request_key.entry(entry_id))


def by_request(session: Session, request: str) -> Draft | None:
    row = session.one(GET_BY_REQUEST, {"request": request})
    return None if row is None else from_row(row)


def part_from_entry(session: Session, entry_id: int) -> None:
    """Take an entry's key from the draft that it became before, if there is one: the next draft has the key."""
    session.run(PART, {"request": request_key.entry(entry_id)})


def get(session: Session, draft_id: int) -> Draft | None:
    """Any draft, even a discarded or handed-in one."""
    row = session.one(GET, {"id": draft_id})
    return None if row is None else from_row(row)


def get_held(session: Session, draft_id: int) -> Draft | None:
    row = session.one(GET_HELD, {"id": draft_id})
    return None if row is None else from_row(row)


def changing(session: Session, entry_id: int) -> Draft | None:
    """The draft that its writer has begun to change this entry with."""
    row = session.one(CHANGING, {"entry_id": entry_id})
    return None if row is None else from_row(row)


def unsaved_changes(session: Session, entry_id: int) -> list[Draft]:
    """The drafts that were to change this entry and never counted: begun, waiting for moderators, or discarded."""
    return [from_row(row) for row in session.all(UNSAVED_CHANGES, {"entry_id": entry_id})]


def of_author(session: Session, guild_id: int, author_id: int, *, first: int, most: int) -> list[Draft]:
    """Some of the drafts we hold for a writer, the newest first."""
    found = {"guild_id": guild_id, "author_id": author_id, "first": first, "most": most}
    return [from_row(row) for row in session.all(OF_AUTHOR, found)]


def count(session: Session, guild_id: int, author_id: int) -> int:
    """How many drafts we hold for a writer."""
    return session.required(COUNT, {"guild_id": guild_id, "author_id": author_id})["held"]


def oldest(session: Session, guild_id: int, author_id: int, most: int) -> list[Draft]:
    """A writer's least recently changed drafts, the oldest first."""
    rows = session.all(OLDEST, {"guild_id": guild_id, "author_id": author_id, "most": most})
    return [from_row(row) for row in rows]


def revise(session: Session, revised: Draft, now: datetime) -> None:
    """Replace the draft's text, header and bounds."""
    parameters = {"id": revised.id, "text": revised.text, "header": revised.header, **bound(revised.bounds)}
    session.run(REVISE, parameters | {"now": to_ms(now)})


def note_change(session: Session, draft_id: int, request: str, interaction_id: int) -> None:
    """Note that this request changed the draft, since it may come twice."""
    session.run(NOTE_CHANGE, {"id": draft_id, "request": request, "interaction_id": interaction_id})


def was_changed_by(session: Session, draft_id: int, request: str) -> bool:
    return session.one(WAS_CHANGED_BY, {"id": draft_id, "request": request}) is not None


def was_changed_since(session: Session, draft_id: int, interaction_id: int) -> bool:
    """Whether a later interaction than this one has changed the draft."""
    return session.one(WAS_CHANGED_SINCE, {"id": draft_id, "interaction_id": interaction_id}) is not None


def untouched(session: Session, now: datetime, usual: timedelta) -> list[Draft]:
    """The drafts that nobody has touched for as long as their servers keep them, or for the usual time, by server and
    writer. Those that may have been handed over already come first.
    """
    return [from_row(row) for row in session.all(UNTOUCHED, {"now": to_ms(now), "usual": length_to_ms(usual)})]


def going_since(session: Session, draft_id: int) -> datetime | None:
    """Since when its writer may have the draft as a file."""
    return from_ms_or_none(session.required(GOING_SINCE, {"id": draft_id})["going_since"])


def note_going(session: Session, draft_id: int, now: datetime) -> None:
    session.run(LET_GO, {"id": draft_id, "now": to_ms(now)})


def spare(session: Session, draft_id: int, now: datetime) -> None:
    """Hold a draft as long again, though nobody touched it."""
    session.run(SPARE, {"id": draft_id, "now": to_ms(now)})


def choose_round(session: Session, draft_id: int, round_id: int) -> None:
    session.run(CHOOSE_ROUND, {"id": draft_id, "round_id": round_id})


def follow(session: Session, was_id: int, now_id: int) -> None:
    """Let changes of one entry be changes of another, which stands in its place."""
    session.run(FOLLOW, {"was_id": was_id, "now_id": now_id})


def discard(session: Session, draft_id: int, now: datetime) -> None:
    session.run(DISCARD, {"id": draft_id, "now": to_ms(now)})


def restore(session: Session, draft_id: int, now: datetime) -> None:
    """Hold a discarded draft again, for as long as one that was touched now."""
    session.run(RESTORE, {"id": draft_id, "now": to_ms(now)})


def discarded(session: Session, guild_id: int, author_id: int, *, first: int, most: int) -> list[Draft]:
    """Some of a writer's discarded drafts, the last that was discarded first."""
    found = {"guild_id": guild_id, "author_id": author_id, "first": first, "most": most}
    return [from_row(row) for row in session.all(DISCARDED, found)]


def how_many_discarded(session: Session, guild_id: int, author_id: int) -> int:
    return session.required(HOW_MANY_DISCARDED, {"guild_id": guild_id, "author_id": author_id})["n"]

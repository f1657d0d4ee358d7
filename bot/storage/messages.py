"""The messages the bot should have in channels: one row each."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.rounds.due_date import Due
from bot.domain.rounds.posted_message import GONE, Message, Purpose, Spot, Subject
from bot.storage import generations
from bot.storage.session import Record, Session
from bot.storage.times import from_ms_or_none, to_ms

SELECT = """
SELECT m.id, m.round_id, m.purpose, m.entry_id, m.page, m.channel_id, m.tried_at, m.message_id, m.shown, m.seeded,
    m.removed_at, m.thread, m.stood
FROM messages m
"""

WANT = f"""
INSERT INTO messages (id, round_id, purpose, entry_id, subject, page, channel_id)
SELECT {generations.next_number("messages")}, id, :purpose, :entry_id, :subject, :page, :channel_id
FROM rounds WHERE id = :round_id
ON CONFLICT (subject) DO NOTHING
"""
OF_ROUND = f"{SELECT} WHERE m.round_id = :round_id ORDER BY m.id"
STANDING = f"""
{SELECT} JOIN rounds r ON r.id = m.round_id
WHERE r.channel_id = :channel_id AND m.message_id IS NOT NULL AND m.removed_at IS NULL ORDER BY m.id
"""
OF_ENTRY = f"{SELECT} WHERE m.entry_id = :entry_id ORDER BY m.id"
BY_SUBJECT = f"{SELECT} WHERE m.subject = :subject"
BY_MESSAGE = f"{SELECT} WHERE m.message_id = :message_id"
TRIED = "UPDATE messages SET tried_at = :now, channel_id = :channel_id WHERE id = :id"
SENT = """
UPDATE messages SET channel_id = :channel_id, message_id = :message_id, shown = :shown, thread = :thread, stood = 1
WHERE id = :id
"""
FOUND = """
UPDATE messages SET channel_id = :channel_id, message_id = :message_id, shown = NULL, thread = NULL, stood = 1
WHERE id = :id
"""
OPENING = f"UPDATE messages SET thread = '' WHERE message_id = :thread_id AND thread <> '{GONE}'"
THREAD = "UPDATE messages SET thread = :thread WHERE id = :id"
SHOWN = "UPDATE messages SET shown = :shown WHERE id = :id"
DOUBT_SHOWN = """
UPDATE messages SET shown = NULL, thread = NULL
WHERE entry_id IS NULL AND round_id IN (SELECT id FROM rounds WHERE revision <> published_revision)
"""
KEPT_OPEN = f"""
SELECT r.guild_id, m.round_id, m.message_id
FROM round_dates d JOIN rounds r ON r.id = d.round_id JOIN messages m ON m.round_id = r.id
WHERE d.what = '{Due.CLOSES}' AND d.done_at IS NULL AND r.cancelled_at IS NULL
    AND m.thread <> '{GONE}' AND m.removed_at IS NULL
"""
SEEDED = "UPDATE messages SET seeded = :seeded WHERE id = :id"
FORGOTTEN = "tried_at = NULL, message_id = NULL, shown = NULL, seeded = NULL, removed_at = NULL, thread = NULL"
FORGET = f"UPDATE messages SET id = {generations.next_number('messages')}, {FORGOTTEN} WHERE id = :id"
FORGET_ALL = f"UPDATE messages SET {FORGOTTEN}"
REMOVE = "UPDATE messages SET removed_at = :now WHERE id = :id AND removed_at IS NULL"


def from_row(row: Record) -> Message:
    return Message(
        id=row["id"],
        round_id=row["round_id"],
        purpose=Purpose(row["purpose"]),
        entry_id=row["entry_id"],
        page=row["page"],
        channel_id=row["channel_id"],
        tried_at=from_ms_or_none(row["tried_at"]),
        message_id=row["message_id"],
        shown=row["shown"],
        seeded=tuple((row["seeded"] or "").split()),
        removed=row["removed_at"] is not None,
        thread=row["thread"],
        stood=bool(row["stood"]),
    )


def want(
    session: Session, *, round_id: int, channel_id: int, purpose: Purpose, entry_id: int | None, page: int
) -> None:
    """Make sure there is a row for this message, once; none for a round of a server that was forgotten meanwhile."""
    session.run(
        WANT,
        {
            "round_id": round_id,
            "channel_id": channel_id,
            "purpose": purpose,
            "entry_id": entry_id,
            "page": page,
            "subject": str(Subject(purpose, entry_id or round_id, page)),
        },
    )


def of_round(session: Session, round_id: int) -> list[Message]:
    """The round's messages in the order of sending."""
    return [from_row(row) for row in session.all(OF_ROUND, {"round_id": round_id})]


def standing(session: Session, channel_id: int) -> list[Message]:
    """The messages of a channel's rounds that should stand in it, or in threads below it."""
    return [from_row(row) for row in session.all(STANDING, {"channel_id": channel_id})]


def of_entry(session: Session, entry_id: int) -> list[Message]:
    return [from_row(row) for row in session.all(OF_ENTRY, {"entry_id": entry_id})]


def by_subject(session: Session, subject: Subject) -> Message | None:
    row = session.one(BY_SUBJECT, {"subject": str(subject)})
    return None if row is None else from_row(row)


def by_message(session: Session, message_id: int) -> Message | None:
    row = session.one(BY_MESSAGE, {"message_id": message_id})
    return None if row is None else from_row(row)


def note_tried(session: Session, row_id: int, channel_id: int, now: datetime) -> None:
    session.run(TRIED, {"id": row_id, "channel_id": channel_id, "now": to_ms(now)})


def note_sent(session: Session, row_id: int, spot: Spot, shown: str, thread: str | None) -> None:
    session.run(SENT, {"id": row_id, "shown": shown, "thread": thread} | at(spot))


def note_found(session: Session, row_id: int, spot: Spot) -> None:
    """Note a message that stood in its channel before its id was known. What it shows is unknown."""
    session.run(FOUND, {"id": row_id} | at(spot))


def at(spot: Spot) -> dict[str, int]:
    return {"channel_id": spot.channel_id, "message_id": spot.message_id}


def threads_to_keep(session: Session) -> list[tuple[int, int, int]]:
    """The threads to be kept open, since their rounds are not over: guild, round and thread."""
    return [(row["guild_id"], row["round_id"], row["message_id"]) for row in session.all(KEPT_OPEN)]


def note_thread(session: Session, row_id: int, thread: str | None) -> None:
    """Note what the thread of this message shows."""
    session.run(THREAD, {"id": row_id, "thread": thread})


def note_opening(session: Session, thread_id: int) -> None:
    """Note that nobody knows whether a thread is as it should be."""
    session.run(OPENING, {"thread_id": thread_id})


def note_shown(session: Session, row_id: int, shown: str | None) -> None:
    session.run(SHOWN, {"id": row_id, "shown": shown})


def doubt_shown(session: Session) -> None:
    """Forget what the own messages and threads of rounds to be published show. Entries' messages stay known."""
    session.run(DOUBT_SHOWN)


def note_seeded(session: Session, row_id: int, emoji: Iterable[str]) -> None:
    session.run(SEEDED, {"id": row_id, "seeded": " ".join(emoji)})


def remove(session: Session, row_id: int, now: datetime) -> None:
    session.run(REMOVE, {"id": row_id, "now": to_ms(now)})


def forget(session: Session, row_id: int) -> None:
    """Make the row as before the first send: its message is gone, and the bot may have to send another. The new one
    gets another number, and so another nonce.
    """
    session.run(FORGET, {"id": row_id})


def forget_all(session: Session) -> None:
    session.run(FORGET_ALL)

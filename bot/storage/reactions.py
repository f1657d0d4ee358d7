"""The ledger: one row per message, reader and emoji."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.rounds.reaction import Added, Change, Cleared, Hearts, Listed, Reaction, Removed, Unlisted, Whose
from bot.storage.session import Session, Values
from bot.storage.times import to_ms

# Only messages of entries that stand have rows; a reaction on anything else finds no entry to stand beside.
ADD = f"""
INSERT INTO reactions (message_id, reader_id, emoji, kind, reacted_at, plain, burst)
SELECT m.message_id, :reader_id, :emoji,
    CASE WHEN :by_bot = 1 THEN '{Whose.BOT}' WHEN e.author_id = :reader_id THEN '{Whose.AUTHOR}'
    ELSE '{Whose.READER}' END, :at, :plain, :burst
FROM messages m JOIN entries e ON e.id = m.entry_id WHERE m.message_id = :message_id AND m.removed_at IS NULL
ON CONFLICT (message_id, reader_id, emoji) DO UPDATE SET
    plain = CASE WHEN excluded.plain = 1 THEN 1 ELSE reactions.plain END,
    burst = CASE WHEN excluded.burst = 1 THEN 1 ELSE reactions.burst END
"""
TAKE_BACK = """
UPDATE reactions SET plain = CASE WHEN :burst = 1 THEN plain ELSE 0 END,
    burst = CASE WHEN :burst = 1 THEN 0 ELSE burst END
WHERE message_id = :message_id AND reader_id = :reader_id AND emoji = :emoji
"""
FORGET_TAKEN_BACK = """
DELETE FROM reactions
WHERE message_id = :message_id AND reader_id = :reader_id AND emoji = :emoji AND plain = 0 AND burst = 0
"""
CLEAR = "DELETE FROM reactions WHERE message_id = :message_id"
FORGET_ALL = "DELETE FROM reactions"
CLEAR_EMOJI = f"{CLEAR} AND emoji = :emoji"
ON_MESSAGE = "SELECT reader_id, emoji, plain, burst FROM reactions WHERE message_id = :message_id"
CARRY = f"""
INSERT INTO reactions (message_id, reader_id, emoji, kind, reacted_at, plain, burst)
SELECT :onto, r.reader_id, r.emoji, r.kind, r.reacted_at, 0, 0
FROM reactions r WHERE r.message_id = :message_id AND r.kind = '{Whose.READER}'
ON CONFLICT (message_id, reader_id, emoji) DO NOTHING
"""
COUNTS = """
SELECT r.message_id, r.emoji, SUM(r.plain + r.burst) AS n
FROM messages m JOIN reactions r ON r.message_id = m.message_id
WHERE m.round_id = :round_id AND r.plain + r.burst > 0 GROUP BY r.message_id, r.emoji
"""
OF_ROUND = """
SELECT m.entry_id, r.reader_id, r.emoji, r.kind FROM messages m JOIN reactions r ON r.message_id = m.message_id
WHERE m.round_id = :round_id ORDER BY r.reacted_at, r.reader_id, r.emoji
"""
OF_READERS = f"""
SELECT m.entry_id, COUNT(DISTINCT r.reader_id) AS hearts
FROM messages m JOIN reactions r ON r.message_id = m.message_id JOIN entries e ON e.id = m.entry_id
WHERE m.round_id = :round_id AND e.withdrawn_at IS NULL AND e.removed_at IS NULL AND r.kind = '{Whose.READER}'
"""
OF_ENTRY = f"""
SELECT COUNT(DISTINCT r.reader_id) AS hearts
FROM messages m JOIN reactions r ON r.message_id = m.message_id
WHERE m.entry_id = :entry_id AND r.kind = '{Whose.READER}'
"""
HEARTS = f"{OF_READERS} GROUP BY m.entry_id"
HEARTS_UNTIL = f"{OF_READERS} AND r.reacted_at <= :moment GROUP BY m.entry_id"


def apply(session: Session, changes: Iterable[Change]) -> None:
    """Write changes down in the order in which they happened."""
    run: list[Added | Removed] = []
    for change in changes:
        match change:
            case Added() | Removed():
                run.append(change)
                continue
            case _:
                follow(session, run)
                run = []
        match change:
            case Cleared(message_id, None):
                clear(session, message_id)
            case Cleared(message_id, emoji):
                session.run(CLEAR_EMOJI, {"message_id": message_id, "emoji": emoji})
            case Listed():
                repair(session, change)
    follow(session, run)


def clear(session: Session, message_id: int) -> None:
    """Forget all reactions of a message."""
    session.run(CLEAR, {"message_id": message_id})


def carry(session: Session, message_id: int, onto: int) -> None:
    """Keep the hearts of a message that goes as another one's, though Discord does not show them there. A kept heart
    goes when its reader leaves one there and takes that back.
    """
    session.run(CARRY, {"message_id": message_id, "onto": onto})


def follow(session: Session, run: Iterable[Added | Removed]) -> None:
    """Take away all that readers took back, then add all that stays, with one statement each. Order matters only
    between one reader's changes of one emoji.
    """
    removed: dict[tuple[int, int, str, bool], Removed] = {}
    added: dict[tuple[int, int, str, bool], Added] = {}
    for change in run:
        whose = (change.message_id, change.reader_id, change.emoji, change.burst)
        match change:
            case Added():
                added.setdefault(whose, change)
            case Removed():
                removed[whose] = change
                added.pop(whose, None)
    if removed:
        session.run_many(TAKE_BACK, map(removal, removed.values()))
        session.run_many(FORGET_TAKEN_BACK, map(removal, removed.values()))
    if added:
        session.run_many(ADD, map(addition, added.values()))


def removal(removed: Removed) -> Values:
    return {
        "message_id": removed.message_id,
        "reader_id": removed.reader_id,
        "emoji": removed.emoji,
        "burst": int(removed.burst),
    }


def addition(added: Added) -> Values:
    return {
        "message_id": added.message_id,
        "reader_id": added.reader_id,
        "emoji": added.emoji,
        "by_bot": int(added.by_bot),
        "at": to_ms(added.at),
        "plain": int(not added.burst),
        "burst": int(added.burst),
    }


def repair(session: Session, listed: Listed) -> None:
    """Make the rows of these messages what Discord showed. Rows that were right keep their time, and those of unlisted
    emoji stay as they were.
    """
    found = [each for each in listed.found if isinstance(each, Added)]
    unlisted = {(each.message_id, each.emoji) for each in listed.found if isinstance(each, Unlisted)}
    shown = {(a.message_id, a.reader_id, a.emoji, a.burst) for a in found}
    gone = [
        Removed(*whose)
        for message_id in listed.message_ids
        for row in session.all(ON_MESSAGE, {"message_id": message_id})
        for burst in (False, True)
        if row["burst" if burst else "plain"]
        and (whose := (message_id, int(row["reader_id"]), str(row["emoji"]), burst)) not in shown
        and (message_id, row["emoji"]) not in unlisted
    ]
    apply(session, gone)
    apply(session, found)
    apply(session, listed.meanwhile)


def counts(session: Session, round_id: int) -> dict[int, dict[str, int]]:
    """How many reactions the ledger holds, by message and emoji."""
    found: dict[int, dict[str, int]] = {}
    for row in session.all(COUNTS, {"round_id": round_id}):
        found.setdefault(row["message_id"], {})[row["emoji"]] = row["n"]
    return found


def of_round(session: Session, round_id: int) -> list[Reaction]:
    """The round's lines, the oldest first."""
    rows = session.all(OF_ROUND, {"round_id": round_id})
    return [Reaction(row["entry_id"], row["reader_id"], row["emoji"], Whose(row["kind"])) for row in rows]


def hearts(session: Session, round_id: int) -> Hearts:
    rows = session.all(HEARTS, {"round_id": round_id})
    return Hearts({row["entry_id"]: row["hearts"] for row in rows})


def hearts_of(session: Session, entry_id: int) -> int:
    """The hearts of one entry."""
    return session.required(OF_ENTRY, {"entry_id": entry_id})["hearts"]


def hearts_until(session: Session, round_id: int, moment: datetime) -> Hearts:
    """The hearts that were left until then, and stand still."""
    rows = session.all(HEARTS_UNTIL, {"round_id": round_id, "moment": to_ms(moment)})
    return Hearts({row["entry_id"]: row["hearts"] for row in rows})


def forget_all(session: Session) -> None:
    session.run(FORGET_ALL)

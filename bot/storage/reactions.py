"""The ledger: one row per message, reader and emoji."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.reaction import Added, Change, Cleared, Kind, Removed
from bot.storage.database import Session
from bot.storage.times import to_ms

# Only messages of entries have rows; a reaction on anything else finds no entry to stand beside.
ADD = f"""
INSERT INTO reactions (message_id, reader_id, emoji, entry_id, kind, reacted_at)
SELECT m.message_id, :reader_id, :emoji, e.id,
    CASE WHEN :by_bot = 1 THEN '{Kind.BOT}' WHEN e.author_id = :reader_id THEN '{Kind.AUTHOR}'
    ELSE '{Kind.READER}' END, :at
FROM messages m JOIN entries e ON e.id = m.entry_id WHERE m.message_id = :message_id
ON CONFLICT (message_id, reader_id, emoji) DO NOTHING
"""
REMOVE = "DELETE FROM reactions WHERE message_id = :message_id AND reader_id = :reader_id AND emoji = :emoji"
CLEAR = "DELETE FROM reactions WHERE message_id = :message_id"
CLEAR_EMOJI = f"{CLEAR} AND emoji = :emoji"
HEARTS = f"""
SELECT r.entry_id, COUNT(DISTINCT r.reader_id) AS hearts
FROM reactions r JOIN entries e ON e.id = r.entry_id
WHERE e.round_id = :round_id AND r.kind = '{Kind.READER}' GROUP BY r.entry_id
"""


@dataclass(frozen=True, slots=True)
class Hearts:
    """The different readers who left a reaction, by entry."""

    by_entry: dict[int, int]

    def of(self, entry_id: int) -> int:
        return self.by_entry.get(entry_id, 0)

    @property
    def total(self) -> int:
        return sum(self.by_entry.values())


async def apply(session: Session, changes: Sequence[Change]) -> None:
    """Follow what happened, in the order in which it happened."""
    for change in changes:
        match change:
            case Added(message_id, reader_id, emoji, by_bot, at):
                await session.run(
                    ADD,
                    {
                        "message_id": message_id,
                        "reader_id": reader_id,
                        "emoji": emoji,
                        "by_bot": int(by_bot),
                        "at": to_ms(at),
                    },
                )
            case Removed(message_id, reader_id, emoji):
                await session.run(REMOVE, {"message_id": message_id, "reader_id": reader_id, "emoji": emoji})
            case Cleared(message_id, None):
                await session.run(CLEAR, {"message_id": message_id})
            case Cleared(message_id, emoji):
                await session.run(CLEAR_EMOJI, {"message_id": message_id, "emoji": emoji})


async def hearts(session: Session, round_id: int) -> Hearts:
    rows = await session.all(HEARTS, {"round_id": round_id})
    return Hearts({row["entry_id"]: row["hearts"] for row in rows})

"""Prompts that members suggest, with the card that moderators see of each."""

from datetime import datetime

from bot.domain.prompts.suggestion import Suggestion, SuggestionCard
from bot.storage import generations
from bot.storage.session import Record, Session
from bot.storage.times import from_ms, from_ms_or_none, to_ms

SELECT = """
SELECT s.id, s.guild_id, s.member_id, s.text, s.suggested_at, s.decided_by, s.reason, s.channel_id, s.tried_at,
    s.message_id, p.text AS taken
FROM suggestions s LEFT JOIN prompts p ON p.id = s.prompt_id
"""
ADD = f"""
INSERT INTO suggestions (id, request, guild_id, member_id, text, suggested_at)
VALUES ({generations.next_number("suggestions")}, :request, :guild_id, :member_id, :text, :now)
ON CONFLICT (request) DO NOTHING
"""
ID_OF = "SELECT id FROM suggestions WHERE request = :request"
GET = f"{SELECT} WHERE s.id = :id AND s.member_id > 0"
WAITING = f"{SELECT} WHERE s.guild_id = :guild_id AND s.decided_at IS NULL ORDER BY s.id"
COUNT_WAITING = """
SELECT COUNT(*) AS n FROM suggestions WHERE guild_id = :guild_id AND member_id = :member_id AND decided_at IS NULL
"""
DECIDE = """
UPDATE suggestions SET decided_at = :now, decided_by = :moderator_id, prompt_id = :prompt_id, reason = :reason,
    shown = NULL
WHERE id = :id AND decided_at IS NULL
"""
UNPOSTED = f"""
{SELECT} JOIN guilds ON guilds.id = s.guild_id
WHERE s.told_at IS NULL AND s.decided_at IS NULL AND s.message_id IS NULL AND guilds.notices_channel_id IS NOT NULL
ORDER BY s.id
"""
UNSHOWN = f"{SELECT} WHERE s.shown IS NULL AND s.message_id IS NOT NULL AND s.member_id > 0 ORDER BY s.id"
TAKEN_BACK = f"{SELECT} WHERE s.member_id < 0 AND s.channel_id IS NOT NULL ORDER BY s.id"
LET_GO = "DELETE FROM suggestions WHERE id = :id AND member_id < 0"
UNTOLD = f"{SELECT} WHERE s.decided_at IS NOT NULL AND s.told_at IS NULL ORDER BY s.id"
TRY = "UPDATE suggestions SET channel_id = :channel_id, tried_at = :now WHERE id = :id"
IS_AT_HOME = """
channel_id = COALESCE((SELECT g.notices_channel_id FROM guilds g WHERE g.id = suggestions.guild_id), channel_id)
"""
"""Another channel may be chosen while a card is sent."""
SENT = f"""
UPDATE suggestions SET message_id = :message_id, shown = CASE WHEN decided_at IS NULL AND {IS_AT_HOME} THEN 1 END
WHERE id = :id
"""
FOUND = "UPDATE suggestions SET message_id = :message_id, shown = NULL WHERE id = :id"
SHOWN = f"""
UPDATE suggestions SET shown = 1
WHERE id = :id AND COALESCE(decided_by, 0) = :decided_by AND (decided_at IS NOT NULL OR {IS_AT_HOME})
"""
FORGET_CARDS = """
UPDATE suggestions SET channel_id = NULL, tried_at = NULL, message_id = NULL
WHERE decided_at IS NULL OR shown IS NULL
"""
FORGET_CARD = """
UPDATE suggestions SET channel_id = NULL, tried_at = NULL, message_id = NULL WHERE id = :id AND decided_at IS NULL
"""
TOUCH_WAITING = "UPDATE suggestions SET shown = NULL WHERE guild_id = :guild_id AND decided_at IS NULL"
DOUBT_SHOWN = "UPDATE suggestions SET shown = NULL WHERE decided_at IS NULL"
DOUBT_UNPOSTED = """
UPDATE suggestions SET tried_at = suggested_at,
    channel_id = (SELECT notices_channel_id FROM guilds WHERE guilds.id = suggestions.guild_id)
WHERE decided_at IS NULL AND message_id IS NULL AND tried_at IS NULL
"""
DOUBT_UNTOLD = """
UPDATE suggestions SET told_since = decided_at
WHERE decided_at IS NOT NULL AND told_at IS NULL AND told_since IS NULL
"""
TELLING = "UPDATE suggestions SET told_since = COALESCE(told_since, :now) WHERE id = :id"
TOLD_SINCE = "SELECT told_since FROM suggestions WHERE id = :id"
TOLD = "UPDATE suggestions SET told_at = :now WHERE id = :id"


def add(session: Session, *, request: str, guild_id: int, member_id: int, text: str, now: datetime) -> int:
    """The suggestion's id; the same request twice is the same suggestion."""
    row = {"request": request, "guild_id": guild_id, "member_id": member_id, "text": text, "now": to_ms(now)}
    session.run(ADD, row)
    return session.required(ID_OF, {"request": request})["id"]


def get(session: Session, suggestion_id: int) -> Suggestion | None:
    """None also for one that its member took back, though its card still stands."""
    row = session.one(GET, {"id": suggestion_id})
    return None if row is None else from_row(row)


def waiting(session: Session, guild_id: int) -> tuple[Suggestion, ...]:
    """The suggestions that no moderator has decided on, the oldest first."""
    return tuple(from_row(row) for row in session.all(WAITING, {"guild_id": guild_id}))


def how_many_waiting(session: Session, guild_id: int, member_id: int) -> int:
    return session.required(COUNT_WAITING, {"guild_id": guild_id, "member_id": member_id})["n"]


def decide(
    session: Session, suggestion_id: int, moderator_id: int, now: datetime, *, prompt_id: int | None, reason: str | None
) -> bool:
    """Write down what a moderator decided. False where it was decided before."""
    row = {"id": suggestion_id, "moderator_id": moderator_id, "prompt_id": prompt_id, "reason": reason}
    return session.run(DECIDE, row | {"now": to_ms(now)}) == 1


def unposted(session: Session) -> list[SuggestionCard]:
    """The cards that are missing in moderators' channels."""
    return [card_from_row(row) for row in session.all(UNPOSTED)]


def unshown(session: Session) -> list[SuggestionCard]:
    """The cards that may not show how their suggestions stand."""
    return [card_from_row(row) for row in session.all(UNSHOWN)]


def taken_back(session: Session) -> list[SuggestionCard]:
    """The cards of suggestions whose members took back all that was theirs."""
    return [card_from_row(row) for row in session.all(TAKEN_BACK)]


def let_go(session: Session, suggestion_id: int) -> None:
    session.run(LET_GO, {"id": suggestion_id})


def forget_cards(session: Session) -> None:
    """Let the cards of waiting suggestions be sent once more."""
    session.run(FORGET_CARDS)


def forget_card(session: Session, suggestion_id: int) -> None:
    """Let the card of a suggestion that waits be sent once more."""
    session.run(FORGET_CARD, {"id": suggestion_id})


def touch_waiting(session: Session, guild_id: int) -> None:
    """Let the cards of all that waits be looked at: they may have to stand elsewhere."""
    session.run(TOUCH_WAITING, {"guild_id": guild_id})


def note_tried(session: Session, suggestion_id: int, channel_id: int, now: datetime) -> None:
    session.run(TRY, {"id": suggestion_id, "channel_id": channel_id, "now": to_ms(now)})


def doubt(session: Session) -> None:
    """Look for each card before it is sent again, show each anew, and tell no member twice."""
    session.run(DOUBT_SHOWN)
    session.run(DOUBT_UNPOSTED)
    session.run(DOUBT_UNTOLD)


def note_sent(session: Session, suggestion_id: int, message_id: int) -> None:
    session.run(SENT, {"id": suggestion_id, "message_id": message_id})


def note_found(session: Session, suggestion_id: int, message_id: int) -> None:
    """Note where the card stands; nobody knows what it shows."""
    session.run(FOUND, {"id": suggestion_id, "message_id": message_id})


def note_shown(session: Session, shown: Suggestion) -> None:
    """Note that the card shows this, or is gone. It is shown anew if somebody decided meanwhile."""
    session.run(SHOWN, {"id": shown.id, "decided_by": shown.decided_by or 0})


def untold(session: Session) -> list[Suggestion]:
    """The suggestions whose members do not know yet what was decided."""
    return [from_row(row) for row in session.all(UNTOLD)]


def note_telling(session: Session, suggestion_id: int, now: datetime) -> datetime | None:
    """Note that the member is about to be told. Returns since when they may know it, if at all."""
    before = session.required(TOLD_SINCE, {"id": suggestion_id})["told_since"]
    session.run(TELLING, {"id": suggestion_id, "now": to_ms(now)})
    return from_ms_or_none(before)


def note_told(session: Session, suggestion_id: int, now: datetime) -> None:
    session.run(TOLD, {"id": suggestion_id, "now": to_ms(now)})


def from_row(row: Record) -> Suggestion:
    return Suggestion(
        id=row["id"],
        guild_id=row["guild_id"],
        member_id=row["member_id"],
        text=row["text"],
        suggested_at=from_ms(row["suggested_at"]),
        decided_by=row["decided_by"],
        taken=row["taken"],
        reason=row["reason"],
    )


def card_from_row(row: Record) -> SuggestionCard:
    return SuggestionCard(from_row(row), row["channel_id"], from_ms_or_none(row["tried_at"]), row["message_id"])

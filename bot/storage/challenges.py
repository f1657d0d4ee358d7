"""Challenges. What opens before `next_at` is dealt with: no more is kept of what a calendar gave."""

from datetime import datetime
from typing import Any

from bot.domain.challenges import calendar_text
from bot.domain.challenges.calendar import Calendar
from bot.domain.challenges.challenge import Challenge
from bot.domain.prompts.source import Order, Source
from bot.domain.rounds.screening import Review
from bot.storage import challenge_skips, generations, plans
from bot.storage.session import Record, Session
from bot.storage.times import from_ms_or_none, to_ms

SELECT = f"""
SELECT c.id, c.guild_id, c.channel_id, c.name, c.calendar, c.proposed, c.set_name, c.prompt_order, c.falls_back,
    c.review, c.begun_at, c.paused_at, c.ended_at, c.next_at, {plans.COLUMNS}
FROM challenges c JOIN plans p ON p.id = c.plan_id
"""
ADD = f"""
INSERT INTO challenges (id, request, guild_id, channel_id, name, plan_id, proposed, set_name, prompt_order, falls_back)
VALUES ({generations.next_number("challenges")}, :request, :guild_id, :channel_id, :name, :plan_id, :proposed,
    :set_name, :prompt_order, :falls_back)
ON CONFLICT (request) DO NOTHING
"""
ID_OF = "SELECT id FROM challenges WHERE request = :request"
GET = f"{SELECT} WHERE c.id = :id"
OF_GUILD = f"{SELECT} WHERE c.guild_id = :guild_id AND c.begun_at IS NOT NULL ORDER BY c.ended_at IS NOT NULL, c.id"
CHANGE = """
UPDATE challenges SET channel_id = :channel_id, name = :name, plan_id = :plan_id, calendar = :calendar,
    proposed = :proposed, set_name = :set_name, prompt_order = :prompt_order, falls_back = :falls_back,
    review = :review
WHERE id = :id
"""
PLAN_ID = "SELECT plan_id FROM challenges WHERE id = :id"
AGREE = """
UPDATE challenges SET begun_at = COALESCE(begun_at, :now), calendar = COALESCE(proposed, calendar), proposed = NULL
WHERE id = :id AND (begun_at IS NULL OR proposed IS NOT NULL)
"""
PAUSE = "UPDATE challenges SET paused_at = COALESCE(paused_at, :now) WHERE id = :id"
RESUME = "UPDATE challenges SET paused_at = NULL WHERE id = :id"
END = "UPDATE challenges SET ended_at = COALESCE(ended_at, :now) WHERE id = :id"
LOOK_AT = """
UPDATE challenges
SET next_at = CASE WHEN calendar IS NULL OR begun_at IS NULL OR paused_at IS NOT NULL OR ended_at IS NOT NULL THEN NULL
    ELSE CAST(:at AS INTEGER) END
WHERE id = :id
"""
WAITS_FOR_NO_STOCK = """
NOT EXISTS (
    SELECT 1 FROM stocktakings s WHERE s.guild_id = challenges.guild_id AND s.taken_at IS NULL
        AND (s.channel_id = challenges.channel_id OR s.out_of_reach = 0))
"""
"""Its rounds since the copy may stand in any channel of the guild. What is out of the bot's reach is no reason to wait,
but for its own channel, where it could open nothing.
"""
DUE = f"SELECT id, guild_id FROM challenges WHERE next_at <= :now AND {WAITS_FOR_NO_STOCK} ORDER BY next_at, id"
READY = f"SELECT id FROM challenges WHERE guild_id = :guild_id AND {WAITS_FOR_NO_STOCK} ORDER BY next_at, id"
NEXT_DUE = "SELECT MIN(next_at) AS due FROM challenges WHERE next_at > :now"


def add(
    session: Session,
    request: str,
    *,
    guild_id: int,
    channel_id: int,
    plan_id: int,
    name: str,
    proposed: Calendar | None,
    source: Source,
) -> int:
    """The challenge's id; the same request twice is the same challenge. It waits for a yes."""
    row = {"request": request, "guild_id": guild_id, "channel_id": channel_id, "plan_id": plan_id, "name": name}
    session.run(ADD, row | {"proposed": written(proposed)} | from_source(source))
    return session.required(ID_OF, {"request": request})["id"]


def get(session: Session, challenge_id: int) -> Challenge | None:
    row = session.one(GET, {"id": challenge_id})
    return None if row is None else from_row(session, row)


def required(session: Session, challenge_id: int) -> Challenge:
    return from_row(session, session.required(GET, {"id": challenge_id}))


def of_guild(session: Session, guild_id: int) -> tuple[Challenge, ...]:
    """Those that were begun; those that are over come last."""
    return tuple(from_row(session, row) for row in session.all(OF_GUILD, {"guild_id": guild_id}))


def change(session: Session, challenge: Challenge, plan_id: int) -> None:
    """Keep what moderators said of it."""
    row = {"id": challenge.id, "channel_id": challenge.channel_id, "name": challenge.name, "plan_id": plan_id}
    calendars = {"calendar": written(challenge.calendar), "proposed": written(challenge.proposed)}
    session.run(CHANGE, row | calendars | from_source(challenge.source) | {"review": challenge.review})


def plan_id(session: Session, challenge_id: int) -> int:
    return session.required(PLAN_ID, {"id": challenge_id})["plan_id"]


def agree(session: Session, challenge_id: int, now: datetime) -> bool:
    """Let it begin, or go by the calendar that was proposed. False where nothing waited for a yes."""
    return session.run(AGREE, {"id": challenge_id, "now": to_ms(now)}) == 1


def pause(session: Session, challenge_id: int, now: datetime) -> None:
    session.run(PAUSE, {"id": challenge_id, "now": to_ms(now)})


def resume(session: Session, challenge_id: int) -> None:
    session.run(RESUME, {"id": challenge_id})


def end(session: Session, challenge_id: int, now: datetime) -> None:
    session.run(END, {"id": challenge_id, "now": to_ms(now)})


def look_at(session: Session, challenge_id: int, at: datetime | None) -> None:
    """Let it be looked at then. One whose rounds do not open by themselves is looked at no more."""
    session.run(LOOK_AT, {"id": challenge_id, "at": None if at is None else to_ms(at)})


def due(session: Session, now: datetime) -> list[tuple[int, int]]:
    """The ids of those that want a look, each with its guild's, the oldest promise first; none that waits for a
    stocktaking.
    """
    return [(row["id"], row["guild_id"]) for row in session.all(DUE, {"now": to_ms(now)})]


def ready(session: Session, guild_id: int) -> list[int]:
    """The ids of those of a guild that wait for no stocktaking."""
    return [row["id"] for row in session.all(READY, {"guild_id": guild_id})]


def next_due(session: Session, now: datetime) -> datetime | None:
    return from_ms_or_none(session.required(NEXT_DUE, {"now": to_ms(now)})["due"])


def from_source(source: Source) -> dict[str, Any]:
    return {"set_name": source.set_name, "prompt_order": source.order, "falls_back": int(source.falls_back)}


def written(calendar: Calendar | None) -> str | None:
    return None if calendar is None else calendar_text.written(calendar)


def read(text: str | None) -> Calendar | None:
    return None if text is None else calendar_text.read(text)


def from_row(session: Session, row: Record) -> Challenge:
    return Challenge(
        id=row["id"],
        guild_id=row["guild_id"],
        channel_id=row["channel_id"],
        name=row["name"],
        terms=plans.from_row(row),
        calendar=read(row["calendar"]),
        proposed=read(row["proposed"]),
        source=Source(row["set_name"], Order(row["prompt_order"]), falls_back=bool(row["falls_back"])),
        review=None if row["review"] is None else Review(row["review"]),
        skips=challenge_skips.of_challenge(session, row["id"]),
        begun_at=from_ms_or_none(row["begun_at"]),
        paused_at=from_ms_or_none(row["paused_at"]),
        ended_at=from_ms_or_none(row["ended_at"]),
        next_at=from_ms_or_none(row["next_at"]),
    )

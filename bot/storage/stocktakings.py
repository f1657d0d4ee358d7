"""Channels that the bot has to look at before it posts there, since rows of their messages may be lost."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.rounds.posted_message import Spot
from bot.domain.rounds.restoration import Stocktaking
from bot.storage.session import Record, Session
from bot.storage.times import from_ms, from_ms_or_none, to_ms

SELECT = "SELECT channel_id, guild_id, since, taken_at, taken_over, given_back, stories, cards FROM stocktakings"

ASK = """
INSERT INTO stocktakings (channel_id, guild_id, since)
SELECT channel_id, MAX(guild_id), :since FROM (
    SELECT channel_id, guild_id FROM rounds
    UNION SELECT channel_id, guild_id FROM challenges
    UNION SELECT channel_id, guild_id FROM stocktakings
    UNION SELECT channel_id, id FROM guilds WHERE channel_id IS NOT NULL) AS places
WHERE channel_id IS NOT NULL GROUP BY channel_id
ON CONFLICT (channel_id) DO UPDATE SET
    since = CASE WHEN stocktakings.taken_at IS NULL AND stocktakings.since < excluded.since THEN stocktakings.since
        ELSE excluded.since END,
    taken_at = NULL, taken_over = 0, given_back = '', stories = '', cards = '', told_at = NULL, out_of_reach = 0
"""
ASK_ALSO = """
INSERT INTO stocktakings (channel_id, guild_id, since) VALUES (:channel_id, :guild_id, :since)
ON CONFLICT (channel_id) DO NOTHING
"""
ASKED_IN = "SELECT channel_id FROM stocktakings WHERE guild_id = :guild_id"
OUT_OF_REACH = "UPDATE stocktakings SET out_of_reach = 1 WHERE channel_id = :channel_id"
DUE = f"{SELECT} WHERE taken_at IS NULL ORDER BY channel_id"
GET_DUE = f"{SELECT} WHERE channel_id = :channel_id AND taken_at IS NULL"
UNTOLD = f"{SELECT} WHERE told_at IS NULL ORDER BY guild_id, channel_id"
TAKEN = """
UPDATE stocktakings
SET taken_at = :now, taken_over = :taken_over, given_back = :given_back, stories = :stories, cards = :cards,
    told_at = NULL
WHERE channel_id = :channel_id
"""
TOLD = "UPDATE stocktakings SET told_at = :now WHERE channel_id = :channel_id"


def from_row(row: Record) -> Stocktaking:
    return Stocktaking(
        channel_id=row["channel_id"],
        guild_id=row["guild_id"],
        since=from_ms(row["since"]),
        taken_at=from_ms_or_none(row["taken_at"]),
        taken_over=row["taken_over"],
        given_back=numbers(row["given_back"]),
        stories=spots(row["stories"], row["channel_id"]),
        cards=spots(row["cards"], row["channel_id"]),
    )


def numbers(kept: str) -> tuple[int, ...]:
    return tuple(map(int, kept.split()))


def spots(kept: str, channel_id: int) -> tuple[Spot, ...]:
    """Where messages stand: in a thread of that number, or in the channel."""
    parts = [each.rpartition("/") for each in kept.split()]
    return tuple(Spot(int(thread or channel_id), int(message)) for thread, _, message in parts)


def kept(found: Iterable[Spot]) -> str:
    return " ".join(f"{spot.channel_id}/{spot.message_id}" for spot in found)


def ask(session: Session, since: datetime) -> None:
    """Ask for a look at every channel that the database knows."""
    session.run(ASK, {"since": to_ms(since)})


def ask_also(session: Session, asked: Stocktaking, channel_ids: Iterable[int]) -> None:
    """Ask for a look at more channels of the same guild."""
    same = {"guild_id": asked.guild_id, "since": to_ms(asked.since)}
    session.run_many(ASK_ALSO, [same | {"channel_id": channel_id} for channel_id in channel_ids])


def asked_in(session: Session, guild_id: int) -> set[int]:
    """The channels of a guild for which a look was asked, done or not."""
    return {row["channel_id"] for row in session.all(ASKED_IN, {"guild_id": guild_id})}


def note_out_of_reach(session: Session, channel_id: int) -> None:
    session.run(OUT_OF_REACH, {"channel_id": channel_id})


def due(session: Session) -> list[Stocktaking]:
    return [from_row(row) for row in session.all(DUE)]


def get_due(session: Session, channel_id: int) -> Stocktaking | None:
    """The stocktaking still to be done in this channel, if any."""
    row = session.one(GET_DUE, {"channel_id": channel_id})
    return None if row is None else from_row(row)


def untold(session: Session) -> list[Stocktaking]:
    """The stocktakings of which moderators do not know yet how they stand, done or not."""
    return [from_row(row) for row in session.all(UNTOLD)]


def note_taken(
    session: Session,
    channel_id: int,
    *,
    taken_over: int,
    given_back: Iterable[int],
    stories: Iterable[Spot],
    cards: Iterable[Spot],
    now: datetime,
) -> None:
    values = {
        "channel_id": channel_id,
        "taken_over": taken_over,
        "given_back": " ".join(map(str, given_back)),
        "stories": kept(stories),
        "cards": kept(cards),
        "now": to_ms(now),
    }
    session.run(TAKEN, values)


def note_told(session: Session, channel_id: int, now: datetime) -> None:
    session.run(TOLD, {"channel_id": channel_id, "now": to_ms(now)})

"""Servers that removed the bot, and what becomes of all that was theirs."""

from collections.abc import Set as AbstractSet
from datetime import datetime

from bot.storage import belongings, departures, erasures
from bot.storage.database import Database, reads, recalls, writes
from bot.storage.session import Session


async def compare(db: Database, there: AbstractSet[int], now: datetime) -> None:
    """Note which of the servers that the bot knows removed it, and which have it again."""
    known, departed = await db.recall(known_and_departed)
    gone, back = known - departed - there, departed & there
    if gone or back:
        await db.write(note, gone, back, now)


def known_and_departed(session: Session) -> tuple[AbstractSet[int], AbstractSet[int]]:
    return departures.known(session), departures.every(session)


def note(session: Session, gone: AbstractSet[int], back: AbstractSet[int], now: datetime) -> None:
    departures.note(session, gone, now)
    departures.take_back(session, back)


due = reads(departures.before)
"""The servers that removed the bot at this moment or earlier, and are not forgotten yet."""


first = recalls(departures.first)
"""When the first of them did."""


figures = reads(belongings.of_server)


@writes
def forget(session: Session, guild_id: int, now: datetime) -> None:
    """Delete all that belongs to a server. What stands in its channels stays there."""
    erasures.begin(session, now)
    belongings.forget_server(session, guild_id)

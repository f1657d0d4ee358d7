"""Servers that removed the bot, and what becomes of all that was theirs."""

from collections.abc import Set as AbstractSet
from datetime import datetime

from bot.storage import belongings, departures, erasures
from bot.storage.database import reads, recalls, writes
from bot.storage.session import Session


@writes
def compare(session: Session, there: AbstractSet[int], now: datetime) -> None:
    """Note which servers removed the bot, of all that it knows, and which have it again."""
    departures.note(session, departures.known(session) - there, now)
    departures.take_back(session, departures.every(session) & there)


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

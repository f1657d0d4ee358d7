"""Going on with a copy of the database: rows that came after it are lost, and what they stand for is in channels."""

from datetime import datetime

from bot.storage import generations, messages, rounds, stocktakings
from bot.storage.database import Database


async def begin(db: Database, now: datetime) -> None:
    """Where the database is a copy on which no bot has run yet: let its rows have numbers that no lost row had, and its
    channels be looked at. What is shown of rounds that were not over may be what a lost row said, so it is shown anew.
    """
    async with db.writing() as session:
        if not await generations.is_copy(session):
            return
        known_until = await generations.begin(session, now)
        if known_until is not None:
            await stocktakings.ask(session, known_until)
        await rounds.touch_unfinished(session)
        await messages.doubt_shown(session)

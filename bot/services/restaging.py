"""Beginning again in channels that are new: a database goes on, what stood in its channels is not there."""

from datetime import datetime

from bot.storage import messages, reactions, rounds
from bot.storage.database import Database


async def is_of_others(db: Database, guild_id: int) -> bool:
    """Whether messages would be forgotten that stand in channels of another guild."""
    async with db.reading() as session:
        return await rounds.are_of_others(session, guild_id)


async def reached(db: Database, guild_id: int) -> datetime | None:
    """The moment before which time must not begin anew, or what closed would be open again."""
    async with db.reading() as session:
        found = [round_.reached() for round_ in await rounds.of_guild(session, guild_id)]
    return max((moment for moment in found if moment is not None), default=None)


async def everything(db: Database) -> None:
    """Every message is to be sent once more; the reactions went with the old ones."""
    async with db.writing() as session:
        await reactions.forget_all(session)
        await messages.forget_all(session)
        await rounds.touch_all(session)

"""Settling a guild's customs, one at a time or several at once."""

from collections.abc import Callable

from bot.domain.rounds.settings import Customs
from bot.storage import guilds, rounds
from bot.storage.database import Database


async def customs(db: Database, guild_id: int) -> Customs:
    async with db.reading() as session:
        return await guilds.customs(session, guild_id)


async def settle(db: Database, guild_id: int, change: Callable[[Customs], Customs]) -> Customs:
    """Change the guild's customs as they are now. Other feedback emoji go under the entries of open rounds too."""
    async with db.writing() as session:
        before = await guilds.customs(session, guild_id)
        after = change(before)
        await guilds.put(session, guild_id, after)
        if after.feedback != before.feedback:
            await rounds.touch_open(session, guild_id)
        return after

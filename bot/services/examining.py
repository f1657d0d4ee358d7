"""How the bot is doing: its database, and what a guild's rounds say of themselves."""

from bot.storage import health
from bot.storage.database import Database
from bot.storage.health import Health

__all__ = ["Health", "database"]


async def database(db: Database) -> Health:
    async with db.reading() as session:
        return await health.examine(session)

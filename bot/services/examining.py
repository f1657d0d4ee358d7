"""How the bot is doing: its database, and what a guild's rounds say of themselves."""

from dataclasses import dataclass

from bot.storage import health
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Health:
    size: int
    """Bytes."""
    flaws: tuple[str, ...]


async def database(db: Database) -> Health:
    async with db.reading() as session:
        return Health(await health.size(session), await health.flaws(session))

"""What was last agreed with Discord, so that it is not said twice."""

from bot.storage import agreements
from bot.storage.database import Database


async def agreed(db: Database, subject: str) -> str | None:
    async with db.reading() as session:
        return await agreements.get(session, subject)


async def agree(db: Database, subject: str, fingerprint: str) -> None:
    async with db.writing() as session:
        await agreements.put(session, subject, fingerprint)


async def subjects(db: Database, words: str) -> list[str]:
    """What was agreed that begins with these words."""
    async with db.reading() as session:
        return await agreements.beginning(session, words)


async def forget(db: Database, subject: str) -> None:
    async with db.writing() as session:
        await agreements.forget(session, subject)

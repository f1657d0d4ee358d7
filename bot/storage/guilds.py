"""What a guild has settled for all its rounds."""

from bot.storage.database import Session

TIME_ZONE = "SELECT time_zone FROM guilds WHERE id = :guild_id"

SET_TIME_ZONE = """
INSERT INTO guilds (id, time_zone) VALUES (:guild_id, :name)
ON CONFLICT (id) DO UPDATE SET time_zone = excluded.time_zone
"""


async def time_zone(session: Session, guild_id: int) -> str | None:
    row = await session.one(TIME_ZONE, {"guild_id": guild_id})
    return row["time_zone"] if row else None


async def set_time_zone(session: Session, guild_id: int, name: str) -> None:
    await session.run(SET_TIME_ZONE, {"guild_id": guild_id, "name": name})

"""How the bot is doing: its database, and what a guild's rounds say of themselves."""

from dataclasses import dataclass

from bot.storage import health
from bot.storage.database import Session, reads


@dataclass(frozen=True, slots=True)
class Health:
    size: int
    """Bytes."""
    flaws: tuple[str, ...]


@reads
def database(session: Session) -> Health:
    return Health(health.size(session), health.flaws(session))

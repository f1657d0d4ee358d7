"""The health of the database."""

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

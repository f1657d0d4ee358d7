"""The health of the database."""

from dataclasses import dataclass

from bot.storage.database import Session, reads
from bot.storage.sqlite_file import health


@dataclass(frozen=True, slots=True)
class Health:
    size: int
    """Bytes."""
    flaws: tuple[str, ...]


@reads
def database(session: Session) -> Health:
    return Health(health.size(session), health.flaws(session))

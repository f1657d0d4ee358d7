"""The health of the database."""

from dataclasses import dataclass

from bot.storage import database
from bot.storage.database import reads
from bot.storage.session import Session


@dataclass(frozen=True, slots=True)
class Health:
    size: int
    """Bytes."""
    flaws: tuple[str, ...]


@reads
def health(session: Session) -> Health:
    return Health(database.size(session), database.flaws(session))

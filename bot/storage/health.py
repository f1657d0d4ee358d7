"""What SQLite itself says of its file. Another database would be asked in other words."""

from dataclasses import dataclass

from bot.storage.database import Session

SIZE = "SELECT p.page_count * s.page_size AS size FROM pragma_page_count() p, pragma_page_size() s"
CHECK = "SELECT quick_check AS found FROM pragma_quick_check(3)"
"""The first three flaws, or one row that says `ok`."""


@dataclass(frozen=True, slots=True)
class Health:
    size: int
    """Bytes."""
    flaws: tuple[str, ...]


async def examine(session: Session) -> Health:
    found = [str(row["found"]) for row in await session.all(CHECK)]
    return Health(
        size=(await session.required(SIZE))["size"],
        flaws=tuple(line for line in found if line != "ok"),
    )

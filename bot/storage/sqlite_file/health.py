"""SQLite's own report on its file."""

from bot.storage.session import Session

SIZE = "SELECT p.page_count * s.page_size AS size FROM pragma_page_count() p, pragma_page_size() s"
CHECK = "SELECT quick_check AS found FROM pragma_quick_check(3)"
"""The first three flaws, or one row that says `ok`."""


def size(session: Session) -> int:
    """Bytes."""
    return session.required(SIZE)["size"]


def flaws(session: Session) -> tuple[str, ...]:
    return tuple(line for row in session.all(CHECK) if (line := str(row["found"])) != "ok")

"""The write-ahead log beside a database file, which may be another file's."""

from pathlib import Path

from bot.storage import errors

HEAD = slice(18, 20)
"""The bytes in which a file says how SQLite writes and reads it."""
KEEPS_NO_LOG = b"\x01\x01"


def must_belong(path: Path) -> None:
    """Refuse a log beside a copy that no bot has opened yet. The log belongs to the file that the copy replaced, and
    SQLite would play it into the copy.
    """
    log = path.with_name(f"{path.name}-wal")
    try:
        with path.open("rb") as file:
            head = file.read(HEAD.stop)[HEAD]
        strange = head == KEEPS_NO_LOG and log.exists() and log.stat().st_size > 0
    except OSError as error:
        raise errors.DatabaseUnusableError(path, error) from error
    if strange:
        raise errors.LogOfAnotherError(path, log)

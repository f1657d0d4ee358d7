"""The write-ahead log beside a database file: whose it is."""

from pathlib import Path

from bot.storage import errors

HEAD = slice(18, 20)
"""Where a file says how it is written and read."""
KEEPS_NO_LOG = b"\x01\x01"


def must_belong(path: Path) -> None:
    """A copy keeps no log before the bot first opens it. One that lies beside it is of the file whose place it took,
    and SQLite would play it into the copy.
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

"""A database with nothing in it yet. To make one takes longer than most tests, so each process makes one, and copies
it.
"""

import functools
import tempfile
from pathlib import Path

from bot.storage.sqlite_file.migrations import migrate


@functools.cache
def content() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.sqlite3"
        migrate(path)
        return path.read_bytes()


def lay(path: Path) -> Path:
    """As if the bot had made it there."""
    path.write_bytes(content())
    return path

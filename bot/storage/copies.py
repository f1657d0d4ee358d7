"""A copy of the database while the bot runs, and a copy put in the database's place."""

import contextlib
import shutil
import sqlite3
from collections.abc import Generator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from bot.storage import errors, locks, migrations


def back_up(database: Path, copy: Path) -> None:
    """Write all that is committed into a new file, which is whole or not there at all."""
    if copy.exists():
        raise errors.CopyExistsError(copy)
    with _part(copy) as part:
        _copy(database, part)
        part.replace(copy)


def restore(copy: Path, database: Path, now: datetime) -> Path | None:
    """Put the copy in the database's place. Where the replaced one is kept; None if there was none."""
    with locks.held(database), _part(database) as part:
        if _copy(copy, part) > migrations.newest():
            raise errors.DatabaseNewerError(copy, found=_copy(copy, part), known=migrations.newest())
        kept = _keep(database, now)
        # SQLite would play what an old log holds into the new file.
        for ending in ("-wal", "-shm"):
            Path(f"{database}{ending}").unlink(missing_ok=True)
        part.replace(database)
    return kept

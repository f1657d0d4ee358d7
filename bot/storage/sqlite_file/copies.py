"""A copy of the database while the bot runs, and a copy put in the database's place."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Generator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from bot.storage import errors
from bot.storage.sqlite_file import journals, locks, marks, migrations, owners

ALONE = "immutable=1"
"""The mode for a file that holds the whole database, with no log beside it."""


def back_up(database: Path, copy: Path) -> None:
    """Write everything committed into a new file. The file is whole or not there at all."""
    source = _found(database)
    with _with_its_log(source), _writing(copy):
        if copy.exists():
            raise errors.CopyExistsError(copy)
        with _part(copy) as part:
            _copy(source, part, "mode=rw")  # the last to close tidies the log away, unless it only reads
            part.replace(copy)


def restore(copy: Path, database: Path, now: datetime) -> Path | None:
    """Put the copy in the database's place. Returns where the replaced database is kept; None if there was none."""
    source, database = _found(copy), database.resolve()
    with (
        locks.held(database),
        locks.held_under_any_name(database),
        _with_its_log(source),
        _writing(database),
        _part(database, owners.of(database)) as part,
    ):
        _must_be_theirs(part, database)
        # This reads the log that belongs to the copy, and leaves no file beside it.
        how = "mode=ro" if _beside(source, "-wal").exists() else ALONE
        version, newest = _copy(source, part, how), migrations.newest()
        if version > newest:
            raise errors.DatabaseNewerError(copy, found=version, known=newest)
        kept = _keep(database, now)
        for ending in ("-wal", "-shm"):  # SQLite would play what an old log holds into the new file
            _beside(database, ending).unlink(missing_ok=True)
        if database.exists():
            part.chmod(owners.mode(database))
        part.replace(database)
    return kept


def _found(path: Path) -> Path:
    """The file itself, wherever links lead."""
    try:
        if path.is_file():
            path.open("rb").close()  # SQLite would not say that it may not be read
            return path.resolve()
    except OSError as error:
        raise errors.DatabaseUnusableError(path, error) from error
    raise errors.DatabaseMissingError(path.absolute())


def _with_its_log(source: Path) -> contextlib.AbstractContextManager[None]:
    """Refuse another name of a file in use: its log, with the newest rows, lies beside the name that its bot knows."""
    if source.stat().st_nlink == 1 or _beside(source, "-wal").exists():
        return contextlib.nullcontext()
    return locks.held_under_any_name(source)


@contextlib.contextmanager
def _writing(path: Path) -> Generator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise errors.CopyFailedError(path, error) from error


@contextlib.contextmanager
def _part(path: Path, owner: os.stat_result | None = None) -> Generator[Path]:
    """A file to write into before it gets its name. A leftover one goes."""
    part = _beside(path, ".part")
    part.unlink(missing_ok=True)
    owners.make(part, owner)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _must_be_theirs(part: Path, database: Path) -> None:
    """Refuse to replace another user's database: their bot could not open the new file."""
    if database.exists() and part.stat().st_uid != database.stat().st_uid:
        raise errors.DatabaseOfAnotherUserError(database)


def _copy(source: Path, target: Path, how: str) -> int:
    """Copy a database that is ours and sound. Returns its schema version."""
    journals.must_belong(source)
    with (
        closing(sqlite3.connect(f"{source.as_uri()}?{how}", uri=True, isolation_level=None)) as original,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        version = migrations.version(original, source)
        if version == 0:
            raise errors.DatabaseForeignError(source)
        try:
            original.backup(copy)
            complaints = [row[0] for row in copy.execute("PRAGMA integrity_check(1)") if row[0] != "ok"]
            if how == ALONE and source.stat().st_size < _size(original):  # SQLite misses no empty pages
                complaints.append("its end is missing")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_CORRUPT:
                raise
            complaints = [str(error)]
        if complaints:
            raise errors.DatabaseDamagedError(source, complaints[0])
        marks.put(copy)
    return version


def _size(connection: sqlite3.Connection) -> int:
    """The file's full length in bytes, by its own count of pages."""
    pages, page = (connection.execute(f"PRAGMA {asked}").fetchone()[0] for asked in ("page_count", "page_size"))
    return pages * page


def _keep(database: Path, now: datetime) -> Path | None:
    """Copy the database's files as they are, readable or not. The database stays until the new file replaces it."""
    if not database.exists():
        return None
    kept = database.with_name(f"{database.stem}.replaced-{now:%Y-%m-%d-%H%M%S}{database.suffix}")
    if kept.exists():
        raise errors.CopyExistsError(kept)
    for ending in ("", "-wal"):
        file = _beside(database, ending)
        if file.exists():
            _keep_file(file, _beside(kept, ending))
    _mark(kept)
    return kept


def _keep_file(file: Path, kept: Path) -> None:
    owners.make(kept, owners.of(file))
    shutil.copyfile(file, kept)
    kept.chmod(owners.mode(file))


def _mark(kept: Path) -> None:
    """Mark the kept file as a copy, since it may come back as one. A file that SQLite cannot read stays as it is."""
    with (
        contextlib.suppress(sqlite3.DatabaseError, errors.DatabaseError),
        closing(sqlite3.connect(kept, isolation_level=None)) as copy,
    ):
        if migrations.version(copy, kept) > 0:
            marks.put(copy)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)

"""Bringing a database file up to date, one schema file after the other.

It runs in one go, without an event loop: the bot has nothing else to do yet, and nothing can cancel it
half-way.
"""

import re
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import bot
from bot.storage import errors
from bot.storage.sqlite_file import marks, owners

APPLICATION_ID = 0x44524142  # "DRAB", in the file's own header

ANYBODY_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH

_SCHEMA = Path(bot.__file__).parent.parent / "data" / "schema"


def migrate(path: Path, schema: Path = _SCHEMA) -> None:
    """Make the file or bring it up to the newest NNNN_reason.sql, each in one transaction with its number."""
    files = _files(schema)
    with closing(_connect(path)) as connection:
        found, known = version(connection, path), max(files)
        if found > known:
            raise errors.DatabaseNewerError(path, found=found, known=known)
        _keep_a_log(connection, path)
        _must_take_writing(connection, path)
        if 0 < found < known:
            _copy(connection, path, path.with_name(f"{path.stem}.v{found}{path.suffix}"))
        for number in range(found + 1, known + 1):
            _apply(connection, path, number, files[number])


def newest() -> int:
    """The schema version that this program knows."""
    return max(_files(_SCHEMA))


def _files(schema: Path) -> dict[int, Path]:
    return {int(file.name[:4]): file for file in schema.glob("[0-9]*.sql")}


def _connect(path: Path) -> sqlite3.Connection:
    """A connection without enforced foreign keys, so that a migration may rebuild a table. `_apply` checks them."""
    try:
        return sqlite3.connect(path, isolation_level=None)
    except sqlite3.Error as error:
        raise errors.DatabaseUnusableError(path, error) from error


def version(connection: sqlite3.Connection, path: Path) -> int:
    """The schema version of a file that is ours; 0 where it is empty. Raises a DatabaseError for any other file."""
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        used = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] or found or application
        if used and application != APPLICATION_ID:
            raise errors.DatabaseForeignError(path)
    except sqlite3.Error as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            raise errors.DatabaseForeignError(path) from error
        raise errors.DatabaseUnusableError(path, error) from error
    return found


def _keep_a_log(connection: sqlite3.Connection, path: Path) -> None:
    """Turn the write-ahead log on, so that readers and the writer do not wait for each other. The file remembers it."""
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.Error as error:
        raise errors.DatabaseUnusableError(path, error) from error


def _must_take_writing(connection: sqlite3.Connection, path: Path) -> None:
    """Write something and take it back, since SQLite opens a file or a log that it may only read without complaint. A
    file marked as read-only stays so for the system's administrator too.
    """
    try:
        if not path.stat().st_mode & ANYBODY_WRITES:
            raise PermissionError("it is marked as read-only")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA user_version = 0")
        connection.rollback()
    except (OSError, sqlite3.Error) as error:
        raise errors.DatabaseUnusableError(path, error) from error


def _copy(connection: sqlite3.Connection, path: Path, target: Path) -> None:
    """Copy the file, whole or not at all. The copy replaces one that an earlier attempt left."""
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    owners.make(part, owners.of(path))
    with closing(sqlite3.connect(part)) as copy:
        connection.backup(copy)
        marks.put(copy)
    part.replace(target)


def _apply(connection: sqlite3.Connection, path: Path, number: int, file: Path) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in _statements(file.read_text(encoding="utf-8")):
            connection.execute(statement)
        for row in connection.execute("PRAGMA foreign_key_check"):
            raise errors.MigrationError(
                path, schema=file.name, reason=f"a row of {row[0]} points to no row of {row[2]}"
            )
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise errors.MigrationError(path, schema=file.name, reason=str(error)) from error
    finally:
        connection.rollback()  # nothing to do after COMMIT


STATEMENT_END = re.compile("(?<=;)")


def _statements(script: str) -> Iterator[str]:
    """The script's statements one by one. sqlite3's executescript would commit the transaction around them."""
    statement = ""
    for piece in STATEMENT_END.split(script):
        statement += piece
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement

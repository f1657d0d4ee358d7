"""What can be seen of a database from outside of it."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path


def in_the_file(path: Path, prefix: str = "") -> list[str]:
    """What another program sees, which is only what was committed."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT subject FROM agreements ORDER BY subject")
        return [row[0] for row in rows if row[0].startswith(prefix)]


def assert_nobody_writes(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as connection:
        connection.execute("BEGIN IMMEDIATE")  # refused while anybody has a writing transaction open


def other_threads() -> set[threading.Thread]:
    return set(threading.enumerate()) - {threading.main_thread()}


def assert_ended(threads: set[threading.Thread]) -> None:
    for thread in threads:
        thread.join(timeout=5)
        assert not thread.is_alive(), thread

"""What can be seen of a database from outside of it."""

import asyncio
import sqlite3
import threading
from collections.abc import Coroutine
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from bot.storage import agreements
from bot.storage.session import Session
from tests import patience

_T = TypeVar("_T")


def in_the_file(path: Path, prefix: str = "") -> list[str]:
    """The rows that another program sees: only those that were committed."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT subject FROM agreements ORDER BY subject")
        return [row[0] for row in rows if row[0].startswith(prefix)]


def agreed(session: Session, subject: str) -> str | None:
    return agreements.beginning(session, subject).get(subject)


def assert_nobody_writes(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as connection:
        connection.execute("BEGIN IMMEDIATE")  # refused while anybody has a writing transaction open


def other_threads() -> set[threading.Thread]:
    return set(threading.enumerate()) - {threading.main_thread()}


def assert_ended(threads: set[threading.Thread]) -> None:
    for thread in threads:
        thread.join(patience.SECONDS)
        assert not thread.is_alive(), thread


def meanwhile(loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, _T]) -> _T:
    """Do this work on the loop, and wait for its result in a transaction's thread."""
    return asyncio.run_coroutine_threadsafe(work, loop).result(patience.SECONDS)

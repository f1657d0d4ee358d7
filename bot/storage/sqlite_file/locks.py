"""One process at a time on a database file."""

import contextlib
import os
import sys
from collections.abc import Generator
from pathlib import Path

import filelock

from bot.storage import errors
from bot.storage.sqlite_file import owners

if sys.platform != "win32":
    import fcntl


@contextlib.contextmanager
def held(path: Path) -> Generator[None]:
    """An operating system's lock. It is free again however its holder ends."""
    lock = filelock.FileLock(f"{path}.lock", blocking=False, thread_local=False)
    try:
        _check(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        _make(Path(lock.lock_file), path)
        lock.acquire()
    except filelock.Timeout:
        if not os.access(lock.lock_file, os.R_OK | os.W_OK):  # filelock takes it for a held one
            raise errors.DatabaseUnusableError(path, PermissionError(f"{lock.lock_file} is somebody else's")) from None
        raise errors.DatabaseBusyError(path) from None
    except OSError as error:
        raise errors.DatabaseUnusableError(path, error) from error
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def held_under_any_name(path: Path) -> Generator[None]:
    """The same lock on the file itself, if it is there. A hard link is a second name, with another lock beside it."""
    if sys.platform == "win32" or not path.exists():  # Windows would lock the file against reading too
        yield
        return
    try:
        file = path.open("rb")
    except OSError as error:
        raise errors.DatabaseUnusableError(path, error) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise errors.DatabaseBusyError(path) from None
        except OSError as error:
            raise errors.DatabaseUnusableError(path, error) from error
        yield


def _make(lock: Path, path: Path) -> None:
    """The lock's file. It stays, and the database's owner must be able to open it, whoever made it."""
    if lock.exists():
        owners.close_to_others(lock)
    else:
        with contextlib.suppress(FileExistsError):  # somebody else made it in this very moment
            owners.make(lock, owners.of(path))


def _check(path: Path) -> None:
    """Refuse a folder or a device as a database, before a lock lies beside it."""
    if path.exists() and not path.is_file():
        raise OSError("it is no ordinary file")

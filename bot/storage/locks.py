"""One process at a time on a database file."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import filelock

from bot.storage import errors

if sys.platform != "win32":
    import fcntl


@contextmanager
def held(path: Path) -> Generator[None]:
    """An operating system's lock, which is free again however its holder ends."""
    lock = filelock.FileLock(f"{path}.lock", blocking=False, thread_local=False)
    try:
        _check(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except filelock.Timeout:
        if not Path(lock.lock_file).exists():  # so nobody holds it: a lock that cannot be made passes for a held one
            raise errors.DatabaseUnusableError(path, OSError(f"{path.parent} takes no new files")) from None
        raise errors.DatabaseBusyError(path) from None
    except OSError as error:
        raise errors.DatabaseUnusableError(path, error) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def held_under_any_name(path: Path) -> Generator[None]:
    """The same on the file itself, if it is there: a hard link is a second name, with another lock beside it."""
    if sys.platform == "win32" or not path.exists():  # Windows locks what it locks against reading too
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


def _check(path: Path) -> None:
    """No file is to be put in the place of a folder or a device, nor beside it."""
    if path.exists() and not path.is_file():
        raise OSError("it is no ordinary file")

"""The owner of a database's files. Nobody else may open them, whoever makes them and whatever the umask."""

import contextlib
import os
import stat
from pathlib import Path

ALONE = 0o600
"""The owner may read and write, nobody else may."""


def of(path: Path) -> os.stat_result:
    """The status of the file, or of its folder where there is no file yet. It names the owner."""
    return path.stat() if path.exists() else path.parent.stat()


def make(path: Path, owner: os.stat_result | None = None) -> None:
    """Make an empty file, and give it to this owner where the system lets us. SQLite makes its files beside a database
    like the database.
    """
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ALONE)
    try:
        path.chmod(ALONE)  # a umask may have taken too much
        if owner is not None and hasattr(os, "fchown"):
            with contextlib.suppress(PermissionError):
                os.fchown(file, owner.st_uid, owner.st_gid)
    finally:
        os.close(file)


def mode(path: Path) -> int:
    """The owner's rights to the file, at most to read and write."""
    return stat.S_IMODE(path.stat().st_mode) & ALONE


def close_to_others(path: Path) -> None:
    """Take all rights from other users, since earlier versions left files open to them."""
    with contextlib.suppress(FileNotFoundError, PermissionError):  # not there, or not ours to change
        path.chmod(mode(path))

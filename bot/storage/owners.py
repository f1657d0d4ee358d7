"""Whose a database's files are: its owner's alone, whoever makes them and whatever the umask."""

import contextlib
import os
import stat
from pathlib import Path

ALONE = 0o600
"""For the owner to read and to write, and for nobody else."""


def of(path: Path) -> os.stat_result:
    """Whose the file is or, where it is still to come, its folder."""
    return path.stat() if path.exists() else path.parent.stat()


def make(path: Path, owner: os.stat_result | None = None) -> None:
    """A new, empty file, given to its owner by whoever may. What SQLite puts beside a database is like the database."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ALONE)
    try:
        path.chmod(ALONE)  # a umask may have taken too much
        if owner is not None and hasattr(os, "fchown"):
            with contextlib.suppress(PermissionError):
                os.fchown(file, owner.st_uid, owner.st_gid)
    finally:
        os.close(file)


def mode(path: Path) -> int:
    """What the file allows its owner, where that is less than to read and write."""
    return stat.S_IMODE(path.stat().st_mode) & ALONE


def close_to_others(path: Path) -> None:
    """Files of earlier versions may be open to everybody."""
    with contextlib.suppress(FileNotFoundError, PermissionError):  # not there, or not ours to change
        path.chmod(mode(path))

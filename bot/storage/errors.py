"""Reasons why the database cannot be opened or copied, each one line for the person who starts the bot."""

from pathlib import Path


class DatabaseError(Exception):
    pass


class DatabaseBusyError(DatabaseError):
    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is in use by another running bot. Stop that one first, or name another file.")


class DatabaseForeignError(DatabaseError):
    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not a database of this bot. It was left as it is; please name another file.")


class DatabaseOfOthersError(DatabaseError):
    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} holds rounds of a real server, and a play would spoil them. Name another file.")


class DatabaseNewerError(DatabaseError):
    def __init__(self, path: Path, *, found: int, known: int) -> None:
        super().__init__(
            f"{path} was written by a newer version of the bot (schema {found}, this one knows {known}). "
            "It was left as it is; please update the bot."
        )


class DatabaseUnusableError(DatabaseError):
    def __init__(self, path: Path, reason: Exception) -> None:
        super().__init__(f"{path} cannot be used as a database: {reason}.")


class MigrationError(DatabaseError):
    def __init__(self, path: Path, *, schema: str, reason: str) -> None:
        super().__init__(f"{path} could not be brought up to date: {schema} failed and was undone ({reason}).")


class DatabaseMissingError(DatabaseError):
    def __init__(self, path: Path) -> None:
        super().__init__(f"There is no database {path}.")


class DatabaseDamagedError(DatabaseError):
    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} is damaged: {' '.join(reason.split())}. Nothing was changed.")


class LogOfAnotherError(DatabaseError):
    def __init__(self, path: Path, log: Path) -> None:
        super().__init__(
            f"{log} belongs to the file that lay there before {path}, and would spoil this one. Nothing was changed; "
            f"take away {log.name} and {path.name}-shm, or put the copy in place with drabble-bot restore."
        )


class DatabaseOfAnotherUserError(DatabaseError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} belongs to another user, and the bot that runs as them could not open what you put there. "
            "Nothing was changed; run this as that user or, on most systems, with sudo."
        )


class CopyExistsError(DatabaseError):
    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is there already and was left as it is. Please name a file that is not there yet.")


class CopyFailedError(DatabaseError):
    def __init__(self, path: Path, reason: Exception) -> None:
        super().__init__(f"{path} could not be written: {reason}.")

"""A transaction as a table's file sees it, whatever program keeps the database."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from typing import Any, Protocol

from bot.storage import statement

Values = Mapping[str, int | str | bytes | float | None]

_NO_VALUES: Values = {}


class Record(Protocol):
    """A row's values by the names of their columns, or one after the other."""

    def __getitem__(self, column: str, /) -> Any: ...

    def __iter__(self) -> Iterator[Any]: ...

    def keys(self) -> Iterable[str]: ...


class Cursor(Protocol):
    """As Python's DB-API has it. Statements name their values like `:this`."""

    @property
    def rowcount(self) -> int: ...

    def execute(self, sql: str, values: Values, /) -> object: ...

    def executemany(self, sql: str, values: Iterable[Values], /) -> object: ...

    def fetchall(self) -> list[Any]: ...

    def close(self) -> None: ...


class Session:
    """One transaction: statements in, rows out."""

    def __init__(self, cursor: Callable[[], Cursor]) -> None:
        self._cursor: Callable[[], Cursor] | None = cursor
        self.named: set[str] = set()
        """Tables read or written so far."""
        self.written: set[str] = set()
        """Tables in which a row was written so far."""

    def end(self) -> None:
        """Close the session, so that no late statement slips into somebody else's transaction."""
        self._cursor = None

    def one(self, sql: str, values: Values = _NO_VALUES) -> Record | None:
        """The first row, if any; also of RETURNING."""
        rows = self.all(sql, values)
        return rows[0] if rows else None

    def required(self, sql: str, values: Values = _NO_VALUES) -> Record:
        """The first row, where there always is one."""
        row = self.one(sql, values)
        if row is None:
            raise LookupError(f"no row where there has to be one: {sql}")
        return row

    def all(self, sql: str, values: Values = _NO_VALUES) -> list[Record]:
        with self._cursor_for(sql) as cursor:
            cursor.execute(sql, values)
            rows = cursor.fetchall()
        self._note_written(sql, len(rows))
        return rows

    def run(self, sql: str, values: Values = _NO_VALUES) -> int:
        """Run an INSERT, UPDATE or DELETE without RETURNING. Returns the number of changed rows."""
        with self._cursor_for(sql) as cursor:
            cursor.execute(sql, values)
            changed = cursor.rowcount
        self._note_written(sql, changed)
        return changed

    def run_many(self, sql: str, values: Iterable[Values]) -> None:
        """Run the statement once for each of these values."""
        with self._cursor_for(sql) as cursor:
            cursor.executemany(sql, values)
            changed = cursor.rowcount
        self._note_written(sql, changed)

    def run_each(self, statements: Iterable[str], values: Values = _NO_VALUES) -> None:
        """Run these statements, one after the other, each with what it needs of the values."""
        for sql in statements:
            self.run(sql, values)

    def all_of_each(self, statements: Mapping[str, str], values: Values = _NO_VALUES) -> dict[str, list[Record]]:
        """The rows of each of these statements, under its name."""
        return {name: self.all(sql, values) for name, sql in statements.items()}

    def _cursor_for(self, sql: str) -> closing[Cursor]:
        # Closed at once: a cursor freed later would reset its statement under whoever runs the same one just then.
        if self._cursor is None:
            raise RuntimeError("this session's transaction is over")
        self.named |= statement.named(sql)
        return closing(self._cursor())

    def _note_written(self, sql: str, changed: int) -> None:
        if changed:
            self.written |= statement.written(sql)

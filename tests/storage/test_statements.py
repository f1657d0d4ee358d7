"""Every statement in bot/storage has a name, prepares against the schema, and keeps to the shared SQL."""

import ast
import importlib
import pkgutil
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pytest

from bot import storage
from bot.storage import statement
from tests import new_database

MODULES = [importlib.import_module(f"bot.storage.{found.name}") for found in pkgutil.iter_modules(storage.__path__)]
SCHEMA = Path(storage.__path__[0]).parents[1] / "data" / "schema"
NOT_SHARED = re.compile(
    r"(?<!WITHOUT )\browid\b|\bINSERT\s+OR\b|\bREPLACE\s+INTO\b|\bAUTOINCREMENT\b|\w*(date|time)\(", re.IGNORECASE
)


VERB = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b")


def statements(module: ModuleType) -> dict[str, str]:
    """The constants that begin with a verb; the others are parts, which are checked inside of these. Those that are run
    one after the other have the name of all of them in front.
    """
    found: dict[str, str] = {}
    for name, value in vars(module).items():
        if name.isupper():
            found |= {each: sql for each, sql in named(name, value) if VERB.match(sql)}
    return found


def named(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, tuple | Mapping):
        parts = cast("Any", value)
        for key, sql in parts.items() if isinstance(value, Mapping) else enumerate(parts):
            if isinstance(sql, str):
                yield f"{name} {key}", sql


STATEMENTS = {f"{module.__name__}.{name}": sql for module in MODULES for name, sql in statements(module).items()}

of_each_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)


def first_arguments(module: ModuleType) -> Iterator[ast.expr]:
    """What this module hands to its sessions."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="session")), args=[first, *_]):
                yield first
            case _:
                pass


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("statements") / "drabbles.sqlite3"
    new_database.lay(path)
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def complaint(prepared: sqlite3.Connection, sql: str) -> str | None:
    """What the database has against a statement."""
    try:
        prepared.execute(f"EXPLAIN {sql}", dict.fromkeys(re.findall(r":(\w+)", sql)))
    except sqlite3.Error as error:
        return str(error)
    return None


@of_each_module
def test_every_statement_prepares(prepared: sqlite3.Connection, module: ModuleType) -> None:
    found = {name: complaint(prepared, sql) for name, sql in statements(module).items()}
    assert {name: said for name, said in found.items() if said} == {}


def tables_of(prepared: sqlite3.Connection, tables: set[str], sql: str) -> tuple[set[str], set[str]]:
    """Those of the tables that a statement reads or writes, and those that it writes."""
    named, written = set[str](), set[str]()

    def hear(action: int, table: str | None, *_: str | None) -> int:
        if table is not None and table in tables:
            named.add(table)
            if action in (sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE):
                written.add(table)
        return sqlite3.SQLITE_OK

    prepared.set_authorizer(hear)
    try:
        prepared.execute(f"EXPLAIN QUERY PLAN {sql}", dict.fromkeys(re.findall(r":(\w+)", sql)))
    finally:
        prepared.set_authorizer(None)
    return named, written


@of_each_module
def test_a_statement_says_which_tables_it_reads_and_writes(prepared: sqlite3.Connection, module: ModuleType) -> None:
    """What is at hand is forgotten by that."""
    tables = {row[0] for row in prepared.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    own = statements(module)
    said = {name: (statement.named(sql) & tables, statement.written(sql)) for name, sql in own.items()}
    assert {name: tables_of(prepared, tables, sql) for name, sql in own.items()} == said


@of_each_module
def test_sessions_are_handed_nothing_but_statements(module: ModuleType) -> None:
    known = {name.partition(" ")[0] for name in statements(module)}
    for argument in first_arguments(module):
        assert isinstance(argument, ast.Name), f"{module.__name__}:{argument.lineno}: not a named constant"
        assert argument.id in known, f"{module.__name__}:{argument.lineno}: {argument.id} is no statement"


def test_the_sql_is_what_sqlite_and_postgresql_share() -> None:
    scripts = {file.name: file.read_text(encoding="utf-8") for file in SCHEMA.glob("*.sql")}
    assert scripts
    for name, sql in (STATEMENTS | scripts).items():
        found = NOT_SHARED.search(re.sub(r"--.*", "", sql))
        assert found is None, f"{name}: {found}"

"""What somebody takes back is gone: from every table, and from every byte of the database's files."""

import json
import random
import re
import sqlite3
from collections.abc import AsyncGenerator, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.own_data import archive
from bot.services import erasing, filtering, leaving_servers
from bot.storage import belongings, departures, drafts, erasures, own_data, statement
from bot.storage.database import Database
from bot.storage.session import Session
from tests import new_database

MEMBER, OTHER, GUILD, ELSEWHERE = 710_000_000_000_000_001, 710_000_000_000_000_002, 820_000_000_000_000_001, 5
NOW = datetime(2031, 3, 1, tzinfo=UTC)
NAME = "Marguerite Oakapple"

A_MEMBERS = re.compile(r"(member|author|reader|moderator|writer)_id$|_by$")
VALUES: dict[str, Any] = {
    "words": "{}",
    "convention": "ao3",
    "calendar": None,
    "rule": "100",
    "required": "",
    "what": "opens",
    "time_zone": None,
    "date_order": "local",
    "withdrawn_at": None,
    "removed_at": None,
    "held_at": None,
    "discarded_at": None,
    "tried_at": None,
    "home": "channel",
    "talk": "nowhere",
    "reminders": "",
    "highest": None,
}
"""Values of columns where not any will do. `tried_at` and the like say that nothing stands in a channel."""


NAMING_MEMBERS = ("cases", "deeds", "private_notices")
"""Tables of which a row's key may have a member's number in it."""

SENTENCE = "The kettle sang"


def words(table: str, column: str) -> str:
    """A sentence of the member's that stands in one place alone."""
    return f"{SENTENCE} in {table} and {column}"


def columns(connection: sqlite3.Connection) -> dict[str, list[sqlite3.Row]]:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return {name: connection.execute(f"PRAGMA table_info({name})").fetchall() for (name,) in tables}


def row(table: str, found: list[Any], whose: int) -> dict[str, Any]:
    """A row in which all numbers are one number, so that each reference finds its row."""
    held = belongings.OF_MEMBERS.get(table, belongings.Held((), belongings.BESIDE_THEM.get(table, ())))
    values: dict[str, Any] = {}
    for _, name, kind, *_ in found:
        value: Any = whose if kind in ("INTEGER", "BIGINT") else b"picture" if kind == "BLOB" else f"{table} {whose}"
        value = VALUES.get(name, value)
        if name == "guild_id" or (table == "guilds" and name == "id"):
            value = GUILD if whose == 1 else ELSEWHERE
        if name in held.ids and name != "suggested_by":
            value = MEMBER if whose == 1 else OTHER
        if name in held.words and whose == 1:
            value = words(table, name) + (f"\nAuthor: {NAME}" if name == "header" else "")
        if name == "request" and table in NAMING_MEMBERS and whose == 1:
            value = f"{table} by {MEMBER}"
        if table == "stocktakings" and name == "given_back":
            value = f"{OTHER} {MEMBER}" if whose == 1 else str(OTHER)
        values[name] = value
    return values


def fill(path: Path) -> None:
    """A row of the member and one of another in each table, and a prompt of each that no round used."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for table, found in columns(connection).items():
            if table in belongings.OF_NOBODY:
                continue
            for whose in (1, 2):
                put(connection, table, row(table, found, whose))
        for whose, by, text in ((11, MEMBER, words("prompts", "text")), (12, OTHER, "Who forgot the lamp?")):
            unused = row("prompts", columns(connection)["prompts"], whose) | {"guild_id": GUILD, "suggested_by": by}
            put(connection, "prompts", unused | {"text": text, "image_id": None})
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def put(connection: sqlite3.Connection, table: str, values: dict[str, Any]) -> None:
    names, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)  # noqa: S608 - the schema's own names


@pytest.fixture
async def database(tmp_path: Path) -> AsyncGenerator[Database]:
    path = tmp_path / "drabbles.sqlite3"
    new_database.lay(path)
    fill(path)
    opened = await Database.open(path)
    yield opened
    await opened.close()


def places(folder: Path, sought: str | int) -> Iterator[str]:
    """The files that hold this, as text or as SQLite keeps numbers."""
    kinds = [str(sought).encode(), *([sought.to_bytes(8, "big")] if isinstance(sought, int) else [])]
    for file in sorted(folder.rglob("*")):
        if file.is_file() and any(kind in file.read_bytes() for kind in kinds):
            yield file.name


def counted(folder: Path) -> dict[str, int]:
    with closing(sqlite3.connect(folder / "drabbles.sqlite3")) as connection:
        return {
            table: connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]  # noqa: S608 - the schema's own
            for table in columns(connection)
        }


async def erase(database: Database, *, nameless: bool) -> None:
    assert await erasing.finish(database, NOW), "nothing to do yet"
    await erasing.erase(database, MEMBER, NOW, nameless=nameless)
    assert await erasing.finish(database, NOW)


def test_every_table_and_every_column_with_a_member_is_named(tmp_path: Path) -> None:
    new_database.lay(tmp_path / "drabbles.sqlite3")
    with closing(sqlite3.connect(tmp_path / "drabbles.sqlite3")) as connection:
        schema = {table: [each[1] for each in found] for table, found in columns(connection).items()}
    of_members, beside = set(belongings.OF_MEMBERS), set(belongings.BESIDE_THEM)
    assert set(schema) == of_members | beside | belongings.OF_SERVERS | belongings.OF_NOBODY
    for table, names in schema.items():
        held = belongings.OF_MEMBERS.get(table, belongings.Held(()))
        assert {name for name in names if A_MEMBERS.search(name)} <= set(held.ids), table
        assert {*held.ids, *held.words, *belongings.BESIDE_THEM.get(table, ())} <= set(names), table


def test_every_table_with_a_member_is_exported() -> None:
    exported = set[str]().union(*(statement.named(sql) for sql in own_data.EXPORTED.values()))
    assert {*belongings.OF_MEMBERS, "imported_prompts"} <= exported


def test_a_server_is_known_by_whatever_is_kept_of_it(tmp_path: Path) -> None:
    """So that all of it goes when the bot was removed, even where moderators only ever blocked somebody."""
    new_database.lay(tmp_path / "drabbles.sqlite3")
    with closing(sqlite3.connect(tmp_path / "drabbles.sqlite3")) as connection:
        of_servers = {
            table for table, found in columns(connection).items() if "guild_id" in [name for _, name, *_ in found]
        }
    assert statement.named(departures.KNOWN) == of_servers - {"departures"} | {"guilds"}


async def test_a_member_has_every_word_of_theirs_and_none_of_others(database: Database) -> None:
    found = await erasing.exported(database, MEMBER, {GUILD: "The Inkwell"})
    page, data = archive.page(found, NOW), archive.data(found)
    for table, held in {**belongings.OF_MEMBERS, "imported_prompts": belongings.Held((), ("text",))}.items():
        for column in held.words:
            assert words(table, column) in page
            assert words(table, column) in data
    assert words("prompts", "text") in data
    assert "Who forgot the lamp?" not in data
    of_servers = {name: rows for name, rows in json.loads(data).items() if name != "not_to_be_shown"}
    assert {row["server"] for rows in of_servers.values() for row in rows} == {"The Inkwell"}


async def test_not_a_byte_of_a_member_is_left(database: Database, tmp_path: Path) -> None:
    for sought in (MEMBER, NAME, SENTENCE):
        assert list(places(tmp_path, sought)), sought
    await erase(database, nameless=False)
    for sought in (MEMBER, NAME, SENTENCE):
        assert list(places(tmp_path, sought)) == [], sought


async def test_stories_can_stay_without_a_name(database: Database, tmp_path: Path) -> None:
    await erase(database, nameless=True)
    assert list(places(tmp_path, MEMBER)) == list(places(tmp_path, NAME)) == []
    found = await erasing.exported(database, -1, {})
    assert [(row["header"], row["story"]) for row in found["entries"]] == [
        (f"Notes: {words('entries', 'header')}", words("entries", "story"))
    ]
    assert {name for name, rows in found.items() if rows} == {
        "entries",
        "drafts",
        "more_time",
        "as_a_moderator_more_time",
        "as_a_moderator_deeds",
        "as_a_moderator_cases",
        "reports",
        "what_moderators_did_about_you",
    }


async def test_what_is_left_of_an_entry_goes_when_its_messages_are_gone(database: Database, tmp_path: Path) -> None:
    await erase(database, nameless=False)
    assert counted(tmp_path)["entries"] == 2
    await database.write(Session.run, "UPDATE rounds SET published_revision = revision")
    assert await erasing.finish(database, NOW)
    assert counted(tmp_path)["entries"] == 2, "its message still stands"
    await database.write(Session.run, "UPDATE messages SET message_id = NULL WHERE entry_id = 1")
    assert await erasing.finish(database, NOW)
    left = counted(tmp_path)
    assert (left["entries"], left["drafts"], left["messages"]) == (1, 1, 1)


@pytest.mark.parametrize("sql", [belongings.IS_LEFT, erasures.TO_OVERWRITE, departures.FIRST])
async def test_looking_for_what_is_to_be_deleted_costs_the_same_in_a_large_database(tmp_path: Path, sql: str) -> None:
    new_database.lay(tmp_path / "drabbles.sqlite3")
    with closing(sqlite3.connect(tmp_path / "drabbles.sqlite3")) as connection:
        steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    large = [step for step in steps if step.startswith("SCAN") and "_of_nobody" not in step]
    assert large == []


async def test_what_others_have_stays(database: Database, tmp_path: Path) -> None:
    theirs = await erasing.exported(database, OTHER, {})
    await erase(database, nameless=False)
    assert await erasing.exported(database, OTHER, {}) == theirs
    assert counted(tmp_path)["prompts"] == 3


async def test_rows_that_moved_between_pages_leave_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "drabbles.sqlite3"
    new_database.lay(path)
    chance = random.Random(3)  # noqa: S311 - no secret
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA secure_delete = ON")
        ids = chance.sample(range(10**9), 1_500)
        for number, id_ in enumerate(ids):
            author = chance.choice([MEMBER, OTHER, OTHER])
            text = (SENTENCE if author == MEMBER else "A lamp") + "x" * chance.randrange(10, 1_200)
            values = {"id": id_, "request": f"draft {number}", "guild_id": GUILD, "author_id": author}
            put(connection, "drafts", values | {"text": text, "saved_at": number})
            grown = {"id": chance.choice(ids[: number + 1]), "more": "y" * chance.randrange(300)}
            connection.execute("UPDATE drafts SET text = text || :more WHERE id = :id", grown)
    database = await Database.open(path)
    await erase(database, nameless=False)
    await database.close()
    assert list(places(tmp_path, SENTENCE)) == []


async def test_a_server_is_forgotten_whole_and_no_other(database: Database, tmp_path: Path) -> None:
    await filtering.keep(database, MEMBER, ())  # which hold on every server
    await leaving_servers.forget(database, GUILD, NOW)
    assert await erasing.finish(database, NOW)
    left = counted(tmp_path)
    kept = set(left) - belongings.OF_NOBODY - belongings.OF_NO_SERVER
    assert {table: left[table] for table in kept if left[table] != 1} == {}, "one row in each is another server's"
    assert list(places(tmp_path, GUILD)) == []
    assert list(places(tmp_path, MEMBER)) == []


async def test_numbers_of_rows_that_are_gone_never_come_again(database: Database) -> None:
    await leaving_servers.forget(database, GUILD, NOW)
    await leaving_servers.forget(database, ELSEWHERE, NOW)

    def save(session: Any) -> int:
        drafts.save(
            session,
            request="new",
            guild_id=GUILD,
            author_id=MEMBER,
            round_id=None,
            text="New.",
            header=None,
            bounds=None,
            now=NOW,
        )
        return drafts.of_author(session, GUILD, MEMBER, first=0, most=1)[0].id

    assert await database.write(save) > 12


async def test_a_kill_before_the_overwriting_leaves_it_to_be_done(database: Database, tmp_path: Path) -> None:
    await erasing.erase(database, MEMBER, NOW, nameless=False)
    assert await database.read(erasures.to_overwrite) == 1
    await database.close()
    again = await Database.open(tmp_path / "drabbles.sqlite3")
    assert await erasing.finish(again, NOW)
    assert await again.read(erasures.to_overwrite) is None
    await again.close()
    assert list(places(tmp_path, MEMBER)) == []


async def test_a_departure_keeps_its_date_until_the_bot_is_there_again(database: Database) -> None:
    await database.write(departures.take_back, [GUILD, ELSEWHERE])
    await leaving_servers.compare(database, {ELSEWHERE}, NOW)
    await leaving_servers.compare(database, set(), NOW + timedelta(days=2))
    assert await leaving_servers.due(database, NOW) == [GUILD]
    assert await leaving_servers.first(database) == NOW
    await leaving_servers.compare(database, {GUILD}, NOW + timedelta(days=3))
    assert await leaving_servers.due(database, NOW + timedelta(days=9)) == [ELSEWHERE]

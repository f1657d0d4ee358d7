import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import bot
from bot.domain.rounds import request_key
from bot.storage import errors
from bot.storage.sqlite_file.migrations import APPLICATION_ID, migrate

REAL = Path(bot.__file__).parent.parent / "data" / "schema"
WRITERS = """
-- A comment; with a semicolon, and a quote's worth of trouble.
CREATE TABLE writers (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT 'a;b');  -- and; another
CREATE TABLE stories (
    id INTEGER PRIMARY KEY,
    writer_id BIGINT NOT NULL REFERENCES writers (id)  -- who; indeed
); CREATE INDEX stories_by_writer ON stories (writer_id);
CREATE TRIGGER no_names AFTER INSERT ON writers WHEN NEW.name = '' BEGIN
    UPDATE writers SET name = 'none;' WHERE id = NEW.id;
    UPDATE writers SET name = name || '!' WHERE id = NEW.id;
END;
-- The end; really.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "drabbles.sqlite3"


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    folder = tmp_path / "schema"
    folder.mkdir()
    (folder / "0001_writers.sql").write_text(WRITERS, encoding="utf-8")
    return folder


def ask(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(sql).fetchall()


def version(path: Path) -> int:
    return ask(path, "PRAGMA user_version")[0][0]


def with_a_story(path: Path, schema: Path) -> None:
    migrate(path, schema)
    ask(path, "INSERT INTO writers VALUES (1, 'Ada')")
    ask(path, "INSERT INTO stories VALUES (1, 1)")


def names_beside(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir() if file.is_file())


def test_a_new_file_knows_what_it_is(path: Path, schema: Path) -> None:
    migrate(path, schema)
    assert version(path) == 1
    assert ask(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert ask(path, "PRAGMA journal_mode") == [("wal",)]
    assert ask(path, "SELECT name FROM sqlite_master ORDER BY name") == [
        ("no_names",),
        ("stories",),
        ("stories_by_writer",),
        ("writers",),
    ]
    ask(path, "INSERT INTO writers VALUES (1, '')")
    assert ask(path, "SELECT name FROM writers") == [("none;!",)]
    assert names_beside(path) == ["drabbles.sqlite3"], "nothing to copy yet"


def test_an_empty_file_is_a_new_one(path: Path, schema: Path) -> None:
    path.touch()
    migrate(path, schema)
    assert version(path) == 1


def test_an_older_file_is_copied_and_brought_up_to_date(path: Path, schema: Path) -> None:
    with_a_story(path, schema)
    (path.parent / "drabbles.v1.sqlite3.part").write_bytes(b"left by a crash")
    # A table made anew is dropped while rows point to it.
    (schema / "0002_pen_names.sql").write_text(
        "CREATE TABLE new (id INTEGER PRIMARY KEY, pen_name TEXT NOT NULL);"
        "INSERT INTO new SELECT id, name FROM writers; DROP TABLE writers; ALTER TABLE new RENAME TO writers",
        encoding="utf-8",
    )
    (schema / "0003_titles.sql").write_text("ALTER TABLE stories ADD COLUMN title TEXT;", encoding="utf-8")
    migrate(path, schema)

    assert version(path) == 3
    assert ask(path, "SELECT pen_name, title FROM stories JOIN writers ON writers.id = writer_id") == [("Ada", None)]
    assert names_beside(path) == ["drabbles.sqlite3", "drabbles.v1.sqlite3"]
    copy = path.with_name("drabbles.v1.sqlite3")
    assert version(copy) == 1
    assert ask(copy, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert ask(copy, "SELECT name FROM writers") == [("Ada",)]
    assert ask(copy, "PRAGMA integrity_check") == [("ok",)]


def test_the_copy_holds_what_is_still_in_the_log(path: Path, schema: Path) -> None:
    with_a_story(path, schema)
    (schema / "0002_titles.sql").write_text("ALTER TABLE stories ADD COLUMN title TEXT", encoding="utf-8")
    with closing(sqlite3.connect(path)) as connection:  # as long as it is open, the log is not moved over
        connection.execute("INSERT INTO writers VALUES (2, 'Grace')")
        connection.commit()
        migrate(path, schema)
    assert ask(path.with_name("drabbles.v1.sqlite3"), "SELECT name FROM writers") == [("Ada",), ("Grace",)]


def test_a_file_that_is_up_to_date_is_left_alone(path: Path, schema: Path) -> None:
    with_a_story(path, schema)
    before = path.read_bytes()
    migrate(path, schema)
    assert path.read_bytes() == before
    assert names_beside(path) == ["drabbles.sqlite3"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            "ALTER TABLE stories ADD COLUMN title TEXT; DELETE FROM writers;",
            "stories points to no row of writers",
        ),
        ("ALTER TABLE stories ADD COLUMN title TEXT; UPDATE storeys SET id = 1;", "no such table"),
        ("ALTER TABLE stories ADD COLUMN title TEXT; UPDATE", "incomplete input"),
    ],
)
def test_a_migration_that_fails_is_undone_and_can_be_tried_again(
    path: Path, schema: Path, change: str, reason: str
) -> None:
    with_a_story(path, schema)
    bad = schema / "0002_titles.sql"
    bad.write_text(change, encoding="utf-8")
    with pytest.raises(errors.MigrationError, match=rf"0002_titles.sql .*{reason}"):
        migrate(path, schema)
    assert version(path) == 1
    assert ask(path, "SELECT * FROM stories") == [(1, 1)]
    assert ask(path, "SELECT * FROM writers") == [(1, "Ada")]

    bad.write_text("ALTER TABLE stories ADD COLUMN title TEXT;", encoding="utf-8")
    migrate(path, schema)
    assert version(path) == 2
    assert ask(path, "SELECT * FROM stories") == [(1, 1, None)]


def test_a_newer_file_is_refused_and_left_alone(path: Path, schema: Path) -> None:
    with_a_story(path, schema)
    ask(path, "PRAGMA user_version = 7")
    before = path.read_bytes()
    with pytest.raises(errors.DatabaseNewerError, match="schema 7, this one knows 1") as refused:
        migrate(path, schema)
    assert path.read_bytes() == before
    assert "\n" not in str(refused.value)


def test_files_of_other_programs_are_refused_and_left_alone(path: Path, schema: Path) -> None:
    ask(path, "CREATE TABLE tunes (id INTEGER PRIMARY KEY)")
    other = path.with_name("other.sqlite3")
    ask(other, "PRAGMA application_id = 42")
    versioned = path.with_name("versioned.sqlite3")
    ask(versioned, "PRAGMA user_version = 1")
    letter = path.with_name("letter.txt")
    letter.write_text("Dear diary, " * 100, encoding="utf-8")
    for foreign in (path, other, versioned, letter):
        before = foreign.read_bytes()
        with pytest.raises(errors.DatabaseForeignError) as refused:
            migrate(foreign, schema)
        assert foreign.read_bytes() == before
        assert str(foreign) in str(refused.value)
        assert "\n" not in str(refused.value)


def test_the_schema_files_are_numbered_without_a_gap() -> None:
    names = sorted(file.name for file in REAL.iterdir())
    assert names
    for number, name in enumerate(names, start=1):
        assert re.fullmatch(rf"{number:04}_[a-z0-9_]+\.sql", name)


TWO_ROUNDS = (
    """
    INSERT INTO plans (id, interaction_id, guild_id, channel_id, moderator_id, title, prompt, under_cut, opens_at,
        closes_at, rule, convention, required, entries_per_member, count_must_match, title_counts, proposed_at)
    VALUES (1, 1, 5, 6, 7, 'Frost', 'Frost', 0, 0, 9, '100', 'ao3', '', 1, 0, 0, 0),
        (2, 2, 5, 6, 7, 'Ice', 'Ice', 0, 0, 9, '100', 'ao3', '', 1, 0, 0, 0)
    """,
    """
    INSERT INTO rounds (id, guild_id, channel_id, opened_with, plan_id, reconciled_at)
    VALUES (1, 5, 6, 1, 1, 70), (2, 5, 6, 2, 2, 70)
    """,
    """
    INSERT INTO messages (round_id, purpose, subject, page, channel_id, message_id, unheard)
    VALUES (1, 'card', 'card 1', 0, 6, 1, 0), (2, 'card', 'card 2', 0, 6, 2, 1)
    """,
)
"""By the first schema: one whose messages were all known in time, and one with a message that was not."""


def test_what_became_known_late_before_it_was_a_date_of_the_round_is_still_compared(path: Path, tmp_path: Path) -> None:
    first = tmp_path / "first"
    first.mkdir()
    (first / "0001_first.sql").write_bytes(next(REAL.glob("0001_*")).read_bytes())
    migrate(path, first)
    for statement in TWO_ROUNDS:
        ask(path, statement)
    migrate(path, REAL)
    assert ask(path, "SELECT id, missed_at > reconciled_at FROM rounds ORDER BY id") == [(1, None), (2, 1)]


SHOWN = ("", "scheduled", "open", "closed", "cancelled")
"""What a round of the second schema was last shown as."""
A_PLAN = """
INSERT INTO plans (id, interaction_id, guild_id, channel_id, moderator_id, title, prompt, under_cut, opens_at,
    closes_at, rule, convention, required, entries_per_member, count_must_match, title_counts, proposed_at)
VALUES (:id, :id, 5, 6, 7, 'Frost', 'Frost', 0, 0, 9, '100', 'ao3', '', 1, 0, 0, 0)
"""
A_ROUND = """
INSERT INTO rounds (id, guild_id, channel_id, opened_with, plan_id, published_phase)
VALUES (:id, 5, 6, :id, :id, :shown)
"""


def test_what_was_last_shown_becomes_facts_about_dates(path: Path, tmp_path: Path) -> None:
    second = tmp_path / "second"
    second.mkdir()
    for number in ("0001", "0002"):
        file = next(REAL.glob(f"{number}_*"))
        (second / file.name).write_bytes(file.read_bytes())
    migrate(path, second)
    for id_, shown in enumerate(SHOWN, start=1):
        values = {"id": id_, "shown": shown}
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(A_PLAN, values)
            connection.execute(A_ROUND, values)
    migrate(path, REAL)
    dates = ask(path, "SELECT round_id, what, at, done_at FROM round_dates ORDER BY round_id, what DESC")
    assert dates == [
        (1, "opens", 0, None),
        (1, "closes", 9, None),
        (2, "opens", 0, None),
        (2, "closes", 9, None),
        (3, "opens", 0, 0),
        (3, "closes", 9, None),
        (4, "opens", 0, 0),
        (4, "closes", 9, 9),
        (5, "opens", 0, None),
        (5, "closes", 9, None),
    ]


def test_a_change_of_a_draft_before_all_were_kept_is_not_made_again(path: Path, tmp_path: Path) -> None:
    migrate(path, of_versions(3, tmp_path))
    ask(
        path,
        "INSERT INTO drafts (id, interaction_id, guild_id, author_id, text, changed_by, saved_at)"
        " VALUES (1, 1, 5, 7, 'Frost', 9, 0), (2, 2, 5, 7, 'Ice', NULL, 0)",
    )
    migrate(path, REAL)
    assert ask(path, "SELECT draft_id, interaction_id FROM draft_changes") == [(1, 9)]


def test_what_an_interaction_or_an_entry_asked_for_has_its_key(path: Path, tmp_path: Path) -> None:
    migrate(path, of_versions(5, tmp_path))
    ask(
        path,
        "INSERT INTO drafts (id, interaction_id, guild_id, author_id, text, saved_at)"
        " VALUES (1, 8, 5, 7, 'Frost', 0), (2, -3, 5, 7, 'Ice', 0)",
    )
    ask(path, "INSERT INTO draft_changes (interaction_id, draft_id) VALUES (9, 1)")
    migrate(path, REAL)
    assert ask(path, "SELECT id, request FROM drafts ORDER BY id") == [
        (1, request_key.interaction(8)),
        (2, request_key.entry(3)),
    ]
    changes = ask(path, "SELECT draft_id, interaction_id, request FROM draft_changes")
    assert changes == [(1, 9, request_key.interaction(9))], "what hangs on a row stays"


def of_versions(newest: int, tmp_path: Path) -> Path:
    """The schema as it was."""
    older = tmp_path / "older"
    older.mkdir()
    for file in sorted(REAL.glob("*.sql"))[:newest]:
        (older / file.name).write_bytes(file.read_bytes())
    return older


def test_cards_of_open_rounds_are_shown_anew_so_that_they_say_of_which_date_they_are(
    path: Path, tmp_path: Path
) -> None:
    names = [file.name for file in sorted(REAL.glob("*.sql"))]
    before_that = next(place for place, name in enumerate(names) if "stock_is_taken" in name)
    migrate(path, of_versions(before_that, tmp_path))
    plan = A_PLAN.replace("interaction_id", "request").replace(":id, :id", ":id, 'request ' || :id")
    for id_, (occurrence, closed_at) in enumerate([("2026-01-01", None), ("2026-01-01", 9), (None, None)], start=1):
        values = {"id": id_, "occurrence": occurrence, "closed_at": closed_at}
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(plan, values)
            connection.execute(
                "INSERT INTO rounds (id, guild_id, channel_id, opened_with, plan_id, occurrence)"
                " VALUES (:id, 5, 6, :id, :id, :occurrence)",
                values,
            )
            connection.execute("INSERT INTO round_dates VALUES (:id, 'closes', 9, :closed_at)", values)
    before = ask(path, "SELECT revision FROM rounds ORDER BY id")
    migrate(path, REAL)
    after = ask(path, "SELECT revision FROM rounds ORDER BY id")
    assert [new - old for (old,), (new,) in zip(before, after, strict=True)] == [1, 0, 0]


COUNTED = (
    "INSERT INTO drafts (id, interaction_id, guild_id, author_id, text, saved_at) VALUES (3, 3, 5, 7, 'Frost', 0)",
    """
    INSERT INTO entries (id, draft_id, round_id, author_id, header, story, words_ao3, words_whitespace,
        words_hyphens_split, handed_in_at)
    VALUES (4, 3, 1, 7, '', 'Frost', 100, 104, 107, 0)
    """,
)
"""By the first schema, which had a column for each convention."""


def test_words_counted_in_columns_are_counts_by_convention(path: Path, tmp_path: Path) -> None:
    first = tmp_path / "first"
    first.mkdir()
    (first / "0001_first.sql").write_bytes(next(REAL.glob("0001_*")).read_bytes())
    migrate(path, first)
    for statement in (*TWO_ROUNDS, *COUNTED):
        ask(path, statement)
    migrate(path, REAL)
    ((words,),) = ask(path, "SELECT words FROM entries")
    assert json.loads(words) == {"ao3": 100, "whitespace": 104, "hyphens-split": 107}


def test_the_ledger_keeps_its_rows_in_another_place(path: Path, tmp_path: Path) -> None:
    ninth = tmp_path / "ninth"
    ninth.mkdir()
    for script in REAL.glob("000*"):
        (ninth / script.name).write_bytes(script.read_bytes())
    migrate(path, ninth)
    ask(path, "INSERT INTO reactions VALUES (2, 8, '♥', 'reader', 5, 1, 0), (2, 7, '🎉', 'author', 6, 0, 1)")
    before = ask(path, "SELECT * FROM reactions ORDER BY reader_id")
    migrate(path, REAL)
    assert ask(path, "SELECT * FROM reactions ORDER BY reader_id") == before
    assert len(before) == 2

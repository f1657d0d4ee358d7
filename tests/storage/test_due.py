"""What is due is found at one cost, however many rounds are over, and however much of them was told."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.storage import challenge_notices, challenges, late_passes, masterlists, private_reminders, rounds
from tests import new_database

NOW = 1_000_000_000_000
DAY = 86_400_000
SINCE = NOW - DAY // 2
"""The time at which the session with Discord began."""

PLAN = """
INSERT INTO plans (id, request, guild_id, channel_id, title, prompt, under_cut, opens_at, closes_at, rule, convention,
    required, entries_per_member, count_must_match, title_counts, proposed_at)
VALUES (:id, 'interaction ' || :id, 1, 2, 'Frost', 'Who noticed?', 0, :opens_at, :closes_at, '100', 'ao3', '', 1, 0, 0,
    :opens_at)
"""
ROUND = """
INSERT INTO rounds (id, guild_id, channel_id, opened_with, plan_id, revision, published_revision, paused, not_before,
    reconciled_at, missed_at)
VALUES (:id, 1, 2, :id, :id, :revision, 3, :paused, :not_before, :compared_at, :missed_at)
"""
ENTRY = """
INSERT INTO entries (draft_id, round_id, author_id, header, story, words, handed_in_at)
VALUES (:id, :id, 3, '', '', '{}', 0)
"""
DATE = "INSERT INTO round_dates (round_id, what, at, done_at) VALUES (:id, :what, :at, :done_at)"
MOMENTS = {"now": NOW, "since": SINCE}

CHALLENGE = """
INSERT INTO challenges (id, request, guild_id, channel_id, name, plan_id, prompt_order, falls_back, next_at,
    list_revision, listed_revision)
VALUES (:id, 'interaction ' || :id, 1, 2, 'Sundays', :id, 'in order', 1, :next_at, :revision, 3)
"""
NOTICE = """
INSERT INTO challenge_notices (challenge_id, occurrence, what, opens_at, told_at)
VALUES (:id, '2001-09-09', 'missed', 0, :told_at)
"""
GIVEN = "INSERT INTO late_passes (round_id, member_id, until, given_by, told_at) VALUES (:id, 3, 0, 4, :told_at)"
REMINDER = "INSERT INTO private_reminders (round_id, member_id, lead, at, pressed_at) VALUES (:id, 3, 0, :at, 0)"
LOOKS = {
    "rounds of challenges": (challenges.DUE, [2]),
    "the next round of a challenge": (challenges.NEXT_DUE, [NOW + DAY]),
    "notices": (challenge_notices.UNTOLD, [2]),
    "late passes": (late_passes.UNTOLD, [2]),
    "private reminders": (private_reminders.DUE, [2]),
    "the next private reminder": (private_reminders.NEXT_DUE, [NOW + DAY]),
    "masterlists": (masterlists.DUE, [2]),
}
"""What else is looked for, and what is found where the second is due, the third is to come and all others are done."""


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "drabbles.sqlite3"
    new_database.lay(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")  # the disk is waited for only at an end, and there is none
        yield connection


def add(
    connection: sqlite3.Connection,
    id_: int,
    *,
    closes_at: int,
    done: bool,
    revision: int = 3,
    paused: str | None = None,
    not_before: int = 0,
    compared_at: int | None = None,
    missed_at: int | None = None,
    entered: bool = True,
) -> None:
    opens_at = closes_at - DAY
    connection.execute(PLAN, {"id": id_, "opens_at": opens_at, "closes_at": closes_at})
    states = {"revision": revision, "paused": paused, "not_before": not_before}
    connection.execute(ROUND, states | {"id": id_, "compared_at": compared_at, "missed_at": missed_at})
    if entered:
        connection.execute(ENTRY, {"id": id_})
    connection.execute(DATE, {"id": id_, "what": "opens", "at": opens_at, "done_at": opens_at})
    done_at = closes_at if done else None
    connection.execute(DATE, {"id": id_, "what": "closes", "at": closes_at, "done_at": done_at})


def with_some_of_each(connection: sqlite3.Connection) -> None:
    """One that is over, one to be published, one paused, one whose time has come, one that goes on, one that waits."""
    add(connection, 1, closes_at=NOW - DAY, done=True)
    add(connection, 2, closes_at=NOW + DAY, done=False, revision=4)
    add(connection, 3, closes_at=NOW + DAY, done=False, paused="no permission")
    add(connection, 4, closes_at=NOW, done=False)
    add(connection, 5, closes_at=NOW + DAY, done=False)
    add(connection, 6, closes_at=NOW + DAY, done=False, paused="no permission", not_before=NOW + 1)


def with_some_to_compare(connection: sqlite3.Connection) -> None:
    """Not compared in this session, never, not since the close, by a wrong clock, not since something was missed; then
    one that is right, and one without an entry.
    """
    add(connection, 1, closes_at=NOW + DAY // 4, done=False, compared_at=SINCE - 1)
    add(connection, 2, closes_at=NOW - 2 * DAY, done=True)
    add(connection, 3, closes_at=NOW, done=False, compared_at=NOW - 1)
    add(connection, 4, closes_at=NOW - 2 * DAY, done=True, compared_at=NOW + 1)
    add(connection, 5, closes_at=NOW - 2 * DAY, done=True, compared_at=SINCE + 1, missed_at=SINCE + 2)
    add(connection, 6, closes_at=NOW + DAY // 4, done=False, compared_at=SINCE)
    add(connection, 7, closes_at=NOW - 2 * DAY, done=True, entered=False)


def add_told(connection: sqlite3.Connection, id_: int, *, due_at: int | None = None, told: bool = True) -> None:
    """A round of a challenge of its own, and what there was to tell of it."""
    add(connection, id_, closes_at=NOW - DAY, done=True)
    told_at = NOW if told else None
    connection.execute(CHALLENGE, {"id": id_, "next_at": due_at, "revision": 3 if told else 4})
    connection.execute(NOTICE, {"id": id_, "told_at": told_at})
    connection.execute(GIVEN, {"id": id_, "told_at": told_at})
    connection.execute(REMINDER, {"id": id_, "at": due_at})


def steps(connection: sqlite3.Connection, sql: str) -> tuple[int, list[int]]:
    """How many steps SQLite takes to answer, and the first column of the answer."""
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    connection.set_progress_handler(step, 1)
    found = [row[0] for row in connection.execute(sql, MOMENTS)]
    connection.set_progress_handler(None, 1)
    return taken, found


@pytest.mark.parametrize(("sql", "answer"), [(rounds.DUE, [2, 3, 4]), (rounds.NEXT_DUE, [NOW + 1])])
def test_rounds_that_are_over_cost_nothing(connection: sqlite3.Connection, sql: str, answer: list[int]) -> None:
    with_some_of_each(connection)
    before = steps(connection, sql)
    for number in range(10, 500):
        add(connection, number, closes_at=NOW - DAY, done=True)
    assert steps(connection, sql) == before
    assert before[1] == answer


def test_rounds_that_were_compared_cost_nothing(connection: sqlite3.Connection) -> None:
    with_some_to_compare(connection)
    before = steps(connection, rounds.UNRECONCILED)
    for number in range(10, 500):
        add(connection, number, closes_at=NOW - DAY, done=True, compared_at=SINCE + number)
    assert steps(connection, rounds.UNRECONCILED) == before
    assert before[1] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(("sql", "answer"), LOOKS.values(), ids=LOOKS)
def test_what_was_told_costs_nothing(connection: sqlite3.Connection, sql: str, answer: list[int]) -> None:
    add_told(connection, 1)
    add_told(connection, 2, due_at=NOW, told=False)
    add_told(connection, 3, due_at=NOW + DAY)
    before = steps(connection, sql)
    for number in range(10, 500):
        add_told(connection, number)
    assert steps(connection, sql) == before
    assert before[1] == answer


@pytest.mark.parametrize("sql", [rounds.DUE, rounds.NEXT_DUE, rounds.UNRECONCILED])
def test_nothing_is_gone_through_but_what_may_be_due(connection: sqlite3.Connection, sql: str) -> None:
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", MOMENTS)]
    scanned = [line for line in plan if re.match(r"SCAN (r|o|d|rounds|round_dates)\b", line)]
    assert all(
        re.search(r"USING (COVERING )?INDEX rounds_(to_publish|paused|waiting|missed)$", line) for line in scanned
    ), plan

"""A batch of changes does what the changes do one by one."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import clients
from bot.domain.rounds.reaction import Added, Change, Cleared, Listed, Removed
from bot.storage import reactions
from bot.storage.database import Database
from bot.storage.session import Session
from tests import new_database

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ROWS = "SELECT message_id, reader_id, emoji, kind, plain, burst FROM reactions ORDER BY 1, 2, 3"
FIRST = clients.FIRST_MESSAGE

messages = st.integers(FIRST, FIRST + 2)  # the last of them is no entry's
readers = st.sampled_from([7, 8, clients.WRITER])
emoji = st.sampled_from(["♥", "🎉"])
added = st.builds(Added, messages, readers, emoji, st.just(value=False), st.just(NOON), st.booleans())
removed = st.builds(Removed, messages, readers, emoji, st.booleans())
cleared = st.builds(Cleared, messages, emoji | st.none())


def listing(message_id: int, found: set[tuple[int, str]]) -> Listed:
    return Listed((message_id,), tuple(Added(message_id, *whose, by_bot=False, at=NOON) for whose in found), ())


listed = st.builds(listing, messages, st.sets(st.tuples(readers, emoji)))
changes = st.lists(st.one_of(added, added, removed, removed, cleared, listed), max_size=20)


@pytest.fixture(scope="module")
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(scope="module")
def ledger(runner: asyncio.Runner, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = new_database.lay(tmp_path_factory.mktemp("ledger") / "drabbles.sqlite3")
    database = runner.run(Database.open(path))
    runner.run(clients.with_entries(database, 2))
    yield database
    runner.run(database.close())


class UndoneError(Exception):
    """So that the next example finds an empty ledger."""


async def outcome(ledger: Database, batches: Sequence[Sequence[Change]], asked: str = ROWS) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []

    def follow(session: Session) -> None:
        for batch in batches:
            reactions.apply(session, batch)
        rows.extend(tuple(row) for row in session.all(asked))
        raise UndoneError

    with suppress(UndoneError):
        await ledger.write(follow)
    return rows


@settings(max_examples=60)
@given(changes)
def test_a_batch_is_its_changes_one_by_one(runner: asyncio.Runner, ledger: Database, changes: list[Change]) -> None:
    at_once = runner.run(outcome(ledger, [changes]))
    assert at_once == runner.run(outcome(ledger, [[change] for change in changes]))


def test_a_heart_taken_back_and_given_again_has_its_new_time(runner: asyncio.Runner, ledger: Database) -> None:
    async def time_of(changes: Sequence[Change]) -> object:
        ((at,),) = await outcome(ledger, [changes], "SELECT reacted_at FROM reactions")
        return at

    def heart(at: datetime) -> Added:
        return Added(FIRST, 7, "♥", by_bot=False, at=at)

    later = NOON.replace(hour=13)
    noon, one = int(NOON.timestamp() * 1000), int(later.timestamp() * 1000)
    assert runner.run(time_of([heart(NOON), heart(later)])) == noon
    assert runner.run(time_of([heart(NOON), Removed(FIRST, 7, "♥"), heart(later)])) == one

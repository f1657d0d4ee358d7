"""Tasks that are cancelled at each single await of what they do."""

import asyncio
import contextlib
from collections.abc import Coroutine, Generator
from itertools import count
from pathlib import Path
from typing import Any

import filelock
import pytest

from bot.storage import agreements
from bot.storage.database import Database
from bot.storage.session import Session
from tests.storage import witness

COUNT = "SELECT count(*) AS n FROM agreements"


class CancelledAt:
    """Runs work in the current task, cancelled at its await number `step` and `again` times after."""

    def __init__(self, work: Coroutine[Any, Any, Any], step: int, again: int) -> None:
        self.work = work
        self.awaits = range(step, step + 1 + again)
        self.happened = False

    def __await__(self) -> Generator[Any, None, None]:
        steps = self.work.__await__()
        error: BaseException | None = None
        task = asyncio.current_task()
        assert task is not None
        for number in count():
            try:
                waited_for = next(steps) if error is None else steps.throw(error)
            except StopIteration:
                return
            if number in self.awaits:
                self.happened = True
                asyncio.get_running_loop().call_soon(task.cancel)
            try:
                yield waited_for
                error = None
            except BaseException as raised:  # noqa: BLE001 - handed on to the work
                error = raised


async def run_cancelled(work: Coroutine[Any, Any, Any], step: int, again: int = 0) -> tuple[bool, bool]:
    """Whether the work was cancelled on its way, and whether it said so in the end."""
    interrupted = CancelledAt(work, step, again)

    async def task() -> None:
        await interrupted

    (outcome,) = await asyncio.gather(asyncio.create_task(task()), return_exceptions=True)
    if outcome is not None and not isinstance(outcome, asyncio.CancelledError):
        raise outcome
    return interrupted.happened, outcome is not None


def put_two(session: Session, name: str) -> None:
    agreements.put(session, f"{name} first", "1")
    assert agreements.beginning(session, f"{name} first") == {f"{name} first": "1"}
    agreements.put(session, f"{name} second", "2")


async def write_one(database: Database, name: str) -> None:
    await database.write(agreements.put, name, "1")


@pytest.mark.parametrize("again", [0, 1, 5])
async def test_a_writer_cancelled_at_any_await_writes_all_or_nothing(
    database: Database, tmp_path: Path, again: int
) -> None:
    path = tmp_path / "drabbles.sqlite3"
    happened, step, written = True, -1, list[str]()
    while happened:
        step += 1
        # It waits for its turn behind one writer, and another one waits behind it.
        before = asyncio.create_task(write_one(database, f"before {step}"))
        await asyncio.sleep(0)
        after = asyncio.create_task(run_after(database, step))
        happened, cancelled = await run_cancelled(database.write(put_two, f"{step}:"), step, again)
        await asyncio.gather(before, after)

        witness.assert_nobody_writes(path)
        assert witness.in_the_file(path, f"before {step}") == [f"before {step}"]
        assert witness.in_the_file(path, f"after {step}") == [f"after {step}"]
        written = witness.in_the_file(path, f"{step}:")
        assert written in ([], [f"{step}: first", f"{step}: second"])
        assert cancelled == happened, "a cancellation is passed on"
    assert len(written) == 2
    assert step > 0


async def run_after(database: Database, step: int) -> None:
    await asyncio.sleep(0)
    await write_one(database, f"after {step}")


@pytest.mark.parametrize("again", [0, 5])
async def test_the_transaction_is_over_when_its_cancelled_task_is(
    database: Database, tmp_path: Path, again: int
) -> None:
    for step in count():
        happened, _ = await run_cancelled(database.write(put_two, f"{step}:"), step, again)
        # Asked at once: no later statement has pushed the end of the transaction through.
        witness.assert_nobody_writes(tmp_path / "drabbles.sqlite3")
        if not happened:
            break


async def test_a_reader_cancelled_at_any_await_keeps_nobody_waiting(database: Database) -> None:
    for step in count():
        happened, _ = await run_cancelled(database.read(Session.required, COUNT), step)
        await write_one(database, f"{step}")
        assert (await database.read(Session.required, COUNT))["n"] == step + 1
        if not happened:
            break


@pytest.mark.parametrize("cancelled_before", [1, 2, 3])
async def test_a_writer_cancelled_at_any_statement_writes_all(
    database: Database, tmp_path: Path, cancelled_before: int
) -> None:
    path, loop = tmp_path / "drabbles.sqlite3", asyncio.get_running_loop()

    def put_three(session: Session) -> None:
        for number in (1, 2, 3):
            if number == cancelled_before:
                witness.meanwhile(loop, cancel())
            agreements.put(session, f"{number}", "1")

    async def cancel() -> None:
        writing.cancel()

    writing = asyncio.create_task(database.write(put_three))
    with pytest.raises(asyncio.CancelledError):
        await writing
    witness.assert_nobody_writes(path)
    assert witness.in_the_file(path) == ["1", "2", "3"]


@pytest.mark.parametrize("again", [0, 3])
async def test_opening_cancelled_at_any_await_leaves_nothing_behind(tmp_path: Path, again: int) -> None:
    path = tmp_path / "drabbles.sqlite3"
    for step in count():
        threads = witness.other_threads()
        opened: list[Database] = []

        async def open_it(opened: list[Database] = opened) -> None:
            opened.append(await Database.open(path))

        happened, _ = await run_cancelled(open_it(), step, again)
        for database in opened:
            await database.close()
        witness.assert_ended(witness.other_threads() - threads)
        await (await Database.open(path)).close()
        if not happened:
            break


@pytest.mark.parametrize("again", [0, 3])
async def test_closing_cancelled_at_any_await_can_be_done_again(tmp_path: Path, again: int) -> None:
    path = tmp_path / "drabbles.sqlite3"
    for step in count():
        threads = witness.other_threads()
        database = await Database.open(path)
        happened, _ = await run_cancelled(database.close(), step, again)
        lock = filelock.FileLock(f"{path}.lock", blocking=False)
        with contextlib.suppress(filelock.Timeout), lock:
            assert not Path(f"{path}-wal").exists(), "the lock is given back last"
        await database.close()
        witness.assert_ended(witness.other_threads() - threads)
        if not happened:
            break

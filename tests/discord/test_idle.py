"""What a wake-up costs that is about nothing: each change wakes everybody."""

from datetime import timedelta
from typing import Any

import pytest

from bot.delivery.wakeable_task import Worker
from bot.storage.sqlite_file.connections import Connection
from tests.discord.conftest import World
from tests.discord.desk import post


async def test_nothing_is_asked_again_while_nothing_changed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    round_ = await world.open_round()
    await world.enter(round_, post())
    await world.wake()
    trips = list[Any]()
    transact = Connection.transact

    def counted(connection: Connection, work: Any) -> Any:
        trips.append(work)
        return transact(connection, work)

    monkeypatch.setattr(Connection, "transact", counted)
    await world.wake()
    assert trips == []
    await world.write_entry(round_, post())
    trips.clear()
    await world.wake()
    assert trips, "and what changed is"


async def test_who_was_woken_sleeps_anew(world: World) -> None:
    looks = list[Any]()

    async def look() -> timedelta:
        looks.append(world.bot.now())
        return timedelta(hours=1)

    worker = Worker("watcher", look, world.bot.now)
    for _ in range(3):
        with world.env._bot_scope():
            worker.wake()
        await world.env.advance_time(10 * 60)
    assert len(looks) == 3
    await world.env.advance_time(51 * 60)
    assert len(looks) == 4, "and the sleeps that were ended are over"
    await worker.stop()
    await world.env.advance_time(2 * 60 * 60)
    assert len(looks) == 4

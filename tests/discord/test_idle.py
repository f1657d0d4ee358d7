"""What a wake-up costs that is about nothing: each change wakes everybody."""

from typing import Any

import pytest

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

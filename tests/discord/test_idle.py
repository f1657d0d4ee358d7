"""What a wake-up costs that is about nothing: each change wakes everybody."""

from typing import Any

import pytest

from bot.storage.sqlite_file.connections import Connection
from tests.discord.conftest import World
from tests.discord.desk import post

BY_THE_CLOCK = 8
"""What is due, and what is next: of rounds, challenges and reminders, and of hearts to compare."""


async def test_only_what_the_clock_decides_is_asked_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    round_ = await world.open_round()
    await world.enter(round_, post())
    await world.wake()
    trips = 0
    transact = Connection.transact

    def counted(connection: Connection, work: Any) -> Any:
        nonlocal trips
        trips += 1
        return transact(connection, work)

    monkeypatch.setattr(Connection, "transact", counted)
    await world.wake()
    assert trips <= BY_THE_CLOCK

"""A bot that is killed at any step of what it does.

It does it once, without a kill. What lies on the disk and stands at Discord is kept before and after each request and
transaction, and from each such state another bot goes on. A kill leaves nothing else. Where a
step left no trace, a kill before it and one after it are the same.
"""

import sqlite3
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import pytest
from simcord.http import FakeHTTPClient

from bot.storage.database import Database
from tests import requests
from tests.discord.conftest import World
from tests.discord.memories import Memory


class Kills:
    """Where a bot may be killed, once it has done what it does."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.states: list[tuple[Memory, bytes]] = []

    def note(self) -> None:
        memory, committed = Memory(self.world.env.backend), database(self.world.path)
        if self.states:
            last, committed_last = self.states[-1]
            if committed == committed_last and memory.is_like(last):
                return
        self.states.append((memory, committed))

    def step(self, does: Callable[..., Awaitable[Any]]) -> Callable[..., Any]:
        async def noted(*args: Any, **kwargs: Any) -> Any:
            self.note()
            try:
                return await does(*args, **kwargs)
            finally:
                self.note()

        return noted

    async def each(self, *, more_than: int) -> AsyncGenerator[str]:
        """The world as each kill leaves it, without a bot, and in the end as it is without a kill."""
        assert len(self.states) > more_than, f"there are {len(self.states)} states"
        folder, clock = self.world.path.parent, self.world.env.backend.clock
        ended, checked = clock.elapsed, 0
        for number, (memory, committed) in enumerate(self.states):
            with self.world.env.time_context():
                await self.world.env.bot.close()
            requests.check(self.world.env.http_requests[checked:])
            memory.put_back()
            checked = len(self.world.env.http_requests)
            clock.elapsed = ended
            self.world.path = folder / f"killed {number}" / self.world.path.name
            self.world.path.parent.mkdir()
            self.world.path.write_bytes(committed)
            yield f"killed in state {number} of {len(self.states)}"


@asynccontextmanager
async def killing(world: World) -> AsyncGenerator[Kills]:
    """The bot is killed at each step of what is done meanwhile."""
    kills = Kills(world)
    with pytest.MonkeyPatch.context() as patches:
        patches.setattr(FakeHTTPClient, "request", kills.step(FakeHTTPClient.request))
        patches.setattr(Database, "write", kills.step(Database.write))
        yield kills
    kills.note()


def database(path: Path) -> bytes:
    """What was committed."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.serialize()

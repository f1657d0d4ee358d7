"""Whether a bot has settled is asked only when nothing of it can go on. The simulator asks after each step of any task,
which takes longer than most steps do.
"""

import asyncio
from typing import Any
from weakref import WeakKeyDictionary

import simcord.env
from aiosqlite import Connection
from simcord import _runtime

IDLE = 0.01
"""How often the simulator looks at what else keeps a bot waiting, such as a process of its own; in real seconds."""
MOST_TURNS = 1_000
"""Turns of the loop without an end to the work; then the simulator looks whether it takes too long."""

Loop = asyncio.AbstractEventLoop

on_the_way: WeakKeyDictionary[Loop, set[asyncio.Future[None]]] = WeakKeyDictionary()
"""What was asked of databases and is not answered yet."""
waiting: WeakKeyDictionary[Loop, int] = WeakKeyDictionary()
"""How many wait for calm: each is ready to go on in every turn."""


class Asyncio:
    """asyncio, but that a turn given to others lasts until they need no more."""

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    async def sleep(self, delay: float) -> None:
        await (asyncio.sleep(delay) if delay else calm())


def keep() -> None:
    """Idempotent, as there is one simulator in a process."""
    settle: Any = simcord.Env._settle_internal
    settle.__kwdefaults__["idle"] = IDLE
    if vars(Connection)["_execute"] is not counted:
        setattr(Connection, "_execute", counted)  # noqa: B010 - private, and so no name to a type checker
        setattr(simcord.env, "asyncio", Asyncio())  # noqa: B010 - likewise
        # A record is looked for among all that wait, and is compared with each by all its parts.
        setattr(_runtime._CallbackRecord, "__eq__", object.__eq__)  # noqa: B010 - likewise


execute: Any = vars(Connection)["_execute"]


async def counted(connection: Connection, function: Any, *args: Any, **others: Any) -> Any:
    loop = asyncio.get_running_loop()
    asked, answered = on_the_way.setdefault(loop, set()), loop.create_future()
    asked.add(answered)
    try:
        return await execute(connection, function, *args, **others)
    finally:
        asked.discard(answered)
        answered.set_result(None)


async def calm() -> None:
    """Returns when everybody else waits for something, and nobody for a database."""
    loop: Any = asyncio.get_running_loop()
    waiting[loop] = waiting.get(loop, 0) + 1
    try:
        for _ in range(MOST_TURNS):
            await asyncio.sleep(0)
            if len(loop._ready) >= waiting[loop]:
                continue
            asked = on_the_way.get(loop)
            if not asked:
                return
            answered, _ = await asyncio.wait(asked, timeout=IDLE, return_when=asyncio.FIRST_COMPLETED)
            if not answered:
                return
    finally:
        waiting[loop] -= 1

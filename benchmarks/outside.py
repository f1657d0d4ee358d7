"""A command's cost and a member's wait, measured from outside the bot's process, beside a client that answers at once
and does nothing else.
"""

import asyncio
import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import answers, clients, loopback, reactions
from benchmarks.loopback import Loopback
from bot.storage.database import Database

COMMANDS_A_SECOND = 200
BESIDE_HEARTS = 50
"""Commands a second while hearts come in."""
TOO_LATE = 3.0
"""Seconds after which Discord gives up on an answer."""
QUIET = 1.0
"""Seconds without a request after which a client has done what it does of itself."""

Look = Callable[[float], Awaitable["Cost"]]
"""Looks at a client for so many seconds."""


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost and the waits of some commands."""

    cpu: float
    """The client's milliseconds of CPU per command."""
    kept: float
    """Milliseconds per command in which a thread of the client could have run and had no core."""
    waits: list[float]
    """Milliseconds until each answer."""

    @property
    def missed(self) -> int:
        return sum(wait >= TOO_LATE * 1000 for wait in self.waits)

    @property
    def p99(self) -> float:
        return statistics.quantiles(self.waits, n=100)[-1]

    @classmethod
    def of_all(cls, seen: Sequence["Cost"]) -> "Cost":
        cpu, kept = statistics.mean(each.cpu for each in seen), statistics.mean(each.kept for each in seen)
        return cls(cpu, kept, [wait for each in seen for wait in each.waits])


@dataclass(frozen=True, slots=True)
class Client:
    """A client in a process of its own, and the Discord that it is connected to."""

    pid: int
    discord: Loopback
    message_ids: list[int]
    """The messages of entries."""

    async def alone(self, seconds: float) -> Cost:
        return await commands(self.discord, self.pid, seconds, COMMANDS_A_SECOND)

    async def beside_hearts(self, seconds: float) -> Cost:
        stream = asyncio.create_task(hearts(self.discord, self.message_ids))
        await asyncio.sleep(answers.LEAD_IN)
        try:
            return await commands(self.discord, self.pid, seconds, BESIDE_HEARTS)
        finally:
            stream.cancel()
            await asyncio.gather(stream, return_exceptions=True)


@asynccontextmanager
async def connected(discord: Loopback, *arguments: str) -> AsyncGenerator[int]:
    """The id of a client's process, once the client has posted what should be on show, and rests."""
    async with started(discord, *arguments) as pid:
        while time.perf_counter() - discord.last_request < QUIET:  # noqa: ASYNC110 - no event tells that it rests
            await asyncio.sleep(QUIET / 10)
        yield pid


@asynccontextmanager
async def started(discord: Loopback, *arguments: str) -> AsyncGenerator[int]:
    """The id of a client's process, once the client knows the guild."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.connected", arguments[0], str(discord.port), *arguments[1:]
    )
    try:
        await asyncio.wait_for(discord.ready.wait(), 30)
        yield process.pid
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def scheduled(pid: int) -> tuple[float, float]:
    """Milliseconds for which all threads of a process had a core, and for which they waited for one."""
    threads = [thread.read_text(encoding="utf-8").split() for thread in Path(f"/proc/{pid}/task").glob("*/schedstat")]
    return sum(int(ran) for ran, _, _ in threads) / 1e6, sum(int(waited) for _, waited, _ in threads) / 1e6


async def commands(discord: Loopback, pid: int, seconds: float, a_second: int) -> Cost:
    """Ask evenly for so long, and wait for the answers."""
    how_many = round(seconds * a_second)
    ran, waited = scheduled(pid)
    asked: list[asyncio.Task[float]] = []
    for step in itertools.islice(steps(1 / a_second), how_many):
        asked.append(asyncio.create_task(in_time(discord)))
        await asyncio.sleep(max(0.0, step - time.perf_counter()))
    waits = await asyncio.gather(*asked)
    ran_by_now, waited_by_now = scheduled(pid)
    return Cost((ran_by_now - ran) / how_many, (waited_by_now - waited) / how_many, waits)


async def in_time(discord: Loopback) -> float:
    try:
        return await asyncio.wait_for(discord.ask(answers.command(answers.READS)), TOO_LATE)
    except TimeoutError:
        return TOO_LATE * 1000


def steps(apart: float) -> Iterator[float]:
    began = time.perf_counter()
    return (began + number * apart for number in itertools.count(1))


async def hearts(discord: Loopback, message_ids: list[int]) -> None:
    """Readers leave 5,000 hearts a second, until this is cancelled."""
    readers = itertools.count(10_000)
    places = itertools.cycle(message_ids)
    for step in steps(reactions.STEP):
        for _ in range(round(reactions.A_SECOND * reactions.STEP)):
            await discord.tell("MESSAGE_REACTION_ADD", reactions.heart(next(places), next(readers)))
        await asyncio.sleep(max(0.0, step - time.perf_counter()))


@asynccontextmanager
async def client(kind: str) -> AsyncGenerator[Client]:
    """A client that was asked before, so that what it keeps at hand is there."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "drabbles.sqlite3"
        database = await Database.open(file)
        ids = await clients.with_entries(database, reactions.ENTRIES)
        await database.close()
        async with loopback.served() as discord, connected(discord, kind, str(file)) as pid:
            await commands(discord, pid, 0.1, COMMANDS_A_SECOND)
            if kind == "bot" and clients.TITLE not in discord.answer:
                raise RuntimeError(f"the round is not shown: {discord.answer}")
            yield Client(pid, discord, ids)


async def in_turn(one: Look, other: Look, looks: int, seconds: float) -> tuple[Cost, Cost]:
    """So many looks at each, one after the other: both see the same minute of the machine."""
    both = [(await one(seconds), await other(seconds)) for _ in range(looks)]
    return Cost.of_all([each for each, _ in both]), Cost.of_all([each for _, each in both])


async def measured(looks: int, seconds: float = 1) -> list[str]:
    async with client("bare") as bare, client("bot") as bot:
        alone = await in_turn(bare.alone, bot.alone, looks, seconds)
        beside = await in_turn(bare.beside_hearts, bot.beside_hearts, looks, seconds)
    return [
        f"/round show, {COMMANDS_A_SECOND} a second: {compared(*alone)}",
        f"{BESIDE_HEARTS} a second beside {reactions.A_SECOND:,} hearts: {compared(*beside)}",
    ]


def compared(bare: Cost, bot: Cost) -> str:
    ratios = f"{bot.cpu / bare.cpu:.2f} times the CPU, {bot.p99 / bare.p99:.2f} times the p99"
    return f"bare {described(bare)}; bot {described(bot)}: {ratios}"


def described(found: Cost) -> str:
    median = statistics.median(found.waits)
    waited = f"median {median:.1f}, p99 {found.p99:.1f} ms, {found.missed} missed"
    return f"{found.cpu:.2f} ms of CPU, {found.kept:.2f} ms without a core, {waited}"

"""A command's cost and a member's wait, measured from outside the bot's process, beside a client that answers at once
and does nothing else.
"""

import asyncio
import itertools
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncGenerator, Iterator
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
TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Seen:
    """The cost and the waits of some commands."""

    cpu: float
    """The client's milliseconds of CPU per command."""
    waits: list[float]
    """Milliseconds until each answer."""

    @property
    def missed(self) -> int:
        return sum(wait >= TOO_LATE * 1000 for wait in self.waits)

    @property
    def p99(self) -> float:
        return statistics.quantiles(self.waits, n=100)[-1]


@asynccontextmanager
async def connected(discord: Loopback, *arguments: str) -> AsyncGenerator[int]:
    """The id of a client's process, once the client knows the guild."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.connected", arguments[0], str(discord.port), *arguments[1:]
    )
    try:
        await asyncio.wait_for(discord.ready.wait(), 30)
        # The client posts what should be on show, and then rests. No event tells that it rests.
        while time.perf_counter() - discord.last_request < QUIET:  # noqa: ASYNC110
            await asyncio.sleep(QUIET / 10)
        yield process.pid
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


def cpu(pid: int) -> float:
    """Milliseconds of CPU that all threads of a process have used."""
    words = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) * 1000 / TICK


async def commands(discord: Loopback, pid: int, how_many: int, a_second: int) -> Seen:
    """Ask so many times, evenly, and wait for the answers."""
    before = cpu(pid)
    asked: list[asyncio.Task[float]] = []
    for step in itertools.islice(steps(1 / a_second), how_many):
        asked.append(asyncio.create_task(in_time(discord)))
        await asyncio.sleep(max(0.0, step - time.perf_counter()))
    waits = await asyncio.gather(*asked)
    return Seen((cpu(pid) - before) / how_many, waits)


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


async def seen(kind: str, seconds: float) -> tuple[Seen, Seen]:
    """Commands alone, and beside hearts."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "drabbles.sqlite3"
        database = await Database.open(file)
        ids = await clients.with_entries(database, reactions.ENTRIES)
        await database.close()
        async with loopback.served() as discord, connected(discord, kind, str(file)) as pid:
            await commands(discord, pid, 20, COMMANDS_A_SECOND)  # fills what is kept at hand
            if kind == "bot" and clients.TITLE not in discord.answer:
                raise RuntimeError(f"the round is not shown: {discord.answer}")
            alone = await commands(discord, pid, round(COMMANDS_A_SECOND * seconds), COMMANDS_A_SECOND)
            stream = asyncio.create_task(hearts(discord, ids))
            await asyncio.sleep(answers.LEAD_IN)
            beside = await commands(discord, pid, round(BESIDE_HEARTS * seconds), BESIDE_HEARTS)
            stream.cancel()
            await asyncio.gather(stream, return_exceptions=True)
    return alone, beside


async def measured(seconds: float) -> list[str]:
    (bare, bare_beside), (bot, bot_beside) = await seen("bare", seconds), await seen("bot", seconds)
    alone = f"/round show, {COMMANDS_A_SECOND} a second: bare {described(bare)}; bot {described(bot)}"
    beside = f"{BESIDE_HEARTS} a second beside {reactions.A_SECOND:,} hearts: bare {described(bare_beside)}"
    return [
        f"{alone}: {bot.cpu / bare.cpu:.2f} times the CPU, {bot.p99 / bare.p99:.2f} times the p99",
        f"{beside}; bot {described(bot_beside)}: {bot_beside.p99 / bare_beside.p99:.2f} times the p99",
    ]


def described(found: Seen) -> str:
    median = statistics.median(found.waits)
    return f"{found.cpu:.2f} ms of CPU, median {median:.1f}, p99 {found.p99:.1f} ms, {found.missed} missed"

"""The cost of a reaction: pushed through discord.py's own reader, into a client that does nothing and into the bot."""

import asyncio
import itertools
import json
import operator
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import discord
from discord.gateway import DiscordWebSocket

from benchmarks import clients
from bot.storage.database import Database
from bot.storage.session import Session

ENTRIES = 50
A_SECOND = 5_000
Way = tuple[str, Callable[[discord.Client, Any], Awaitable[None]], Callable[[dict[str, Any]], Any]]
"""The way's name, the function that takes the payloads, and the payloads' form."""
STEP = 0.01
"""Seconds between two handfuls of payloads."""


def payloads(message_ids: Sequence[int], how_many: int) -> list[dict[str, Any]]:
    """Discord's payloads for hearts, each from another reader."""
    hearts = zip(range(how_many), itertools.cycle(message_ids), strict=False)
    return [
        {"t": "MESSAGE_REACTION_ADD", "op": 0, "s": number, "d": heart(message_id, 10_000 + number)}
        for number, message_id in hearts
    ]


def heart(message_id: int, reader_id: int) -> dict[str, Any]:
    return {
        "user_id": str(reader_id),
        "type": 0,
        "message_id": str(message_id),
        "message_author_id": str(clients.BOT),
        "channel_id": str(clients.CHANNEL),
        "guild_id": str(clients.GUILD),
        "emoji": {"id": None, "name": "♥️"},
        "burst": False,
        "member": clients.member(reader_id),
    }


def wire(client: discord.Client) -> DiscordWebSocket:
    """discord.py's reader of the gateway, without a gateway."""
    found: Any = DiscordWebSocket(None, loop=asyncio.get_running_loop())  # type: ignore[arg-type]
    state: Any = client._connection  # noqa: SLF001 - as `from_client` joins the two
    found._discord_parsers, found._dispatch, found.shard_id = state.parsers, client.dispatch, None  # noqa: SLF001
    return found


async def flow(client: discord.Client, texts: Iterable[str]) -> None:
    """Hand these over as text frames, 5,000 a second, a handful at a time."""
    reader, rest = wire(client), iter(texts)
    for step in paces():
        handful = list(itertools.islice(rest, round(A_SECOND * STEP)))
        if not handful:
            return
        for text in handful:
            await reader.received_message(text)
        await asyncio.sleep(max(0, step - time.perf_counter()))


def paces() -> Iterator[float]:
    began = time.perf_counter()
    return (began + number * STEP for number in itertools.count(1))


async def parsed(client: discord.Client, reactions: Iterable[dict[str, Any]]) -> None:
    """Hand these to the parser of reactions alone, 5,000 a second."""
    state: Any = client._connection  # noqa: SLF001 - which holds the parsers
    parse, rest = state.parsers["MESSAGE_REACTION_ADD"], iter(reactions)
    for step in paces():
        handful = list(itertools.islice(rest, round(A_SECOND * STEP)))
        if not handful:
            return
        for reaction in handful:
            parse(reaction)
        await asyncio.sleep(max(0, step - time.perf_counter()))


async def cpu(work: Any, client: discord.Client, given: Sequence[Any]) -> float:
    """Microseconds of CPU for each payload, on all threads of this process, until nothing is left to do."""
    began = time.process_time()
    await work(client, given)
    while rest := asyncio.all_tasks() - {asyncio.current_task()}:
        await asyncio.wait(rest)
    return (time.process_time() - began) / len(given) * 1e6


async def rows(database: Database) -> int:
    return int((await database.read(Session.required, "SELECT count(*) AS n FROM reactions"))["n"])


async def measured(how_many: int) -> list[str]:
    """Measure both clients one after the other, so that their ratio is of one moment of the machine."""
    ids = range(clients.FIRST_MESSAGE, clients.FIRST_MESSAGE + ENTRIES)
    sent = payloads(ids, how_many)
    elsewhere = [{**said, "d": {**said["d"], "message_author_id": str(clients.WRITER)}} for said in sent]
    lines: list[str] = []
    ways: tuple[Way, ...] = (
        ("from a text frame on", flow, json.dumps),
        ("the parser of reactions alone", parsed, operator.itemgetter("d")),
    )
    for name, work, form in ways:
        async with clients.bare() as client:
            bare = await cpu(work, client, [form(said) for said in sent])
        with tempfile.TemporaryDirectory() as folder:
            async with clients.bot(Path(folder) / "drabbles.sqlite3") as client:
                await clients.with_entries(client.database, ENTRIES)
                bot = await cpu(work, client, [form(said) for said in sent])
                kept = await rows(client.database)
                passed = await cpu(work, client, [form(said) for said in elsewhere])
        lines += [
            f"{name}: bare client {bare:.1f} µs, bot {bot:.1f} µs: {bot / bare:.2f} times",
            f"  in the ledger: {kept:,} of {how_many:,}",
            f"  the same under members' own messages: bot {passed:.1f} µs: {passed / bare:.2f} times",
        ]
    return lines

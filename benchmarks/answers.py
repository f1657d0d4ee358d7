"""How long a command's answer takes, with and without a stream of reactions."""

import asyncio
import itertools
import json
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import discord
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

from benchmarks import clients, reactions
from bot.client import DrabbleBot

PAUSE = 0.025
"""Seconds between two commands."""
LEAD_IN = 0.25
"""Seconds of the stream before the first command, so that the ledger is at work."""
DEFERRED = 5

READS: dict[str, Any] = {"id": "1", "type": 1, "name": "round", "options": [{"type": 1, "name": "show", "options": []}]}
WRITES: dict[str, Any] = {"id": "2", "type": 3, "name": "Enter as drabble", "target_id": "9"}

SEES = discord.Permissions(view_channel=True, read_message_history=True, send_messages=True)
"""The asking member's permissions, so that there is something to show."""

numbers = itertools.count()


class Adapter(AsyncWebhookAdapter):
    """Notes when the answer goes out, and sends it nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self.answered: asyncio.Future[float] = asyncio.get_running_loop().create_future()

    async def request(self, route: Any, session: Any, *, payload: dict[str, Any] | None = None, **_: Any) -> Any:
        if (payload or {}).get("type") != DEFERRED and not self.answered.done():
            self.answered.set_result(time.perf_counter())
        return {"interaction": {"id": "1", "type": 2}} if route.path.endswith("/callback") else message()


def command(data: dict[str, Any]) -> dict[str, Any]:
    now = discord.utils.time_snowflake(discord.utils.utcnow()) + next(numbers)
    return {
        "id": str(now),
        "application_id": str(clients.BOT),
        "type": 2,
        "token": "t",
        "version": 1,
        "guild_id": str(clients.GUILD),
        "channel_id": str(clients.CHANNEL),
        "channel": {"id": str(clients.CHANNEL), "type": 0, "name": "drabbles"},
        "member": clients.member(clients.WRITER) | {"permissions": str(SEES.value)},
        "app_permissions": "0",
        "entitlements": [],
        "attachment_size_limit": 0,
        "locale": "en-GB",
        "data": data | {"resolved": {"messages": {"9": message()}}} if data is WRITES else data,
    }


def message() -> dict[str, Any]:
    return {
        "id": "9",
        "type": 0,
        "channel_id": str(clients.CHANNEL),
        "author": clients.user(clients.WRITER),
        "content": clients.STORY,
        "embeds": [],
        "attachments": [],
        "components": [],
        "mentions": [],
        "mention_roles": [],
        "mention_everyone": False,
        "pinned": False,
        "tts": False,
        "edited_timestamp": None,
        "timestamp": "2026-01-01T00:00:00+00:00",
    }


async def answer(client: DrabbleBot, data: dict[str, Any]) -> float:
    """Milliseconds from the command's arrival to its answer's departure."""
    adapter = Adapter()
    async_context.set(adapter)
    state: Any = client._connection  # noqa: SLF001 - which holds the parsers
    began = time.perf_counter()
    state.parsers["INTERACTION_CREATE"](command(data))
    return (await asyncio.wait_for(adapter.answered, 10) - began) * 1000


async def answers(client: DrabbleBot, data: dict[str, Any], how_many: int) -> list[float]:
    found: list[float] = []
    for _ in range(how_many):
        found.append(await answer(client, data))
        await asyncio.sleep(PAUSE)
    return found


async def measured(how_many: int) -> list[str]:
    lines: list[str] = []
    for name, data in (("a command that reads (/round show)", READS), ("one that writes (Enter as drabble)", WRITES)):
        with tempfile.TemporaryDirectory() as folder:
            async with clients.bot(Path(folder) / "drabbles.sqlite3") as client:
                ids = await clients.with_entries(client.database, reactions.ENTRIES)
                calm = await answers(client, data, how_many)
                texts = map(json.dumps, itertools.cycle(reactions.payloads(ids, reactions.A_SECOND)))
                stream = asyncio.create_task(reactions.flow(client, texts))
                await asyncio.sleep(LEAD_IN)
                busy = await answers(client, data, how_many)
                stream.cancel()
                await asyncio.gather(stream, return_exceptions=True)
        lines.append(f"{name}: {described(calm)}; with 5,000 reactions a second {described(busy)}")
    return lines


def described(found: list[float]) -> str:
    ninety_five = statistics.quantiles(found, n=20)[-1]
    return f"{statistics.median(found):.1f} ms (19 of 20 within {ninety_five:.1f}, the slowest {max(found):.1f})"

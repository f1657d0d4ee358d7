"""The real program, logged in to a Discord on this computer: asked to stop while it works, and asked to start twice."""

import asyncio
import contextlib
import itertools
import json
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncGenerator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from benchmarks import clients, reactions
from bot.storage.database import Database
from tests import patience, quick_start

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.our-own-made-up-secret-0123456789"  # noqa: S105 - nobody's
ENTRIES = 5

# Discord's addresses are the one thing that differs from `drabble-bot run`.
PROGRAM = """
import sys
import discord.gateway, discord.http, yarl
discord.http.Route.BASE = sys.argv[1]
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(sys.argv[1] + "/gateway")
from bot.__main__ import main
main(["run"])
"""

# Asked to stop by the time it begins to load what it works with.
ASKED_WHILE_LOADING = """
import os, signal, sys

class Ask:
    def find_spec(self, name, *_):
        if name == "bot.client":
            os.kill(os.getpid(), signal.SIGTERM)

sys.meta_path.insert(0, Ask())
"""


@dataclass
class Gateway:
    """Knows the bot and its guild, never answers about a channel, and says over the gateway what it is told to."""

    address: str = ""
    socket: web.WebSocketResponse | None = None
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    asked_for_channel: asyncio.Event = field(default_factory=asyncio.Event)
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    answered: list[str] = field(default_factory=list[str])
    beats: asyncio.Queue[Any] = field(default_factory=asyncio.Queue[Any])

    async def answer(self, request: web.Request) -> web.StreamResponse:
        if "/channels/" in request.path:
            self.asked_for_channel.set()
            await asyncio.Event().wait()  # until the bot hangs up
        if "/interactions/" in request.path:
            self.asked.set()
            await asyncio.sleep(0.5)
            self.answered.append(request.path)
            answer = json.dumps({"interaction": {"id": "1", "type": 5}}).encode()
            return web.Response(body=answer, content_type="application/json")
        body: Any = clients.user(clients.BOT) | {"name": "drabbles", "description": "", "icon": None, "verify_key": ""}
        body |= {"bot_public": True, "bot_require_code_grant": False, "owner": clients.user(clients.MODERATOR)}
        if request.path.endswith("/commands"):
            body = []
        return web.Response(body=json.dumps(body).encode(), content_type="application/json")

    async def talk(self, request: web.Request) -> web.StreamResponse:
        self.socket = socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 40_000}})
        async for message in socket:
            if message.type is not aiohttp.WSMsgType.TEXT:
                break
            said = json.loads(message.data)
            if said["op"] == 1:
                await socket.send_json({"op": 11})
                self.beats.put_nowait(said["d"])
            elif said["op"] == 2:
                ready = {"v": 10, "user": clients.user(clients.BOT), "session_id": "1", "guilds": [{"id": "100"}]}
                ready |= {"application": {"id": "500", "flags": 0}, "resume_gateway_url": self.address}
                await socket.send_json({"op": 0, "s": 1, "t": "READY", "d": ready})
                await socket.send_json({"op": 0, "s": 2, "t": "GUILD_CREATE", "d": clients.guild()})
                self.ready.set()
        return socket

    async def tell(self, payloads: list[dict[str, Any]]) -> None:
        """Say all of this, and wait until the bot has heard the last of it."""
        assert self.socket is not None
        for payload in payloads:
            await self.socket.send_json(payload)
        await self.socket.send_json({"op": 1})
        while await self.beats.get() != payloads[-1]["s"]:
            pass


@pytest.fixture
async def gateway() -> AsyncGenerator[Gateway]:
    there = Gateway()
    application = web.Application()
    application.router.add_get("/gateway", there.talk)
    application.router.add_route("*", "/{path:.*}", there.answer)
    async with TestServer(application) as server:
        there.address = str(server.make_url("")).rstrip("/")
        yield there


@contextlib.asynccontextmanager
async def running(gateway: Gateway, path: Path, *python: str) -> AsyncGenerator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        *(*(python or (*quick_start.python(), "-c", PROGRAM)), gateway.address),
        cwd=path.parent,
        env=os.environ | {"DISCORD_TOKEN": TOKEN, "DRABBLE_DATABASE": str(path), "DRABBLE_LOG_FORMAT": "json"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    path = tmp_path / "drabbles.sqlite3"
    database = await Database.open(path)
    await clients.with_entries(database, ENTRIES)
    await database.close()
    return path


async def stopped(process: asyncio.subprocess.Process) -> list[dict[str, Any]]:
    """Ask it to stop, and see that it does, in order; what its log says."""
    process.send_signal(signal.SIGTERM)
    _, log = await asyncio.wait_for(process.communicate(), patience.SECONDS)
    assert process.returncode == 0
    return [json.loads(line) for line in log.decode().splitlines()]


def hearts(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return connection.execute("SELECT count(*) FROM reactions").fetchone()[0]


def some(how_many: int) -> list[dict[str, Any]]:
    ids = range(clients.FIRST_MESSAGE, clients.FIRST_MESSAGE + ENTRIES)
    return [payload | {"s": payload["s"] + 3} for payload in reactions.payloads(list(ids), how_many)]


async def test_all_that_was_heard_is_written_before_the_end(gateway: Gateway, path: Path) -> None:
    async with running(gateway, path) as process:
        await asyncio.wait_for(gateway.asked_for_channel.wait(), patience.SECONDS)  # the publisher waits for an answer
        await asyncio.wait_for(gateway.tell(some(1500)), patience.SECONDS)
        log = await stopped(process)
    assert hearts(path) == 1500
    assert not [line for line in log if line["level"] in {"error", "critical"}]
    await (await Database.open(path)).close()  # nobody holds it any more


async def test_a_stop_in_the_middle_of_a_stream_leaves_nothing_half_done(gateway: Gateway, path: Path) -> None:
    async with running(gateway, path) as process:
        await asyncio.wait_for(gateway.ready.wait(), patience.SECONDS)
        endless = asyncio.create_task(stream(gateway))
        while not hearts(path):
            await asyncio.wait([endless], timeout=0.01)
        log = await stopped(process)
        endless.cancel()
        await asyncio.gather(endless, return_exceptions=True)
    assert hearts(path) > 0
    assert not [line for line in log if line["level"] in {"error", "critical"}]
    await (await Database.open(path)).close()


async def test_a_stop_while_it_is_still_loading_is_one_like_any_other(gateway: Gateway, path: Path) -> None:
    async with running(gateway, path, sys.executable, "-c", ASKED_WHILE_LOADING + PROGRAM) as process:
        _, log = await asyncio.wait_for(process.communicate(), patience.SECONDS)
    assert process.returncode == 0
    assert b"Traceback" not in log
    assert not gateway.ready.is_set()


AHEAD = 500
"""Hearts that are told before the bot has heard those before them: on a busy machine an endless lead starves it."""


async def stream(gateway: Gateway) -> None:
    payloads = some(20_000)
    with contextlib.suppress(ConnectionError):
        for first in itertools.cycle(range(0, len(payloads), AHEAD)):
            await gateway.tell(payloads[first : first + AHEAD])


async def test_who_asked_for_something_is_answered_before_the_end(gateway: Gateway, path: Path) -> None:
    async with running(gateway, path) as process:
        await asyncio.wait_for(gateway.ready.wait(), patience.SECONDS)
        await asyncio.wait_for(gateway.tell([handed_in(3), handed_in(4)]), patience.SECONDS)
        await asyncio.wait_for(gateway.asked.wait(), patience.SECONDS)
        log = await stopped(process)
    assert len(gateway.answered) == 2
    assert not [line for line in log if line["level"] in {"error", "critical"}]


def handed_in(number: int) -> dict[str, Any]:
    """The modal of `/submit` comes back."""
    text = {"type": 18, "component": {"type": 4, "custom_id": "text", "value": "She left the lamp on."}}
    context = {"guild_id": "100", "channel_id": "200", "channel": {"id": "200", "type": 0, "permissions": "8"}}
    who = {"member": clients.member(clients.WRITER) | {"permissions": "8"}, "app_permissions": "8", "locale": "en-US"}
    told = {"id": str((1 << 60) + number), "application_id": "500", "type": 5, "token": f"{number}", "version": 1}
    told |= {"entitlements": [], "authorizing_integration_owners": {"0": "100"}, "context": 0}
    told |= {"data": {"custom_id": "draft.new:0:7", "components": [text]}, "attachment_size_limit": 1}
    return {"op": 0, "s": number, "t": "INTERACTION_CREATE", "d": told | context | who}


async def test_a_second_process_on_the_same_database_is_refused(gateway: Gateway, path: Path) -> None:
    async with running(gateway, path) as process:
        await asyncio.wait_for(gateway.ready.wait(), patience.SECONDS)
        async with running(gateway, path) as other:
            output, said = await asyncio.wait_for(other.communicate(), patience.SECONDS)
        assert (other.returncode, output) == (2, b"")
        assert said.decode().splitlines()[-1].startswith(f"Error: {path} is in use by another running bot.")
        assert "Traceback" not in said.decode()
        await stopped(process)

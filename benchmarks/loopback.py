"""A Discord on loopback: just enough gateway and REST for a client to be asked something and to answer."""

import asyncio
import itertools
import json
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import discord
from aiohttp import WSMsgType, web

from benchmarks import answers, clients

HELLO = {"op": 10, "d": {"heartbeat_interval": 41_250}}
HEARTBEAT, IDENTIFY = 1, 2
ACKNOWLEDGED = {"op": 11}
CALLBACK = "/api/v10/interactions/{id}/{token}/callback"


class Loopback:
    """Asks a client, and times its answers."""

    def __init__(self) -> None:
        self.port = 0
        self.ready = asyncio.Event()
        self.answer = ""
        """The last answer."""
        self.last_request = 0.0
        self.requests: list[float] = []
        """When those came that count for Discord's limit: all but answers to members."""
        self.posted = 0
        """Messages that were posted."""
        self._asked: dict[str, asyncio.Future[float]] = {}
        self._numbers = itertools.count(1)
        self._gateway: web.WebSocketResponse | None = None

    async def tell(self, kind: str, data: dict[str, Any]) -> None:
        """Send the client an event."""
        if self._gateway is None:
            raise RuntimeError("nobody is connected")
        await self._gateway.send_str(json.dumps({"op": 0, "s": next(self._numbers), "t": kind, "d": data}))

    async def ask(self, interaction: dict[str, Any]) -> float:
        """Milliseconds until the answer comes in."""
        began = time.perf_counter()
        answered = self._asked[interaction["id"]] = asyncio.get_running_loop().create_future()
        await self.tell("INTERACTION_CREATE", interaction)
        return (await answered - began) * 1000

    def app(self) -> web.Application:
        made = web.Application()
        made.on_response_prepare.append(self._requested)
        made.router.add_get("/gateway/", self._connected)
        made.router.add_post(CALLBACK, self._answered)
        made.router.add_post("/api/v10/channels/{id}/messages", self._posted)
        made.router.add_get("/api/v10/channels/{id}/messages", self._history)
        made.router.add_get("/api/v10/channels/{id}/messages/{message}", self._message)
        made.router.add_patch("/api/v10/channels/{id}/messages/{message}", self._message)
        made.router.add_get("/api/v10/users/@me", self._user)
        made.router.add_get("/api/v10/oauth2/applications/@me", self._application)
        made.router.add_route("*", "/{path:.*}", self._anything)
        return made

    async def _requested(self, request: web.Request, _: web.StreamResponse) -> None:
        self.last_request = time.perf_counter()
        if request.path.startswith("/api/") and "/interactions/" not in request.path:
            self.requests.append(self.last_request)

    async def _connected(self, request: web.Request) -> web.WebSocketResponse:
        self._gateway = gateway = web.WebSocketResponse()
        await gateway.prepare(request)
        await gateway.send_json(HELLO)
        async for message in gateway:
            if message.type is WSMsgType.TEXT:
                await self._heard(json.loads(message.data), gateway)
        return gateway

    async def _heard(self, said: dict[str, Any], gateway: web.WebSocketResponse) -> None:
        if said["op"] == HEARTBEAT:
            await gateway.send_json(ACKNOWLEDGED)
        if said["op"] == IDENTIFY:
            guilds = [{"id": str(clients.GUILD), "unavailable": True}]
            resume = f"ws://127.0.0.1:{self.port}/gateway/"
            ready = {"v": 10, "user": clients.user(clients.BOT), "guilds": guilds, "session_id": "s"}
            application = {"id": str(clients.BOT), "flags": 0}
            await self.tell("READY", ready | {"resume_gateway_url": resume, "application": application})
            await self.tell("GUILD_CREATE", clients.guild())
            self.ready.set()

    async def _answered(self, request: web.Request) -> web.Response:
        interaction_id, self.answer = request.match_info["id"], await request.text()
        asked = self._asked.pop(interaction_id, None)
        if asked is not None and not asked.done():  # nobody waits for a late answer any more
            asked.set_result(time.perf_counter())
        message = {"id": interaction_id, "type": 2, "response_message_id": "1"}
        return as_json({"interaction": message, "resource": {"type": 4}})

    async def _posted(self, _: web.Request) -> web.Response:
        self.posted += 1
        now = discord.utils.time_snowflake(discord.utils.utcnow())  # the bot reads the time off it
        posted = {"id": str(now + self.posted), "author": clients.user(clients.BOT), "content": ""}
        return as_json(answers.message() | posted)

    async def _history(self, _: web.Request) -> web.Response:
        return as_json([])

    async def _message(self, request: web.Request) -> web.Response:
        return as_json(answers.message() | {"id": request.match_info["message"]})

    async def _user(self, _: web.Request) -> web.Response:
        return as_json(clients.user(clients.BOT))

    async def _application(self, _: web.Request) -> web.Response:
        application = {"id": str(clients.BOT), "name": "drabbles", "icon": None, "description": "", "summary": ""}
        owner = {"owner": clients.user(clients.MODERATOR)}
        verify = {"verify_key": "", "bot_public": True, "bot_require_code_grant": False, "flags": 0}
        return as_json(application | owner | verify)

    async def _anything(self, request: web.Request) -> web.Response:
        return as_json([] if request.path.endswith("/commands") else {})


def as_json(content: Any) -> web.Response:
    # discord.py reads JSON only under this exact content type. aiohttp's own answer adds a charset.
    return web.Response(body=json.dumps(content).encode(), headers={"Content-Type": "application/json"})


@asynccontextmanager
async def served() -> AsyncGenerator[Loopback]:
    loopback = Loopback()
    runner = web.AppRunner(loopback.app(), access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        loopback.port = runner.addresses[0][1]
        yield loopback
    finally:
        await runner.cleanup()

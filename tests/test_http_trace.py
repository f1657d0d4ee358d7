"""What is done with every request to Discord: a login page of the network's is none of its answers."""

import contextlib
from collections.abc import AsyncGenerator

import aiohttp
import pytest
from aiohttp import web

from bot import http_trace
from bot.discord_clock import Chronometer
from bot.http_trace import NotDiscordError
from bot.pace import Pace
from tests.serving import served

PAGE = "<html><title>Guest network</title><p>Log in to go on.</p></html>"


@contextlib.asynccontextmanager
async def portal(status: int, content_type: str = "text/html") -> AsyncGenerator[str]:
    """Whatever is asked for, the same comes."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status, text=PAGE, content_type=content_type)

    async def lead(_: web.Request) -> web.Response:
        raise web.HTTPFound("/login")

    app = web.Application()
    app.router.add_get("/api/v10/users/@me", lead)
    app.router.add_get("/{path:.*}", answer)
    async with served(app) as address:
        yield address


async def asked(url: str) -> int:
    trace = http_trace.made(Chronometer(), Pace())
    async with aiohttp.ClientSession(trace_configs=[trace]) as session, session.get(url) as answer:
        return answer.status


@pytest.mark.parametrize("status", [200, 403, 404])
async def test_a_page_where_an_answer_belongs_counts_as_none(status: int) -> None:
    async with portal(status) as url:
        with pytest.raises(NotDiscordError, match="a web page came where Discord's answer to GET belongs"):
            await asked(f"{url}/api/v10/channels/1/messages")


async def test_a_page_that_an_answer_leads_to_counts_as_none_too() -> None:
    async with portal(200) as url:
        with pytest.raises(NotDiscordError):
            await asked(f"{url}/api/v10/users/@me")


@pytest.mark.parametrize(
    ("status", "path", "content_type"),
    [
        (200, "/attachments/1/2/kettle.html", "text/html"),
        (503, "/api/v10/channels/1/messages", "text/html"),
        (429, "/api/v10/channels/1/messages", "text/html"),
        (200, "/api/v10/channels/1/messages", "application/json"),
    ],
)
async def test_members_pages_and_discords_own_trouble_go_through(status: int, path: str, content_type: str) -> None:
    async with portal(status, content_type) as url:
        assert await asked(f"{url}{path}") == status

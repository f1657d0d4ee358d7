"""Many servers' rounds that open, remind and close in the same minute."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest
import yarl
from simcord import interactions
from simcord.http import FakeHTTPClient

from bot import pace
from tests.discord.conftest import World, make_bot
from tests.discord.desk import last_interaction, post

SERVERS, APART = 120, 49  # with no common divisor, so that the oldest promise is not the oldest round's
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
IN_A_SECOND = 50
"""The requests that Discord takes in a second, answers to members not counted."""
SECOND = 60
"""A second of Discord's: the simulator waits for shorter sleeps on the wall."""
ASKED_AT = (20, 70, 130)
"""The requests during which members ask for something."""
NOTHING: Any = None


@dataclass
class Wire:
    """The way to Discord: what aiohttp does on it, and what members ask for meanwhile."""

    trace: aiohttp.TraceConfig
    ask: Callable[[], None]
    begun: list[float] = field(default_factory=list[float])
    """When requests began."""
    channels: list[int] = field(default_factory=list[int])
    """Where they were for."""

    def before(self, request: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def sent(client: Any, route: Any, **facts: Any) -> Any:
            starting = aiohttp.TraceRequestStartParams(route.method, yarl.URL(route.url), NOTHING)
            for start in self.trace.on_request_start:
                await start(NOTHING, SimpleNamespace(), starting)
            self.begun.append(asyncio.get_running_loop().time())
            if route.channel_id is not None:
                self.channels.append(route.channel_id)
            if len(self.begun) in ASKED_AT:
                self.ask()
            return await request(client, route, **facts)

        return sent

    def most_in_a_second(self) -> int:
        return max(sum(began <= other < began + SECOND for other in self.begun) for began in self.begun)


async def rounds_of_one_minute(world: World) -> list[int]:
    """Servers with a round each that opens, reminds or closes in the minute after an hour: their channels, the oldest
    promise first.
    """
    due = [world.env.now() + HOUR + MINUTE * number / SERVERS for number in range(SERVERS)]
    channels: dict[datetime, int] = {}
    for number in range(SERVERS):
        at = due[number * APART % SERVERS]
        guild = world.env.create_guild()
        server = replace(world, guild=guild, channel=guild.create_text_channel("drabbles"))
        windows: list[dict[str, Any]] = [
            {"opens_at": at, "closes_at": at + HOUR},
            {"closes_at": at + HOUR, "reminders": (HOUR,)},
            {"closes_at": at},
        ]
        await server.write_round(**windows[number % len(windows)])
        channels[at] = server.channel.id
    await world.wake()
    return [channels[at] for at in due]


async def asked_before(world: World) -> list[Any]:
    """A command that reads and one that writes, as members sent them."""
    await world.open_round(hours=48)
    await world.reader.slash(world.channel, "round show")
    reading = last_interaction(world)
    await world.writer.context_menu(world.channel, "Enter as drabble", await world.writer.send(world.channel, post()))
    return [reading, last_interaction(world)]


def ask_again(world: World, payload: Any) -> int:
    """Ask for the same once more. Returns the interaction's number."""
    record, other = interactions.base_payload(
        world.env.backend,
        type=payload["type"],
        channel_id=int(payload["channel_id"]),
        guild_id=int(payload["guild_id"]),
        user_id=int(payload["member"]["user"]["id"]),
        data=payload["data"],
    )
    world.env.backend.emit("INTERACTION_CREATE", other)
    return record.id


async def test_a_minute_of_many_servers_keeps_discords_limits_and_its_order_and_no_member_waiting(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands, promised, asked = await asked_before(world), await rounds_of_one_minute(world), dict[int, int]()

    def ask() -> None:
        for command in commands:
            asked[ask_again(world, command)] = len(world.env.http_requests)

    trace = make_bot(world.path).http.http_trace
    assert trace is not None
    wire = Wire(trace, ask)
    with world.env.time_context():
        await world.bot.close()
    await world.env.advance_time((HOUR + MINUTE).total_seconds())
    monkeypatch.setattr(pace, "SECOND", SECOND)
    monkeypatch.setattr(FakeHTTPClient, "request", wire.before(FakeHTTPClient.request))
    await world.restart()
    await world.env.advance_time(SERVERS * 2 / pace.IN_A_SECOND * SECOND)

    told = [promised.index(channel) for channel in dict.fromkeys(wire.channels)]
    assert sorted(told) == list(range(SERVERS))
    assert all(abs(place - promise) < pace.IN_A_SECOND for place, promise in enumerate(told))
    assert pace.IN_A_SECOND <= wire.most_in_a_second() <= IN_A_SECOND
    paths = [request.path for request in world.env.http_requests]
    for number, before in asked.items():
        answered = next(place for place, path in enumerate(paths) if str(number) in path)
        assert answered - before < pace.IN_A_SECOND

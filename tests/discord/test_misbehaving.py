"""Discord misbehaving, thing by thing: nothing is lost, nothing is doubled, and a person is told in plain words."""

from collections.abc import Awaitable
from typing import Any

import aiohttp
import discord
import pytest
from discord.http import Route
from discord.state import ConnectionState
from simcord.backend import serializers
from simcord.http.client import FakeWebhookAdapter

from bot.domain.text import limits
from bot.http_trace import NotDiscordError
from tests.discord.chair import Chair
from tests.discord.conftest import World
from tests.discord.desk import Desk, deliver_again, entries, post
from tests.discord.lost_answers import lose_an_answer
from tests.discord.test_feedback import HEART
from tests.discord.test_publishing import texts
from tests.discord.test_reconciling import add, hearts
from tests.discord.test_remind_me import told
from tests.discord.test_trouble import seen

HOUR = 3_600
EXPIRED = 10062
CLOSED_DIRECT_MESSAGES = 50007


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.writer)


async def hand_in(desk: Desk) -> None:
    await desk.submit(post())
    await desk.click("Hand in")
    assert "is handed in" in desk.text


def owner(world: World) -> Any:
    """Who is told of a round that waits for somebody."""
    return world.env.backend.users[world.env.backend.guilds[world.guild.id].owner_id]


def stories(world: World) -> list[str]:
    return [text for text in texts(world) if text.startswith("### The Kettle")]


# -- people -------------------------------------------------------------------------------------------


async def test_a_member_who_leaves(world: World, desk: Desk) -> None:
    """Their story and its hearts stay, their name stays with it, and nobody else's reminder waits for them."""
    round_ = await world.open_round(hours=48)
    await hand_in(desk)
    for who in (world.writer, world.other_writer):
        await who.click(world.channel.history()[0], label="Remind me")
    await world.reader.react(world.channel.history()[-1], HEART)
    world.guild.remove_member(world.writer)
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=CLOSED_DIRECT_MESSAGES, times=1)
    await world.env.advance_time(48 * HOUR)
    assert told(world) == []
    assert len(told(world, world.other_writer)) == 1
    [story], round_up = stories(world), texts(world)[-1]
    assert "[ines]" in story
    assert "[ines]" in round_up
    assert await hearts(world, round_) == 1


async def test_closed_direct_messages(world: World, desk: Desk) -> None:
    """What could not be said in private is said where the member looks next."""
    await world.open_round(hours=48)
    desk.keep(await world.writer.click(world.channel.history()[0], label="Remind me"))
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=CLOSED_DIRECT_MESSAGES, times=None)
    await world.env.advance_time(47 * HOUR)
    world.env.backend.faults.clear()
    await world.restart()
    assert told(world) == []
    desk.keep(await world.writer.slash(world.channel, "round show"))
    assert "you took no private message from me" in desk.text


# -- answers to members -------------------------------------------------------------------------------


async def test_an_interaction_that_expires(world: World, desk: Desk) -> None:
    """The answer came too late for Discord: the story is held, and handed in once, whichever click is answered."""
    round_ = await world.open_round()
    opened = await world.writer.slash(world.channel, "submit")
    world.env.inject_error("POST", "/interactions/*", status=404, code=EXPIRED, times=1)
    assert (await world.writer.submit_modal(opened, {"text": post()})).response is None
    await desk.drafts()
    await desk.click("Open")
    world.env.inject_error("POST", "/interactions/*", status=404, code=EXPIRED, times=1)
    assert (await world.writer.click(desk.page.response, label="Hand in")).response is None
    await desk.click("Hand in")
    assert "is handed in" in desk.text
    assert len(await entries(world, round_.id)) == len(stories(world)) == 1


@pytest.mark.parametrize(
    "error", [TimeoutError(), ConnectionResetError(), NotDiscordError("a page"), aiohttp.ServerDisconnectedError()]
)
async def test_an_attachment_that_cannot_be_fetched(world: World, desk: Desk, error: Exception) -> None:
    async def fails(_: str) -> bytes:
        raise error

    with pytest.MonkeyPatch.context() as patches:
        patches.setattr(world.bot.http, "get_from_cdn", fails)
        await desk.submit("Title: The Kettle", ("kettle.txt", b"It sang."))
    assert "Discord did not hand `kettle.txt` over just now. Add it once more" in desk.text
    assert "I kept the text that you typed" in desk.text
    [draft] = await world.drafts_of(world.writer.id)
    assert draft.text == "Title: The Kettle"


async def test_a_page_where_a_file_belongs(world: World, desk: Desk) -> None:
    """A network's login page looks like any story with its title."""

    async def page(_: str) -> bytes:
        return b"<html><head><title>Hotel</title></head><body><p>Log in to go on.</p></body></html>"

    with pytest.MonkeyPatch.context() as patches:
        patches.setattr(world.bot.http, "get_from_cdn", page)
        await desk.submit("Title: The Kettle", ("kettle.html", b"<p>It sang.</p>"))
        assert "Discord did not hand `kettle.html` over just now. Add it once more" in desk.text
        chair = Chair(world, world.moderator)
        await chair.command("prompts import", file=("prompts.txt", b"The first frost"))
        assert "Discord did not hand `prompts.txt` over just now" in chair.text
    await desk.submit("", ("kettle.html", b"<p>It sang.</p>"))
    assert "It sang" in desk.text


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_an_answer_that_discord_fails_at(world: World, desk: Desk, status: int) -> None:
    await world.open_round()
    opened = await world.writer.slash(world.channel, "submit")
    world.env.inject_error("POST", "/interactions/*", status=status, times=1)
    desk.keep(await world.writer.submit_modal(opened, {"text": post()}))
    assert (
        "Discord did not do what I asked of it just now. If I had your story already, it is in `/drafts`" in desk.text
    )
    assert len(await world.drafts_of(world.writer.id)) == 1


@pytest.mark.parametrize("status", [None, 500, 503])
async def test_an_answer_lost_after_it_took_effect(
    world: World, desk: Desk, monkeypatch: pytest.MonkeyPatch, status: int | None
) -> None:
    """The member has it: no apology goes on top."""
    round_ = await world.open_round()
    await desk.submit(post())
    lost = lose_an_answer_to_a_member(monkeypatch, "POST", status)
    answer = desk.keep(await world.writer.click(desk.page.response, label="Hand in"))
    assert lost
    assert "is handed in" in desk.text
    assert answer.followups == []
    await deliver_again(world)
    assert len(await entries(world, round_.id)) == len(stories(world)) == 1


@pytest.mark.parametrize("status", [None, 500, 503])
async def test_an_answer_that_was_waited_for_and_lost_after_it_took_effect(
    world: World, desk: Desk, monkeypatch: pytest.MonkeyPatch, status: int | None
) -> None:
    await world.open_round()
    opened = await world.writer.slash(world.channel, "submit")
    lost = lose_an_answer_to_a_member(monkeypatch, "PATCH", status)
    answer = desk.keep(await world.writer.submit_modal(opened, {"file": ("kettle.txt", post().encode())}))
    assert lost
    assert "**The Kettle**" in desk.text
    assert answer.followups == []


@pytest.mark.parametrize("status", [None, 503])
async def test_an_answer_that_was_waited_for_and_never_came(
    world: World, desk: Desk, monkeypatch: pytest.MonkeyPatch, status: int | None
) -> None:
    await world.open_round()
    opened = await world.writer.slash(world.channel, "submit")
    assert not lose_an_answer_to_a_member(monkeypatch, "PATCH", status, arrives=False)
    answer = await world.writer.submit_modal(opened, {"file": ("kettle.txt", post().encode())})
    assert "Discord did not do what I asked of it just now" in f"{answer.response}{answer.followups}"
    assert len(await world.drafts_of(world.writer.id)) == 1


@pytest.mark.parametrize("status", [None, 503])
@pytest.mark.parametrize("command", ["mydata export", "log"])
async def test_an_answer_of_which_a_part_is_lost(
    world: World, monkeypatch: pytest.MonkeyPatch, command: str, status: int | None
) -> None:
    """The first of several files came, so nobody would miss the others."""
    chair = Chair(world, world.moderator)
    await chair.open()
    for days in (2, 3, 4):
        await chair.slash("extend", closes=f"{days} days")
        await chair.click(chair.buttons[0])
    monkeypatch.setattr(limits, "FILE", 300)
    assert not lose_an_answer_to_a_member(monkeypatch, "POST", status, arrives=False, ending="}")
    answer = await chair.command(command)
    (said,) = answer.followups
    assert "Discord may not have shown you all of this just now" in said.content


@pytest.mark.parametrize("status", [None, 500])
async def test_an_answer_to_a_moderator_that_is_lost(
    world: World, monkeypatch: pytest.MonkeyPatch, status: int | None
) -> None:
    """What they did is seen and told at once, as if they had the answer."""
    chair, first, second = Chair(world, world.moderator), await world.open_round(), await world.open_round()

    async def after(act: Awaitable[Any]) -> list[str]:
        """What stands after an act whose answer is lost."""
        with monkeypatch.context() as patches:
            assert not lose_an_answer_to_a_member(patches, "POST", status)
            await act
        return [text.split("\n")[0] for text in texts(world)[2:]]

    entry = await world.enter(first, post())
    opened = await chair.command("entry header", entry=str(entry.id))
    assert await after(chair.fill(opened, header="Title: The Pot")) == ["### The Pot"]
    assert await after(chair.command("entry remove", entry=str(entry.id))) == []
    assert await after(chair.command("entry restore", entry=str(entry.id))) == ["### The Pot"]
    moved = chair.command("entry move", entry=str(entry.id), round=str(second.id))
    assert await after(moved) == ["### The Pot"]
    assert len(told(world, world.writer)) == 4
    world.env._errors.clear()  # the simulator notes what reached a command


def lose_an_answer_to_a_member(
    patches: pytest.MonkeyPatch, method: str, status: int | None, *, arrives: bool = True, ending: str = ""
) -> list[str]:
    """The next one arrives, unless it does not, and what Discord says to it is lost; the path of the request, once
    there was one.
    """
    request, lost = FakeWebhookAdapter.request, list[str]()

    async def losing(adapter: Any, route: Any, *given: Any, **more: Any) -> Any:
        is_it = not lost and route.method == method and route.path.endswith(ending)
        answer = None if is_it and not arrives else await request(adapter, route, *given, **more)
        if is_it:
            lost.append(route.path)
            raise ConnectionResetError if status is None else refusal(status)
        return answer

    patches.setattr(FakeWebhookAdapter, "request", losing)
    return lost


def refusal(status: int) -> discord.HTTPException:
    response: Any = type("Response", (), {"status": status, "reason": "Service Unavailable"})()
    return discord.DiscordServerError(response, "upstream connect error")


# -- posting ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_requests_that_fail_for_minutes(world: World, desk: Desk, status: int) -> None:
    round_ = await world.open_round(hours=1)
    world.env.inject_error("*", "/channels/*", status=status, times=None)
    await hand_in(desk)
    await world.env.advance_time(10 * 60)
    assert stories(world) == []
    world.env.backend.faults.clear()
    await world.env.advance_time(60)
    assert len(stories(world)) == 1
    world.env.inject_error("*", "/channels/*", status=status, times=None)
    await world.env.advance_time(HOUR)
    world.env.backend.faults.clear()
    await world.env.advance_time(60)
    card, _, round_up = texts(world)
    assert "Closed" in card
    assert "the round-up" in round_up
    assert len(await entries(world, round_.id)) == 1


async def test_a_page_where_an_answer_belongs(world: World, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A network's login page, for some minutes: no round is paused, and nobody is told of a missing permission."""
    await world.open_round()
    with monkeypatch.context() as patches:
        answered_with_a_page(world, patches)
        await hand_in(desk)
        await world.env.advance_time(10 * 60)
    assert stories(world) == []
    await world.env.advance_time(60)
    assert len(stories(world)) == 1
    assert told(world, owner(world)) == []


def answered_with_a_page(world: World, patches: pytest.MonkeyPatch) -> None:
    async def page(route: Route, **_: Any) -> Any:
        raise NotDiscordError(f"a web page came where Discord's answer to {route.method} belongs")

    patches.setattr(world.bot.http, "request", page)


async def test_an_answer_to_a_post_that_is_lost(world: World, desk: Desk) -> None:
    await world.open_round()
    lost = lose_an_answer(world)
    await hand_in(desk)
    await world.env.advance_time(60)
    assert lost
    assert len(stories(world)) == 1


# -- the gateway, and servers -------------------------------------------------------------------------


async def test_a_gateway_that_drops_for_an_hour(world: World, desk: Desk) -> None:
    """A deadline passes meanwhile and is kept; hearts and a deletion are caught up with; the writer has the text."""
    round_ = await world.open_round(hours=1.5, entries_per_member=2)
    await hand_in(desk)
    await hand_in(desk)
    _, gone, hearted = world.channel.history()
    await world.env.advance_time(HOUR)
    socket: Any = world.bot.ws
    socket.open = False
    with world.env._bot_scope():
        world.bot.dispatch("disconnect")
    add(world, hearted, world.reader)
    world.env.backend.delete_message(world.channel.id, gone.id)
    await world.env.advance_time(HOUR)
    assert "Closed" in texts(world)[0], "a deadline waits for no gateway"
    socket.open = True
    with world.env._bot_scope():
        world.bot.dispatch("ready")
    await world.env.settle()
    assert len(await entries(world, round_.id)) == len(stories(world)) == 1
    assert await hearts(world, round_) == 1
    await desk.drafts()
    assert "The Kettle" in desk.text


async def test_a_server_that_is_away_at_start(world: World, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has an outage of its own when the bot starts; what was promised is kept as soon as it is back."""
    round_ = await world.open_round(hours=2)
    await hand_in(desk)
    with world.env.time_context():
        await world.bot.close()
    await world.env.advance_time(3 * HOUR)
    world.env.inject_error("GET", f"/channels/{world.channel.id}", status=404, code=10003, times=None)
    with monkeypatch.context() as patches:
        begin_without(patches, world.guild.id)
        await world.restart()
        await world.env.advance_time(10 * 60)
    world.env.backend.faults.clear()
    assert (await seen(world, round_)).paused is None
    assert told(world, owner(world)) == []
    backend = world.env.backend
    backend.emit("GUILD_CREATE", serializers.guild_create_payload(backend, backend.guilds[world.guild.id]))
    await world.env.settle()
    card, _, round_up = texts(world)
    assert "Closed" in card
    assert "the round-up" in round_up
    assert len(await entries(world, round_.id)) == 1
    desk.keep(await world.writer.slash(world.guild.create_text_channel("elsewhere"), "round show"))
    assert "First frost" in desk.text


def begin_without(patches: pytest.MonkeyPatch, guild_id: int) -> None:
    """A session begins with a server that is named and not there."""
    away = {"id": str(guild_id), "unavailable": True}
    ready: Any = ConnectionState.parse_ready

    def begin(state: Any, data: Any) -> None:
        ready(state, data | {"guilds": [away]})

    def named(*_: object) -> Any:
        return away

    patches.setattr(ConnectionState, "parse_ready", begin)
    patches.setattr(serializers, "guild_create_payload", named)

"""What goes wrong around a round stops no other, loses no entry, and is told to somebody who can mend it."""

import asyncio
import contextlib
import sqlite3
from dataclasses import replace
from datetime import timedelta
from typing import Any

import discord
import pytest

from bot.domain.problem import RefusedError, RoundChanged
from bot.domain.rounds.round import Round
from bot.services import finding, planning, publishing
from bot.storage.session import Session
from bot.ui.answering import permission
from tests.discord import chair
from tests.discord.conftest import World
from tests.discord.desk import Desk, post
from tests.discord.kills import killing
from tests.discord.test_publishing import CUT_POST, POST, close, forbid, restrict, texts


async def seen(world: World, round_: Round) -> Round:
    return await finding.one_round(world.bot.database, world.guild.id, round_.id)


async def entries(world: World, round_: Round) -> int:
    return (await finding.standing(world.bot.database, round_)).entries


async def test_a_history_that_may_not_be_read_makes_nobody_believe_that_entries_are_gone(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    await world.env.advance_time(1)
    forbid(world, discord.Permissions(read_message_history=True))
    await world.restart()
    assert await entries(world, round_) == 1
    await world.enter(round_, CUT_POST)
    assert (await seen(world, round_)).paused == "no permission"
    assert len(texts(world)) == 2
    forbid(world, discord.Permissions.none())
    await world.env.settle()
    assert len(texts(world)) == 3


async def test_a_clock_that_goes_back_takes_nothing_away(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    await close(world, round_)
    now = discord.utils.utcnow
    with monkeypatch.context() as patches:
        patches.setattr(discord.utils, "utcnow", lambda: now() - timedelta(days=2))
        other = await world.open_round()
        await planning.cancel(world.bot.database, world.asked(), other.id)
        await world.bot.database.write(Session.run, "UPDATE rounds SET revision = revision + 1")
        await world.wake()
    assert "the round-up" in texts(world)[2]
    assert "Closed" in texts(world)[0]


@pytest.mark.usefixtures("glancing")
async def test_a_clock_that_jumps_ahead_is_noticed_within_minutes(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.open_round(hours=0.9)
    now = discord.utils.utcnow
    monkeypatch.setattr(discord.utils, "utcnow", lambda: now() + timedelta(hours=2))  # the computer was asleep
    await world.env.advance_time(5 * 60 + 1)
    assert "Closed" in texts(world)[0]


async def test_a_list_that_shrank_and_grew_is_whole_again(world: World) -> None:
    round_ = await world.open_round(entries_per_member=40)
    posts = [f"Title: {number} {'a long title ' * 9}\n\nOne." for number in range(30)]
    handed_in = [await world.write_entry(round_, post) for post in posts]
    await world.wake()
    await close(world, round_)
    lists = [text for text in texts(world) if ". [" in text]
    assert len(lists) > 1
    assert sum(text.count("https://") for text in lists) == len(handed_in)


async def test_a_network_that_fails_while_somebody_is_told_stops_no_other_round(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = world.guild.create_text_channel("other")
    doomed = await world.open_round(channel=other)
    round_ = await world.open_round()
    await world.write_entry(doomed, POST)
    await world.write_entry(round_, POST)
    world.env.backend.delete_channel(other.id)
    await world.env.settle()

    async def unreachable(*_: Any, **__: Any) -> None:
        raise ConnectionResetError("the network is gone")

    monkeypatch.setattr(discord.User, "send", unreachable)
    await world.wake()
    assert len(texts(world)) == 2
    assert (await seen(world, doomed)).paused == "no channel"


@pytest.mark.complains("incident")
async def test_one_message_that_discord_does_not_take_keeps_no_other_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_ = await world.open_round()
    request: Any = world.bot.http.request

    async def picky(route: Any, **kwargs: Any) -> Any:
        if route.method == "POST" and "The Kettle" in str(kwargs.get("json")):
            kwargs["json"] = {"components": []}
        return await request(route, **kwargs)

    monkeypatch.setattr(world.bot.http, "request", picky)
    await world.write_entry(round_, POST)
    await world.write_entry(round_, CUT_POST)
    await world.wake()
    assert "The Storm" in texts(world)[-1]
    assert (await seen(world, round_)).paused == "not taken"


async def test_a_story_that_may_not_stand_here_keeps_no_other_back(world: World) -> None:
    round_ = await world.open_round()
    await world.write_entry(round_, "Title: Late\nRating: NC-17\n\nThe door closed.", to_adults=True)
    await world.write_entry(round_, POST)
    await world.wake()
    assert "The Kettle" in texts(world)[-1]
    await restrict(world, to_adults=True)
    assert "The door closed." in texts(world)[-1]


async def test_a_reaction_that_fails_is_tried_again_and_keeps_nothing_back(world: World) -> None:
    round_ = await world.open_round()
    world.env.inject_error("PUT", "/channels/*/reactions/*", status=503, times=1)
    await world.write_entry(round_, POST)
    await world.write_entry(round_, CUT_POST)
    await world.wake()
    assert len(texts(world)) == 3
    await world.env.advance_time(60)
    assert [len(message.reactions) for message in world.channel.history()[1:]] == [1, 1]


async def test_hearts_that_came_before_the_message_was_known_are_counted(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_ = await world.open_round()
    request: Any = world.bot.http.request
    lost: list[int] = []

    async def losing(route: Any, **kwargs: Any) -> Any:
        answer = await request(route, **kwargs)
        if route.method == "POST" and route.path.endswith("/messages") and not lost:
            lost.append(int(answer["id"]))
            world.env.backend.add_reaction(world.channel.id, lost[0], "♥️", world.reader.id)
            raise ConnectionResetError("the answer was lost")
        return answer

    monkeypatch.setattr(world.bot.http, "request", losing)
    await world.enter(round_, POST)
    await world.env.advance_time(60)
    assert (await finding.hearts(world.bot.database, round_.id)).total == 1


@pytest.mark.complains("the second tries failed")
async def test_a_server_is_tried_again_where_that_could_not_be_written_down(world: World) -> None:
    round_ = await world.open_round()
    forbid(world, discord.Permissions(send_messages=True))
    await world.enter(round_, POST)
    assert (await seen(world, round_)).paused == "no permission"
    with contextlib.closing(sqlite3.connect(world.path)) as file:
        file.execute("CREATE TRIGGER full BEFORE UPDATE OF not_before ON rounds BEGIN SELECT RAISE(ABORT, 'full'); END")
        forbid(world, discord.Permissions.none())
        await world.env.settle()
        file.execute("DROP TRIGGER full")
    assert len(texts(world)) == 1
    await world.env.advance_time(31)
    assert len(texts(world)) == 2


async def test_moderators_are_told_once_and_tried_again_until_they_are(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_ = await world.open_round()
    forbid(world, discord.Permissions(send_messages=True))
    await world.env.settle()
    heard: list[str] = []
    send: Any = discord.User.send

    async def closed_at_first(user: discord.User, content: str, **others: Any) -> Any:
        heard.append(content)
        if len(heard) == 1:
            raise TimeoutError
        return await send(user, content, **others)

    monkeypatch.setattr(discord.User, "send", closed_at_first)
    await world.enter(round_, POST)
    assert len(heard) == 1
    await world.env.advance_time(3 * 3600 + 10)
    assert len(heard) == 2
    assert "waits for a moderator: " in heard[1]


async def test_a_kill_while_moderators_are_told_tells_them_once(world: World, notices: Any) -> None:
    await world.write_entry(await world.open_round(), POST)
    forbid(world, discord.Permissions(send_messages=True))
    async with killing(world) as kills:
        await world.wake()
    async for killed in kills.each(more_than=5):
        await world.env.advance_time(600)  # no nonce is known any more
        await world.restart()
        await world.env.settle()
        assert len(texts(world, notices)) == 1, killed


async def test_an_entry_removed_by_hand_is_a_draft_of_its_writers_again(world: World) -> None:
    round_ = await world.open_round()
    await world.enter(round_, POST)
    world.env.backend.delete_message(world.channel.id, world.channel.last_message.id)
    await world.env.settle()
    assert await entries(world, round_) == 0
    (draft,) = await world.drafts_of(world.writer.id)
    assert draft.text == POST


async def test_a_change_asked_for_earlier_does_not_undo_a_later_one(world: World) -> None:
    round_ = await world.open_round()
    longer = replace(round_.plan, closes_at=round_.plan.closes_at + timedelta(hours=1))
    earlier = await planning.propose(world.bot.database, world.asked(), longer, round_id=round_.id)
    renamed = replace(round_.plan, title="Second frost")
    later = await planning.propose(world.bot.database, world.asked(), renamed, round_id=round_.id)
    await planning.confirm(world.bot.database, later.id, world.env.now())
    with pytest.raises(RefusedError) as refused:
        await planning.confirm(world.bot.database, earlier.id, world.env.now())
    assert refused.value.problems == (RoundChanged(),)
    assert (await seen(world, round_)).plan.title == "Second frost"


def slow_down(world: World, monkeypatch: pytest.MonkeyPatch, channel: Any, seconds: int) -> None:
    """Discord takes its time with messages to this channel."""
    request: Any = world.bot.http.request

    async def slowed(route: Any, **kwargs: Any) -> Any:
        if route.method == "POST" and route.channel_id == channel.id:
            await asyncio.sleep(seconds)
        return await request(route, **kwargs)

    monkeypatch.setattr(world.bot.http, "request", slowed)


async def test_a_round_that_is_kept_waiting_delays_no_other(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    other = world.guild.create_text_channel("other")
    slow, round_ = await world.open_round(channel=other), await world.open_round()
    slow_down(world, monkeypatch, other, 300)
    await world.enter(slow, POST)
    await world.enter(round_, POST)
    assert len(texts(world)) == 2
    await world.env.advance_time(310)
    assert len(other.history()) == 2


async def test_a_deadline_that_passes_while_an_entry_is_posted_is_kept(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_ = await world.open_round(hours=1)
    await world.env.advance_time(3600 - 10)
    slow_down(world, monkeypatch, world.channel, 20)
    await world.enter(round_, POST)
    await world.env.advance_time(60)
    assert "Closed" in texts(world)[0]
    assert "the round-up" in texts(world)[-1]


@pytest.mark.complains("incident")
async def test_a_full_disk_posts_nothing_twice(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    other = world.guild.create_text_channel("other")
    doomed, round_ = await world.open_round(channel=other), await world.open_round()
    world.env.backend.delete_channel(other.id)
    await world.env.settle()

    async def full(*_: Any) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(publishing, "pause", full)
    slow_down(world, monkeypatch, world.channel, 100)
    await world.write_entry(doomed, POST)
    await world.enter(round_, POST)
    for _ in range(4):
        await world.env.advance_time(40)
    assert len(texts(world)) == 2


async def test_a_writer_is_told_when_an_entry_has_to_wait(world: World) -> None:
    await world.open_round()
    forbid(world, discord.Permissions(send_messages=True))
    desk, waits = Desk(world, world.writer), "as soon as a moderator has put right what keeps me from posting there"
    await desk.submit(post())
    assert f"Ready to hand in\n*Hand in* posts it in <#{world.channel.id}>." in desk.text
    await desk.click("Hand in")  # nobody knows yet that it cannot be posted
    assert f"It appears in <#{world.channel.id}> in a moment." in desk.text
    await world.env.settle()
    await desk.submit(post())
    assert f"Ready to hand in\n*Hand in* posts it in <#{world.channel.id}> {waits}." in desk.text
    await desk.click("Hand in")
    assert f"It appears in <#{world.channel.id}> {waits}." in desk.text
    forbid(world, discord.Permissions.none())
    await world.env.settle()
    assert len(texts(world)) == 3


async def test_a_paused_round_is_left_alone_until_something_changes(world: World) -> None:
    other = world.guild.create_text_channel("other")
    doomed, round_ = await world.open_round(channel=other), await world.open_round()
    await world.write_entry(doomed, POST)
    await chair.forbid(world, other, send_messages=True)
    before = len(world.env.http_requests)
    await world.enter(round_, POST)
    assert [entry.path for entry in world.env.http_requests[before:] if str(other.id) in entry.path] == []
    await world.env.advance_time(3600)
    assert [entry.path for entry in world.env.http_requests[before:] if str(other.id) in entry.path] != []


async def test_a_round_whose_channel_is_gone_is_tried_at_its_dates_alone(world: World) -> None:
    other = world.guild.create_text_channel("other")
    doomed = await world.open_round(channel=other, hours=72)
    await world.write_entry(doomed, POST)
    world.env.backend.delete_channel(other.id)
    await world.wake()
    tried: list[int] = []
    for _ in range(5):
        before = len(world.env.http_requests)
        await world.env.advance_time(24 * 3600)
        tried.append(sum(str(other.id) in entry.path for entry in world.env.http_requests[before:]))
    assert [bool(number) for number in tried] == [False, False, True, False, False], "at its close"


async def test_what_changes_in_one_guild_lets_no_other_guilds_rounds_be_tried(world: World) -> None:
    other = world.guild.create_text_channel("other")
    doomed = await world.open_round(channel=other)
    await world.write_entry(doomed, POST)
    world.env.backend.delete_channel(other.id)
    await world.wake()
    elsewhere = world.env.create_guild(name="The Blotter")
    before = len(world.env.http_requests)
    role = elsewhere.roles[world.env.backend.bot_user.name]
    world.env.backend.edit_role(elsewhere.id, role.id, {"permissions": permission.INVITED.value})
    await world.env.settle()
    assert [entry.path for entry in world.env.http_requests[before:] if str(other.id) in entry.path] == []
    role = world.guild.roles[world.env.backend.bot_user.name]
    world.env.backend.edit_role(world.guild.id, role.id, {"permissions": permission.INVITED.value})
    await world.env.settle()
    assert [entry.path for entry in world.env.http_requests[before:] if str(other.id) in entry.path] != []


async def test_a_guild_that_discord_has_down_is_gone_on_with_when_it_is_back(world: World) -> None:
    round_ = await world.open_round()
    guilds: dict[int, discord.Guild] = world.bot._connection._guilds
    down = guilds.pop(world.guild.id)
    await world.enter(round_, POST)
    assert (await seen(world, round_)).paused is None
    assert len(texts(world)) == 1
    guilds[down.id] = down
    with world.env._bot_scope():
        world.bot.dispatch("guild_available", down)
    await world.env.settle()
    assert len(texts(world)) == 2


async def test_a_notice_shows_a_title_as_it_was_typed(world: World) -> None:
    staff = world.guild.create_text_channel("staff")
    await world.settle(notices_channel_id=staff.id)
    round_ = await world.open_round(title="**Ice** [here](https://ice.example)")
    forbid(world, discord.Permissions(send_messages=True))
    await world.enter(round_, POST)
    assert r"The round “\*\*Ice\*\* \[here\](https://ice.example)”" in staff.last_message.content


async def test_moderators_are_told_of_each_round_that_waits(world: World) -> None:
    staff = world.guild.create_text_channel("staff")
    await world.settle(notices_channel_id=staff.id)
    forbid(world, discord.Permissions(send_messages=True))
    await world.env.settle()
    for title in ("Ferry", "Kettle"):
        await world.open_round(title=title)
    told = [message.content for message in staff.history()]
    assert [("Ferry" in text, "Kettle" in text) for text in told] == [(True, False), (False, True)]

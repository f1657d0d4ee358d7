"""Rounds in a thread, which Discord archives by itself after some quiet days."""

from typing import Any

import discord
import pytest
from simcord.backend import serializers

from bot.domain.rounds.round import Phase, Round
from bot.services import finding
from tests.discord.chair import Chair, manager
from tests.discord.conftest import World
from tests.discord.test_publishing import forbid
from tests.discord.test_sight import hide, overwrite

POST = "Title: Tuesday\n\nThe lamp came on a minute early."


@pytest.fixture
async def thread(world: World) -> Any:
    return await world.open_thread()


async def archive(world: World, thread: Any, **how: bool) -> None:
    world.env.backend.edit_channel(thread.id, {}, thread_metadata={"archived": True} | how)
    await world.env.settle()


async def seen(world: World) -> Round:
    (only,) = await finding.all_rounds(world.bot.database, world.guild.id)
    return only


def texts(world: World, thread: Any) -> list[str]:
    return [str(message.components) for message in world.env.backend.messages[thread.id].values()]


async def test_a_quiet_thread_is_opened_again_for_an_entry_and_for_the_end(world: World, thread: Any) -> None:
    round_ = await world.open_round(channel=thread)
    await archive(world, thread)
    await world.enter(round_, POST)
    assert (await seen(world)).paused is None
    assert ["**Entries**: 1" in texts(world, thread)[0], len(texts(world, thread))] == [True, 2]
    await archive(world, thread)
    await world.env.advance_time(25 * 3600)
    assert (await seen(world)).on_show is Phase.CLOSED
    assert "Thank you for writing" in texts(world, thread)[0]
    assert "the round-up" in texts(world, thread)[2]


async def test_a_thread_that_was_locked_stays_so_and_its_round_goes_on_when_it_is_open_again(
    world: World, thread: Any
) -> None:
    round_ = await world.open_round(channel=thread)
    await archive(world, thread, locked=True)
    await world.enter(round_, POST)
    assert (await seen(world)).paused == "thread locked"
    assert thread.thread_metadata.archived
    assert len(texts(world, thread)) == 1, "what is true of the card is true of all"
    await archive(world, thread, archived=False, locked=False)
    assert (await seen(world)).paused is None
    assert "**Entries**: 1" in texts(world, thread)[0]


@pytest.mark.parametrize("status", [400, 403])
async def test_a_lock_is_told_from_a_missing_permission(world: World, thread: Any, status: int) -> None:
    world.env.inject_error("POST", f"/channels/{thread.id}/messages", status=status, code=160005, times=None)
    await world.open_round(channel=thread)
    assert (await seen(world)).paused == "thread locked"


async def test_a_round_in_a_private_thread_is_told_of_there_and_to_who_may_see_all_of_them(world: World) -> None:
    kind = discord.ChannelType.private_thread.value
    world.env.backend.create_thread(world.channel.id, "backstage", world.moderator.id, type=kind)
    thread = world.channel.threads[0]
    for member in (world.env.backend.bot_user, world.reader):
        world.env.backend.add_thread_member(thread.id, member.id)
    await world.env.settle()
    await world.open_round(channel=thread, title="Backstage")
    role = world.guild.create_role("Hosts", permissions=discord.Permissions(manage_threads=True))
    host = Chair(world, world.guild.add_member(world.env.create_user("odile"), roles=[role]))
    reader = Chair(world, world.reader)
    for asking, where, told in ((reader, None, False), (reader, thread, True), (host, None, True)):
        await asking.slash("list", channel=where)
        assert ("Backstage" in asking.text) is told


async def test_an_archived_thread_is_in_sight_of_those_who_see_its_channel(world: World, thread: Any) -> None:
    round_ = await world.open_round(channel=thread, title="Backstage")
    await archive(world, thread)
    reader = Chair(world, world.reader)
    before = len(world.env.http_requests)
    for _ in range(2):
        await reader.slash("list")
        assert "Backstage" in reader.text
    asked = [entry.path for entry in world.env.http_requests[before:] if entry.path == f"/channels/{thread.id}"]
    assert len(asked) == 1
    elsewhere = world.guild.create_text_channel("elsewhere")
    forbid(world, discord.Permissions(view_channel=True))
    await world.env.settle()
    await reader.slash("list", channel=elsewhere)
    assert "Backstage" not in reader.text
    world.env.backend.delete_channel(world.channel.id)
    await world.env.settle()
    for asking, told in ((reader, False), (Chair(world, world.moderator), False), (manager(world), True)):
        await asking.slash("show", channel=elsewhere, round=str(round_.id))
        assert ("Backstage" in asking.text) is told, "where nobody can look any more, only who manages the server can"


async def test_what_an_archived_threads_channel_denies_holds_in_a_new_session_too(world: World, thread: Any) -> None:
    round_ = await world.open_round(channel=thread, title="Backstage")
    await archive(world, thread)
    elsewhere = world.guild.create_text_channel("elsewhere")
    reader, host = Chair(world, world.reader), Chair(world, world.moderator)
    await reader.slash("list", channel=elsewhere)
    assert "Backstage" in reader.text
    await new_session(world)
    await hide(world, world.channel, world.reader)
    await overwrite(world, world.channel, world.moderator, deny=discord.Permissions(manage_messages=True).value)
    await reader.slash("list", channel=elsewhere)
    assert "Backstage" not in reader.text
    await host.slash("close", channel=elsewhere, round=str(round_.id))
    assert "Only moderators can do this" in host.text


async def new_session(world: World) -> None:
    """Discord tells all that there is anew, as it does where a session cannot be resumed, but for archived threads."""
    backend = world.env.backend
    backend.emit("GUILD_DELETE", {"id": str(world.guild.id)})
    told = serializers.guild_create_payload(backend, backend.get_guild(world.guild.id))
    backend.emit("GUILD_CREATE", dict(told) | {"threads": []})
    await world.env.settle()

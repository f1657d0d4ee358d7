"""The database goes on from a copy, and rounds live in threads below their cards."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.rounds.home import Home
from bot.domain.rounds.round import Round
from bot.services import planning
from tests.discord.chair import Chair
from tests.discord.conftest import World
from tests.discord.test_homes import is_open, ours, texts
from tests.discord.test_kills import LONG
from tests.discord.test_restores import back_up, figures, post, restore, texts_of, titles


def thread_of(world: World) -> Any:
    (thread,) = world.channel.threads
    return thread


@pytest.fixture
async def round_(world: World) -> Round:
    return await world.open_round(home=Home.THREAD)


async def test_stories_that_came_to_a_thread_after_the_copy_stand_there_once(
    world: World, notices: Any, round_: Round
) -> None:
    await world.enter(round_, post("One"))
    await world.write_entry(round_, LONG)
    copy = back_up(world)
    await world.wake()
    await world.enter(round_, post("Three"))
    thread = thread_of(world)
    stood = [message.id for message in thread.history()]
    lost = thread.last_message
    await restore(world, copy)
    await world.env.advance_time(60)
    assert [message.id for message in thread.history()] == stood
    await world.enter(round_, post("Four"), author=world.other_writer)
    assert titles(world, thread) == ["One", "Long", "Three", "Four"]
    (notice,) = texts_of(notices)
    assert "found again" in notice
    assert lost.jump_url in notice
    for message in thread.history():
        await world.reader.react(message, "♥️")
    assert await figures(world, round_) == (3, 3), "of the lost one nobody knows whose its hearts are"


async def test_a_thread_that_was_made_after_the_copy_is_gone_on_with(world: World, round_: Round) -> None:
    proposal = await planning.propose(world.bot.database, world.asked(), replace(round_.plan, title="Ashes"))
    other = await planning.confirm(world.bot.database, proposal.id, world.env.now())
    copy = back_up(world)
    await world.wake()
    await world.enter(other, post("One"))
    await restore(world, copy)
    await world.enter(other, post("Two"), author=world.other_writer)
    [thread] = [thread for thread in world.channel.threads if thread.name == "Ashes"]
    assert titles(world, thread) == ["One", "Two"]
    assert len(texts(world.channel)) == 2


async def test_a_thread_shows_what_the_copy_knows(world: World, round_: Round) -> None:
    await world.enter(round_, post("One"))
    copy = back_up(world)
    chair = Chair(world, world.moderator)
    await chair.fill(await chair.slash("edit", closes="in 1 hour"), title="Ashes")
    await chair.click("Save the change")
    await world.env.advance_time(2 * 3600)
    thread = thread_of(world)
    assert thread.name == "Ashes"
    assert not is_open(thread)
    await restore(world, copy)
    assert (thread_of(world).name, is_open(thread_of(world))) == ("First frost", True)
    await world.enter(round_, post("Two"))
    assert titles(world, thread_of(world))[:2] == ["One", "Two"]


@pytest.mark.parametrize("home", [Home.POSTS, Home.THREAD])
async def test_stories_that_came_to_a_forum_after_the_copy_stand_there_once(
    world: World, notices: Any, home: Home
) -> None:
    forum = world.guild.create_forum_channel("stories")
    round_ = await world.open_round(channel=forum, home=home)
    await world.enter(round_, post("One"))
    await world.write_entry(round_, LONG)
    copy = back_up(world)
    await world.wake()
    await world.enter(round_, post("Three"))
    stood = {message.id for thread in forum.threads for message in ours(thread)}
    await restore(world, copy)
    await world.env.advance_time(60)
    assert {message.id for thread in forum.threads for message in ours(thread)} == stood
    await world.enter(round_, post("Four"), author=world.other_writer)
    assert await figures(world, round_) == (3, 0)
    (notice,) = texts_of(notices)
    assert "1 story unknown to me" in notice

"""Threads to talk in, beside a round or beside its stories: they are nice to have, and stop nothing."""

import pytest

from bot.domain.rounds.home import Talk
from bot.services import withdrawing
from tests.discord.chair import Chair, forbid
from tests.discord.conftest import World
from tests.discord.test_homes import HOUR, POST, is_open, texts, the_round


async def test_a_thread_beside_the_round_is_for_talk_alone_and_goes_with_its_phases(world: World) -> None:
    chair = Chair(world, world.moderator)
    await chair.propose(closes="in 1 hour", words="anything", talk="round", prompt="Frost")
    assert "**To talk in**: a thread beside the round" in chair.text
    await chair.click("Open the round")
    [thread] = world.channel.threads
    await world.enter(await chair.round(), "Title: A\nFandom: B\nRating: G\n\nIt sang.")
    assert (thread.name, texts(thread), len(texts(world.channel))) == ("Frost", [], 2)
    await world.env.advance_time(2 * HOUR)
    assert (is_open(thread), len(texts(world.channel))) == (False, 3)


async def test_each_story_may_have_a_thread_which_is_closed_when_it_is_taken_back(world: World) -> None:
    chair = Chair(world, world.moderator)
    round_ = await world.open_round()
    first = await world.enter(round_, POST)
    await chair.fill(await chair.slash("edit", talk="stories"))
    await chair.click("Save the change")
    await world.enter(round_, POST.replace("Kettle", "Lamp"), author=world.other_writer)
    kettle, lamp = world.channel.threads
    assert (kettle.name, lamp.name) == ("The Kettle", "The Lamp")
    await withdrawing.withdraw(world.bot.database, first.id, world.writer.id, world.env.now())
    world.env.backend.delete_channel(lamp.id)
    await world.wake()
    assert (kettle.name, is_open(kettle), len(texts(world.channel))) == ("Taken back", False, 2)
    assert (await the_round(world)).paused is None, "nobody misses a thread that somebody deleted"
    before = len(world.env.http_requests)
    await world.env.advance_time(26 * HOUR)
    asked = [each.path for each in world.env.http_requests[before:] if each.path == f"/channels/{lamp.id}"]
    assert asked == [], "it is asked for once"


@pytest.mark.parametrize("is_locked_out", [True, False])
async def test_what_stands_in_a_threads_way_does_not_stand_in_the_rounds(world: World, is_locked_out: bool) -> None:
    chair = Chair(world, world.moderator)
    if is_locked_out:
        await forbid(world, world.channel, create_public_threads=True)
    else:
        world.env.inject_error("POST", "/channels/*/threads", status=503, times=1)
    await chair.propose(closes="in 1 hour", talk="round")
    assert ("I need: Create Public Threads" in chair.text) is is_locked_out
    await chair.click("Open the round")
    assert (await the_round(world)).paused is None
    await world.env.advance_time(60)
    assert len(world.channel.threads) == (0 if is_locked_out else 1)
    await chair.command("doctor")
    assert ("without it, rounds and stories can't have threads" in chair.text) is is_locked_out


async def test_in_a_thread_members_talk_anyway(world: World) -> None:
    thread = await world.open_thread()
    await world.open_round(channel=thread, talk=Talk.ROUND)
    assert (await the_round(world)).paused is None
    assert len(world.channel.threads) == 1

"""Rounds in a thread of their own: it is there once, open while the round is, and closed after it."""

from typing import Any

import pytest

from bot.domain.rounds.home import Home
from bot.domain.rounds.round import Round
from bot.services import finding, withdrawing
from tests.discord.chair import Chair
from tests.discord.conftest import World, shown
from tests.discord.kills import killing
from tests.discord.lost_answers import lose_an_answer
from tests.discord.test_reconciling import HEART, stop

POST = "Title: The Kettle\nRating: G\n\nIt sang, and nobody came."
HOUR = 3600


def is_open(thread: Any) -> bool:
    return not thread._channel.thread_metadata.archived


def ours(place: Any) -> list[Any]:
    """What the bot posted there: Discord's own messages have no components."""
    return [message for message in place.history() if message.components]


def texts(place: Any) -> list[str]:
    return [shown(message) for message in ours(place)]


async def archive(world: World, thread: Any, **how: bool) -> None:
    world.env.backend.edit_channel(thread.id, {}, thread_metadata={"archived": True} | how)
    await world.env.settle()


async def the_round(world: World) -> Round:
    (only,) = await finding.all_rounds(world.bot.database, world.guild.id)
    return only


async def test_a_round_in_a_thread_has_its_card_in_the_channel_and_all_else_below_it(world: World) -> None:
    chair = Chair(world, world.moderator)
    await chair.propose(closes="in 1 hour", words="anything", where="thread", prompt="Frost and ashes")
    assert "its stories stand in a thread below its card" in chair.text
    await chair.click("Open the round")
    [thread] = world.channel.threads
    assert thread.name == "Frost and ashes"
    assert thread._channel.thread_metadata.auto_archive_duration == 7 * 24 * 60
    await chair.slash("extend", closes="1 hour")
    await chair.click("Save and tell members")
    await world.enter(await chair.round(), POST.replace("Title", "Fandom: Lamps\nTitle"))
    [_, told] = texts(world.channel)
    assert "There is a new end" in told, "it is for those who are not in the thread"
    [story] = ours(thread)
    assert story.jump_url == f"https://discord.com/channels/{world.guild.id}/{thread.id}/{story.id}"
    await chair.slash("show")
    assert f"[The Kettle]({story.jump_url})" in chair.text
    await chair.fill(await chair.slash("edit", closes="in 2 hours"), title="Ashes")
    await chair.click("Save the change")
    assert (thread.name, is_open(thread)) == ("Ashes", True)
    await world.reader.react(story, HEART)
    await world.env.advance_time(3 * HOUR)
    assert f"[The Kettle]({story.jump_url})" in texts(thread)[-1], "the round-up"
    assert "♥\N{NO-BREAK SPACE}1" in texts(thread)[-1], "it was edited after the thread was closed"
    assert "A closed thread takes no hearts until somebody writes in it" in texts(thread)[-1]
    assert (is_open(thread), thread._channel.thread_metadata.locked) == (False, False)


async def test_a_thread_that_members_open_again_stays_open_and_one_opened_for_a_change_does_not(world: World) -> None:
    round_ = await world.open_round(hours=1, home=Home.THREAD)
    await world.enter(round_, POST)
    [thread] = world.channel.threads
    await world.env.advance_time(2 * HOUR)
    await archive(world, thread, archived=False)
    await world.env.advance_time(2 * HOUR)
    assert is_open(thread)
    await archive(world, thread)
    story = ours(thread)[0]
    world.env.backend.delete_message(thread.id, story.id)
    await world.env.settle()
    assert ("No entries this time." in texts(thread)[-1], is_open(thread)) == (True, False)
    chair = Chair(world, world.moderator)
    await chair.slash("extend", closes="2 hours")
    await chair.click("Save the change")
    assert (is_open(thread), texts(thread)) == (True, []), "the round is open again, and its round-up is gone"


async def test_a_thread_opened_for_a_change_that_fails_is_closed_after_the_next_try(world: World) -> None:
    round_ = await world.open_round(hours=1, home=Home.THREAD)
    await world.enter(round_, POST)
    [thread] = world.channel.threads
    await world.env.advance_time(2 * HOUR)
    world.env.inject_error("PATCH", "/channels/*/messages/*", status=503, times=1)
    world.env.backend.delete_message(thread.id, ours(thread)[0].id)
    await world.env.advance_time(60)
    assert ("No entries this time." in texts(thread)[-1], is_open(thread)) == (True, False)


@pytest.mark.parametrize("is_away", [False, True])
async def test_a_thread_that_is_archived_too_early_is_opened_again(world: World, is_away: bool) -> None:
    await world.open_round(home=Home.THREAD)
    [thread] = world.channel.threads
    if is_away:
        await stop(world)
    world.env.backend.edit_channel(thread.id, {}, thread_metadata={"archived": True})
    if is_away:
        await world.restart()
    await world.env.settle()
    assert is_open(thread)
    before = len(world.env.http_requests)
    await world.enter(await the_round(world), POST)
    asked = [(each.method, each.path) for each in world.env.http_requests[before:] if str(thread.id) in each.path]
    assert ("GET", f"/channels/{thread.id}") not in asked, "what is open needs no look"
    await archive(world, thread, locked=True)
    assert not is_open(thread), "one that moderators locked is theirs"
    assert (await the_round(world)).paused is None


async def test_a_round_whose_thread_is_gone_waits_and_moderators_hear_of_it_once(world: World, notices: Any) -> None:
    round_ = await world.open_round(home=Home.THREAD)
    [thread] = world.channel.threads
    world.env.backend.delete_channel(thread.id)
    await world.env.settle()
    await world.enter(round_, POST)
    await world.env.advance_time(3 * HOUR)
    assert (await the_round(world)).paused == "no channel"
    [told] = notices.history()
    assert "its channel or its thread is gone" in told.content
    assert world.channel.threads == [], "Discord allows a message no second thread"


async def test_a_thread_whose_answer_was_lost_or_that_a_member_made_is_taken(world: World) -> None:
    lost = lose_an_answer(world, "POST", "/threads")
    round_ = await world.open_round(home=Home.THREAD)
    await world.env.advance_time(60)
    await world.enter(round_, POST)
    [thread] = world.channel.threads
    assert lost
    assert len(texts(thread)) == 1


async def test_a_kill_at_any_step_ends_with_one_thread_and_each_message_once(world: World) -> None:
    await world.write_entry(await world.write_round(hours=1, home=Home.THREAD), POST)
    async with killing(world) as kills:
        await world.wake()
    async for killed in kills.each(more_than=12):
        await world.restart()
        [thread] = world.channel.threads
        assert [len(ours(world.channel)), len(ours(thread)), is_open(thread)] == [1, 1, True], killed
        await world.env.advance_time(2 * HOUR)
        assert [len(ours(thread)), is_open(thread)] == [2, False], killed


async def test_hearts_in_a_thread_are_compared_there_closed_or_not(world: World) -> None:
    round_ = await world.open_round(hours=1, home=Home.THREAD)
    entry = await world.enter(round_, POST)
    [thread] = world.channel.threads
    story = ours(thread)[0]
    await stop(world)
    world.env.backend.add_reaction(thread.id, story.id, HEART, world.reader.id)
    await world.restart()
    assert (await finding.hearts(world.bot.database, round_.id)).total == 1
    await stop(world)
    world.env.backend.add_reaction(thread.id, story.id, HEART, world.other_writer.id)
    world.env.backend.edit_channel(thread.id, {}, thread_metadata={"archived": True})
    await world.restart()
    assert (await finding.hearts(world.bot.database, round_.id)).total == 2
    await withdrawing.withdraw(world.bot.database, entry.id, world.writer.id, world.env.now())
    await archive(world, thread)
    await world.wake()
    assert texts(thread) == []


async def test_in_its_thread_a_round_is_meant_without_a_name(world: World) -> None:
    await world.open_round(home=Home.THREAD)
    await world.open_round(channel=world.guild.create_text_channel("elsewhere"), title="Thaw")
    reader = Chair(world, world.reader)
    await reader.slash("show", channel=world.channel.threads[0])
    assert "**Open** in" in reader.text
    await reader.slash("show", channel=world.guild.create_text_channel("far away"))
    assert "There are several: “Thaw” and “First frost”. Say which one" in reader.text

"""Posts that somebody deleted by hand, one or all of them: nothing is lost, and people are told once."""

from typing import Any

import pytest

from bot.domain.moderation.deed import Did
from bot.domain.rounds.home import Home
from bot.domain.rounds.round import Round
from bot.domain.rounds.screening import Review, Screening
from tests.discord.chair import Chair
from tests.discord.conftest import World, make_bot, shown
from tests.discord.desk import Desk, entries, post
from tests.discord.kills import killing
from tests.discord.test_log import deeds
from tests.discord.test_moderating import stories
from tests.discord.test_suggestions import heard


@pytest.fixture
async def round_(world: World, notices: Any) -> Round:
    return await world.open_round()


async def delete(world: World, *posts: Any) -> None:
    for each in posts:
        world.env.backend.delete_message(each.channel.id, each.id)
    await world.env.settle()


def posts(world: World) -> list[Any]:
    return [message for message in world.channel.history() if "The kettle sang" in shown(message)]


async def test_the_writer_gets_the_text_and_moderators_choose(world: World, notices: Any, round_: Round) -> None:
    await world.enter(round_, post())
    await delete(world, *posts(world))
    [told] = world.writer.user.dm_channel.history()
    assert "Somebody deleted the post of **The Kettle** in **First frost**" in told.content
    [file] = told.attachments
    assert "The kettle sang" in (await file.read()).decode()
    [card] = notices.history()
    assert "A post of mine was deleted by hand in **First frost**" in shown(card)
    assert "**The Kettle** by" in shown(card)
    assert "Its writer has the text, and knows. Shall I post it again?" in shown(card)
    assert len(await world.drafts_of(world.writer.id)) == 1

    await world.moderator.click(card, label="Post again")
    assert len(stories(world)) == 1
    assert await world.drafts_of(world.writer.id) == []
    assert "had me post again what was deleted" in shown(notices.last_message)
    assert await deeds(world) == [Did.ENTRY_REPOSTED]
    desk = Desk(world, world.writer)
    desk.keep(await world.writer.slash(world.channel, "entry withdraw"))
    await desk.click("Take it back")
    assert stories(world) == []
    assert len(await world.drafts_of(world.writer.id)) == 1


async def test_moderators_leave_it_out(world: World, notices: Any, round_: Round) -> None:
    await world.enter(round_, post())
    await delete(world, *posts(world))
    await world.moderator.click(notices.last_message, label="Leave out")
    assert "left out what was deleted" in shown(notices.last_message)
    assert stories(world) == []
    assert len(await world.drafts_of(world.writer.id)) == 1
    await world.restart()
    assert len(heard(world)) == len(notices.history()) == 1


async def test_what_was_handed_in_anew_is_not_posted_twice(world: World, notices: Any, round_: Round) -> None:
    await world.enter(round_, post())
    await world.enter(round_, post(), author=world.other_writer)
    await delete(world, *posts(world))
    desk = Desk(world, world.writer)
    await desk.drafts()
    await desk.click("Open")
    await desk.click("Hand in")
    await world.moderator.click(notices.last_message, label="Post again")
    assert len(stories(world)) == 2


async def test_a_change_that_was_handed_in_anew_takes_its_place(world: World, notices: Any, round_: Round) -> None:
    await world.enter(round_, post())
    desk = Desk(world, world.writer)
    desk.keep(await desk.who.slash(world.channel, "entry edit"))
    await desk.fill(await desk.click("Edit text"), post().replace("The Kettle", "The Ferry"))
    await delete(world, *posts(world))
    for _ in range(2):  # seen as it is now, and handed in
        await desk.click(next(iter(desk.buttons)))
    await world.moderator.click(notices.last_message, label="Post again")
    [story] = stories(world)
    assert "### The Ferry" in story


async def test_many_that_go_at_once_are_one_question_and_one_word_to_each(
    world: World, notices: Any, round_: Round
) -> None:
    for _ in range(4):
        await world.enter(round_, post())
    await world.enter(round_, post(), author=world.other_writer)
    world.env.backend.bulk_delete_messages(world.channel.id, [each.id for each in posts(world)])
    await world.env.settle()
    [card] = notices.history()
    assert "5 posts of mine were deleted by hand" in shown(card)
    assert len(heard(world)) == len(heard(world, world.other_writer)) == 1
    assert "and 3 more of yours" in heard(world)[0]
    assert "Here are your texts as files; they are drafts of yours, too" in heard(world)[0]
    assert len(await world.drafts_of(world.writer.id)) == 4
    await world.moderator.click(card, label="Post again")
    assert len(stories(world)) == 5


async def test_deleted_posts_of_any_name_have_a_card(world: World, notices: Any) -> None:
    round_ = await world.open_round(entries_per_member=12)
    for number in range(12):
        await world.write_entry(round_, f"Title: {'*' * 190}{number}\n\nIt was number {number}.")
    await world.wake()
    for story in world.channel.history()[1:]:
        world.env.backend.delete_message(world.channel.id, story.id)
    await world.env.settle()
    [card] = notices.history()
    assert "12 posts of mine were deleted" in shown(card)
    assert "and 2 more" in shown(card)


async def test_a_post_that_goes_later_is_told_by_itself(world: World, notices: Any, round_: Round) -> None:
    for _ in range(2):
        await world.enter(round_, post())
    for each in posts(world):
        await delete(world, each)
    assert len(heard(world)) == 2
    [card] = notices.history()
    assert "2 posts of mine" in shown(card)
    await delete(world, *[message for message in world.channel.history() if "First frost" in shown(message)])
    assert len(heard(world)) == 2


async def test_a_post_that_goes_again_and_again_is_told_each_time(world: World, notices: Any, round_: Round) -> None:
    entry = await world.enter(round_, post())
    for times in range(1, 4):
        await delete(world, *posts(world))
        assert len(heard(world)) == 2 * times - 1
        await Chair(world, world.moderator).command("entry restore", entry=str(entry.id))
        await world.env.advance_time(60)
    assert len(notices.history()) == 1


async def test_a_thread_that_is_deleted_loses_nothing_and_is_told_once(world: World, notices: Any) -> None:
    round_ = await world.open_round(home=Home.THREAD)
    for _ in range(3):
        await world.enter(round_, post())
    [thread] = world.channel.threads
    world.env.backend.delete_channel(thread.id)
    await world.env.settle()
    await world.restart()
    assert len(await entries(world, round_.id)) == 3
    [told] = notices.history()
    assert "its channel or its thread is gone" in told.content


async def test_a_channel_that_is_deleted_loses_nothing_and_is_told_once(world: World, notices: Any) -> None:
    place = world.guild.create_text_channel("rounds")
    round_ = await world.open_round(channel=place)
    for number in range(5):
        await world.enter(round_, post(), author=(world.writer, world.other_writer)[number % 2])
    world.env.backend.delete_channel(place.id)
    await world.env.settle()
    assert len(notices.history()) == 1, "before anybody hands in anything more"
    await world.enter(round_, post())
    for _ in range(2):
        await world.restart()
        await world.env.advance_time(7_200)
    assert len(await entries(world, round_.id)) == 6
    [told] = notices.history()
    assert "its channel or its thread is gone" in told.content
    assert heard(world) == []


async def test_a_channel_that_was_deleted_while_the_bot_was_away_is_told(world: World, notices: Any) -> None:
    place = world.guild.create_text_channel("rounds")
    await world.open_round(channel=place)
    with world.env.time_context():
        await world.env.bot.close()
    world.env.backend.delete_channel(place.id)
    await world.env.restart_bot(make_bot(world.path))
    await world.env.settle()
    [told] = notices.history()
    assert "its channel or its thread is gone" in told.content
    await world.restart()
    assert len(notices.history()) == 1


async def test_a_moderators_channel_that_is_deleted_stops_no_decision(world: World, notices: Any) -> None:
    await world.settle(screening=Screening(Review.EVERYBODY))
    await world.enter(await world.open_round(), post())
    world.env.backend.delete_channel(notices.id)
    await world.env.settle()
    chair = Chair(world, world.moderator)
    await chair.command("queue")
    await chair.click("Approve")
    assert "It appears in a moment" in chair.text
    assert len(stories(world)) == 1


async def test_a_bot_thrown_out_and_invited_again_has_lost_nothing(world: World, notices: Any, round_: Round) -> None:
    for _ in range(3):
        await world.enter(round_, post())
    world.env.backend.emit("GUILD_DELETE", {"id": str(world.guild.id)})
    await world.env.settle()
    await world.env.advance_time(7_200)
    await world.restart()
    assert len(await entries(world, round_.id)) == len(posts(world)) == 3
    assert notices.history() == []
    assert heard(world) == []
    await world.enter(round_, post())
    assert len(posts(world)) == 4


async def test_the_question_stays_for_the_others_when_one_comes_back(world: World, notices: Any, round_: Round) -> None:
    chair = Chair(world, world.moderator)
    first = await world.enter(round_, post())
    await world.enter(round_, post(), author=world.other_writer)
    await delete(world, *posts(world))
    await chair.command("entry restore", entry=str(first.id))
    desk = Desk(world, world.writer)
    desk.keep(await world.writer.slash(world.channel, "entry withdraw"))
    await desk.click("Take it back")
    [card] = notices.history()
    await world.moderator.click(card, label="Post again")
    assert len(stories(world)) == 1
    await chair.command("entry remove", entry=str(first.id))
    assert "Its writer took it back" in chair.text


async def test_who_comes_after_a_deletion_hears_of_it(world: World, notices: Any, round_: Round) -> None:
    entry = await world.enter(round_, post())
    await delete(world, *posts(world))
    chair = Chair(world, world.moderator)
    await chair.command("entry remove", entry=str(entry.id))
    assert "Somebody deleted its post by hand" in chair.text


async def test_a_kill_at_any_step_of_a_deletion_ends_with_one_question_and_one_word_to_each(
    world: World, notices: Any, round_: Round
) -> None:
    for author in (world.writer, world.other_writer):
        await world.write_entry(round_, post(), author=author)
    await world.wake()
    await world.env.advance_time(60)
    async with killing(world) as kills:
        world.env.backend.bulk_delete_messages(world.channel.id, [each.id for each in posts(world)])
        await world.env.settle()
    async for killed in kills.each(more_than=8):
        await world.env.advance_time(60)
        await world.restart()
        [card] = notices.history()
        assert "2 posts of mine" in shown(card), killed
        assert len(heard(world)) == len(heard(world, world.other_writer)) == 1, killed
        await world.moderator.click(card, label="Post again")
        assert len(posts(world)) == 2, killed

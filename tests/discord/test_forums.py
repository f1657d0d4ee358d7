"""Rounds in a forum: a post for the round or for each story, with tags, whatever happens on the way."""

from typing import Any

import discord
import pytest

from bot.domain.rounds.home import Home
from bot.services import finding, withdrawing
from bot.ui.answering import permission
from tests.discord.chair import Chair, forbid, manager
from tests.discord.conftest import World
from tests.discord.kills import killing
from tests.discord.test_homes import HOUR, POST, archive, is_open, ours, texts, the_round
from tests.discord.test_publishing import close
from tests.discord.test_reconciling import HEART, stop

LONG = "Title: Long\n\n" + "\n\n".join("The rain went on through the night, and nobody slept." for _ in range(120))
WITH_TAGS = permission.INVITED | discord.Permissions(manage_channels=True)


@pytest.fixture
def forum(world: World) -> Any:
    role = world.guild.roles[world.env.backend.bot_user.name]
    world.env.backend.edit_role(world.guild.id, role.id, {"permissions": WITH_TAGS.value})
    return world.guild.create_forum_channel("stories")


def tag(number: int, name: str, **facts: bool) -> dict[str, Any]:
    """A tag that people made."""
    return {"id": str(number), "name": name, "moderated": False, "emoji_id": None, "emoji_name": None} | facts


def tags(forum: Any) -> list[str]:
    return [one["name"] for one in forum._channel.available_tags]


def tags_of(forum: Any, post: Any) -> list[str]:
    named = {int(one["id"]): one["name"] for one in forum._channel.available_tags}
    return [named[id_] for id_ in post._channel.applied_tags]


async def open_in(world: World, forum: Any, **options: Any) -> Chair:
    """A round that a moderator opens in the forum, from a channel nearby."""
    chair = Chair(world, world.moderator)
    asked = {"closes": "in 1 hour", "words": "anything", "entries_each": 5, "channel": forum} | options
    opened = chair.keep(await world.moderator.slash(world.channel, "round open", **asked))
    await chair.fill(opened, prompt="The first frost")
    return chair


async def test_a_forum_needs_no_further_word_and_has_one_post_for_the_round(world: World, forum: Any) -> None:
    chair = await open_in(world, forum, rating_up_to=2)
    assert "its stories stand in a post of the forum" in chair.text
    await chair.click("Open the round")
    [post] = forum.threads
    assert (post.name, tags_of(forum, post)) == ("The first frost", ["Teen"])
    assert post._channel.thread_metadata.auto_archive_duration == 7 * 24 * 60
    await world.enter(await chair.round(), POST.replace("Title", "Fandom: Lamps\nTitle"))
    card, story = ours(post)
    await chair.slash("show")
    assert f"[its card]({card.jump_url})" in chair.text
    assert f"[The Kettle]({story.jump_url})" in chair.text
    await world.reader.click(card, label="Submit")
    await world.env.advance_time(2 * HOUR)
    assert f"[The Kettle]({story.jump_url})" in texts(post)[-1]
    assert (is_open(post), len(forum.threads)) == (False, 1)


async def test_each_story_may_have_a_post_with_tags_that_follow_its_edits(world: World, forum: Any) -> None:
    chair = await open_in(world, forum, where="posts")
    assert "each story has a post of its own" in chair.text
    await chair.click("Open the round")
    round_ = await chair.round()
    header = "Title: The Kettle\nFandom: Lamps / The Very Long Winter Stories\nRating: G\n\nIt sang."
    entry = await world.enter(round_, header)
    await world.enter(round_, "Title: Thaw\nFandom: LAMPS\nRating: T\n\nIt dripped.", author=world.other_writer)
    await world.enter(round_, LONG.replace("Title", "Fandom: Rain\nRating: G\nTitle"))
    of_round, kettle, thaw, _ = forum.threads
    assert [post.name for post in forum.threads] == ["The first frost", "The Kettle", "Thaw", "Long"]
    assert tags_of(forum, kettle) == ["General", "Lamps", "The Very Long Winte…"]
    assert tags_of(forum, thaw) == ["Teen", "Lamps"], "a tag that is there is used again"
    assert [len(ours(post)) for post in forum.threads] == [1, 1, 1, 2], "all pages of a story stand in its post"
    assert "**Entries**: 3" in texts(of_round)[0]
    await withdrawing.withdraw(world.bot.database, entry.id, world.writer.id, world.env.now())
    await archive(world, kettle)
    await world.wake()
    assert (kettle.name, texts(kettle), is_open(kettle)) == ("Taken back", [], False)
    assert "**Entries**: 2" in texts(of_round)[0]
    await world.env.advance_time(2 * HOUR)
    assert ours(thaw)[0].jump_url in texts(of_round)[-1]
    assert [is_open(post) for post in forum.threads] == [False] * 4


async def test_posts_have_the_tags_that_moderators_name(world: World, forum: Any) -> None:
    chair = await open_in(world, forum, where="posts")
    await chair.click("Open the round")
    round_ = await chair.round()
    await world.enter(round_, "Title: The Kettle\nFandom: Harbour Lights\nRating: G\n\nIt sang.")
    await chair.command("tags rename", kind="fandom", tag="Harbour Lights", to="Harbor Lights")
    await world.enter(
        round_, "Title: Thaw\nFandom: harbour lights / Rain\nRating: G\n\nIt dripped.", author=world.other_writer
    )
    _, kettle, thaw = forum.threads
    assert tags_of(forum, kettle) == ["General", "Harbor Lights"]
    assert tags_of(forum, thaw) == ["General", "Harbor Lights", "Rain"]
    await chair.command("tags list")
    await chair.choose("tags.undo:0", chair.page.response.components[1]["components"][0]["options"][0]["value"])
    assert tags_of(forum, kettle) == ["General", "Harbour Lights"]


@pytest.mark.parametrize("what", ["post", "post while away", "message"])
async def test_a_story_whose_post_a_moderator_deletes_is_removed(world: World, forum: Any, what: str) -> None:
    round_ = await world.open_round(channel=forum, home=Home.POSTS)
    await world.enter(round_, POST)
    of_round, post = forum.threads
    if what == "post while away":
        await stop(world)
    if what == "message":
        world.env.backend.delete_message(post.id, post.id)
    else:
        world.env.backend.delete_channel(post.id)
    if what == "post while away":
        await world.restart()
        await world.wake()
    await world.env.settle()
    assert (await the_round(world)).paused is None
    assert "**Entries**: 0" in texts(of_round)[0]
    assert [draft.text for draft in await world.drafts_of(world.writer.id)] == [POST]


async def test_a_forum_that_is_gone_takes_no_story_from_its_writer(world: World, forum: Any, notices: Any) -> None:
    round_ = await world.open_round(channel=forum, home=Home.POSTS)
    await world.enter(round_, POST)
    world.env.backend.delete_channel(forum.id)
    await world.env.settle()
    await world.env.advance_time(30 * HOUR)
    assert (await the_round(world)).paused == "no channel"
    assert len(notices.history()) == 1
    assert (await finding.standing(world.bot.database, round_)).entries == 1


async def test_a_full_forum_keeps_room_for_challenges_and_ratings_and_its_own_tags(world: World, forum: Any) -> None:
    forum._channel.available_tags = [tag(number, f"own {number}") for number in range(1, 15)]
    world.env.backend.announce_channel_update(forum.id)
    await world.env.settle()
    round_ = await world.open_round(channel=forum, home=Home.POSTS)
    await world.enter(round_, "Title: A\nFandom: One, Two, own 3\nRating: M\n\nIt sang.")
    await world.enter(round_, "Title: B\nFandom: Three\nRating: T\n\nIt sang.", author=world.other_writer)
    assert tags(forum) == [f"own {number}" for number in range(1, 15)] + ["Mature", "Teen"]
    assert tags_of(forum, forum.threads[1]) == ["Mature", "own 3"]
    assert tags_of(forum, forum.threads[2]) == ["Teen"]
    chair = Chair(world, world.moderator)
    await chair.command("doctor")
    assert "has 16 of the 20 tags" in chair.text


async def test_a_forum_without_the_permission_uses_what_is_there_and_what_asks_for_a_tag_gets_one(
    world: World, forum: Any
) -> None:
    role = world.guild.roles[world.env.backend.bot_user.name]
    world.env.backend.edit_role(world.guild.id, role.id, {"permissions": permission.INVITED.value})
    forum._channel.available_tags = [
        tag(1, "For mods", moderated=True),
        tag(2, "Drabbles"),
        tag(3, "teen"),
    ]
    forum._channel.flags = discord.ChannelFlags(require_tag=True).value
    world.env.backend.announce_channel_update(forum.id)
    await world.env.settle()
    round_ = await world.open_round(channel=forum, home=Home.POSTS)
    await world.enter(round_, "Title: Thaw\nRating: T\n\nIt dripped.")
    assert [tags_of(forum, post) for post in forum.threads] == [["Drabbles"], ["teen"]]
    assert tags(forum) == ["For mods", "Drabbles", "teen"]
    await forbid(world, forum, send_messages_in_threads=True)
    chair = manager(world)
    await chair.command("doctor")
    assert "*Send Messages in Threads*: without it, rounds and entries can't be posted" in chair.text
    assert "With *Manage Channel* in that forum alone" in chair.text
    await chair.command("setup")
    await chair.choose("setup.channel:0", forum)
    await chair.choose("setup.home:0", "posts")
    assert f"For that I lack *Send Messages in Threads* in <#{forum.id}>." in chair.text


async def test_hearts_under_posts_are_compared(world: World, forum: Any) -> None:
    round_ = await world.open_round(channel=forum, home=Home.POSTS)
    await world.enter(round_, POST)
    await world.enter(round_, POST, author=world.other_writer)
    posts = forum.threads[1:]
    await stop(world)
    for post in posts:
        world.env.backend.add_reaction(post.id, post.id, HEART, world.reader.id)
    await world.restart()
    assert (await finding.hearts(world.bot.database, round_.id)).total == 2
    await close(world, round_)
    assert [is_open(post) for post in forum.threads] == [False] * 3


async def test_a_kill_at_any_step_ends_with_each_post_once(world: World) -> None:
    world.channel = world.guild.create_forum_channel("stories")
    await world.write_entry(await world.write_round(hours=1, home=Home.POSTS), LONG)
    async with killing(world) as kills:
        await world.wake()
    async for killed in kills.each(more_than=12):
        await world.restart()
        assert [len(ours(post)) for post in world.channel.threads] == [1, 2], killed

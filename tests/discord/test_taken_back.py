"""What members take back, where something stands in the way: a round that waits, a card of others, a race."""

import itertools
from datetime import timedelta
from typing import Any

import discord
import pytest

from bot.domain.prompts.prompt import PromptWording
from bot.domain.rounds.home import Home, Talk
from bot.domain.rounds.screening import Review, Screening
from bot.services import erasing, giving_late_passes, moderating, suggesting
from bot.ui.answering import permission
from tests.discord.chair import Chair, forbid
from tests.discord.conftest import World, shown
from tests.discord.lost_answers import lose_an_answer
from tests.discord.test_audience import restrict
from tests.discord.test_homes import archive, is_open, the_round
from tests.discord.test_mydata import NAME, STORY, erase, fill, is_found, report
from tests.discord.test_publishing import texts
from tests.discord.test_reopening import Meanwhile

FOR_ADULTS = STORY.replace("Rating: G", "Rating: E")
LEAVING = ("Leave my stories without my name", "Yes, but leave my stories")


@pytest.fixture
def ines(world: World) -> Chair:
    return Chair(world, world.writer)


def stories(world: World) -> list[str]:
    return [text for text in texts(world) if "The kettle sang" in text]


# -- rounds that wait for a moderator -----------------------------------------------------------------


@pytest.fixture
async def open_to_all_ages(world: World) -> None:
    """A round with a story for adults, in a channel that is open to minors by now."""
    await restrict(world, world.channel, to_adults=True)
    await world.write_entry(await world.open_round(), FOR_ADULTS, to_adults=True)
    await world.wake()
    await restrict(world, world.channel, to_adults=False)


@pytest.mark.usefixtures("open_to_all_ages")
async def test_a_story_goes_though_its_round_waits_since_minors_could_read_it(world: World, ines: Chair) -> None:
    assert len(stories(world)) == 1
    await erase(ines)
    await world.env.settle()
    assert stories(world) == []


@pytest.mark.usefixtures("open_to_all_ages")
async def test_a_name_goes_though_the_round_waits_since_minors_could_read_it(world: World, ines: Chair) -> None:
    await erase(ines, *LEAVING)
    await world.env.settle()
    (story,) = stories(world)
    assert "by a former member" in story
    assert str(world.writer.id) not in story
    assert NAME not in story


async def test_moderators_see_a_late_pass_of_somebody_without_a_name(world: World, ines: Chair) -> None:
    await fill(world)
    chair = Chair(world, world.moderator)
    await chair.slash("allow", member=world.writer, **{"for": "1 day"})
    await erase(ines, *LEAVING)
    await chair.slash("show")
    assert "**Late pass**: a former member until" in chair.text


@pytest.mark.usefixtures("open_to_all_ages")
async def test_moderators_can_remove_what_minors_could_read(world: World) -> None:
    await Chair(world, world.moderator).command("entry remove", entry="1")
    await world.env.settle()
    assert stories(world) == []


async def test_a_story_goes_where_the_bot_may_not_write_any_more(world: World, ines: Chair) -> None:
    round_ = await fill(world)
    await forbid(world, world.channel, send_messages=True)
    await world.write_entry(round_, "Title: Thaw\n\nIt dripped.", author=world.reader)
    await world.wake()
    await erase(ines)
    await world.env.settle()
    assert stories(world) == []


@pytest.mark.parametrize("lost", [False, True])
@pytest.mark.parametrize("where", [{"home": Home.POSTS}, {"talk": Talk.STORIES}])
async def test_the_title_of_a_thread_goes_too(world: World, where: dict[str, Any], *, lost: bool) -> None:
    """Also where the answer to its making was lost, and nothing was tried again since."""
    place = world.guild.create_forum_channel("tales") if "home" in where else world.channel
    round_ = await world.open_round(channel=place, **where)
    was_lost = lose_an_answer(world, "POST", "/threads") if lost else []
    await world.enter(round_, STORY)
    assert bool(was_lost) == lost
    assert "The Kettle" in [thread.name for thread in place.threads]
    await erasing.erase(world.bot.database, world.writer.id, world.env.now(), nameless=False)
    await world.wake()
    assert "Taken back" in [thread.name for thread in place.threads]
    assert "The Kettle" not in [thread.name for thread in place.threads]


@pytest.mark.parametrize("where", [{"home": Home.POSTS}, {"talk": Talk.STORIES}])
async def test_the_title_of_a_thread_that_moderators_locked_goes_once_the_bot_may(
    world: World, notices: Any, where: dict[str, Any]
) -> None:
    place = world.guild.create_forum_channel("tales") if "home" in where else world.channel
    round_ = await world.open_round(channel=place, **where)
    for title in ("The Kettle", "The Lamp"):
        await world.enter(round_, STORY.replace("The Kettle", title))
    thread, other = place.threads[-2:]
    await archive(world, thread, locked=True)
    await erasing.erase(world.bot.database, world.writer.id, world.env.now(), nameless=False)
    await world.wake()
    assert (await the_round(world)).paused == "thread locked"
    assert "I need *Manage Threads* there" in notices.last_message.content
    assert (thread.name, other.name) == ("The Kettle", "Taken back")
    role = world.guild.roles[world.env.backend.bot_user.name]
    may = permission.INVITED | discord.Permissions(manage_threads=True)
    world.env.backend.edit_role(world.guild.id, role.id, {"permissions": may.value})
    await world.env.settle()
    assert (await the_round(world)).paused is None
    assert thread.name == "Taken back"
    assert (is_open(thread), thread._channel.thread_metadata.locked) == (False, True)


async def test_the_title_of_a_thread_goes_whose_post_somebody_deleted(world: World) -> None:
    await world.enter(await world.open_round(talk=Talk.STORIES), STORY)
    [thread] = world.channel.threads
    world.env.backend.delete_message(world.channel.id, thread.id)
    await world.env.settle()
    assert thread.name == "Taken back"


async def test_a_thread_that_a_member_made_below_a_story_stays_theirs(world: World, ines: Chair) -> None:
    await fill(world)
    post = world.channel.history()[1]
    world.env.backend.create_thread(world.channel.id, "What a kettle", world.reader.id, message_id=post.id)
    await world.env.settle()
    await erase(ines)
    await world.env.settle()
    assert stories(world) == []
    assert [thread.name for thread in world.channel.threads] == ["What a kettle"]


# -- cards that tell of several -----------------------------------------------------------------------


async def test_a_card_about_deleted_posts_of_several_names_them_no_more(
    world: World, notices: Any, ines: Chair
) -> None:
    await fill(world)
    for message in reversed(world.channel.history()[1:]):  # so that another's comes first
        world.env.backend.delete_message(world.channel.id, message.id)
        await world.env.settle()
    assert "**The Kettle** by" in shown(notices.last_message)
    await erase(ines)
    await world.env.settle()
    card = notices.last_message
    assert "The Kettle" not in shown(card)
    assert str(world.writer.id) not in shown(card)
    await world.moderator.click(card, label="Post again")
    assert [text.split("\n")[0] for text in texts(world)[1:]] == ["### The Lamp"]


# -- stories that stay without a name -----------------------------------------------------------------


async def test_moderators_find_and_remove_a_story_without_a_name(world: World, ines: Chair) -> None:
    await fill(world)
    await erase(ines, *LEAVING)
    chair = Chair(world, world.moderator)
    offered = await chair.who.autocomplete(world.channel, "entry remove", "entry", "kettle")
    opened = await chair.command("entry header", entry=offered[0]["value"])
    await chair.fill(opened, header="Title: The Kettle, again")
    assert "is as you wrote it." in chair.text, "there is nobody to tell"
    await chair.command("entry remove", entry=offered[0]["value"])
    assert "for good: its writer has left it without a name" in chair.text
    await world.env.settle()
    assert stories(world) == []


async def test_a_story_without_a_name_that_was_reported_is_removed_and_nobody_is_told(
    world: World, notices: Any, ines: Chair
) -> None:
    await fill(world)
    await report(world, world.reader, "It is not about frost", "The kettle sang, and")
    await erase(ines, *LEAVING)
    chair = Chair(world, world.moderator)
    form = await chair.who.click(notices.last_message, label="Remove it")
    asked = len(world.env.http_requests)
    await chair.fill(form, reason="It is not")
    assert chair.text == "It goes."
    await world.env.advance_time(60)
    assert stories(world) == []
    assert not [each for each in world.env.http_requests[asked:] if each.path.endswith("/users/@me/channels")]


# -- moderators ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("named", [False, True])
async def test_what_a_moderator_told_a_writer_goes_with_what_is_theirs(world: World, *, named: bool) -> None:
    """Also where the writer was not told which one it was."""
    await world.settle(screening=Screening(Review.EVERYBODY), names_moderators=named)
    round_ = await world.open_round()
    await world.enter(round_, STORY)
    chair = Chair(world, world.moderator)
    await chair.command("queue")
    await chair.fill(await chair.click("Ask for changes"), reason="Mend the spout")
    await chair.command("entry remove", entry=str((await world.enter(round_, STORY)).id), reason="Mend the lid")
    assert is_found(world, "Mend the spout")
    await erase(chair)
    await world.env.settle()
    for sought in (world.moderator.id, "Mend the"):
        assert not is_found(world, sought), sought


# -- in the middle of something -----------------------------------------------------------------------


async def tell_much(world: World, at: int) -> None:
    """There is a post to be made, a card to be sent, and the member is to hear of two things. Nobody was told."""
    database, me, now = world.bot.database, world.writer, world.env.now()
    round_ = await world.write_round()
    gone, _ = await world.write_entry(round_, STORY), await world.write_entry(round_, STORY)
    await moderating.remove(database, world.asked(), gone.id, f"{NAME} asked for it")
    hour = timedelta(hours=1)
    await giving_late_passes.give(database, round_, me.id, hour, given_by=world.moderator.id, now=now)
    for number in range(2):
        text, request = f"The kettle sang of prompts, {number}.", f"{at} {number}"
        await suggesting.suggest(database, world.guild.id, me.id, request=request, text=text, now=now)
    said = await suggesting.waiting(database, world.guild.id)
    await suggesting.decline(database, world.guild.id, said[0].id, world.moderator.id, reason=NAME, now=now)


async def test_at_any_step_of_what_is_posted_and_told(
    world: World, notices: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log has no complaint, either."""

    async def take_back() -> None:
        await erasing.erase(world.bot.database, world.writer.id, world.env.now(), nameless=False)
        world.bot.wake()

    for at in itertools.count(step=2):  # what comes after one step comes before the next
        await tell_much(world, at)
        meanwhile = Meanwhile(at, take_back, kills=False)
        with monkeypatch.context() as patches:
            meanwhile.install(world, patches)
            await world.wake()
            await world.env.advance_time(60)
        if not meanwhile.struck:
            assert at > 20
            return
        left = [shown(message) for place in (world.channel, notices) for message in place.history()]
        for sought in ("The kettle sang", NAME, str(world.writer.id)):
            assert not any(sought in text for text in left), f"{sought} stands, taken back at step {at}"
            assert not is_found(world, sought), f"{sought} is kept, taken back at step {at}"


async def test_a_prompt_that_a_file_is_like_goes_from_beside_it(world: World, ines: Chair) -> None:
    """A moderator looks at a file, which has something like a member's suggestion in it."""
    database, text = world.bot.database, "The kettle sang of Oakapple Lane, and nobody came"
    mine = await suggesting.suggest(
        database, world.guild.id, world.writer.id, request="s", text=text, now=world.env.now()
    )
    wording = PromptWording("Kitchen", text)
    await suggesting.approve(
        database, world.guild.id, mine.id, world.moderator.id, wording=wording, now=world.env.now()
    )
    chair = Chair(world, world.moderator)
    await chair.command("prompts import", file=("kettles.txt", b"The kettle sang of Oak Lane, and nobody came"))
    assert f"Like: {text}" in chair.text
    await erase(ines)
    await world.env.settle()
    assert not is_found(world, "Oakapple")

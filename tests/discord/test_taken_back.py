"""What members take back, where something stands in the way: a round that waits, a card of others, a race."""

from typing import Any

import pytest

from tests.discord.chair import Chair, forbid
from tests.discord.conftest import World, shown
from tests.discord.test_audience import restrict
from tests.discord.test_mydata import NAME, STORY, erase, fill, report
from tests.discord.test_publishing import texts

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

"""Taking entries back."""

import pytest

from bot.services import drafting
from tests.discord.conftest import World
from tests.discord.desk import Desk, deliver_again, entries, post


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.writer)


async def withdraw(world: World, desk: Desk, **options: str) -> None:
    desk.keep(await desk.who.slash(world.channel, "entry withdraw", **options))


async def test_the_only_entry_is_taken_back_without_a_name(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await desk.submit(post())
    await desk.click("Hand in")
    await withdraw(world, desk)
    assert "**The Kettle** is taken back" in desk.text
    assert await entries(world, round_.id) == []
    await desk.click("Open")
    assert "**Title**: The Kettle" in desk.text
    await desk.click("Hand in")
    assert len(await entries(world, round_.id)) == 1


async def test_the_same_command_delivered_twice_leaves_one_draft(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await world.enter(round_, post())
    await withdraw(world, desk)
    await deliver_again(world)
    assert len(await drafting.all_held(world.bot.database, world.guild.id, world.writer.id)) == 1


async def test_one_of_several_is_named_or_chosen(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    for title in ("Ash", "Birch", "Cedar"):
        await world.enter(round_, f"Title: {title}\n\nIt stood alone.")
    offered = await desk.who.autocomplete(world.channel, "entry withdraw", "entry", "bir")
    assert [choice["name"] for choice in offered] == ["Birch, in First frost"]
    await withdraw(world, desk, entry=offered[0]["value"])
    await withdraw(world, desk, entry="cedar")
    assert [entry.title for entry in await entries(world, round_.id)] == ["Ash"]
    await world.enter(round_, "Title: Dogwood\n\nIt stood alone.")
    await withdraw(world, desk)
    assert "Which entry" in desk.text
    await desk.choose((await entries(world, round_.id))[0].id)
    assert "**Ash** is taken back" in desk.text
    assert [entry.title for entry in await entries(world, round_.id)] == ["Dogwood"]


async def test_what_is_chosen_is_meant_whatever_another_is_called(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    rain = await world.enter(round_, "Title: Rain\n\nIt fell all night.")
    await world.enter(round_, f"Title: {rain.id}\n\nIt stood alone.")
    (offered,) = await desk.who.autocomplete(world.channel, "entry withdraw", "entry", "rain")
    await withdraw(world, desk, entry=offered["value"])
    assert "**Rain** is taken back" in desk.text


async def test_what_cannot_be_taken_back_says_why(world: World, desk: Desk) -> None:
    for asked in ({}, {"entry": "The Kettle"}):
        await withdraw(world, desk, **asked)
        assert "You have no entry in a round that is open" in desk.text
    round_ = await world.open_round(hours=1)
    mine = await world.enter(round_, post())
    other = await world.enter(round_, post(), author=world.other_writer)
    await withdraw(world, desk, entry=str(other.id))
    assert "belongs to somebody else" in desk.text
    for asked in ("Nonesuch", "9" * 30):
        await withdraw(world, desk, entry=asked)
        assert f"No entry of yours in an open round is called “{asked}”" in desk.text
    await withdraw(world, desk, entry="9" * 18)
    assert "not there any more" in desk.text
    await world.env.advance_time(3600)
    await withdraw(world, desk, entry=str(mine.id))
    assert "This round closed" in desk.text
    assert len(await entries(world, round_.id)) == 2


async def test_an_old_preview_cannot_hand_in_what_was_taken_back(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await desk.submit(post())
    old = Desk(world, world.writer)
    await old.drafts()
    await old.click("Open")
    await desk.click("Hand in")
    await withdraw(world, desk)
    answer = await old.who.click(old.page.response, label="Hand in")
    assert "handed in or discarded already" in answer.response.content
    assert await entries(world, round_.id) == []

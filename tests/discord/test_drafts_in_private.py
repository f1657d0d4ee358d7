"""A writer goes on with a draft in the private message in which moderators ask for a change."""

from typing import Any

import pytest

from bot.domain.rounds.round import Round
from bot.domain.rounds.screening import Review, Screening
from tests.discord.conftest import World, shown, text_of
from tests.discord.desk import Desk, entries, post
from tests.discord.test_sight import hide


@pytest.fixture
async def round_(world: World, notices: Any) -> Round:
    """A round whose one entry has come back to its writer."""
    await world.settle(screening=Screening(Review.EVERYBODY))
    round_ = await world.open_round()
    await world.enter(round_, post())
    form = await world.moderator.click(notices.last_message, label="Ask for changes")
    await world.moderator.submit_modal(form, {"reason": "Where does it end?"})
    return round_


def told(world: World) -> Any:
    """The private message."""
    return next(each for each in world.writer.user.dm_channel.history() if "Where does it end?" in each.content)


async def open_draft(world: World) -> Desk:
    desk = Desk(world, world.writer.user)
    desk.keep(await desk.who.click(told(world), label="Open the draft"))
    return desk


async def test_it_is_changed_and_handed_in_there(world: World, notices: Any, round_: Round) -> None:
    desk = await open_draft(world)
    assert "**Round**: First frost" in desk.text
    await desk.fill(await desk.click("Edit text"), post().replace("The Kettle", "The Ferry"))
    assert "The Ferry" in desk.text
    await desk.click("Hand in")
    await world.moderator.click(notices.last_message, label="Approve")
    [entry] = await entries(world, round_.id)
    assert entry.title == "The Ferry"
    assert entry.writer_name == world.writer.user.name


async def test_its_other_buttons_are_there_too(world: World, round_: Round) -> None:
    desk = await open_draft(world)
    opened = await desk.click("Fill in a form")
    desk.keep(await desk.who.submit_modal(opened, {"title": "The Tram", "fandom": "Winter Stories"}))
    assert "The Tram" in desk.text
    await desk.click("Discard")
    await desk.click("Bring it back")
    assert "The Tram" in desk.text
    assert len(await world.drafts_of(world.writer.id)) == 1


async def test_who_has_left_gets_back_what_they_wrote(world: World, round_: Round) -> None:
    desk = await open_draft(world)
    opened = await desk.click("Edit text")
    world.env.backend.remove_member(world.guild.id, world.writer.id)
    await world.env.settle()
    answer = await desk.who.submit_modal(opened, {"text": "The last words of it."})
    (file,) = answer.response.message.attachments
    assert (await file.read()).decode() == "The last words of it."
    answer = await desk.who.click(told(world), label="Open the draft")
    assert "Use it in a channel of the server" in text_of(answer.response.message)


async def test_who_sees_the_channel_no_more_hands_nothing_in(world: World, round_: Round) -> None:
    await hide(world, world.channel, world.writer)
    desk = await open_draft(world)
    assert desk.buttons["Hand in"] is False


async def test_what_is_no_draft_of_theirs_any_more_is_told_so(world: World, notices: Any, round_: Round) -> None:
    desk = await open_draft(world)
    await desk.click("Hand in")
    answer = await desk.who.click(told(world), label="Open the draft")
    assert "was handed in or discarded already" in text_of(answer.response.message)
    assert "waits for" in shown(notices.last_message)

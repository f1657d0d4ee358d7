"""Taking entries back, and reading whole what was handed in."""

from typing import Any

import pytest

from bot.domain.entries.draft import Draft
from bot.domain.problem import RefusedError
from bot.domain.rounds.screening import Review, Screening
from bot.services import withdrawing
from tests.discord.conftest import World
from tests.discord.desk import Desk, deliver_again, entries, post, story

HEART = "♥️"


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.writer)


async def withdraw(world: World, desk: Desk, **options: str) -> None:
    """The command, up to its question or its refusal."""
    desk.keep(await desk.who.slash(world.channel, "entry withdraw", **options))


async def show(world: World, desk: Desk) -> Desk:
    desk.keep(await desk.who.slash(world.channel, "entry show"))
    return desk


async def read_whole(desk: Desk) -> str:
    """The entry in front of its writer, as the file that *Read* gives."""
    await desk.click("Read")
    (file,) = desk.page.response.attachments
    return (await file.read()).decode()


async def test_it_is_asked_for_with_what_goes(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await world.enter(round_, post())
    await withdraw(world, desk)
    assert "Take **The Kettle** back from **First frost**?" in desk.text
    assert "It has no hearts yet." in desk.text
    _, entry = world.channel.history()
    for reader, said in ((world.reader, "Its one heart goes"), (world.other_writer, "Its 2 hearts go")):
        await reader.react(entry, HEART)
        await withdraw(world, desk)
        assert f"{said} with it and will not come back." in desk.text
    assert len(await entries(world, round_.id)) == 1
    await desk.click("Leave it there")
    assert "stays where it is" in desk.text
    assert len(await entries(world, round_.id)) == 1


async def test_stories_without_a_title_are_told_apart_by_their_first_words(world: World, desk: Desk) -> None:
    round_ = await world.open_round(required=())
    for who in ("Mona", "Tobias"):
        await world.enter(round_, f"{who} counted the gulls on the wall until the ferry came.")
    offered = await desk.who.autocomplete(world.channel, "entry withdraw", "entry", "tobias")
    assert [each["name"] for each in offered] == [
        "Tobias counted the gulls on the wall until the ferry came., in First frost"
    ]
    await withdraw(world, desk, entry=offered[0]["value"])
    assert "Take **Tobias counted the gulls on the wall until the ferry came.** back from **First frost**?" in desk.text
    desk.keep(await desk.who.slash(world.channel, "entries"))
    assert all(f"{who} counted the gulls" in desk.text for who in ("Mona", "Tobias"))


async def test_the_answer_is_judged_when_it_comes(world: World, desk: Desk) -> None:
    round_ = await world.open_round(hours=1)
    await world.enter(round_, post())
    await withdraw(world, desk)
    late = Desk(world, desk.who, desk.page)
    await world.restart()
    await desk.click("Take it back")
    assert "**The Kettle** is taken back" in desk.text
    again = await world.enter(round_, post())
    await withdraw(world, late)
    await world.env.advance_time(3600)
    await late.click("Take it back")
    assert "This round closed" in late.text
    assert [entry.id for entry in await entries(world, round_.id)] == [again.id]


async def test_an_impatient_double_click_is_one(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await world.enter(round_, post())
    await withdraw(world, desk)
    await desk.click("Take it back")
    await deliver_again(world)
    assert "**The Kettle** is taken back" in desk.text
    assert len(await world.drafts_of(world.writer.id)) == 1
    await desk.click("Open")
    assert "**The Kettle**" in desk.text


async def test_nobody_answers_for_another(world: World) -> None:
    entry = await world.enter(await world.open_round(), post())

    async def taken_by(member: Any) -> Draft:
        return await withdrawing.withdraw(world.bot.database, entry.id, member.id, world.env.now())

    with pytest.raises(RefusedError):
        await taken_by(world.other_writer)
    taken = await taken_by(world.writer)
    with pytest.raises(RefusedError):
        await taken_by(world.other_writer)
    assert await taken_by(world.writer) == taken


async def test_the_only_entry_is_taken_back_without_a_name(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await desk.submit(post())
    await desk.click("Hand in")
    await withdraw(world, desk)
    await desk.click("Take it back")
    assert "**The Kettle** is taken back" in desk.text
    assert await entries(world, round_.id) == []
    await desk.click("Open")
    assert "**The Kettle**" in desk.text
    await desk.click("Hand in")
    assert len(await entries(world, round_.id)) == 1


async def test_one_of_several_is_named_or_chosen(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    for title in ("Ash", "Birch", "Cedar"):
        await world.enter(round_, f"Title: {title}\n\nIt stood alone.")
    offered = await desk.who.autocomplete(world.channel, "entry withdraw", "entry", "bir")
    assert [choice["name"] for choice in offered] == ["Birch, in First frost"]
    for asked in (offered[0]["value"], "cedar"):
        await withdraw(world, desk, entry=asked)
        await desk.click("Take it back")
    assert [entry.title for entry in await entries(world, round_.id)] == ["Ash"]
    await world.enter(round_, "Title: Dogwood\n\nIt stood alone.")
    await withdraw(world, desk)
    assert "Which entry" in desk.text
    await desk.choose((await entries(world, round_.id))[0].id)
    await desk.click("Take it back")
    assert "**Ash** is taken back" in desk.text
    assert [entry.title for entry in await entries(world, round_.id)] == ["Dogwood"]


async def test_what_is_chosen_is_meant_whatever_another_is_called(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    rain = await world.enter(round_, "Title: Rain\n\nIt fell all night.")
    await world.enter(round_, f"Title: {rain.id}\n\nIt stood alone.")
    (offered,) = await desk.who.autocomplete(world.channel, "entry withdraw", "entry", "rain")
    await withdraw(world, desk, entry=offered["value"])
    assert "Take **Rain** back" in desk.text


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
        assert f"I find no entry of yours called “{asked}”" in desk.text
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
    await desk.click("Take it back")
    answer = await old.who.click(old.page.response, label="Hand in")
    assert "handed in or discarded already" in answer.response.content
    assert await entries(world, round_.id) == []


async def test_what_was_taken_back_is_read_whole_though_its_draft_was_changed_and_discarded(
    world: World, desk: Desk
) -> None:
    await world.enter(await world.open_round(), post(400))
    await withdraw(world, desk)
    await desk.click("Take it back")
    await desk.click("Open")
    await desk.fill(await desk.click("Edit text"), "Title: Snow\n\nIt fell all day.")
    await desk.click("Discard")
    await desk.drafts()
    assert "The Kettle" not in desk.text
    desk.keep(await desk.who.slash(world.channel, "entries"))
    await desk.click("Open")
    assert "You took it back" in desk.text
    assert await read_whole(desk) == post(400)
    await desk.click("Back")
    assert "You took it back" in desk.text


async def test_what_stands_was_changed_or_was_removed_is_read_whole(world: World, desk: Desk) -> None:
    changed = f"Title: Longer\n\n{story(300)}"
    entry = await world.enter(await world.open_round(), post(400))
    assert await read_whole(await show(world, desk)) == post(400)
    desk.keep(await desk.who.slash(world.channel, "entry edit"))
    await desk.fill(await desk.click("Edit text"), changed)
    await desk.click("Save the change")
    assert await read_whole(await show(world, desk)) == changed
    await world.moderator.slash(world.channel, "entry remove", entry=str(entry.id))
    assert await read_whole(await show(world, desk)) == changed


@pytest.mark.parametrize("refused", [False, True])
async def test_what_waits_or_was_refused_is_read_whole(
    world: World, desk: Desk, notices: Any, *, refused: bool
) -> None:
    await world.settle(screening=Screening(Review.EVERYBODY))
    await world.open_round()
    await desk.submit(post(400))
    await desk.click("Hand in")
    if refused:
        form = await world.moderator.click(notices.last_message, label="Refuse")
        await world.moderator.submit_modal(form, {"reason": ""})
    assert await read_whole(await show(world, desk)) == post(400)

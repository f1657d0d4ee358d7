"""Who decided, as writers hear it: *the moderators*, or the one it was where the server wants that."""

from typing import Any

import pytest

from bot.domain.rounds.screening import Review, Screening
from bot.services import erasing
from tests.discord.chair import Chair
from tests.discord.conftest import World
from tests.discord.desk import Desk, post
from tests.discord.test_review import hand_in
from tests.discord.test_suggestions import heard

pytestmark = pytest.mark.parametrize("named", [True, False])

ON_CARDS = {
    "Ask for changes": "asked for a change before it appears in First frost.",
    "Refuse": "did not let it appear in First frost.",
    "Spam": "did not let it appear in First frost.",
}
ON_CARDS_OF_CHANGES = {
    "Ask for changes": "would like something else in your change of it.",
    "Refuse": "did not take your change of it.",
    "Spam": "did not take your change of it.",
}


async def settle(world: World, *, named: bool, review: Review = Review.AT_ONCE) -> None:
    await world.settle(names_moderators=named, screening=Screening(review))


def who(world: World, *, named: bool) -> str:
    return f"<@{world.moderator.id}>" if named else "The moderators"


async def decide(world: World, notices: Any, label: str) -> None:
    answer = await world.moderator.click(notices.last_message, label=label)
    if answer.modal is not None:
        await world.moderator.submit_modal(answer, {"reason": "Where does it end?"})


async def seen(world: World, command: str = "entries") -> str:
    desk = Desk(world, world.writer)
    desk.keep(await desk.who.slash(world.channel, command))
    return desk.text


def must_say(text: str, world: World, *, named: bool) -> None:
    """It names the one who decided, or nobody."""
    assert (f"<@{world.moderator.id}>" in text) == named
    assert ("the moderators" in text.casefold()) != named


@pytest.mark.parametrize("label", ON_CARDS)
async def test_what_did_not_appear(world: World, notices: Any, named: bool, label: str) -> None:
    await settle(world, named=named, review=Review.EVERYBODY)
    await world.open_round()
    await hand_in(world)
    await decide(world, notices, label)
    [told] = heard(world)
    must_say(told, world, named=named)
    for command in ("entries", "entry show"):
        assert f"{who(world, named=named)} {ON_CARDS[label]}" in await seen(world, command)
    await world.settle(names_moderators=not named)
    assert f"The moderators {ON_CARDS[label]}" in await seen(world), "named only if it is wanted now, and was then"


@pytest.mark.parametrize("label", ON_CARDS_OF_CHANGES)
async def test_a_change_that_does_not_count(world: World, notices: Any, named: bool, label: str) -> None:
    await settle(world, named=named)
    round_ = await world.open_round()
    await world.enter(round_, post())
    await settle(world, named=named, review=Review.EVERYBODY)
    desk = Desk(world, world.writer)
    desk.keep(await desk.who.slash(world.channel, "entry edit"))
    await desk.fill(await desk.click("Edit text"), post().replace("The Kettle", "The Ferry"))
    await desk.click("Save the change")
    await decide(world, notices, label)
    [told] = heard(world)
    must_say(told, world, named=named)
    assert f"{who(world, named=named)} {ON_CARDS_OF_CHANGES[label]}" in await seen(world, "entry show")


@pytest.mark.parametrize("label", ["Approve", "Always approve this writer"])
async def test_a_yes(world: World, notices: Any, named: bool, label: str) -> None:
    await settle(world, named=named, review=Review.EVERYBODY)
    await world.open_round()
    await hand_in(world)
    await decide(world, notices, label)
    [told] = heard(world)
    must_say(told, world, named=named)


async def test_what_is_done_with_an_entry_that_stands(world: World, named: bool) -> None:
    await settle(world, named=named)
    round_, chair = await world.open_round(), Chair(world, world.moderator)
    other = await world.open_round(title="Thaw")
    entry = str((await world.enter(round_, post())).id)
    await chair.command("entry remove", entry=entry, reason="Not frosty.")
    assert f"{who(world, named=named)} removed it from First frost." in await seen(world)
    await chair.command("entry restore", entry=entry)
    await chair.fill(await chair.command("entry header", entry=entry), header="Title: The Boiler")
    await chair.command("entry move", entry=entry, round=str(other.id))
    told = heard(world)
    assert len(told) == 4
    for text in told:
        must_say(text, world, named=named)


async def test_a_reported_story_that_goes(world: World, notices: Any, named: bool) -> None:
    await settle(world, named=named)
    round_ = await world.open_round()
    await world.enter(round_, post())
    form = await world.reader.context_menu(world.channel, "Report", world.channel.last_message)
    await world.reader.submit_modal(form, {"reason": "It is mine."})
    await decide(world, notices, "Remove it")
    [told] = heard(world)
    must_say(told, world, named=named)
    assert f"{who(world, named=named)} removed it from First frost." in await seen(world)


async def test_a_block(world: World, named: bool) -> None:
    await settle(world, named=named)
    await world.open_round()
    await Chair(world, world.moderator).command("member block", member=world.writer, reason="Three times spam.")
    desk = Desk(world, world.writer)
    await desk.submit(post())
    by = f", as <@{world.moderator.id}> decided" if named else ""
    assert f"The moderators take no entries from you at the moment{by} (“Three times spam.”). Please" in desk.text


async def test_a_late_pass(world: World, named: bool) -> None:
    await settle(world, named=named)
    await world.open_round()
    chair = Chair(world, world.moderator)
    await chair.slash("allow", member=world.writer, once_more=True)
    await chair.slash("allow", member=world.writer, **{"for": "2 days"})
    once_more, more_time = heard(world)
    assert once_more.startswith(f"<@{world.moderator.id}> lets you hand in once more" if named else "You can hand in")
    assert more_time.startswith(f"<@{world.moderator.id}> gave you more time" if named else "You have more time")


async def test_what_members_take_home(world: World, notices: Any, named: bool) -> None:
    await settle(world, named=named, review=Review.EVERYBODY)
    await world.open_round()
    await hand_in(world)
    await decide(world, notices, "Refuse")
    found = await erasing.exported(world.bot.database, world.writer.id, {})
    [notice] = found["what_moderators_told_you"]
    assert notice["moderator_id"] == (str(world.moderator.id) if named else None)

"""Changes of entries that moderators read before they count: the entry stands meanwhile, with its hearts."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.rounds.round import Round
from bot.domain.rounds.screening import Review, Screening
from bot.services import deciding_cases, finding, looking_back
from tests.discord.chair import Chair
from tests.discord.conftest import World, shown
from tests.discord.desk import Desk, deliver_again, entries, post
from tests.discord.kills import killing
from tests.discord.test_corrected_headers import correct
from tests.discord.test_forged import send
from tests.discord.test_publishing import texts
from tests.discord.test_reports import report
from tests.discord.test_suggestions import heard

HEART = "♥️"
CHANGED = post().replace("The Kettle", "The Ferry")


@pytest.fixture
async def round_(world: World, notices: Any) -> Round:
    """A round whose one entry has a heart. What is changed from now on waits."""
    round_ = await world.open_round()
    await world.enter(round_, post())
    _, card = world.channel.history()
    await world.reader.react(card, HEART)
    await world.settle(screening=Screening(Review.EVERYBODY))
    return round_


async def change(world: World, text: str = CHANGED) -> Desk:
    desk = Desk(world, world.writer)
    desk.keep(await desk.who.slash(world.channel, "entry edit"))
    await desk.fill(await desk.click("Edit text"), text)
    await desk.click("Save the change")
    return desk


async def stands(world: World, round_: Round, title: str) -> None:
    """The one entry is on show under this title, in the post that it always had, with its heart."""
    [entry] = await entries(world, round_.id)
    assert entry.title == title
    _, card = texts(world)
    assert f"### {title}" in card
    _, message = world.channel.history()
    assert [reaction.count for reaction in message.reactions if str(reaction.emoji) == HEART] == [2], "the bot's, too"
    assert (await finding.hearts(world.bot.database, round_.id)).of(entry.id) == 1


async def decide(world: World, card: Any, label: str) -> None:
    answer = await world.moderator.click(card, label=label)
    if answer.modal is not None:
        await world.moderator.submit_modal(answer, {"reason": "Where does it end?"})


async def test_an_entry_stands_while_its_change_waits_and_then_follows(
    world: World, notices: Any, round_: Round
) -> None:
    desk = await change(world)
    assert "Until then your story stands in" in desk.text
    await stands(world, round_, "The Kettle")
    card = notices.last_message
    assert "### A change of an entry waits for **First frost**" in shown(card)
    assert "**The Ferry** by" in shown(card)
    assert await world.drafts_of(world.writer.id) == []
    desk.keep(await desk.who.slash(world.channel, "entries"))
    assert "a change waits until the moderators have read it" in desk.text
    chair = Chair(world, world.moderator)
    chair.keep(await world.moderator.click(card, label="Read"))
    assert "The Ferry" in chair.text

    await decide(world, card, "Approve")
    await stands(world, round_, "The Ferry")
    assert "*edited*" in texts(world)[1]
    [told] = heard(world)
    assert told.startswith("Your change of **The Ferry** counts now in **First frost**")
    [entry] = await entries(world, round_.id)
    _, versions = await looking_back.history(world.bot.database, entry.id, world.writer.id)
    assert [version.entry.title for version in versions] == ["The Kettle"]
    desk.keep(await desk.who.slash(world.channel, "entries"))
    assert "a change waits" not in desk.text


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Ask for changes", "would like something else in your change of **The Kettle**"),
        ("Refuse", "did not take your change of **The Kettle**"),
        ("Spam", "took your change of **The Kettle** in **First frost**"),
    ],
)
async def test_without_a_yes_the_entry_stays_and_the_change_is_a_draft_that_can_come_again(
    world: World, notices: Any, round_: Round, label: str, said: str
) -> None:
    await change(world)
    await decide(world, notices.last_message, label)
    await stands(world, round_, "The Kettle")
    [told] = heard(world)
    assert said in told
    assert "stands there as it did" in " ".join(told.split())
    [draft] = await world.drafts_of(world.writer.id)
    assert draft.text == CHANGED
    desk = Desk(world, world.writer)
    desk.keep(await desk.who.slash(world.channel, "entries"))
    assert "The moderators" in desk.text
    assert "your change of it" in desk.text
    assert ("> Where does it end?" in desk.text) is (label != "Spam")
    await desk.drafts()
    await desk.click("Open")
    await desk.click("Save the change")
    desk.keep(await desk.who.slash(world.channel, "entries"))
    assert "your change of it" not in desk.text
    await decide(world, notices.last_message, "Approve")
    await stands(world, round_, "The Ferry")


async def test_what_moderators_asked_for_is_seen_until_it_is_done(world: World, notices: Any, round_: Round) -> None:
    """Though they did something else with the entry meanwhile."""
    await change(world)
    await decide(world, notices.last_message, "Ask for changes")
    [entry] = await entries(world, round_.id)
    await correct(Chair(world, world.moderator), entry, "Title: The Kettle\nFandom: Winter Tales")
    await report(world, world.reader)
    await decide(world, notices.last_message, "Leave it")
    desk = Desk(world, world.writer)
    desk.keep(await desk.who.slash(world.channel, "entries"))
    assert "> Where does it end?" in desk.text


async def open_draft(world: World) -> Desk:
    desk = Desk(world, world.writer)
    await desk.drafts()
    await desk.click("Open")
    return desk


async def test_a_card_says_what_was_asked_before_and_whether_the_story_changed_since(
    world: World, notices: Any
) -> None:
    await world.settle(screening=Screening(Review.EVERYBODY))
    await world.enter(await world.open_round(), post())
    await decide(world, notices.last_message, "Ask for changes")
    await (await open_draft(world)).click("Hand in")
    asked = f"<@{world.moderator.id}> asked for changes:\n> Where does it end?"
    assert f"It is as it was when {asked}" in shown(notices.last_message)
    await change(world)
    assert f"It changed since {asked}" in shown(notices.last_message)
    chair = Chair(world, world.moderator)
    await chair.command("queue")
    assert f"It changed since {asked}" in chair.text
    await decide(world, notices.last_message, "Approve")
    assert asked not in shown(notices.last_message)

    await change(world, post())
    assert asked not in shown(notices.last_message), "that is done with"
    await decide(world, notices.last_message, "Ask for changes")
    await (await open_draft(world)).click("Save the change")
    assert f"It is as it was when {asked}" in shown(notices.last_message)


async def test_a_header_that_was_corrected_while_a_change_waits_stays_corrected(
    world: World, notices: Any, round_: Round
) -> None:
    await change(world)
    [entry] = await entries(world, round_.id)
    await correct(Chair(world, world.moderator), entry, "Title: The Kettle\nFandom: Winter Tales\nRating: PG")
    await decide(world, notices.last_message, "Approve")
    await stands(world, round_, "The Ferry")
    assert "Winter Tales" in texts(world)[1]


async def test_who_edits_again_takes_the_change_back_and_goes_on_with_it(
    world: World, notices: Any, round_: Round
) -> None:
    await change(world)
    first = notices.last_message
    desk = Desk(world, world.writer)
    desk.keep(await desk.who.slash(world.channel, "entry edit"))
    assert "The Ferry" in desk.text
    [before] = notices.history()
    assert "Its writer took it back." in shown(before)
    await desk.fill(await desk.click("Edit text"), post().replace("The Kettle", "The Bridge"))
    await desk.click("Save the change")
    assert notices.last_message.id != first.id
    await decide(world, notices.last_message, "Approve")
    await stands(world, round_, "The Bridge")
    assert await world.drafts_of(world.writer.id) == []


async def test_a_change_that_is_saved_twice_waits_once(world: World, round_: Round) -> None:
    await change(world)
    await deliver_again(world)
    [case] = await deciding_cases.waiting(world.bot.database, world.guild.id)
    assert case.is_change
    await stands(world, round_, "The Kettle")


async def test_a_listed_word_in_a_change_lets_it_wait(world: World, notices: Any, round_: Round) -> None:
    await world.settle(screening=Screening(words=("ferry",)))
    await change(world, post().replace("The Kettle", "The Bridge"))
    await stands(world, round_, "The Bridge")
    await change(world)
    assert "it has “ferry” in it" in shown(notices.last_message)
    await stands(world, round_, "The Bridge")


async def test_the_change_of_an_entry_that_waits_itself_renews_its_card(world: World, notices: Any) -> None:
    await world.settle(screening=Screening(Review.EVERYBODY))
    round_ = await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(post())
    await desk.click("Hand in")
    await change(world)
    [card] = notices.history()
    assert "### An entry waits" in shown(card)
    assert "**The Ferry** by" in shown(card)
    assert await entries(world, round_.id) == []
    await decide(world, card, "Approve")
    [entry] = await entries(world, round_.id)
    assert entry.title == "The Ferry"


@pytest.mark.parametrize("yes", ["Approve", "Always approve this writer"])
async def test_a_yes_to_an_entry_that_waits_holds_for_what_the_moderator_saw(
    world: World, notices: Any, yes: str
) -> None:
    await world.settle(screening=Screening(Review.EVERYBODY))
    await world.enter(await world.open_round(), post())
    chair = Chair(world, world.moderator)
    await chair.command("queue")
    await world.env.advance_time(60)
    await change(world)
    await chair.click(yes)
    assert "Its writer has changed it meanwhile" in chair.text
    assert len(world.channel.history()) == 1, "the round's own card"
    assert ", changed <t:" in shown(notices.last_message)
    await world.moderator.click(notices.last_message, label=yes)
    assert "### The Ferry" in texts(world)[1]


async def test_a_file_that_cannot_be_read_takes_no_change_back(world: World, notices: Any, round_: Round) -> None:
    await change(world)
    answer = await world.writer.slash(world.channel, "entry edit", file=("ferry.png", b"\x89PNG"))
    assert "I can't read `ferry.png`" in answer.response.content
    await decide(world, notices.last_message, "Approve")
    await stands(world, round_, "The Ferry")


async def test_a_change_goes_with_its_entry_and_stays_its_writers(world: World, notices: Any, round_: Round) -> None:
    desk = await change(world)
    desk.keep(await desk.who.slash(world.channel, "entry withdraw"))
    await desk.click("Take it back")
    assert "Its writer took it back." in shown(notices.last_message)
    assert {draft.text for draft in await world.drafts_of(world.writer.id)} == {post(), CHANGED}


async def test_a_change_of_a_post_that_is_deleted_by_hand_is_a_draft_again(
    world: World, notices: Any, round_: Round
) -> None:
    await change(world)
    [case] = await deciding_cases.waiting(world.bot.database, world.guild.id)
    _, card = world.channel.history()
    await card.delete()
    await world.wake()
    change_card, lost = notices.history()
    assert "Its post is gone." in shown(change_card)
    await world.writer.send(world.channel, "So that there is a message to click on.")
    answer = await send(world, world.moderator, world.channel, f"case.approve:{case.case.id}")
    assert "Its post is gone, so there is nothing to decide." in answer
    assert "deleted by hand" in shown(lost)
    assert {draft.text for draft in await world.drafts_of(world.writer.id)} == {post(), CHANGED}


async def test_a_kill_at_any_step_of_a_yes_ends_with_one_post_and_one_word(
    world: World, notices: Any, round_: Round
) -> None:
    await change(world)
    [case] = await deciding_cases.waiting(world.bot.database, world.guild.id)
    decision = deciding_cases.Decision(case.case.id, world.guild.id, world.moderator.id, world.env.now())
    async with killing(world) as kills:
        await deciding_cases.approve(world.bot.database, decision)
        await world.wake()
    async for killed in kills.each(more_than=8):
        await world.restart()
        if await deciding_cases.waiting(world.bot.database, world.guild.id):
            await deciding_cases.approve(world.bot.database, decision)
            await world.wake()
        await stands(world, round_, "The Ferry")
        [card] = notices.history()
        assert "approved it" in shown(card), killed
        assert len(heard(world)) == 1, killed


async def test_a_change_that_was_saved_in_time_counts_whenever_moderators_read_it(
    world: World, notices: Any, round_: Round
) -> None:
    await change(world)
    await world.env.advance_time(3 * 86_400)
    await decide(world, notices.last_message, "Approve")
    [entry] = await entries(world, round_.id)
    assert entry.title == "The Ferry"
    assert not entry.is_late
    post_, round_up = texts(world)[1:]
    assert "*edited*" in post_
    assert "The Ferry" in round_up


async def test_time_for_changes_excuses_a_late_entry_on_its_card_too(world: World, notices: Any) -> None:
    round_ = await world.open_round(hours=1, late_for=timedelta(days=1))
    await world.env.advance_time(3601)
    await world.enter(round_, post())
    assert "*late*" in texts(world)[-1]
    await world.settle(screening=Screening(Review.EVERYBODY))
    await change(world)
    await decide(world, notices.last_message, "Ask for changes")
    assert "*late*" not in texts(world)[-1]

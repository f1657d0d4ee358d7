"""Readers report stories, and moderators decide."""

from typing import Any

import pytest

from bot.domain.rounds.round import Round
from bot.services import deciding_cases, reporting
from bot.ui.views.press import custom_id
from tests.discord.chair import Chair
from tests.discord.conftest import World, shown, text_of
from tests.discord.desk import Desk, post
from tests.discord.kills import killing
from tests.discord.test_audience import restrict
from tests.discord.test_filters import ask
from tests.discord.test_forged import send
from tests.discord.test_moderating import stories
from tests.discord.test_suggestions import heard


@pytest.fixture
async def round_(world: World) -> Round:
    return await world.open_round()


def story(world: World) -> Any:
    return next(message for message in world.channel.history() if "The kettle sang" in shown(message))


async def report(world: World, who: Any, said: str = "It is @everyone's *own* story.") -> str:
    answer = await who.context_menu(world.channel, "Report", story(world))
    answer = await who.submit_modal(answer, {"reason": said})
    assert answer.response.ephemeral
    return text_of(answer.response.message)


async def test_a_reader_reports_a_story_once(world: World, notices: Any, round_: Round) -> None:
    await world.enter(round_, post())
    assert "The moderators will look at it" in await report(world, world.reader)
    again = await world.reader.context_menu(world.channel, "Report", story(world))
    assert "You have told the moderators of it already" in text_of(again.response.message)
    assert "The moderators will look at it" in await report(world, world.other_writer)
    first, second = sorted(map(shown, notices.history()), key=lambda text: str(world.other_writer.id) in text)
    assert f"<@{world.reader.id}> says" in first
    assert r"\*own\* story" in first
    assert "@everyone" not in first
    assert "**The Kettle** by" in second
    assert heard(world) == []


async def test_a_moved_story_is_reported_once_by_a_reader(world: World, notices: Any, round_: Round) -> None:
    elsewhere = world.guild.create_text_channel("elsewhere")
    await world.open_round(channel=elsewhere, title="Second frost")
    entry = await world.enter(round_, post())
    await report(world, world.reader)
    await Chair(world, world.moderator).command("entry move", entry=str(entry.id), round="Second frost")
    answer = await world.reader.context_menu(elsewhere, "Report", elsewhere.last_message)
    assert "You have told the moderators of it already" in text_of(answer.response.message)
    assert len(notices.history()) == 1


async def test_of_two_forms_of_a_report_the_first_counts_and_the_second_comes_back(
    world: World, notices: Any, round_: Round
) -> None:
    await world.enter(round_, post())
    first, again, other = [await world.reader.context_menu(world.channel, "Report", story(world)) for _ in range(3)]
    for form in (first, again):
        answer = await world.reader.submit_modal(form, {"reason": "It is mine."})
        assert "The moderators will look at it" in text_of(answer.response.message)
    answer = await world.reader.submit_modal(other, {"reason": "It is still mine."})
    assert "You have told the moderators of it already" in text_of(answer.response.message)
    assert "It is still mine." in (await answer.response.attachments[0].read()).decode()
    assert len(notices.history()) == 1


async def test_a_story_is_reported_that_its_reader_is_shown_nowhere_else(world: World, notices: Any) -> None:
    """It stands in the channel all the same: for who filtered it, and where it should not stand."""
    await restrict(world, world.channel, to_adults=True)
    round_ = await world.open_round()
    await world.write_entry(round_, post().replace("PG", "Explicit"), to_adults=True)
    await world.wake()
    await ask(world, Desk(world, world.reader), fandoms="Winter Stories")
    assert "The moderators will look at it" in await report(world, world.reader)
    await restrict(world, world.channel, to_adults=False)
    assert "The moderators will look at it" in await report(world, world.other_writer)
    assert sum("is reported" in shown(card) for card in notices.history()) == 2


@pytest.mark.parametrize("said", ["*" * 1_000, "so it is " * 111, "\n".join("x" * 500)])
async def test_reports_of_any_length_have_their_cards_and_a_list(world: World, notices: Any, said: str) -> None:
    """What moderators say to them is as long."""
    name = "*" * 200
    await world.enter(await world.open_round(), post().replace("The Kettle", name))
    for who in (world.reader, world.other_writer, world.moderator):
        await report(world, who, said)
    chair = Chair(world, world.moderator)
    await chair.command("queue")
    assert "is reported" in chair.text
    assert chair.buttons[-1].endswith("more")
    while chair.buttons[-1].endswith("more"):
        await chair.click(chair.buttons[-1])
    assert "Back" in chair.buttons
    cards = notices.history()
    assert all(len(shown(card)) > 1_000 for card in cards)
    form = await world.moderator.click(cards[0], label="Remove it")
    await world.moderator.submit_modal(form, {"reason": said})
    assert all("removed it" in shown(card) for card in notices.history())
    assert len(heard(world)[0]) > 1_000, "the writer has all of it, or nearly"


async def test_a_moderator_leaves_it_or_removes_it(world: World, notices: Any, round_: Round) -> None:
    await world.enter(round_, post())
    await report(world, world.reader)
    await report(world, world.other_writer)
    first, second = notices.history()
    await world.moderator.click(first, label="Leave it")
    assert ["was reported" in shown(each) for each in notices.history()] == [True, False]
    assert len(stories(world)) == 1
    form = await world.moderator.click(second, label="Remove it")
    await world.moderator.submit_modal(form, {"reason": "It is not yours."})
    assert stories(world) == []
    assert ["left it as it is" in shown(each) for each in notices.history()] == [True, False]
    [told] = heard(world)
    assert "> It is not yours." in told
    assert await deciding_cases.waiting(world.bot.database, world.guild.id) == []


async def test_a_report_that_was_left_hides_no_correction(world: World, notices: Any, round_: Round) -> None:
    entry = await world.enter(round_, post())
    chair = Chair(world, world.moderator)
    opened = [await chair.command("entry header", entry=str(entry.id)) for _ in range(2)]
    await world.env.advance_time(1)
    await chair.fill(opened[0], header="Title: The Kettle\nFandom: Winter Tales")
    await report(world, world.reader)
    await world.moderator.click(notices.last_message, label="Leave it")
    await chair.fill(opened[1], header="Title: The Kettle\nFandom: Winter Songs")
    assert "You corrected its header already." in chair.text
    assert "Winter Tales" in shown(story(world))


async def test_what_is_removed_settles_all_reports_of_it(world: World, notices: Any, round_: Round) -> None:
    await world.enter(round_, post())
    await report(world, world.reader)
    await report(world, world.other_writer)
    form = await world.moderator.click(notices.last_message, label="Remove it")
    await world.moderator.submit_modal(form, {"reason": ""})
    assert all("removed it" in shown(card) for card in notices.history())


async def test_only_stories_are_reported(world: World, round_: Round) -> None:
    message = await world.writer.send(world.channel, "Not a story of a round.")
    answer = await world.reader.context_menu(world.channel, "Report", message)
    assert "This is no story of a round" in text_of(answer.response.message)
    answer = await world.reader.context_menu(world.channel, "Report", world.channel.history()[0])
    assert answer.modal is None


async def test_each_question_takes_its_own_answers_alone(world: World, notices: Any, round_: Round) -> None:
    await world.enter(round_, post())
    await report(world, world.reader)
    await world.writer.send(world.channel, "So that there is a message to click on.")
    [brief] = await deciding_cases.waiting(world.bot.database, world.guild.id)
    for act in ("approve", "trust", "spam", "post_again", "leave_out"):
        answer = await send(world, world.moderator, world.channel, custom_id(f"case.{act}", brief.case.id))
        assert "I can't make out" in answer, act
    assert len(stories(world)) == 1


async def test_who_takes_all_back_leaves_no_word_of_a_report(world: World, notices: Any, round_: Round) -> None:
    await world.enter(round_, post())
    await report(world, world.reader)
    chair = Chair(world, world.reader)
    await chair.command("mydata delete")
    await chair.click("Delete all of it")
    await chair.click("Yes, delete all of it")
    assert "own" not in shown(notices.last_message)
    assert "a former member says" in shown(notices.last_message)


async def test_the_command_settles_reports_too(world: World, notices: Any, round_: Round) -> None:
    entry = await world.enter(round_, post())
    await report(world, world.reader)
    await Chair(world, world.moderator).command("entry remove", entry=str(entry.id))
    assert "removed it" in shown(notices.last_message)
    assert await deciding_cases.waiting(world.bot.database, world.guild.id) == []


async def say(world: World, entry_id: int) -> None:
    """The same, as rows."""
    database, guild_id, now = world.bot.database, world.guild.id, world.env.now()
    await reporting.report(database, guild_id, entry_id, world.reader.id, said="It is not theirs.", now=now)


async def test_a_kill_at_any_step_of_a_report_ends_with_one_card(world: World, notices: Any) -> None:
    entry = await world.enter(await world.open_round(), post())
    async with killing(world) as kills:
        await say(world, entry.id)
        await world.wake()
    async for killed in kills.each(more_than=2):
        await world.restart()
        await say(world, entry.id)
        await world.wake()
        [card] = notices.history()
        assert "It is not theirs." in shown(card), killed

"""What waits for moderators in a round that is called off: it appears nowhere, and is its writer's again."""

from typing import Any

from bot.domain.rounds.screening import Review, Screening
from bot.services import deciding_cases, planning
from bot.ui.views.press import custom_id
from tests.discord.chair import Chair
from tests.discord.conftest import World, shown, text_of
from tests.discord.desk import Desk, entries, post
from tests.discord.kills import killing
from tests.discord.test_forged import send
from tests.discord.test_review import EVERYBODY, hand_in, titles
from tests.discord.test_suggestions import heard
from tests.discord.test_waiting_changes import CHANGED, change


async def call_off(world: World) -> Chair:
    chair = Chair(world, world.moderator)
    await chair.slash("cancel")
    await chair.click("Call it off")
    return chair


async def test_an_entry_that_waits_goes_back_to_its_writer(world: World, notices: Any) -> None:
    await world.settle(screening=EVERYBODY)
    round_ = await world.open_round()
    await hand_in(world)
    form = await world.moderator.click(notices.last_message, label="Ask for changes")
    chair = await call_off(world)
    assert f"<@{world.moderator.id}> called its round off." in shown(notices.last_message)
    [told] = heard(world)
    assert told.startswith(
        "**First frost** on **The Inkwell** was called off before the moderators read **The Kettle**"
    )
    [draft] = await world.drafts_of(world.writer.id)
    assert draft.text == post()
    desk = Desk(world, world.writer)
    desk.keep(await desk.who.slash(world.channel, "entries"))
    assert "First frost was called off before the moderators read it." in desk.text
    late = await world.moderator.submit_modal(form, {"reason": "Where does it end?"})
    assert "called its round off" in text_of(late.response.message)
    assert await deciding_cases.waiting(world.bot.database, world.guild.id) == []
    assert titles(world.channel.history()) == []
    [entry] = await chair.who.autocomplete(world.channel, "entry restore", "entry", "")
    await chair.command("entry restore", entry=entry["value"])
    assert "This round was called off." in chair.text
    assert await entries(world, round_.id) == []


async def test_who_would_remove_it_hears_that_its_round_is_off(world: World, notices: Any) -> None:
    await world.settle(screening=EVERYBODY)
    await world.open_round()
    await hand_in(world)
    [entry] = await world.moderator.autocomplete(world.channel, "entry remove", "entry", "")
    form = await world.moderator.slash(world.channel, "entry header", entry=entry["value"])
    chair = await call_off(world)
    await chair.command("entry remove", entry=entry["value"])
    assert "This round was called off." in chair.text
    await chair.fill(form, header="Title: The Ferry")
    assert "This round was called off." in chair.text


async def test_a_change_that_waits_is_a_draft_and_its_entry_stands(world: World, notices: Any) -> None:
    round_ = await world.open_round()
    await world.enter(round_, post())
    await world.settle(screening=Screening(Review.EVERYBODY))
    await change(world)
    await call_off(world)
    [told] = heard(world)
    assert "called off before the moderators read your change of **The Kettle**. Your story stands there" in told
    [draft] = await world.drafts_of(world.writer.id)
    assert draft.text == CHANGED
    [entry] = await entries(world, round_.id)
    assert entry.title == "The Kettle"


async def test_what_waited_before_is_given_back_too(world: World, notices: Any) -> None:
    """A bot of before this left what waited in such rounds as it was."""
    await world.settle(screening=EVERYBODY)
    round_ = await world.open_round()
    await hand_in(world)
    card = notices.last_message
    cancelled = "UPDATE rounds SET cancelled_at = 1, revision = revision + 1 WHERE id = :id"
    await world.bot.database.write(lambda session: session.run(cancelled, {"id": round_.id}))
    answer = await world.moderator.click(card, label="Approve")
    assert "This round was called off." in text_of(answer.response.message)
    form = await world.moderator.click(card, label="Ask for changes")
    late = await world.moderator.submit_modal(form, {"reason": "Where does it end?"})
    assert "This round was called off." in text_of(late.response.message)
    assert "Where does it end?" in (await late.response.message.attachments[0].read()).decode()
    await world.wake()
    [told] = heard(world)
    assert "was called off before the moderators read **The Kettle**" in told
    assert "Its round was called off." in shown(notices.last_message)
    [draft] = await world.drafts_of(world.writer.id)
    assert draft.text == post()
    said = await send(world, world.moderator, notices, custom_id("case.changes", 1))
    assert "round was called off" in said
    assert await entries(world, round_.id) == []


async def test_a_kill_at_any_step_tells_once(world: World, notices: Any) -> None:
    await world.settle(screening=EVERYBODY)
    round_ = await world.open_round()
    await world.enter(round_, post())
    async with killing(world) as kills:
        await planning.cancel(world.bot.database, world.asked(), round_.id)
        await world.wake()
    async for killed in kills.each(more_than=4):
        await world.restart()
        await planning.cancel(world.bot.database, world.asked(), round_.id)
        await world.wake()
        assert len(heard(world)) == 1, killed
        assert len(await world.drafts_of(world.writer.id)) == 1, killed
        [card] = notices.history()
        assert "called its round off." in shown(card), killed

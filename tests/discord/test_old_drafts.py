"""Drafts that nobody touches for long: they go, and their writers have them."""

from datetime import timedelta

import pytest

from bot.services import drafting
from tests.discord.chair import form, manager
from tests.discord.conftest import World
from tests.discord.desk import Desk, post
from tests.discord.kills import killing
from tests.discord.test_away import be_back, start_without

DAY = timedelta(days=1).total_seconds()

pytestmark = pytest.mark.usefixtures("unticking")


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.writer)


async def later(world: World, days: float) -> None:
    """The bot is away so long, and comes again."""
    await world.env.advance_time(days * DAY)
    await world.restart()


async def told(world: World) -> list[tuple[str, list[str]]]:
    """What the writer was told in private, and the files that came along."""
    found = world.writer.user.dm_channel.history()
    return [(each.content, [(await file.read()).decode() for file in each.attachments]) for each in found]


async def test_a_draft_that_nobody_touched_goes_to_its_writer(world: World, desk: Desk) -> None:
    await desk.submit(post())
    await later(world, 89)
    await desk.submit("The river froze.")
    assert len(await world.drafts_of(world.writer.id)) == 2
    await world.env.advance_time(2 * DAY)
    (draft,) = await world.drafts_of(world.writer.id)
    assert draft.text == "The river froze."
    [(text, files)] = await told(world)
    assert "The Inkwell" in text
    assert "90 days" in text
    assert files == [post()]
    await later(world, 1)
    assert len(await told(world)) == 1


async def test_what_was_handed_in_or_touched_stays(world: World, desk: Desk) -> None:
    await world.open_round()
    await desk.submit(post())
    await desk.click("Hand in")
    await desk.submit(post())
    await later(world, 60)
    await desk.drafts()
    await desk.click("Open")
    await desk.fill(await desk.click("Edit text"), "The river froze.")
    await later(world, 60)
    assert await told(world) == []
    assert len(await world.drafts_of(world.writer.id)) == 1


async def test_a_server_chooses_how_long(world: World, desk: Desk) -> None:
    chair = manager(world)
    await chair.command("setup")
    opened = await chair.click("Time zone, emoji, words")
    assert form(opened)["drafts"] == "90 days"
    await chair.fill(opened, drafts="1 hour")
    assert "7 days at least" in chair.text
    await chair.fill(await chair.click("Time zone, emoji, words"), drafts="2 weeks")
    assert "14 days" in chair.text
    await desk.submit(post())
    await later(world, 15)
    assert await world.drafts_of(world.writer.id) == []


async def test_who_takes_no_private_message_keeps_it(world: World, desk: Desk) -> None:
    await desk.submit(post())
    world.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=1)
    await later(world, 91)
    assert len(await world.drafts_of(world.writer.id)) == 1
    await later(world, 60)
    assert len(await world.drafts_of(world.writer.id)) == 1
    await later(world, 31)
    assert await world.drafts_of(world.writer.id) == []
    assert len(await told(world)) == 1


async def test_what_was_due_while_the_server_was_down_goes_once_it_is_back(
    world: World, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.submit(post())
    await world.env.advance_time(89 * DAY)
    await start_without(world, monkeypatch)
    await world.env.advance_time(2 * DAY)
    assert await told(world) == []
    await be_back(world)
    [(text, files)] = await told(world)
    assert "The Inkwell" in text
    assert files == [post()]


async def test_more_than_a_message_holds_come_in_several(world: World, desk: Desk) -> None:
    for number in range(drafting.MOST_AT_A_TIME + 2):
        await desk.submit(f"Story {number} is a short one.")
    await later(world, 91)
    assert [len(files) for _, files in await told(world)] == [drafting.MOST_AT_A_TIME, 2]
    assert await world.drafts_of(world.writer.id) == []


async def test_a_kill_at_any_step_hands_each_over_once(world: World) -> None:
    attempt = drafting.Attempt(9_999, world.guild.id, world.writer.id, world.env.now(), post())
    await drafting.save(world.bot.database, attempt)
    await world.env.advance_time(89 * DAY)
    async with killing(world) as kills:
        await world.env.advance_time(2 * DAY)
    async for killed in kills.each(more_than=3):
        await world.restart()
        assert [files for _, files in await told(world)] == [[post()]], killed
        assert await world.drafts_of(world.writer.id) == [], killed

"""The *Remind me* button: a private message before the close, once, for whoever wants one."""

from datetime import timedelta
from typing import Any

import pytest

from tests.discord.chair import Chair
from tests.discord.conftest import World
from tests.discord.desk import deliver_again
from tests.discord.kills import killing
from tests.discord.lost_answers import lose_an_answer
from tests.discord.test_publishing import POST

pytestmark = pytest.mark.usefixtures("unticking")


@pytest.fixture
def ines(world: World) -> Chair:
    return Chair(world, world.writer)


async def press(world: World, ines: Chair) -> None:
    ines.keep(await ines.who.click(world.channel.history()[0], label="Remind me"))


def told(world: World, member: Any = None) -> list[str]:
    """What a member has in private, the writer unless another is named."""
    backend, who = world.env.backend, member or world.writer
    messages = backend.messages.get(backend.dm_channels.get(who.id, 0), {})
    return [message.content for message in messages.values()]


async def test_a_member_is_reminded_once_with_the_way_to_the_card(world: World, ines: Chair) -> None:
    round_ = await world.open_round(hours=72)
    closes = int(round_.plan.closes_at.timestamp())
    await press(world, ines)
    assert f"in private on <t:{closes - 86_400}:F>: 24 hours before **First frost** closes." in ines.text
    await ines.slash("show")
    assert f"**Your reminder**: <t:{closes - 86_400}:F>" in ines.text
    await world.env.advance_time(47 * 3600)
    assert told(world) == []
    await world.env.advance_time(3600)
    card = world.channel.history()[0]
    said = [f"You asked me to remind you: [First frost]({card.jump_url}) closes <t:{closes}:F>."]
    assert told(world) == said
    await world.restart()
    await world.env.advance_time(2 * 86_400)
    assert told(world) == said
    assert told(world, world.other_writer) == []


async def test_another_press_asks_for_none_and_a_double_click_is_one(world: World, ines: Chair) -> None:
    await world.open_round(hours=72)
    await press(world, ines)
    await deliver_again(world)
    await press(world, ines)
    assert "I'll write to you" in ines.text
    await world.env.advance_time(60)
    await press(world, ines)
    assert "I won't remind you of **First frost**." in ines.text
    await ines.click("Remind me after all")
    await ines.click("Don't remind me")
    await world.env.advance_time(3 * 86_400)
    assert told(world) == []


async def test_the_time_can_be_chosen_and_moves_with_the_end(world: World, ines: Chair) -> None:
    round_ = await world.open_round(hours=5, reminders=(timedelta(hours=2),))
    await press(world, ines)
    assert "2 hours before" in ines.text, "as the round itself reminds"
    await ines.choose(f"remind.choose:{round_.id}", "900")
    assert "15 minutes before" in ines.text
    chair = Chair(world, world.moderator)
    await chair.slash("extend", closes="1 day")
    await chair.click("Save the change")
    await world.env.advance_time(5 * 3600)
    assert told(world) == []
    await world.env.advance_time(86_400 - 900)
    assert len(told(world)) == 1


async def test_nobody_is_reminded_of_what_is_done_or_over(world: World, ines: Chair) -> None:
    done = await world.open_round(title="Done", hours=48, entries_per_member=1)
    await press(world, ines)
    await world.enter(done, POST)
    other = Chair(world, world.other_writer)
    await press(world, other)
    chair = Chair(world, world.moderator)
    with world.env.time_context():
        await world.bot.close()
    await world.env.advance_time(3 * 86_400)
    await world.restart()
    assert told(world) == told(world, world.other_writer) == []
    called_off = await world.open_round(title="Called off", hours=48)
    other.keep(await other.who.click(world.channel.history()[-1], label="Remind me"))
    await chair.slash("cancel", round=str(called_off.id))
    await chair.click("Call it off")
    await world.env.advance_time(3 * 86_400)
    assert told(world, world.other_writer) == []


async def test_a_minute_before_the_close_is_too_late_to_ask(world: World, ines: Chair) -> None:
    await world.open_round(hours=1)
    await world.env.advance_time(3600 - 60)
    await press(world, ines)
    assert "That would be too late" in ines.text


async def test_closed_direct_messages_stop_nothing_and_are_told_at_the_next_look(world: World, ines: Chair) -> None:
    await world.open_round(hours=48)
    await press(world, ines)
    await press(world, Chair(world, world.other_writer))
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50007, times=1)
    await world.env.advance_time(47 * 3600)
    assert told(world) == []
    assert len(told(world, world.other_writer)) == 1
    await ines.slash("show")
    assert "you took no private message from me" in ines.text


async def test_a_lost_answer_tells_nobody_twice(world: World, ines: Chair) -> None:
    await world.open_round(hours=48)
    await press(world, ines)
    lost = lose_an_answer(world)
    await world.env.advance_time(48 * 3600)
    assert lost
    assert len(told(world)) == 1


async def test_a_kill_at_any_step_of_a_reminder_ends_with_one(world: World) -> None:
    await world.open_round(hours=2)
    await press(world, Chair(world, world.writer))
    async with killing(world) as kills:
        await world.env.advance_time(3600)
    async for killed in kills.each(more_than=3):
        await world.restart()
        assert len(told(world)) == 1, killed

"""Reminders in the channel before a round closes."""

from datetime import timedelta

import pytest

from tests.discord.chair import Chair
from tests.discord.conftest import World, shown
from tests.discord.kills import killing
from tests.discord.test_publishing import texts

pytestmark = pytest.mark.usefixtures("unticking")

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


def reminders(world: World) -> list[str]:
    return [text for text in texts(world) if text.startswith("A reminder")]


async def test_a_round_reminds_its_channel_a_day_and_an_hour_before_and_takes_that_away_when_it_closes(
    world: World, chair: Chair
) -> None:
    assert await chair.offered("open", "reminders", "") == {
        "24 hours and 1 hour before the close": "on",
        "24 hours before the close": "1 day",
        "2 days and 3 hours before the close": "2 days, 3 hours",
        "none": "off",
    }
    await chair.propose(closes="in 3 days", reminders="on")
    assert "**Reminders in the channel**: 24 hours and 1 hour before the close, without a ping" in chair.text
    await chair.click("Open the round")
    closes = int((await chair.round()).plan.closes_at.timestamp())
    assert "eminder" not in texts(world)[0]
    assert reminders(world) == []
    await world.env.advance_time(2 * 86_400)
    card, first = world.channel.history()
    link = f"[The first frost came early …]({card.jump_url})"
    assert shown(first) == f"A reminder: {link} closes <t:{closes}:F> (<t:{closes}:R>)."
    assert first.mentions == first.role_mentions == []
    await world.env.advance_time(23 * 3600)
    _, second = world.channel.history()
    assert second.id != first.id, "the new one stands where members look"
    await world.restart()
    assert len(reminders(world)) == 1
    await world.env.advance_time(3600)
    assert reminders(world) == []
    assert "the round-up" in texts(world)[1]


async def test_a_short_round_is_offered_and_told_only_the_reminders_that_it_has_time_for(
    world: World, chair: Chair
) -> None:
    assert await chair.offered("open", "reminders", "", closes="in 15 hours") == {
        "1 hour before the close": "on",
        "3 hours before the close": "2 days, 3 hours",
        "none": "off",
    }
    await chair.propose(closes="in 15 hours", reminders="on")
    assert "**Reminders in the channel**: 1 hour before the close, without a ping" in chair.text
    await chair.propose(closes="in 15 hours", reminders="1 day")
    assert "**Reminders in the channel**: none, since it is open for less time than that" in chair.text


async def test_an_edit_switches_reminders_on_and_off_and_makes_up_for_none(world: World, chair: Chair) -> None:
    await world.open_round(hours=10)
    await chair.slash("edit", reminders="soon")
    assert "I can't make reminders of “soon”" in chair.text
    await chair.fill(await chair.slash("edit", reminders="1 day, 3 hours, 1 hour"))
    await chair.click("Save the change")
    assert reminders(world) == [], "a day before is past"
    await chair.slash("show")
    assert "1 hour before the close, without a ping" in chair.text
    await world.env.advance_time(7 * 3600)
    assert len(reminders(world)) == 1
    await chair.fill(await chair.slash("edit", reminders="off"))
    await chair.click("Save the change")
    assert reminders(world) == []
    await world.env.advance_time(2.5 * 3600)
    assert reminders(world) == []


async def test_an_extension_brings_a_reminder_into_step_or_lets_it_come_again(world: World, chair: Chair) -> None:
    round_ = await world.open_round(hours=30, reminders=(DAY, HOUR))
    closes = int(round_.plan.closes_at.timestamp())
    await world.env.advance_time(12 * 3600)
    await chair.slash("extend", closes="3 hours")
    await chair.click("Save the change")
    assert f"<t:{closes + 3 * 3600}:F>" in reminders(world)[0]
    await chair.slash("extend", closes="1 day")
    await chair.click("Save the change")
    assert reminders(world) == []
    await world.env.advance_time(22 * 3600)
    assert f"<t:{closes + 27 * 3600}:F>" in reminders(world)[0]
    await chair.slash("close")
    await chair.click("Close it now")
    assert reminders(world) == []


async def test_a_reminder_that_a_moderator_deleted_or_of_a_round_that_was_called_off_stays_away(
    world: World, chair: Chair
) -> None:
    for title in ("To be deleted", "Called off"):
        await world.open_round(title=title, hours=25, reminders=(DAY,))
    await world.env.advance_time(3600)
    standing = [message for message in world.channel.history() if "A reminder" in shown(message)]
    first, second = sorted(standing, key=shown, reverse=True)
    world.env.backend.delete_message(world.channel.id, first.id)
    await chair.slash("cancel", round="Called off")
    await chair.click("Call it off")
    await world.restart()
    assert reminders(world) == []
    assert second.id not in {message.id for message in world.channel.history()}


@pytest.mark.parametrize(("hours_away", "said"), [(40, 1), (71, 1), (71.9, 0), (73, 0)])
async def test_a_bot_that_was_away_reminds_once_while_it_helps(world: World, hours_away: float, said: int) -> None:
    await world.open_round(hours=72, reminders=(2 * DAY, DAY, HOUR))
    with world.env.time_context():
        await world.bot.close()
    await world.env.advance_time(hours_away * 3600)
    await world.restart()
    assert len(reminders(world)) == said


async def test_a_kill_at_any_step_of_a_reminder_ends_with_one(world: World) -> None:
    await world.open_round(hours=25, reminders=(DAY,))
    async with killing(world) as kills:
        await world.env.advance_time(3600)
    async for killed in kills.each(more_than=5):
        await world.restart()
        assert len(reminders(world)) == 1, killed

"""A round among the server's events: there once, in step with the round, and gone with it."""

from datetime import datetime, timedelta
from typing import Any

import discord
import pytest

from bot.services import planning
from bot.ui.answering import permission
from tests.discord.chair import Chair
from tests.discord.conftest import World
from tests.discord.lost_answers import lose_an_answer
from tests.discord.test_homes import HOUR, ours, the_round

SCHEDULED, ACTIVE, OVER, CANCELLED = range(1, 5)


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


def events(world: World) -> list[Any]:
    return list(world.env.backend.get_guild(world.guild.id).scheduled_events.values())


def times(event: Any) -> tuple[datetime, datetime]:
    return datetime.fromisoformat(event.scheduled_start_time), datetime.fromisoformat(event.scheduled_end_time)


async def test_an_event_tells_of_a_round_to_come_and_follows_every_change(world: World, chair: Chair) -> None:
    await chair.propose(opens="in 2 days", closes="in 5 days", event=True, prompt="A secret")
    assert "**Among the server's events**: with its times and a link" in chair.text
    await chair.click("Schedule it")
    round_ = await chair.round()
    [event] = events(world)
    assert (event.name, event.status, times(event)) == (
        "A new round",
        SCHEDULED,
        (round_.plan.opens_at, round_.plan.closes_at),
    )
    assert event.entity_metadata == {"location": f"https://discord.com/channels/{world.guild.id}/{world.channel.id}"}
    assert "exactly 100 words" in event.description
    await chair.fill(await chair.slash("edit", opens="in 3 days"))
    await chair.click("Save the change")
    round_ = await chair.round()
    assert times(event)[0] == round_.plan.opens_at
    await world.restart()
    await world.env.advance_time(73 * HOUR)
    [card] = ours(world.channel)
    assert (event.name, event.status, event.entity_metadata) == ("A secret", ACTIVE, {"location": card.jump_url})
    await chair.slash("extend", closes="1 day")
    await chair.click("Save the change")
    assert times(event)[1] == (await chair.round()).plan.closes_at
    await world.env.advance_time(6 * 24 * HOUR)
    assert [each.status for each in events(world)] == [OVER]
    await chair.slash("extend", closes="1 day")
    await chair.click("Save the change")
    assert [each.status for each in events(world)] == [OVER, SCHEDULED], "an open round again has another event"
    await world.env.advance_time(HOUR)
    await planning.close(world.bot.database, world.asked(), round_.id)
    await world.wake()
    assert [each.status for each in events(world)] == [OVER, OVER]


async def test_a_round_that_opens_at_once_has_an_event_that_ends_when_it_is_called_off(world: World) -> None:
    round_ = await world.open_round(event=True)
    [event] = events(world)
    assert times(event) == (world.env.now() + timedelta(minutes=1), round_.plan.closes_at)
    await planning.cancel(world.bot.database, world.asked(), round_.id)
    await world.wake()
    assert event.status == CANCELLED


async def test_an_event_is_made_once_though_its_answer_was_lost(world: World) -> None:
    lost = lose_an_answer(world, "POST", "/scheduled-events")
    await world.open_round(event=True)
    await world.restart()
    assert lost
    assert len(events(world)) == 1
    await world.open_round(event=True)
    assert len(events(world)) == 2, "another round has its own, whatever it is called"


@pytest.mark.parametrize("how", ["deleted", "ended"])
async def test_an_event_that_moderators_took_away_stays_away(world: World, chair: Chair, how: str) -> None:
    await world.open_round(event=True)
    [event] = events(world)
    if how == "deleted":
        world.env.backend.delete_scheduled_event(world.guild.id, event.id)
    else:
        await world.env.advance_time(120)
        world.env.backend.edit_scheduled_event(world.guild.id, event.id, {"status": OVER})
    for closes in ("1 day", "2 days"):
        await chair.slash("extend", closes=closes)
        await chair.click("Save the change")
    assert [each.status for each in events(world)] == ([] if how == "deleted" else [OVER])


async def test_what_stands_in_an_events_way_does_not_stand_in_the_rounds(world: World, chair: Chair) -> None:
    role = world.guild.roles[world.env.backend.bot_user.name]
    allowed = permission.INVITED & ~discord.Permissions(create_events=True)
    world.env.backend.edit_role(world.guild.id, role.id, {"permissions": allowed.value})
    await world.env.settle()
    await chair.propose(closes="in 1 hour", event=True)
    assert "I need: Create Events" in chair.text
    await chair.click("Open the round")
    assert (len(ours(world.channel)), events(world), (await the_round(world)).paused) == (1, [], None)
    await chair.command("doctor")
    assert "*Create Events*: without it, the server's events don't tell of a round" in chair.text
    await chair.fill(await chair.slash("edit", event=False))
    await chair.click("Save the change")
    await world.env.advance_time(2 * HOUR)
    assert events(world) == []

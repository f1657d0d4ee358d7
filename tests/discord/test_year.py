"""A challenge that was set up once runs a year with no hand on it, whatever becomes of the bot meanwhile."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.services import challenging
from tests import shelf
from tests.discord.chair import Chair
from tests.discord.conftest import WEEK, World, text_of
from tests.discord.kills import killing

NUMBERED = re.compile(r"^## Sunday Drabbles #(\d+)(: the round-up)?$", re.MULTILINE)

pytestmark = pytest.mark.usefixtures("unticking")


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path) -> Iterator[None]:
    with shelf.with_sets(tmp_path / "prompts", doors=tuple(f"Door {number}" for number in range(60))):
        yield


async def started(world: World) -> Chair:
    chair = Chair(world, world.moderator)
    opened = await chair.command("challenge new")
    await chair.fill(opened, name="Sunday Drabbles", opens="every sunday 6pm", open_for="until saturday 9pm")
    await chair.click("Start it")
    return chair


def told(world: World) -> list[tuple[int, bool]]:
    """What stands in the channel of rounds: their numbers, and whether it is the round-up of one."""
    found = [NUMBERED.search(text_of(message)) for message in world.channel.history()]
    return [(int(each[1]), each[2] is not None) for each in found if each is not None]


async def test_a_year_of_sundays_has_exactly_the_promised_messages(world: World, notices: Any) -> None:
    await world.settle(zone_name="Europe/Berlin")
    chair = await started(world)
    for _ in range(52):
        await world.env.advance_time(WEEK.total_seconds())
    every = [(number, round_up) for number in range(1, 53) for round_up in (False, True)]
    assert len(told(world)) >= 103
    assert told(world) == every[: len(told(world))]
    assert len({each.plan.prompt for each in await chair.rounds()}) == 52
    assert notices.history() == []


async def test_a_kill_at_any_step_of_an_opening_ends_with_one_round_and_one_card(world: World) -> None:
    chair = await started(world)
    [challenge] = await challenging.of_guild(world.bot.database, world.guild.id)
    assert challenge.calendar is not None
    [upcoming] = challenge.calendar.coming(world.env.now(), 1)
    await world.env.advance_time((upcoming.opens_at - world.env.now()).total_seconds() - 1)
    async with killing(world) as kills:
        await world.env.advance_time(2)
    async for killed in kills.each(more_than=5):
        await world.restart()
        [round_] = await chair.rounds()
        assert (round_.number, round_.occurrence) == (1, upcoming.key), killed
        assert told(world) == [(1, False)], killed

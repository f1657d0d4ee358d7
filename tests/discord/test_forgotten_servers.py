"""A server is forgotten while the bot posts there."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.domain.rounds.screening import Review, Screening
from bot.services import leaving_servers
from tests import shelf
from tests.discord.conftest import World
from tests.discord.test_masterlists import DAY, begin
from tests.discord.test_reopening import Meanwhile
from tests.discord.test_taken_back import tell_much

pytestmark = pytest.mark.usefixtures("unticking")


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path) -> Iterator[None]:
    with shelf.with_sets(tmp_path / "prompts", doors=tuple(f"Door {number}" for number in range(9))):
        yield


async def forget(world: World) -> None:
    await leaving_servers.forget(world.bot.database, world.guild.id, world.env.now())
    world.bot.wake()


async def goes_on_quietly(world: World, patches: pytest.MonkeyPatch, at: int, seconds: int) -> bool:
    """The log has no complaint. False if there was no such step any more."""
    meanwhile = Meanwhile(at, lambda: forget(world), kills=False)
    with patches.context() as each:
        meanwhile.install(world, each)
        await world.wake()
        await world.env.advance_time(seconds)
    await forget(world)
    await world.env.settle()
    return meanwhile.struck


async def test_a_server_forgotten_at_any_step_of_publishing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for at in itertools.count(step=2):
        await world.write_round(event=True)
        if not await goes_on_quietly(world, monkeypatch, at, 1):
            assert at > 10
            return


async def test_a_server_forgotten_at_any_step_of_listing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for at in itertools.count(step=2):
        await begin(world)
        if not await goes_on_quietly(world, monkeypatch, at, DAY):
            assert at > 10
            return


@pytest.mark.parametrize("review", [Review.AT_ONCE, Review.EVERYBODY])
async def test_a_server_forgotten_at_any_step_of_telling(
    world: World, notices: Any, monkeypatch: pytest.MonkeyPatch, review: Review
) -> None:
    for at in itertools.count(step=2):
        await world.settle(notices_channel_id=notices.id, screening=Screening(review))
        await tell_much(world, at)
        if not await goes_on_quietly(world, monkeypatch, at, 60):
            assert at > 20
            return

"""A challenge whose rounds can stand nowhere: one asks moderators for a place, and those behind it wait for it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.services import challenging, finding, planning
from bot.storage import challenges
from bot.storage.database import reads
from tests import shelf
from tests.discord.chair import Chair, forbid, manager
from tests.discord.conftest import World, text_of
from tests.discord.test_fortnight import begin

DAY = timedelta(days=1)
pytestmark = pytest.mark.usefixtures("unticking")


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path) -> Iterator[None]:
    with shelf.with_sets(tmp_path / "prompts", doors=tuple(f"Door {number}" for number in range(20))):
        yield


async def titles(world: World) -> list[str]:
    found = await finding.all_rounds(world.bot.database, world.guild.id)
    return sorted(round_.plan.title for round_ in found)


async def begun(world: World) -> Any:
    """A challenge with its first round open, and its channel."""
    attic = world.guild.create_text_channel("attic")
    await world.env.settle()
    challenge = await begin(world, "Attic", attic, "daily at noon", "20 hours")
    await world.wake()
    await world.env.advance_time((0.6 * DAY).total_seconds())
    assert await titles(world) == ["Attic #1"]
    return challenge, attic


async def test_while_the_channel_is_gone_no_round_follows_the_one_that_waits(world: World, notices: Any) -> None:
    challenge, attic = await begun(world)
    world.env.backend.delete_channel(attic.id)
    await world.env.settle()
    await world.env.advance_time((9 * DAY).total_seconds())
    assert await titles(world) == ["Attic #1", "Attic #2"]
    assert ["*More settings* in `/challenge show`" in text_of(each) for each in notices.history()] == [True, True]
    await challenging.change(
        world.bot.database, world.asked(), challenge.id, lambda old: replace(old, channel_id=world.channel.id)
    )
    await world.wake()
    assert await titles(world) == ["Attic #1", "Attic #2", "Attic #3"], "what is over opens no more"
    [missed] = [text_of(each) for each in notices.history()[2:]]
    assert missed.startswith("**Attic**: 7 rounds were over before I could open them:")
    assert "Attic #3" in text_of(world.channel.history()[0])


async def test_once_the_bot_may_post_again_they_follow_at_once(world: World, notices: Any) -> None:
    _, attic = await begun(world)
    await forbid(world, attic, send_messages=True)
    await world.env.advance_time((5 * DAY).total_seconds())
    assert await titles(world) == ["Attic #1", "Attic #2"]
    assert len(notices.history()) == 2
    await forbid(world, attic)
    await world.env.settle()
    assert await titles(world) == ["Attic #1", "Attic #2", "Attic #3"]
    [missed] = [text_of(each) for each in notices.history()[2:]]
    assert missed.startswith("**Attic**: 3 rounds were over before I could open them:")
    due = await reads(challenges.due)(world.bot.database, world.env.now())
    assert due == []


async def test_a_round_that_was_called_off_keeps_none_waiting(world: World) -> None:
    _, attic = await begun(world)
    await forbid(world, attic, send_messages=True)
    await world.env.advance_time(DAY.total_seconds())
    second = max(await finding.all_rounds(world.bot.database, world.guild.id), key=lambda each: each.id)
    await planning.cancel(world.bot.database, world.asked(channel=attic), second.id)
    await world.env.advance_time(DAY.total_seconds())
    assert await titles(world) == ["Attic #1", "Attic #2", "Attic #3"]


async def test_a_look_at_the_challenge_says_that_it_waits(world: World) -> None:
    _, attic = await begun(world)
    moderator, member, owner = Chair(world, world.moderator), Chair(world, world.reader), manager(world)
    told = [(moderator, "**Waits for a place**: I can't post in"), (member, "Its rounds wait until a moderator")]

    async def say(*, waits: bool) -> None:
        for chair, said in told:
            await chair.command("challenge show", challenge="Attic")
            assert (said in chair.text) == waits
            await chair.command("challenge list")
            assert ("Its rounds wait until a moderator" in chair.text) == waits
            assert ("the next round opens" in chair.text) != waits
            await chair.command("challenge calendar")
            assert ("Its rounds wait until a moderator" in chair.text) == waits

    await say(waits=False)
    await forbid(world, attic, send_messages=True)
    await world.env.advance_time(DAY.total_seconds())
    await say(waits=True)
    await forbid(world, attic)
    await world.env.settle()
    await say(waits=False)
    world.env.backend.delete_channel(attic.id)
    await world.env.advance_time(DAY.total_seconds())
    await owner.command("challenge show", challenge="Attic")
    assert "**Waits for a place**" in owner.text
    await owner.command("challenge end", challenge="Attic")
    await owner.click("End it")
    assert "**Waits for a place**" not in owner.text

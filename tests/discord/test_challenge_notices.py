"""What there is to tell of a challenge's dates, where it reaches nobody."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests import shelf
from tests.discord.chair import Chair, forbid
from tests.discord.conftest import World, text_of
from tests.discord.test_challenges import next_at, start

DAY = timedelta(days=1)
TRIES = 1_000


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path) -> Iterator[None]:
    with shelf.with_sets(tmp_path / "prompts", doors=("Door",)):
        yield


async def leave_out(world: World, *, heard: bool) -> None:
    """A date with a word to members, until it has come, in a channel where the bot may not speak; if not `heard`, its
    moderators take no message either.
    """
    chair = Chair(world, world.moderator)
    made = await start(chair)
    assert made.calendar is not None
    [upcoming] = made.calendar.coming(world.env.now(), 1)
    await chair.command("challenge skip", date=upcoming.key, word="Happy holidays!")
    await forbid(world, world.channel, send_messages=True)
    if not heard:
        world.env.inject_error("POST", "/channels/*/messages", status=403, code=50007, times=TRIES)
    await next_at(world)
    await chair.command("challenge pause")


def tries(world: World) -> int:
    """How often the bot said something, or tried to."""
    sent = [each for each in world.env.http_requests if each.method == "POST" and each.path.endswith("/messages")]
    return len(sent)


async def test_a_word_that_members_cannot_hear_is_told_moderators_once(world: World, notices: Any) -> None:
    await leave_out(world, heard=True)
    [told] = map(text_of, notices.history())
    assert f"I could not say in <#{world.channel.id}> that there is no round" in told
    before = tries(world)
    await world.env.advance_time(DAY.total_seconds())
    assert tries(world) == before


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_a_word_to_members_waits_until_discord_answers_again(world: World, notices: Any, status: int) -> None:
    chair = Chair(world, world.moderator)
    made = await start(chair)
    assert made.calendar is not None
    [upcoming] = made.calendar.coming(world.env.now(), 1)
    await chair.command("challenge skip", date=upcoming.key, word="Happy holidays!")
    world.env.inject_error("POST", "/channels/*/messages", status=status, times=2)
    await next_at(world)
    await world.env.advance_time(120)
    [said] = [text for text in map(text_of, world.channel.history()) if "Happy holidays!" in text]
    assert "there is no round on" in said
    assert notices.history() == []


async def test_what_reaches_nobody_is_tried_every_hour_whatever_happens_and_given_up_in_a_week(world: World) -> None:
    await leave_out(world, heard=False)
    before = tries(world)
    for _ in range(5):
        await world.wake()
    assert tries(world) == before
    await world.env.advance_time(timedelta(hours=1, minutes=1).total_seconds())
    assert tries(world) > before
    await world.env.advance_time(7 * DAY.total_seconds())
    before = tries(world)
    await world.env.advance_time(DAY.total_seconds())
    assert tries(world) == before

"""A computer's clock that is wrong: rounds open and close by Discord's."""

from datetime import timedelta
from typing import Any

import discord
import pytest
from simcord.http.client import FakeHTTPClient

from tests.discord.chair import Chair
from tests.discord.conftest import World
from tests.discord.lost_answers import lose_an_answer
from tests.discord.test_publishing import CUT_POST, POST, texts

SLOW = [timedelta(seconds=-20), timedelta(hours=-1)]
FAST = [timedelta(minutes=5), timedelta(days=30)]

pytestmark = pytest.mark.usefixtures("glancing")


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


@pytest.fixture(autouse=True)
def dated(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers bear Discord's date, as they do outside of the simulator."""
    request: Any = FakeHTTPClient.request

    async def answered(*args: Any, **kwargs: Any) -> Any:
        asked = world.bot.chronometer.instant()
        answer = await request(*args, **kwargs)
        date = world.env.now().replace(microsecond=0)
        world.bot.chronometer.answered(date, asked, to_the=timedelta(seconds=1))
        return answer

    monkeypatch.setattr(FakeHTTPClient, "request", answered)


def set_clock(patches: pytest.MonkeyPatch, ahead: timedelta) -> None:
    right = discord.utils.utcnow
    patches.setattr(discord.utils, "utcnow", lambda: right() + ahead)


@pytest.mark.parametrize("ahead", [*SLOW, *FAST])
async def test_a_round_opens_at_once_and_closes_in_time(
    chair: Chair, world: World, monkeypatch: pytest.MonkeyPatch, ahead: timedelta
) -> None:
    set_clock(monkeypatch, ahead)
    await world.restart()
    await chair.open(closes="in 2 hours")
    assert len(texts(world)) == 1
    await world.env.advance_time(2 * 3600 - 5)
    assert len(texts(world)) == 1
    await world.env.advance_time(10)
    assert "the round-up" in texts(world)[-1]


@pytest.mark.parametrize("ahead", [*SLOW, *FAST])
async def test_a_round_to_come_opens_in_time(
    chair: Chair, world: World, monkeypatch: pytest.MonkeyPatch, ahead: timedelta
) -> None:
    set_clock(monkeypatch, ahead)
    await chair.open(closes="in 7 days", words="anything")  # its card is an answer that tells the time
    await chair.open(opens="in 3 hours", closes="in 7 days")
    await world.env.advance_time(3 * 3600 - 5)
    assert len(texts(world)) == 1
    await world.env.advance_time(10)
    assert len(texts(world)) == 2


SET = [timedelta(days=30), timedelta(hours=1), timedelta(minutes=5), timedelta(seconds=-20), timedelta(hours=-1)]


@pytest.mark.parametrize("by", SET)
async def test_a_clock_that_is_set_while_nothing_goes_on_opens_and_closes_nothing(
    chair: Chair, world: World, monkeypatch: pytest.MonkeyPatch, by: timedelta
) -> None:
    """Discord is asked for the time before a date passes by a clock that has jumped."""
    await chair.open(opens="in 1 hour", closes="in 1 hour")  # after it opens
    await world.env.advance_time(600)
    set_clock(monkeypatch, by)
    await world.env.advance_time(3000 - 5)
    assert texts(world) == []
    await world.env.advance_time(10)
    assert len(texts(world)) == 1
    set_clock(monkeypatch, -by)
    await world.env.advance_time(3600 - 10)
    assert len(texts(world)) == 1
    await world.env.advance_time(10)
    assert "the round-up" in texts(world)[-1]


async def test_no_date_passes_by_a_clock_that_was_set_while_discord_is_away(
    chair: Chair, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await chair.open(closes="in 1 hour")
    set_clock(monkeypatch, timedelta(days=1))
    world.env.inject_error("GET", "/oauth2/applications/@me", status=503, times=3)
    await world.env.advance_time(1800)
    assert len(texts(world)) == 1
    await world.env.advance_time(1801)
    assert "the round-up" in texts(world)[-1]


async def test_no_date_passes_by_a_clock_that_was_set_before_a_round_is_tried_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_ = await world.open_round(hours=1)
    world.env.inject_error("POST", "/channels/*/messages", status=503, times=1)
    await world.enter(round_, POST)
    set_clock(monkeypatch, timedelta(days=1))
    await world.env.advance_time(60)
    assert len(texts(world)) == 2
    await world.env.advance_time(3600)
    assert "the round-up" in texts(world)[-1]


@pytest.mark.parametrize("ahead", [*SLOW, *FAST])
async def test_a_lost_answer_is_found_by_discords_time(
    world: World, monkeypatch: pytest.MonkeyPatch, ahead: timedelta
) -> None:
    set_clock(monkeypatch, ahead)
    await world.restart()
    round_ = await world.open_round()
    await world.enter(round_, POST)
    lost = lose_an_answer(world)
    await world.enter(round_, CUT_POST)
    await world.env.advance_time(60)
    assert lost
    assert len(texts(world)) == 3


@pytest.mark.parametrize("ahead", [*SLOW, *FAST[:1]])
async def test_a_lost_answer_is_found_when_the_clock_has_just_been_set(
    world: World, monkeypatch: pytest.MonkeyPatch, ahead: timedelta
) -> None:
    """Before any answer could tell it."""
    monkeypatch.undo()
    round_ = await world.open_round()
    await world.env.advance_time(3600)
    lost = lose_an_answer(world)
    set_clock(monkeypatch, ahead)
    await world.enter(round_, POST)
    await world.env.advance_time(60)
    assert lost
    assert len(texts(world)) == 2


@pytest.mark.parametrize(("ahead", "where"), [(-3600, "3,600 seconds behind"), (300, " seconds ahead of")])
async def test_the_doctor_says_that_the_clock_is_wrong(
    chair: Chair, world: World, monkeypatch: pytest.MonkeyPatch, ahead: int, where: str
) -> None:
    await chair.command("doctor")
    assert "in step with Discord's" in chair.text
    set_clock(monkeypatch, timedelta(seconds=ahead))
    await world.restart()
    await world.open_round()
    await chair.command("doctor")
    assert f"{where} Discord's" in chair.text
    assert "go by Discord's" in chair.text


async def test_hearts_are_right_by_discords_time(chair: Chair, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, timedelta(minutes=5))
    await world.restart()
    round_ = await world.open_round()
    entry: Any = await world.enter(round_, POST)
    assert entry.round_id == round_.id
    await world.reader.react(world.channel.last_message, "♥️")
    await world.restart()
    await world.env.advance_time(60)
    await chair.slash("show")
    assert "with 1 heart" in chair.text
    assert "Hearts are right as of" in chair.text

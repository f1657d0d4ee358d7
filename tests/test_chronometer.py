"""Discord's time, as it is told."""

import contextlib
import time
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import aiohttp
import discord
import pytest
from aiohttp import web

from bot.chronometer import IN_STEP, REMEMBERED, Chronometer
from bot.client import told_time

SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def our_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands at noon."""
    monkeypatch.setattr(discord.utils, "utcnow", lambda: NOON)


def test_a_clock_that_nobody_has_spoken_to_is_believed() -> None:
    assert Chronometer().now() == NOON


@pytest.mark.parametrize("ahead", [-HOUR, -20 * SECOND, 20 * SECOND, 300 * SECOND, 24 * HOUR])
def test_an_answer_puts_our_clock_right(ahead: timedelta) -> None:
    chronometer = Chronometer()
    chronometer.answered(NOON - ahead)
    assert chronometer.ahead == ahead
    assert chronometer.now() == NOON - ahead


@pytest.mark.parametrize("under_way", [timedelta(), SECOND / 2, IN_STEP - SECOND / 100, -SECOND])
def test_the_way_that_words_take_is_no_difference(under_way: timedelta) -> None:
    chronometer = Chronometer()
    chronometer.answered(NOON - under_way)
    assert chronometer.now() == NOON


def test_an_answer_that_was_kept_waiting_changes_nothing() -> None:
    chronometer = Chronometer()
    for late in (SECOND, 9 * SECOND, 40 * SECOND):
        chronometer.answered(NOON - late)
    assert chronometer.now() == NOON


def test_a_clock_that_was_set_is_followed_within_a_few_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    chronometer = Chronometer()
    for _ in range(9):
        chronometer.answered(NOON)
    monkeypatch.setattr(discord.utils, "utcnow", lambda: NOON + HOUR)
    for _ in range(REMEMBERED):
        chronometer.answered(NOON)
    assert chronometer.now() == NOON
    monkeypatch.setattr(discord.utils, "utcnow", lambda: NOON - HOUR)
    chronometer.answered(NOON)
    assert chronometer.now() == NOON


def test_events_that_come_late_after_a_break_change_nothing() -> None:
    chronometer = Chronometer()
    for late in range(100):
        chronometer.told(NOON - late * SECOND)
    assert chronometer.now() == NOON
    chronometer.told(NOON + HOUR)
    assert chronometer.now() == NOON + HOUR


@contextlib.asynccontextmanager
async def answering_with(date: str | None) -> AsyncGenerator[str]:
    """A server whose answers bear this date."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(headers={} if date is None else {"Date": date})

    app = web.Application()
    app.router.add_get("/", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


@pytest.mark.parametrize(
    ("date", "now"),
    [(format_datetime(NOON - HOUR, usegmt=True), NOON - HOUR), ("the day before yesterday", NOON)],
)
async def test_the_time_is_read_off_every_answer(date: str, now: datetime) -> None:
    chronometer = Chronometer()
    async with (
        answering_with(date) as url,
        aiohttp.ClientSession(trace_configs=[told_time(chronometer)]) as session,
        session.get(url) as response,
    ):
        assert response.status == 200
    assert chronometer.now() == now


async def test_an_answer_of_the_real_time_is_in_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discord.utils, "utcnow", lambda: datetime.fromtimestamp(time.time(), UTC))
    chronometer = Chronometer()
    async with (
        answering_with(None) as url,
        aiohttp.ClientSession(trace_configs=[told_time(chronometer)]) as session,
        session.get(url),
    ):
        pass
    assert not chronometer.ahead

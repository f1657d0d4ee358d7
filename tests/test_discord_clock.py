"""Discord's time, as it is told."""

import contextlib
import time
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import aiohttp
import discord
import pytest
from aiohttp import web
from discord.http import Route

from bot import http_trace
from bot.client import DrabbleBot
from bot.config import Config
from bot.discord_clock import Chronometer, Instant
from bot.pace import Pace
from bot.ui.answering import errors, rights
from tests.serving import served

SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def at(moment: datetime) -> Instant:
    """Our clock said so just now."""
    return Instant(moment, time.monotonic())


@pytest.fixture(autouse=True)
def our_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands at noon."""
    monkeypatch.setattr(discord.utils, "utcnow", lambda: NOON)


def test_a_clock_that_nobody_has_spoken_to_is_believed() -> None:
    assert Chronometer().now() == NOON


@pytest.mark.parametrize("ahead", [-HOUR, -20 * SECOND, 20 * SECOND, 300 * SECOND, 24 * HOUR])
def test_an_answer_puts_our_clock_right(ahead: timedelta) -> None:
    chronometer = Chronometer()
    chronometer.answered(NOON - ahead, at(NOON))
    assert chronometer.ahead == ahead
    assert chronometer.now() == NOON - ahead


def test_an_answer_that_was_kept_waiting_changes_nothing() -> None:
    chronometer, long_ago = Chronometer(), Instant(NOON - 41 * SECOND, time.monotonic() - 41)
    for late in (SECOND, 9 * SECOND, 40 * SECOND):
        chronometer.answered(NOON - late, long_ago)
        assert chronometer.now() == NOON
    chronometer.answered(NOON - HOUR, long_ago)
    assert chronometer.ahead == HOUR - 41 * SECOND, "by so much at the least"
    chronometer.answered(NOON - HOUR, at(NOON))
    assert chronometer.ahead == HOUR


def test_an_answer_is_as_exact_as_it_is_told() -> None:
    chronometer = Chronometer()
    chronometer.answered(NOON - SECOND, at(NOON), to_the=SECOND)
    assert chronometer.now() == NOON
    chronometer.answered(NOON - 20 * SECOND, at(NOON), to_the=SECOND)
    assert chronometer.ahead == 19 * SECOND


def test_an_event_leaves_a_clock_that_jumped_ahead_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    chronometer = Chronometer()
    chronometer.answered(NOON, at(NOON))
    monkeypatch.setattr(discord.utils, "utcnow", lambda: NOON + 24 * HOUR)
    chronometer.told(NOON + SECOND)
    assert chronometer.was_set
    chronometer.answered(NOON + SECOND, at(NOON + 24 * HOUR))
    assert not chronometer.was_set
    assert chronometer.now() == NOON + SECOND


@pytest.mark.parametrize("by", [24 * HOUR, 20 * SECOND])
def test_an_answer_that_was_under_way_as_our_clock_jumped_ahead_leaves_it_in_doubt(
    monkeypatch: pytest.MonkeyPatch, by: timedelta
) -> None:
    chronometer = Chronometer()
    asked = chronometer.instant()
    monkeypatch.setattr(discord.utils, "utcnow", lambda: NOON + by)
    chronometer.answered(NOON, asked, to_the=SECOND)
    assert chronometer.was_set
    chronometer.answered(NOON, chronometer.instant())
    assert not chronometer.was_set
    assert chronometer.now() == NOON


def test_an_answer_that_was_under_way_as_our_clock_jumped_back_puts_it_right(monkeypatch: pytest.MonkeyPatch) -> None:
    chronometer = Chronometer()
    asked = chronometer.instant()
    monkeypatch.setattr(discord.utils, "utcnow", lambda: NOON - HOUR)
    chronometer.answered(NOON, asked, to_the=SECOND)
    assert chronometer.now() == NOON


def test_a_clock_that_was_set_is_followed_with_the_next_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    chronometer = Chronometer()
    chronometer.answered(NOON, at(NOON))
    for ours in (NOON + HOUR, NOON - HOUR, NOON):
        monkeypatch.setattr(discord.utils, "utcnow", lambda ours=ours: ours)
        chronometer.answered(NOON, at(ours))
        assert chronometer.now() == NOON


@pytest.mark.parametrize("ahead", [-5 * HOUR, -20 * SECOND, 300 * SECOND])
def test_a_clock_that_is_put_right_is_right_before_anybody_answers(
    monkeypatch: pytest.MonkeyPatch, ahead: timedelta
) -> None:
    """As computers without a battery are, some time after they were turned on."""
    chronometer = Chronometer()
    chronometer.answered(NOON - ahead, at(NOON))
    monkeypatch.setattr(discord.utils, "utcnow", lambda: NOON - ahead)
    assert chronometer.now() == NOON - ahead
    chronometer.answered(NOON - ahead, at(NOON - ahead))
    assert not chronometer.ahead


def test_a_computer_that_slept_is_as_wrong_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is steady stands still meanwhile."""
    chronometer = Chronometer()
    chronometer.answered(NOON - HOUR, at(NOON))
    monkeypatch.setattr(discord.utils, "utcnow", lambda: NOON + 8 * HOUR)
    assert chronometer.now() == NOON + 7 * HOUR


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
        return web.json_response({}, headers={} if date is None else {"Date": date})

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    async with served(app) as address:
        yield address


@pytest.mark.parametrize(
    ("date", "now"),
    [
        (format_datetime(NOON - HOUR, usegmt=True), NOON - HOUR + SECOND),
        (format_datetime(NOON + HOUR, usegmt=True), NOON + HOUR),
        ("the day before yesterday", NOON),
    ],
)
async def test_the_time_is_read_off_every_answer(date: str, now: datetime) -> None:
    chronometer = Chronometer()
    async with (
        answering_with(date) as url,
        aiohttp.ClientSession(trace_configs=[http_trace.made(chronometer, Pace())]) as session,
        session.get(url) as response,
    ):
        assert response.status == 200
    assert chronometer.now() == now


async def test_what_goes_to_members_is_not_asked_for_the_time() -> None:
    """The event that it answers told it, and at 200 a second it shows."""
    chronometer = Chronometer()
    async with (
        answering_with(format_datetime(NOON - HOUR, usegmt=True)) as url,
        aiohttp.ClientSession(trace_configs=[http_trace.made(chronometer, Pace())]) as session,
    ):
        async with session.get(f"{url}/api/v10/interactions/1/token/callback"):
            assert chronometer.now() == NOON
        async with session.get(f"{url}/api/v10/channels/1/messages"):
            assert chronometer.now() == NOON - HOUR + SECOND


async def test_a_jump_of_our_clock_is_seen_within_discords_second(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chronometer = Chronometer()
    async with (
        answering_with(format_datetime(NOON, usegmt=True)) as url,
        aiohttp.ClientSession(trace_configs=[http_trace.made(chronometer, Pace())]) as session,
    ):
        for ahead in (timedelta(), timedelta(), HOUR, 2 * HOUR):
            monkeypatch.setattr(discord.utils, "utcnow", lambda ahead=ahead: NOON + ahead)
            async with session.get(url):
                pass
            assert chronometer.now() == NOON + (SECOND if ahead else timedelta())


async def test_the_bot_s_own_requests_tell_it_the_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bot = DrabbleBot(
        Config.from_env({"DRABBLE_DATABASE": str(tmp_path / "drabbles.sqlite3")}),
        answer=errors.answer,
        admit=rights.admit,
    )
    async with answering_with(format_datetime(NOON - HOUR, usegmt=True)) as url:
        monkeypatch.setattr(Route, "BASE", url)
        await bot._async_setup_hook()
        try:
            await bot.http.static_login("no token")
        finally:
            await bot.close()
    assert bot.now() == NOON - HOUR + SECOND


async def test_an_answer_of_the_real_time_is_in_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discord.utils, "utcnow", lambda: datetime.fromtimestamp(time.time(), UTC))
    chronometer = Chronometer()
    async with (
        answering_with(None) as url,
        aiohttp.ClientSession(trace_configs=[http_trace.made(chronometer, Pace())]) as session,
        session.get(url),
    ):
        pass
    assert not chronometer.ahead

"""A server that is down: what is to be told and shown there waits until it is back, and comes once."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from simcord.backend import serializers

from bot.domain.rounds.screening import Review, Screening
from bot.services import deciding_cases, moderating, planning, suggesting
from bot.services.deciding_cases import Decision
from tests.discord.conftest import World, shown
from tests.discord.desk import post
from tests.discord.test_events import events, times
from tests.discord.test_misbehaving import HOUR, begin_without
from tests.discord.test_remind_me import told


def of(places: list[int]) -> list[str]:
    """All that can be asked about these channels."""
    return [f"/channels/{place}{rest}" for place in places for rest in ("", "/*", "/*/*")]


async def start_without(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot starts, and an hour passes."""
    with monkeypatch.context() as patches:
        begin_without(patches, world.guild.id)
        await world.restart()
        await world.env.advance_time(HOUR)


async def be_back(world: World) -> None:
    backend = world.env.backend
    backend.faults.clear()
    backend.emit("GUILD_CREATE", serializers.guild_create_payload(backend, backend.guilds[world.guild.id]))
    await world.env.settle()


async def test_what_moderators_did_right_before(world: World, notices: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot was killed when it was written down, and at its start the server has an outage."""
    database, here, me = world.bot.database, world.guild.id, world.moderator.id
    await world.settle(screening=Screening(Review.EVERYBODY))
    held = await world.enter(await world.open_round(), post())
    await world.settle(screening=Screening())
    other = await world.enter(await world.open_round(), post(), author=world.other_writer)
    [case] = [brief.case.id for brief in await deciding_cases.waiting(database, here)]
    await deciding_cases.approve(database, Decision(case, here, me, world.env.now()))
    await moderating.remove(database, world.asked(), other.id, None)
    await suggesting.suggest(database, here, world.writer.id, request="s", text="A lamp", now=world.env.now())
    for path in of([world.channel.id, notices.id]):
        world.env.inject_error("*", path, status=404, code=10003, times=None)
    await start_without(world, monkeypatch)
    assert told(world) == told(world, world.other_writer) == [], "nobody knows the server's name now"
    await be_back(world)
    card, suggestion = notices.history()
    assert "approved it" in shown(card)
    assert "A lamp" in shown(suggestion)
    [approved], [removed] = told(world), told(world, world.other_writer)
    assert "on **The Inkwell** now: the moderators approved it" in approved
    assert "on **The Inkwell**" in removed
    assert held.title in shown(world.channel.last_message)


async def test_an_event_that_is_not_found_for_now(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was not deleted, so that it follows the round's new end."""
    round_ = await world.open_round(hours=48, event=True)
    [event] = events(world)
    later = replace(round_.plan, closes_at=round_.plan.closes_at + timedelta(days=1))
    proposal = await planning.propose(world.bot.database, world.asked(), later, round_id=round_.id)
    await planning.confirm(world.bot.database, proposal.id, world.env.now())
    for path in (*of([world.channel.id]), f"/guilds/{world.guild.id}/scheduled-events/*"):
        world.env.inject_error("*", path, status=404, code=10070, times=None)
    await start_without(world, monkeypatch)
    await be_back(world)
    await world.env.advance_time(60)
    assert [times(each)[1] for each in events(world)] == [later.closes_at]
    assert events(world)[0].id == event.id

"""A server that is down: what is to be told and shown there waits until it is back, and comes once."""

from typing import Any

import pytest
from simcord.backend import serializers

from bot.domain.rounds.screening import Review, Screening
from bot.services import deciding, moderating, suggesting
from bot.services.deciding import Decision
from tests.discord.conftest import World, shown
from tests.discord.desk import post
from tests.discord.test_misbehaving import HOUR, begin_without
from tests.discord.test_remind_me import told


def of(places: list[int]) -> list[str]:
    """All that can be asked about these channels."""
    return [f"/channels/{place}{rest}" for place in places for rest in ("", "/*", "/*/*")]


async def test_what_moderators_did_right_before(world: World, notices: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot was killed when it was written down, and at its start the server has an outage."""
    database, here, me = world.bot.database, world.guild.id, world.moderator.id
    await world.settle(screening=Screening(Review.EVERYBODY))
    held = await world.enter(await world.open_round(), post())
    await world.settle(screening=Screening())
    other = await world.enter(await world.open_round(), post(), author=world.other_writer)
    [case] = [brief.case.id for brief in await deciding.waiting(database, here)]
    await deciding.approve(database, Decision(case, here, me, world.env.now()))
    await moderating.remove(database, world.asked(), other.id, None)
    await suggesting.suggest(database, here, world.writer.id, request="s", text="A lamp", now=world.env.now())
    for path in of([world.channel.id, notices.id]):
        world.env.inject_error("*", path, status=404, code=10003, times=None)
    with monkeypatch.context() as patches:
        begin_without(patches, here)
        await world.restart()
        await world.env.advance_time(HOUR)
    assert told(world) == told(world, world.other_writer) == [], "nobody knows the server's name now"
    world.env.backend.faults.clear()
    backend = world.env.backend
    backend.emit("GUILD_CREATE", serializers.guild_create_payload(backend, backend.guilds[here]))
    await world.env.settle()
    card, suggestion = notices.history()
    assert "approved it" in shown(card)
    assert "A lamp" in shown(suggestion)
    [approved], [removed] = told(world), told(world, world.other_writer)
    assert "on **The Inkwell** now: the moderators approved it" in approved
    assert "on **The Inkwell**" in removed
    assert held.title in shown(world.channel.last_message)

"""Discord delivers a click or a form twice in the same instant: what it asks for is done once, without a complaint."""

from typing import Any

import pytest

from bot.services import settling
from tests.discord.chair import Chair, manager
from tests.discord.conftest import World
from tests.discord.desk import Desk, entries, post
from tests.discord.test_publishing import texts

COMMANDS = (2, 4)
"""Kinds of interactions that discord.py hears alone: commands, and what they complete."""


@pytest.fixture(autouse=True)
def twice(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    emit = world.env.backend.emit

    def emit_twice(event: Any, payload: Any, **about: Any) -> None:
        emit(event, payload, **about)
        if event == "INTERACTION_CREATE" and payload["type"] not in COMMANDS:
            emit(event, payload, **about)

    monkeypatch.setattr(world.env.backend, "emit", emit_twice)


async def test_a_round_from_its_form_to_its_end(world: World) -> None:
    chair = Chair(world, world.moderator)
    round_ = await chair.open()
    assert len(texts(world)) == 1
    await chair.fill(await chair.slash("edit"), prompt="Another prompt.")
    await chair.click("Save the change")
    assert "is changed" in chair.text
    await chair.slash("extend", closes="in 9 days")
    await chair.click("Save the change")
    await chair.slash("close")
    await chair.click("Close it now")
    assert ["Another prompt." in texts(world)[0], len(texts(world))] == [True, 2]
    await chair.open()
    await chair.slash("cancel")
    await chair.click("Call it off")
    assert "was called off" in chair.text
    assert [each.id for each in await chair.rounds()].count(round_.id) == 1
    assert len(texts(world)) == 3


async def test_an_entry_from_its_form_to_its_withdrawal(world: World) -> None:
    round_ = await world.open_round()
    desk = Desk(world, world.writer)
    await desk.submit(post())
    await desk.click("Hand in")
    assert "is handed in" in desk.text
    (entry,) = await entries(world, round_.id)
    desk.keep(await world.writer.slash(world.channel, "entry withdraw", entry=str(entry.id)))
    await desk.click("Take it back")
    assert "is taken back" in desk.text
    assert len(await world.drafts_of(world.writer.id)) == 1
    assert len(texts(world)) == 1


async def test_a_choice_of_the_setup(world: World) -> None:
    chair = manager(world)
    await chair.command("setup")
    await chair.choose("setup.notices:0", world.channel)
    customs = await settling.customs(world.bot.database, world.guild.id)
    assert customs.notices_channel_id == world.channel.id

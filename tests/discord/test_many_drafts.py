"""More drafts than are held: the oldest goes into its writer's hands, and only then out of ours."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.entries.draft import Draft
from bot.services import drafting
from bot.services.drafting import MOST_AT_A_TIME, MOST_HELD, Attempt
from tests.discord.conftest import World
from tests.discord.desk import Desk

MENDED = "The last kettle sang."


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.writer)


async def fill(world: World, number: int) -> None:
    """So many drafts, the first saved first."""
    for each in range(number):
        at = world.env.now() - timedelta(minutes=number - each)
        who = world.writer.id
        await drafting.save(world.bot.database, Attempt(1000 + each, world.guild.id, who, at, f"Kettle {each} sang ♥."))


async def held(world: World, who: Any = None) -> list[Draft]:
    return await world.drafts_of((who or world.writer).id)


async def files(desk: Desk) -> list[str]:
    """What was handed over beside the preview."""
    return [(await file.read()).decode() for message in desk.page.followups for file in message.attachments]


async def test_as_many_as_are_held_stay(world: World, desk: Desk) -> None:
    await fill(world, MOST_HELD - 1)
    await desk.submit(MENDED)
    assert len(await held(world)) == MOST_HELD
    assert desk.page.followups == []


async def test_the_oldest_comes_as_a_file_and_goes(world: World, desk: Desk) -> None:
    await fill(world, MOST_HELD)
    (oldest,) = [draft for draft in await held(world) if draft.text.startswith("Kettle 0")]
    answers = drafting.Attempt(77, world.guild.id, world.writer.id, oldest.saved_at, "Title: The First")
    await drafting.rehead(world.bot.database, oldest.id, answers)
    await desk.submit(MENDED)
    assert await files(desk) == ["Title: The First\n\nKettle 0 sang ♥."]
    (message,) = desk.page.followups
    assert message.ephemeral
    assert f"up to {MOST_HELD} drafts" in message.content
    kept = [draft.text for draft in await held(world)]
    assert (len(kept), kept[0], kept[-1]) == (MOST_HELD, MENDED, "Kettle 1 sang ♥.")


async def test_many_too_many_go_a_message_at_a_time(world: World, desk: Desk) -> None:
    await fill(world, MOST_HELD + 15)
    await desk.submit(MENDED)
    assert await files(desk) == [f"Kettle {number} sang ♥." for number in range(MOST_AT_A_TIME)]
    await desk.submit(MENDED)
    assert len(await files(desk)) == 7
    assert len(await held(world)) == MOST_HELD


async def test_others_drafts_are_not_counted(world: World, desk: Desk) -> None:
    await fill(world, MOST_HELD)
    other = Desk(world, world.other_writer)
    await other.submit(MENDED)
    assert other.page.followups == []
    assert len(await held(world)) == MOST_HELD


async def test_what_could_not_be_handed_over_stays(world: World, desk: Desk) -> None:
    await fill(world, MOST_HELD)
    world.env.inject_error("POST", "/webhooks/*", status=503, times=1)
    await desk.submit(MENDED)
    assert desk.page.followups == []
    assert len(await held(world)) == MOST_HELD + 1
    assert "Kettle" not in desk.text
    await desk.submit(MENDED)
    assert await files(desk) == ["Kettle 0 sang ♥.", "Kettle 1 sang ♥."]
    assert len(await held(world)) == MOST_HELD


async def test_a_kill_between_handing_over_and_letting_go_loses_nothing(
    world: World, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(world, MOST_HELD)

    async def killed(*_: Any) -> None:
        raise asyncio.CancelledError

    with monkeypatch.context() as patched:
        patched.setattr(drafting, "let_go", killed)
        await desk.submit(MENDED)
    assert await files(desk) == ["Kettle 0 sang ♥."]
    await world.restart()
    assert len(await held(world)) == MOST_HELD + 1
    await desk.submit(MENDED)
    assert await files(desk) == ["Kettle 0 sang ♥.", "Kettle 1 sang ♥."]
    assert len(await held(world)) == MOST_HELD


async def test_a_draft_that_was_changed_while_it_was_handed_over_stays(world: World) -> None:
    await fill(world, MOST_HELD + 1)
    (oldest,) = await drafting.beyond_room(world.bot.database, world.guild.id, world.writer.id)
    again = Attempt(99, world.guild.id, world.writer.id, world.env.now(), MENDED)
    await drafting.retext(world.bot.database, oldest.id, again)
    await drafting.let_go(world.bot.database, oldest, world.env.now())
    assert MENDED in [draft.text for draft in await held(world)]

"""What was typed into a modal that was not taken comes back whole."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import simcord

from bot.domain.rounds import prompt_title
from bot.services import planning
from bot.ui.answering import errors
from tests.discord.chair import PROMPT, Chair, dismiss, forbid, form, manager
from tests.discord.conftest import World
from tests.discord.desk import Desk

LONG = "Who noticed what the frost did? " * (prompt_title.LONGEST // 32)


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


async def given_back(told: simcord.InteractionResult) -> str:
    assert told.response is not None
    assert told.response.ephemeral
    assert "so that it is not lost" in told.response.content
    (file,) = told.response.attachments
    assert file.filename == errors.GIVEN_BACK
    return (await file.read()).decode()


async def send(chair: Chair, opened: simcord.InteractionResult, **fields: Any) -> simcord.InteractionResult:
    return await chair.who.submit_modal(opened, form(opened) | fields)


@pytest.mark.parametrize("restarted", [False, True], ids=["", "after a restart"])
@pytest.mark.parametrize("command", ["open", "edit"])
async def test_a_prompt_comes_back_to_who_is_no_moderator_any_more(
    world: World, chair: Chair, command: str, restarted: bool
) -> None:
    await chair.open()
    opened = await chair.slash(command, **({"closes": "in 7 days"} if command == "open" else {}))
    await dismiss(world)
    if restarted:
        await world.restart()
    told = await send(chair, opened, title="Long nights", prompt=LONG)
    assert await given_back(told) == f"Title: Long nights\n\nPrompt: {LONG}"


async def test_a_reworded_prompt_comes_back_too(world: World, chair: Chair) -> None:
    await chair.propose()
    opened = await chair.click("Change the text")
    await dismiss(world)
    assert await given_back(await send(chair, opened, prompt="Who did not notice?")) == "Who did not notice?"


async def test_a_prompt_for_a_round_of_elsewhere_comes_back(world: World, chair: Chair) -> None:
    """The channel is gone from their sight, and so is their say in it."""
    elsewhere = world.guild.create_text_channel("elsewhere")
    opened = await chair.who.slash(world.channel, "round open", closes="in 7 days", channel=elsewhere)
    await forbid(world, elsewhere, manage_messages=True, view_channel=True)
    assert await given_back(await send(chair, opened, prompt=PROMPT)) == PROMPT


async def test_a_prompt_for_a_round_that_was_called_off_is_shown(world: World, chair: Chair) -> None:
    round_ = await chair.open()
    opened = await chair.slash("edit")
    await planning.cancel(world.bot.database, world.asked(), round_.id)
    chair.keep(await send(chair, opened, title="Snow", prompt="Who noticed the snow?"))
    assert "Who noticed the snow?" in chair.text
    await chair.click("Save the change")
    assert "This round was called off" in chair.text


async def test_a_title_without_a_prompt_comes_back(chair: Chair) -> None:
    told = await send(chair, await chair.slash("open", closes="in 7 days"), title="Long nights", prompt=" ")
    assert await given_back(told) == "Long nights"


async def test_what_was_written_for_setup_comes_back(world: World) -> None:
    chair = manager(world)
    await chair.command("setup")
    opened = await chair.click("Time zone, emoji, words")
    role = world.guild.roles["Owners"]
    world.env.backend.remove_member_role(world.guild.id, chair.who.id, role.id)
    await world.env.settle()
    said = await given_back(await send(chair, opened, **{next(iter(form(opened))): "Europe/London"}))
    assert "Europe/London" in said


async def a_new_prompt(chair: Chair) -> simcord.InteractionResult:
    return await chair.command("prompts add", set="Frost")


async def a_changed_prompt(chair: Chair) -> simcord.InteractionResult:
    await chair.fill(await chair.command("prompts add", set="Frost"), prompt=PROMPT)
    return await chair.click("Change")


async def a_challenge(chair: Chair) -> simcord.InteractionResult:
    return await chair.command("challenge new", opens="every sunday 6pm")


async def a_changed_challenge(chair: Chair) -> simcord.InteractionResult:
    await chair.fill(await a_challenge(chair), name="Frost")
    return await chair.click("Change")


async def a_changed_suggestion(chair: Chair) -> simcord.InteractionResult:
    opened = await chair.world.writer.slash(chair.world.channel, "prompt suggest")
    await chair.world.writer.submit_modal(opened, {"prompt": PROMPT})
    await chair.command("prompts suggestions")
    return await chair.click("Change")


async def a_reason(chair: Chair) -> simcord.InteractionResult:
    await a_changed_suggestion(chair)
    return await chair.click("No thanks")


@pytest.mark.parametrize("restarted", [False, True], ids=["", "after a restart"])
@pytest.mark.parametrize(
    ("open_form", "field"),
    [
        (a_new_prompt, "prompt"),
        (a_changed_prompt, "prompt"),
        (a_challenge, "name"),
        (a_changed_challenge, "name"),
        (a_changed_suggestion, "prompt"),
        (a_reason, "reason"),
    ],
)
async def test_what_a_moderator_writes_comes_back_to_who_is_none_any_more(
    world: World, chair: Chair, open_form: Callable[[Chair], Awaitable[Any]], field: str, restarted: bool
) -> None:
    opened = await open_form(chair)
    await dismiss(world)
    if restarted:
        await world.restart()
    assert "Who noticed the snow?" in await given_back(await send(chair, opened, **{field: "Who noticed the snow?"}))


async def test_nothing_typed_gives_nothing_back(world: World) -> None:
    desk = Desk(world, world.writer)
    await desk.submit("", ("story.pdf", b"%PDF"))
    assert desk.page.response.attachments == []

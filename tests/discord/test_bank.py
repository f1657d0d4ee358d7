"""The bank of prompts at a moderator's hands: filling it, looking through it, and drawing from it."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.documents import file
from bot.domain.prompts.prompt import Prompt
from bot.domain.text import limits
from bot.services import keeping_bank
from bot.ui.views.press import custom_id
from tests import shelf
from tests.discord.chair import PNG, Chair, form
from tests.discord.conftest import World, shown
from tests.discord.desk import deliver_again
from tests.discord.test_forged import send


@pytest.fixture
async def chair(world: World, tmp_path: Path) -> AsyncIterator[Chair]:
    with shelf.with_sets(tmp_path / "prompts", doors=shelf.SHIPPED):
        yield Chair(world, world.moderator)


async def add(chair: Chair, text: str, set_name: str = "Weather") -> Prompt:
    await chair.fill(await chair.command("prompts add", set=set_name), prompt=text)
    return next(each for each in await bank(chair) if each.text == text.strip())


async def bank(chair: Chair) -> tuple[Prompt, ...]:
    return await keeping_bank.every(chair.world.bot.database, chair.world.guild.id)


def parts(chair: Chair) -> int:
    """The components of the message in front of the moderator."""

    def count(components: list[dict[str, Any]]) -> int:
        return sum(1 + count(each.get("components", [])) + (1 if "accessory" in each else 0) for each in components)

    return count(chair.page.response.components)


# -- filling it -----------------------------------------------------------------------------------


async def test_a_prompt_goes_in_and_is_shown(chair: Chair) -> None:
    opened = await chair.command("prompts add", set="Weather")
    assert form(opened)["set"] == "Weather"
    await chair.fill(opened, prompt="Rain on tin")
    assert chair.page.response.ephemeral
    assert "It is in the bank." in chair.text
    assert "Rain on tin\n-# Weather" in chair.text
    assert chair.buttons == ["Change", "Remove", "Add another", "To the list"]
    await deliver_again(chair.world)
    another = await chair.click("Add another")
    assert form(another)["set"] == "Weather"
    await chair.fill(another, prompt="Snow", set="")
    assert [(each.set_name, each.text) for each in await bank(chair)] == [
        ("Our own", "Snow"),
        ("Weather", "Rain on tin"),
    ]


async def test_what_is_like_it_is_shown_beside_it_and_both_stay(chair: Chair) -> None:
    await add(chair, "It was raining when the letter came.")
    await add(chair, "It was raining when the letters came.")
    assert "Something like it stands in the bank already" in chair.text
    assert "“It was raining when the letter came.”" in chair.text
    assert len(await bank(chair)) == 2
    await chair.fill(await chair.click("Change"), prompt="IT WAS RAINING, when the letter came")
    assert "The same stands in the bank already" in chair.text
    assert len(await bank(chair)) == 2
    await chair.click("Remove")
    await chair.click("Remove it")
    assert [each.text for each in await bank(chair)] == ["It was raining when the letter came."]


async def test_a_picture_comes_along_into_the_round(chair: Chair, world: World) -> None:
    await chair.fill(await chair.command("prompts add"), prompt="A gate", picture=("gate.png", PNG))
    assert "with a picture" in chair.text
    assert chair.page.response.attachments
    await chair.slash("open", closes="in 7 days", prompt="draw one")
    await chair.click("Open the round")
    card = world.channel.last_message
    assert "A gate" in shown(card)
    assert [each.filename for each in card.attachments] == ["prompt.png"]


async def test_a_picture_that_cannot_be_used_loses_no_words(chair: Chair) -> None:
    await chair.fill(await chair.command("prompts add"), prompt="A gate", picture=("gate.png", b"no picture"))
    assert "It is in the bank." in chair.text
    assert "I can't use `gate.png` as the picture" in chair.text
    assert [each.text for each in await bank(chair)] == ["A gate"]


async def test_a_prompt_is_changed_and_removed_by_its_words(chair: Chair) -> None:
    await add(chair, "Rain on tin")
    await add(chair, "Rain on glass")
    offered = await chair.who.autocomplete(chair.world.channel, "prompts edit", "prompt", "GLASS")
    assert [each["name"] for each in offered] == ["Rain on glass · Weather"]
    opened = await chair.command("prompts edit", prompt=offered[0]["value"])
    assert form(opened)["prompt"] == "Rain on glass"
    await chair.fill(opened, prompt="Rain on the harbour")
    assert "It is changed." in chair.text
    await chair.command("prompts remove", prompt="rain on")
    assert "There are several prompts with “rain on”" in chair.text
    await chair.command("prompts remove", prompt="HARBOUR")
    assert "Remove this prompt from the bank? “Rain on the harbour”" in chair.text
    await chair.click("Keep it")
    await chair.click("Remove")
    await chair.click("Remove it")
    assert "is out of the bank" in chair.text
    assert [each.text for each in await bank(chair)] == ["Rain on tin"]


@pytest.mark.parametrize("command", ["prompts edit", "prompts remove"])
async def test_words_that_no_prompt_has_are_quoted_harmlessly(chair: Chair, command: str) -> None:
    await chair.command(command, prompt="**hail** @everyone")
    assert r"I find no prompt with “\*\*hail\*\*" in chair.text
    assert "@everyone" not in chair.text


async def test_own_prompts_cannot_go_into_a_set_that_ships(chair: Chair) -> None:
    opened = await chair.command("prompts add", set="doors")
    await chair.fill(opened, prompt="A gate")
    assert "The set “doors” came with me and stays as it is." in chair.text
    assert await bank(chair) == ()


# -- looking through it ---------------------------------------------------------------------------


async def test_an_empty_bank_says_how_to_fill_it(chair: Chair) -> None:
    await chair.command("prompts list")
    assert "Your bank is empty. `/prompts add`" in chair.text
    await chair.choose("prompts.of_set:0", "set Doors")
    assert shelf.SHIPPED[0] in chair.text
    assert "came with me and stays as it is" in chair.text
    assert "Open" not in chair.buttons
    await chair.command("prompts export")
    assert "Your bank is empty" in chair.text


async def test_pages_are_turned_and_filtered(chair: Chair) -> None:
    for number in range(keeping_bank.PROMPTS_A_PAGE + 1):
        await add(chair, f"Rain number {number}")
    await add(chair, "Tea", "Drinks")
    await chair.command("prompts list")
    assert "-# 10 in the bank, 0 of them used" in chair.text
    assert "1 to 8 of 10" in chair.text
    assert parts(chair) <= 40
    await chair.click("More")
    assert "9 to 10 of 10" in chair.text
    await chair.world.restart()
    await chair.click("Back")
    await chair.choose("prompts.of_set:0", "set Drinks")
    assert "Tea\n-# Drinks" in chair.text
    assert "Rain" not in chair.text
    await chair.choose("prompts.of_use:0", "used")
    assert "Nothing fits that." in chair.text
    await chair.choose("prompts.of_set:0", "all")
    await chair.choose("prompts.of_use:0", "unused")
    await chair.command("prompts list", words="NUMBER 3")
    assert "With “NUMBER 3” in them" in chair.text
    assert "Rain number 3" in chair.text
    assert "Rain number 4" not in chair.text
    await chair.click("Open")
    await chair.click("To the list")
    assert "Rain number 3" in chair.text
    await chair.command("prompts list", set="nowhere")
    assert "I know no set called “nowhere”" in chair.text


async def test_long_and_hostile_prompts_fit_a_page(chair: Chair) -> None:
    for number in range(keeping_bank.PROMPTS_A_PAGE):
        await add(chair, f"{number} " + "||`*_~[x](https://a.example)@everyone " * 37, "*" * 60)
    await chair.command("prompts list", words="x")
    assert len(chair.text) <= limits.LAYOUT
    assert "@everyone" not in chair.text
    first, *_ = await bank(chair)
    chair.keep(await chair.who.click(chair.page.response, custom_id=f"prompts.open:{first.id}:0"))
    assert len(chair.text) <= limits.LAYOUT


async def test_a_select_that_offers_no_such_thing_is_answered(chair: Chair, world: World) -> None:
    await world.writer.send(world.channel, "So that there is a message to click on.")
    for route in ("prompts.of_set:0", "prompts.of_use:0"):
        assert await send(world, world.moderator, world.channel, route, values=["something else"])


async def test_an_export_comes_back_as_it_was(chair: Chair, world: World) -> None:
    await add(chair, 'Rain, "at last"\n\n=1+1')
    await add(chair, "Tea", "Drinks")
    await chair.command("prompts export")
    [attached] = chair.page.response.attachments
    written = await attached.read()
    assert file.decode("prompts.csv", written).startswith('"prompt","set","used","round"')
    before = [(each.set_name, each.text) for each in await bank(chair)]
    for each in await bank(chair):
        await keeping_bank.remove(world.bot.database, world.asked(), each.id)
    await chair.command("prompts import", file=("prompts.csv", written))
    await chair.click("Take all 2")
    assert [(each.set_name, each.text) for each in await bank(chair)] == before


# -- drawing from it ------------------------------------------------------------------------------


async def test_a_round_draws_its_prompt(chair: Chair, world: World) -> None:
    for text in ("Rain", "Snow", "Hail"):
        await add(chair, text)
    await chair.slash("open", closes="in 7 days", prompt="draw one")
    assert chair.page.response.ephemeral
    assert "I drew this prompt for you. It counts as used once you say yes." in chair.text
    assert chair.buttons == ["Open the round", "Draw another", "Change the text", "Put aside"]
    first = chair.text
    await chair.click("Draw another")
    assert chair.text != first
    assert {each.use for each in await bank(chair)} == {None}
    await chair.click("Open the round")
    round_ = await chair.round()
    [used] = [each for each in await bank(chair) if each.use is not None]
    assert used.text == round_.plan.prompt
    assert used.use is not None
    assert (used.use.round_id, used.use.at) == (round_.id, world.env.now())
    await chair.command("prompts list", show="used")
    day = int(world.env.now().timestamp())
    assert f"{used.text}\n-# Weather · used in “{round_.plan.title}”, <t:{day}:D>" in chair.text
    await chair.slash("edit", closes="in 9 days")
    assert "Draw another" not in chair.buttons


async def test_what_is_clicked_twice_is_taken_out_once(chair: Chair, world: World) -> None:
    await chair.who.send(world.channel, "So that there is a message to click on.")
    await add(chair, "Rain")
    (rain,) = await bank(chair)
    for said in ("“Rain” is out of the bank.", "This prompt is out of the bank already."):
        assert said in await send(world, chair.who, world.channel, custom_id("prompts.take_out", rain.id))


async def test_a_drawn_prompt_can_be_reworded_and_still_counts(chair: Chair) -> None:
    await add(chair, "Rain")
    await chair.slash("open", closes="in 7 days", prompt="draw one")
    await chair.fill(await chair.click("Change the text"), prompt="Rain at last")
    await chair.click("Open the round")
    assert (await chair.round()).plan.prompt == "Rain at last"
    assert all(each.use is not None for each in await bank(chair))


async def test_what_was_put_aside_was_not_used(chair: Chair) -> None:
    await add(chair, "Rain")
    await chair.slash("open", closes="in 7 days", prompt="Weather")
    await chair.click("Put aside")
    assert [each.use for each in await bank(chair)] == [None]


async def test_the_slower_of_two_moderators_draws_again(chair: Chair, world: World) -> None:
    await add(chair, "Rain")
    slower = Chair(world, world.moderator)
    for each in (chair, slower):
        await each.slash("open", closes="in 7 days", prompt="Weather")
    await chair.click("Open the round")
    await slower.who.click(slower.page.response, label="Open the round")
    assert len(await chair.rounds()) == 1
    await add(chair, "Snow")
    await slower.click("Draw another")
    await slower.click("Open the round")
    assert {each.plan.prompt for each in await chair.rounds()} == {"Rain", "Snow"}


async def test_the_sets_are_offered_with_what_is_left(chair: Chair, world: World) -> None:
    await add(chair, "Rain")
    offered = await chair.offered("open", "prompt", "")
    assert offered == {
        "draw one": "draw one",
        "draw one from “Weather” (1 unused)": "Weather",
        "draw one from “Doors”, which ships with me": "Doors",
    }
    writer = Chair(world, world.writer)
    assert await writer.offered("open", "prompt", "") == {}


async def test_a_dry_bank_falls_back_and_a_dry_set_says_so(chair: Chair, world: World) -> None:
    await add(chair, "Rain")
    await chair.slash("open", closes="in 7 days", prompt="weather")
    await chair.click("Open the round")
    await chair.slash("open", closes="in 7 days", prompt="weather")
    assert "No unused prompt is left in “Weather”." in chair.text
    for _ in shelf.SHIPPED:
        await chair.slash("open", closes="in 7 days", prompt="draw one")
        await chair.click("Open the round")
    assert {each.plan.prompt for each in await chair.rounds()} == {"Rain", *shelf.SHIPPED}
    await chair.slash("open", closes="in 7 days", prompt="draw one")
    assert "No unused prompt is left. `/prompts add`" in chair.text


async def test_a_drawn_prompt_may_be_hidden_and_wait_for_its_day(chair: Chair, world: World) -> None:
    await add(chair, "Rain")
    await chair.slash("open", closes="in 7 days", opens="in 2 days", prompt="draw one", hide_prompt=True)
    assert "A prompt under the cut" in chair.text
    await chair.click("Schedule it")
    await world.env.advance_time(timedelta(days=2, minutes=1).total_seconds())
    assert "Rain" in shown(world.channel.last_message)

"""Rounds opened by hand: like an earlier one, and for a challenge."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.prompts.prompt import PromptWording
from bot.services import keeping_bank
from tests import shelf
from tests.discord.chair import Chair
from tests.discord.conftest import World, text_of

pytestmark = pytest.mark.usefixtures("unticking")

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path) -> Iterator[None]:
    with shelf.with_sets(tmp_path / "prompts", doors=shelf.SHIPPED):
        yield


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


async def days_pass(world: World, days: float) -> None:
    await world.env.advance_time(timedelta(days=days).total_seconds())


async def test_the_same_as_last_week_with_another_prompt(world: World, chair: Chair) -> None:
    await world.settle(zone_name="Europe/Berlin")
    asks = {"words": "100-200", "entries_each": 3, "hide_prompt": True, "prompt_word": "frost", "reminders": "on"}
    earlier = await chair.open(closes="saturday 9pm", **asks)
    await days_pass(world, 7.02)
    await chair.fill(await chair.slash("again"), prompt="Who stayed?")
    await chair.click("Open the round")
    new, old = await chair.rounds()
    assert (old.id, new.plan.prompt) == (earlier.id, "Who stayed?")
    assert new.plan.asks_the_same_as(replace(earlier.plan, prompt_word=None))
    assert (new.plan.under_cut, new.plan.reminders) == (True, earlier.plan.reminders)
    assert new.plan.closes_at - earlier.plan.closes_at == timedelta(days=7), "at the same time of day"
    assert new.plan.closes_at.astimezone(BERLIN).hour == 21


async def test_what_is_said_otherwise_holds(world: World, chair: Chair) -> None:
    await chair.open(closes="in 3 hours", words="55")
    await days_pass(world, 1)
    await chair.slash("again", opens="tomorrow 9am", prompt="draw one")
    await chair.click("Schedule it")
    new, old = await chair.rounds()
    assert new.plan.closes_at - new.plan.opens_at == old.plan.closes_at - old.plan.opens_at
    assert (str(new.plan.rule), new.plan.prompt in shelf.SHIPPED) == ("55", True)
    await chair.slash("again", closes="in 2 days", prompt="draw one", round=str(old.id))
    await chair.click("Open the round")
    newest = max(await chair.rounds(), key=lambda each: each.id)
    assert newest.plan.closes_at - newest.plan.opens_at == timedelta(days=2)


async def test_members_open_nothing_again(world: World, chair: Chair) -> None:
    await chair.slash("again")
    assert "no such round" in chair.text
    await chair.open()
    reader = Chair(world, world.reader)
    await reader.slash("again")
    assert "Only moderators" in reader.text


async def test_a_round_counted_to_a_challenge_has_its_rules_and_the_next_number(world: World, chair: Chair) -> None:
    opened = await chair.command("challenge new", entries_each=3)
    await chair.fill(opened, name="Now and then", opens="", words="221B")
    await chair.click("Set it up")
    form = await chair.slash("open", closes="in 2 days", challenge="Now and then")
    await chair.fill(form, prompt="Who noticed?")
    assert "Now and then #1" in chair.text, "the title that the yes gives it"
    await chair.click("Open the round")
    [first] = await chair.rounds()
    assert (first.plan.title, str(first.plan.rule), first.plan.entries_per_member) == ("Now and then #1", "221B", 3)
    assert "Now and then #1" in text_of(world.channel.history()[0])

    await keeping_bank.add(world.bot.database, world.asked(), PromptWording("", "Frost"), image=None)
    await chair.slash("again", prompt="draw one")
    assert "Now and then #2" in chair.text
    await chair.click("Open the round")
    second = max(await chair.rounds(), key=lambda each: each.number or 0)
    assert (second.plan.title, second.plan.prompt) == ("Now and then #2", "Frost")

    await chair.fill(await chair.slash("edit", round=str(second.id)), title="", prompt="Another")
    await chair.click("Save the change")
    changed = max(await chair.rounds(), key=lambda each: each.number or 0)
    assert (changed.plan.title, changed.plan.prompt) == ("Now and then #2", "Another"), "its name stays without a title"

    await chair.command("challenge end")
    await chair.click("End it")
    await chair.slash("open", closes="in 2 days", challenge="Now and then")
    assert "ended" in chair.text


async def test_moderators_say_why(world: World, chair: Chair) -> None:
    round_ = await chair.open()
    await chair.slash("extend", closes="2 days", reason="More of you asked for time. @everyone")
    assert "**From the moderators**: More of you asked for time." in chair.text
    await chair.click("Save and tell members")
    card, word = (text_of(message) for message in world.channel.history())
    assert "More of you asked for time." in card
    assert "More of you asked for time." in word

    await chair.slash("close", reason="We are all on holiday.")
    await chair.click("Close it now")
    card, *_ = (text_of(message) for message in world.channel.history())
    assert "We are all on holiday." in card
    assert "More of you asked" not in card, "each reason is for its own change"

    other = await chair.open()
    options = {"words": "55", "reason": "The prompt is a short one."}
    await chair.fill(await chair.slash("edit", round=str(other.id), **options))
    await chair.click("Save the change")
    assert (await chair.rounds())[0].plan.reason == "The prompt is a short one."
    await chair.slash("cancel", round=str(other.id), reason="It was opened by mistake.")
    await chair.click("Call it off")
    card = next(text for text in map(text_of, world.channel.history()) if "called off" in text)
    assert "It was opened by mistake." in card
    assert round_.id != other.id


async def test_a_reason_given_before_a_restart_is_still_said(world: World, chair: Chair) -> None:
    await chair.open()
    await chair.slash("close", reason="We are all on holiday.")
    await world.restart()
    await chair.click("Close it now")
    [card] = [text for text in map(text_of, world.channel.history()) if "Closed" in text]
    assert "We are all on holiday." in card

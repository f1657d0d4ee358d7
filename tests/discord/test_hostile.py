"""Whatever is sent through a door, nobody else waits for it: `slow_steps` watches every one of these tests."""

import sys
from collections.abc import Callable, Generator
from dataclasses import replace
from types import FrameType
from typing import Any

import discord
import pytest
import simcord

from bot.client import Interaction
from bot.domain.reading import manuscript
from bot.services import drafting, publishing
from bot.ui.answering import rights
from bot.ui.views import channel_messages
from bot.ui.views.press import Press, buttons
from tests import yardstick
from tests.discord.chair import Chair, manager
from tests.discord.conftest import World
from tests.discord.desk import Desk
from tests.discord.watchdog import Step
from tests.growth import is_in_proportion

UNITS = (
    *(
        "Rain fell.\n\n@",
        "1.\n",
        "Title: x\n",
        "a: b: c: d: ",
        "||a||",
        "[a](b) ",
        "<p>",
        "From: a",
        "\u200b \n",
        "a.b.",
    ),
    "1,000 ",
)
BOX, MESSAGE, PROMPT, NAME, OPTION, LONGEST_OPTION, SETTING, FILE = 4_000, 2_000, 1_500, 60, 100, 6_000, 300, 30_000
"""Characters that each door lets in."""

SENTENCE = "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}"
"""One character, which stands for eighteen."""


def run(unit: str, length: int) -> str:
    """A unit's last part, over and over, below what stands above it."""
    above, _, again = unit.rpartition("\n\n")
    return (f"{above}\n\n" * bool(above) + again * length)[:length]


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.writer)


@pytest.fixture(params=[False, True], ids=["alone", "looked on"])
def work(request: pytest.FixtureRequest) -> Generator[Callable[[], object]]:
    """Some work of the yardstick's, and what slows it down as coverage does, only more."""

    def looks_on(frame: FrameType, event: str, argument: object) -> Any:
        return looks_on if frame.f_code.co_filename == yardstick.__file__ else None

    before = sys.gettrace()
    if request.param:
        sys.settrace(looks_on)
    yield yardstick.work
    sys.settrace(before)


@pytest.mark.parametrize(("times", "seen"), [(0.5, False), (2.4, True)])
async def test_a_step_that_takes_long_is_seen(
    world: World, slow_steps: list[Step], work: Callable[[], object], times: float, seen: bool
) -> None:
    async def works(interaction: Interaction, subject: int) -> None:
        for _ in range(round(times * yardstick.LONGEST_STEP / yardstick.QUIET)):
            work()

    world.bot.routes |= rights.routes({"mydata.leave": works})
    view = discord.ui.LayoutView()
    view.add_item(buttons(Press("mydata.leave", 0, label="Open")))
    message = await world.bot.get_partial_messageable(world.channel.id).send(view=view)
    await world.writer.click(message, label="Open")
    assert ["on_interaction" in step for _, step in slow_steps] == [True] * seen
    assert all(seconds > yardstick.LONGEST_STEP for seconds, _ in slow_steps)
    slow_steps.clear()


@pytest.mark.parametrize("unit", UNITS)
async def test_a_writers_doors(world: World, desk: Desk, unit: str) -> None:
    await world.open_round()
    await desk.submit(run(unit, BOX))
    await desk.click("Move start or end")
    await desk.click("Done")
    await desk.fill(await desk.click("Edit text"), run(unit, BOX))
    for label in ("Edit header", "Fill in a form"):
        opened = await desk.click(label)
        desk.keep(await desk.who.submit_modal(opened, dict.fromkeys(boxes(opened), run(unit, BOX))))
    await desk.submit(file=("story.txt", run(unit, FILE).encode()))
    await desk.drafts()
    await desk.enter(await world.writer.send(world.channel, run(unit, MESSAGE)))
    desk.keep(await desk.who.slash(world.channel, "entry withdraw", entry=run(unit, LONGEST_OPTION)))
    opened = await desk.who.slash(world.channel, "count")
    desk.keep(await desk.who.submit_modal(opened, {"text": run(unit, BOX)}))


@pytest.mark.parametrize("unit", UNITS)
async def test_moderators_doors(world: World, unit: str) -> None:
    chair = Chair(world, world.moderator)
    for option in ("closes", "opens", "words"):
        options: dict[str, Any] = {"closes": "in 7 days"} | {option: run(unit, OPTION).strip() or "x"}
        await chair.slash("open", **options)
    await chair.propose(prompt=run(unit, PROMPT))
    owner = manager(world)
    await owner.command("setup")
    opened = await owner.click("Time zone, emoji, words")
    await owner.fill(opened, **dict.fromkeys(boxes(opened), run(unit, SETTING)))


@pytest.mark.parametrize("unit", ["1.\n", "a: b: c: d: ", "\u200b \n", ',"', "- every 2nd, ", SENTENCE])
async def test_doors_of_challenges_and_prompts(world: World, unit: str) -> None:
    chair = Chair(world, world.moderator)
    opened = await chair.command("challenge new")
    await chair.fill(opened, **dict.fromkeys(boxes(opened), run(unit, NAME).strip() or "x"))
    await chair.command("challenge new", opens="daily", words=run(unit, OPTION).strip() or "x")
    for ending in ("txt", "csv"):
        await chair.command("prompts import", file=(f"prompts.{ending}", run(unit, FILE).encode()))
    await chair.command("prompts list", words=run(unit, OPTION).strip() or "x")
    opened = await world.reader.slash(world.channel, "prompt suggest")
    await world.reader.submit_modal(opened, {"prompt": run(unit, PROMPT)})


@pytest.mark.parametrize("unit", [SENTENCE, "a-", *UNITS])
async def test_a_moderators_choices_and_time_zone(world: World, unit: str) -> None:
    owner, typed = manager(world), run(unit, LONGEST_OPTION)
    for command, options in (
        ("round open", ("closes", "opens", "words", "reminders", "ping", "prompt", "challenge")),
        ("challenge new", ("opens", "open_for")),
        ("challenge skip", ("challenge", "date")),
    ):
        for option in options:
            await world.moderator.autocomplete(world.channel, command, option, typed)
    await owner.who.autocomplete(world.channel, "setup", "timezone", typed)
    await owner.command("setup")
    opened = await owner.click("Time zone, emoji, words")
    await owner.fill(opened, zone=run(unit, SETTING))


def boxes(opened: simcord.InteractionResult) -> list[str]:
    """The boxes of a form for text."""
    assert opened.modal is not None
    fields = [row["component"] for row in opened.modal["components"]]
    return [field["custom_id"] for field in fields if field["type"] == discord.ComponentType.text_input.value]


@pytest.mark.parametrize("unit", ["**It** rained, || and ||rained on. ", "*_", "\u202a", "\u202a\u2069\u2069"])
async def test_a_long_text_that_is_posted(world: World, desk: Desk, unit: str) -> None:
    await world.open_round()
    story = (unit * manuscript.LONGEST)[: manuscript.LONGEST - 100]
    await desk.submit(file=("story.txt", f"Rain fell.\n\n{story}\n\nIt rained on.".encode()))
    await desk.click("Hand in")
    await world.env.settle()


@pytest.mark.parametrize("unit", ["a: b: c: d: ", "a\n"])
async def test_drafts_that_nobody_has_read_since_the_start(world: World, desk: Desk, unit: str) -> None:
    for number in range(drafting.DRAFTS_A_PAGE):
        await desk.submit(f"Title: {run(unit, BOX - 100)}{number}")
    manuscript.kept.clear()
    manuscript.counts_of.cache_clear()
    await desk.drafts()


async def test_a_long_text_that_could_be_read_otherwise(world: World, desk: Desk) -> None:
    characters = run("_\n", manuscript.LONGEST - 100)
    await desk.submit(file=("story.txt", f"Characters: {characters}\n\nIt rained.".encode()))
    await desk.click("Move start or end")
    assert "It could also be" in desk.text


async def test_a_round_of_thousands_of_messages(world: World) -> None:
    """A few members fill one with stories of many pages; that nothing has to be done takes no time to find."""
    round_ = await world.open_round()
    await world.enter(round_, "It rained.")
    scene = await publishing.scene(world.bot.database, round_.id)
    assert scene is not None
    (entry,) = scene.entries
    (row,) = [row for row in scene.messages if row.entry_id == entry.id]

    def prepared(text: str) -> object:
        numbers = range(1, len(text) + 1)
        entries = tuple(replace(entry, id=number) for number in numbers)
        messages = tuple(replace(row, id=number, entry_id=number) for number in numbers)
        many = replace(scene, entries=entries, messages=(*scene.messages[:1], *messages))
        found = many.rows(channel_messages.wanted(many))
        assert len(found) == len(messages) + 1
        return found

    assert is_in_proportion(prepared, "." * 6_000, within=3)

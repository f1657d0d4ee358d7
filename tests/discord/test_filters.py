"""What a reader would rather not be shown."""

from typing import Any

import pytest

from bot.domain.rounds.round import Round
from bot.services import filtering
from bot.ui.views.press import custom_id
from tests.discord.chair import form
from tests.discord.conftest import World
from tests.discord.desk import Desk
from tests.discord.test_forged import PLAIN, send
from tests.discord.test_reading import read, title

SPARED = "You asked me not to show you this one"
VIOLENCE = "Graphic Depictions Of Violence"


@pytest.fixture
async def round_(world: World) -> Round:
    found = await world.open_round(entries_per_member=6)
    for number, header in enumerate(
        (
            "Fandom: Harbour Lights",
            "Fandom: The Long Winter / Harbour Lights",
            "Warnings: graphic violence, mention of spiders",
            "Warnings: Creator Chose Not To Use Archive Warnings",
            "Rating: Mature",
            "Rating: PG",
        ),
        1,
    ):
        await world.write_entry(found, f"Title: Story {number}\n{header}\n\nIt was number {number}.")
    await world.wake()
    return found


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.reader)


async def ask(world: World, desk: Desk, **fields: Any) -> None:
    """`/filters`, its form as it was but for these fields."""
    opened = await desk.who.slash(world.channel, "filters")
    desk.keep(await desk.who.submit_modal(opened, form(opened) | fields))


async def shown(world: World, desk: Desk) -> set[str]:
    """The titles of all that a reader gets to see."""
    await read(world, desk)
    found = set[str]()
    while (number := title(desk).removeprefix("Story ")) not in found:
        found.add(number)
        if "Next story" in desk.buttons:
            await desk.click("Next story")
    return found


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ({}, "123456"),
        ({"fandoms": "harbour LIGHTS!"}, "3456"),
        ({"fandoms": "Long Winter, The Long Winter"}, "13456"),
        ({"warnings": [VIOLENCE]}, "12456"),
        ({"warnings": ["Creator Chose Not To Use Archive Warnings"]}, "12356"),
        ({"words": "Spiders\n"}, "12456"),
        ({"words": "spider; %, _"}, "123456"),
        ({"ratings": ["Mature", "Not rated"]}, "6"),
        ({"fandoms": "The Long Winter", "warnings": [VIOLENCE], "words": "", "ratings": ["General"]}, "145"),
    ],
)
async def test_what_a_reader_does_not_want_is_left_out(
    world: World, desk: Desk, round_: Round, fields: dict[str, Any], left: str
) -> None:
    await ask(world, desk, **fields)
    assert await shown(world, desk) == {*left}
    if len(left) < 6:
        assert f"{6 - len(left)} more I keep from you, as you asked." in desk.text
    assert len(await shown(world, Desk(world, world.other_writer))) == 6, "it is nobody else's"


async def test_every_private_view_goes_by_it(world: World, desk: Desk, round_: Round) -> None:
    await ask(world, desk, words="spiders", fandoms="Harbour Lights")
    assert "**Fandoms**: Harbour Lights" in desk.text
    assert "**Warnings**: spiders" in desk.text
    for route in ("entry.read", "entry.plain"):
        answer = await send(world, world.reader, world.channel, custom_id(route, 3, 0))
        assert f"{SPARED}: spiders." in answer
        assert "number 3" not in answer
        assert "number 4" in await send(world, world.reader, world.channel, custom_id(route, 4, 0))
        assert "number 3" in await send(world, world.writer, world.channel, custom_id(route, 3, 0)), "it is their own"


async def test_all_may_be_left_out(world: World, desk: Desk) -> None:
    await world.enter(await world.open_round(), "Title: Ash\nFandom: Woods\n\nIt fell.")
    await ask(world, desk, fandoms="Woods")
    await read(world, desk)
    assert "what you asked me not to show you. `/filters` changes that." in desk.text
    await ask(world, desk, fandoms="")
    assert "I leave nothing out now" in desk.text
    await read(world, desk)
    assert title(desk) == "Ash"


async def test_the_form_holds_what_was_chosen(world: World, desk: Desk) -> None:
    chosen = {"fandoms": "B, a\nB", "warnings": [VIOLENCE], "words": "spiders", "ratings": ["Explicit"]}
    await ask(world, desk, **chosen)
    await world.restart()
    opened = await desk.who.slash(world.channel, "filters")
    assert form(opened) == chosen | {"fandoms": "B\na"}


async def test_the_longest_lists_fit(world: World, desk: Desk) -> None:
    await ask(world, desk, fandoms="*,a," * 250, words=",".join("*" * number for number in range(1, 44)))
    assert "### I won't show you" in desk.text
    await ask(world, desk)
    assert "### I won't show you" in desk.text


async def test_a_form_that_is_none_changes_nothing(world: World, desk: Desk) -> None:
    await ask(world, desk, words="spiders")
    kept = await filtering.of_member(world.bot.database, world.reader.id)
    assert PLAIN in await send(world, world.reader, world.channel, custom_id("filters.keep", 0), unknown="banana")
    assert await filtering.of_member(world.bot.database, world.reader.id) == kept

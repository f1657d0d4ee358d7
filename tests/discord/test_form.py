"""The third door: a story first, then its header as a form."""

from collections.abc import Iterator
from typing import Any

import pytest
import simcord

from bot.domain.entries.draft import Draft
from bot.domain.header import form
from bot.domain.header.field import Field
from tests.discord.conftest import World
from tests.discord.desk import Desk, box, deliver_again, entries, post, story

PRIMARY, SECONDARY = 1, 2


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.writer)


async def held(world: World) -> list[Draft]:
    return await world.drafts_of(world.writer.id)


def labels(opened: simcord.InteractionResult) -> list[dict[str, Any]]:
    assert opened.modal is not None
    return opened.modal["components"]


def boxes(opened: simcord.InteractionResult) -> list[dict[str, Any]]:
    return [row["component"] for row in labels(opened)]


def as_opened(opened: simcord.InteractionResult) -> dict[str, Any]:
    """What a form holds before anything is changed, as a client sends it back."""
    values: dict[str, Any] = {}
    for one in boxes(opened):
        chosen = [option["value"] for option in one.get("options", []) if option.get("default")]
        match one["type"]:
            case 21:
                values[one["custom_id"]] = next(iter(chosen), None)
            case 22:
                values[one["custom_id"]] = chosen
            case _:
                values[one["custom_id"]] = one.get("value") or ""
    return values


async def send_back(desk: Desk, opened: simcord.InteractionResult, **changes: Any) -> None:
    desk.keep(await desk.who.submit_modal(opened, as_opened(opened) | changes))


def style(desk: Desk, label: str) -> int:
    def items(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for row in rows:
            yield from (row, *items([*row.get("components", []), *([row["accessory"]] if "accessory" in row else [])]))

    return next(one["style"] for one in items(desk.page.response.components) if one.get("label") == label)


async def test_a_newcomer_with_only_a_story_hands_it_in(world: World, desk: Desk) -> None:
    round_ = await world.open_round(required=(Field.TITLE, Field.RATING, Field.CHARACTERS, Field.SUMMARY))
    await desk.submit(story(100))
    assert [draft.text for draft in await held(world)] == [story(100)]
    assert desk.text.startswith("### Not ready yet\nThe header has no title, rating, characters or summary yet.\n")
    assert (style(desk, "Fill in a form"), style(desk, "More fields")) == (PRIMARY, PRIMARY)
    opened = await desk.click("Fill in a form")
    assert [one["custom_id"] for one in boxes(opened)] == ["title", "fandom", "pairing", "rating", "warnings"]
    assert as_opened(opened) == {"title": "", "fandom": "", "pairing": "", "rating": None, "warnings": []}
    await send_back(
        desk,
        opened,
        title="The Kettle",
        pairing="Ana/Ben, Cleo",
        rating="Teen",
        warnings=["Underage sex", "Major character death"],
    )
    for line in (
        "**The Kettle**",
        "**Pairing**: Ana/Ben · **Rating**: Teen · **Words**: 100",
        "**Characters**: Cleo",
        "**Warnings**: Major character death, Underage sex",
        "**Under the cut**, since it has warnings or spoilers",
    ):
        assert line in desk.text
    assert (style(desk, "Fill in a form"), style(desk, "More fields")) == (SECONDARY, PRIMARY)
    await send_back(desk, await desk.click("More fields"), summary="It sang.\nThen it stopped.")
    assert "**Summary**: It sang. Then it stopped." in desk.text
    await desk.click("Hand in")
    (entry,) = await entries(world, round_.id)
    assert (entry.title, entry.story, entry.header.get(Field.CHARACTERS)) == ("The Kettle", story(100), "Cleo")


async def test_only_handing_in_stands_out_of_a_story_alone_where_nothing_is_required(world: World, desk: Desk) -> None:
    await world.open_round()
    await desk.submit(story(20))
    assert (style(desk, "Fill in a form"), style(desk, "More fields")) == (SECONDARY, SECONDARY)
    assert desk.buttons["Hand in"] is True


async def test_what_the_reader_found_fills_the_form_in(world: World, desk: Desk) -> None:
    extra = "Pairing: Ana and Ben\nCharacters: Cleo, Dan\nWarnings: MCD, violins\nNotes: thanks\nBeta: Eve\n"
    await desk.submit(post(extra=extra))
    opened = await desk.click("Fill in a form")
    assert as_opened(opened) == {
        "title": "The Kettle",
        "fandom": "Winter Stories",
        "pairing": "Ana and Ben\nCleo, Dan",
        "rating": "General",
        "warnings": ["Major character death"],
    }
    await send_back(desk, opened, title="Steam")
    for line in (
        "**Steam**",
        "**Fandom**: Winter Stories · **Pairing**: Ana and Ben · **Rating**: PG · **Words**: 100",
        "**Characters**: Cleo, Dan",
        "**Warnings**: MCD, violins",
        "**Notes**: thanks",
        "**Beta**: Eve",
    ):
        assert line in desk.text
    opened = await desk.click("More fields")
    assert as_opened(opened) == {"summary": "", "notes": "thanks", "spoilers": "", "written_for": "", "disclaimer": ""}
    await send_back(desk, opened, notes="", spoilers="the kettle")
    assert "**Notes**" not in desk.text
    assert "**Spoilers**: the kettle" in desk.text
    assert [draft.text for draft in await held(world)] == [post(extra=extra)]


async def test_a_form_sent_back_as_it_was_leaves_the_header_as_typed(world: World, desk: Desk) -> None:
    await desk.submit(post())
    await send_back(desk, await desk.click("Fill in a form"))
    assert [draft.header for draft in await held(world)] == [None]


async def test_warnings_are_unticked_and_the_rest_stays(world: World, desk: Desk) -> None:
    await desk.submit(post(extra="Warnings: MCD, violins\n"))
    await send_back(desk, await desk.click("Fill in a form"), warnings=[])
    assert "**Warnings**: violins" in desk.text


async def test_the_second_page_asks_for_what_the_round_requires(world: World, desk: Desk) -> None:
    await world.open_round(required=(Field.TITLE, Field.GENRE))
    await desk.submit(post())
    assert style(desk, "More fields") == PRIMARY
    opened = await desk.click("More fields")
    assert [one["custom_id"] for one in boxes(opened)] == ["genre", "summary", "notes", "spoilers", "written_for"]
    assert labels(opened)[0]["description"] == "This round asks for it."
    await send_back(desk, opened, genre="quiet")
    assert desk.buttons["Hand in"] is True


async def test_a_form_of_before_a_restart_is_saved_and_answered(world: World, desk: Desk) -> None:
    await world.open_round()
    await desk.submit(story(20))
    await world.restart()
    opened = await desk.click("Fill in a form")
    await world.restart()
    await send_back(desk, opened, title="The Kettle", rating="Mature", warnings=["No archive warnings apply"])
    assert "**Rating**: Mature" in desk.text
    assert "**Under the cut**" not in desk.text
    await world.restart()
    opened = await desk.click("More fields")
    await world.restart()
    await send_back(desk, opened, summary="It sang.")
    await world.restart()
    await desk.click("Hand in")
    assert "**The Kettle** is handed in" in desk.text


async def test_a_form_delivered_twice_is_filled_in_once(world: World, desk: Desk) -> None:
    await desk.submit(story(20))
    await send_back(desk, await desk.click("Fill in a form"), title="Steam", pairing="Ana/Ben, Cleo")
    await deliver_again(world)
    assert [draft.header for draft in await held(world)] == ["Title: Steam\nPairing: Ana/Ben\nCharacters: Cleo"]


async def test_a_form_for_a_draft_that_is_gone_becomes_a_new_one(world: World, desk: Desk) -> None:
    await desk.submit(post())
    opened = await desk.click("Fill in a form")
    await desk.click("Discard")
    await send_back(desk, opened, title="Steam")
    assert "saved this as a new one" in desk.text
    (draft,) = await held(world)
    assert draft.text.startswith("Title: Steam\nFandom: Winter Stories\nRating: General")


async def test_what_is_too_long_for_a_box_is_left_alone(world: World, desk: Desk) -> None:
    notes = "thanks " * 700
    await desk.submit(file=("long.txt", post(extra=f"Notes: {notes}\nSummary: short\n").encode()))
    opened = await desk.click("More fields")
    assert [one["custom_id"] for one in boxes(opened)] == ["summary", "spoilers", "written_for", "disclaimer"]
    await send_back(desk, opened, summary="shorter")
    (draft,) = await held(world)
    assert draft.read().header.get(Field.NOTES) == notes.strip()
    assert draft.read().header.get(Field.SUMMARY) == "shorter"


async def test_a_page_that_no_box_has_room_for_is_given_back_as_a_file(world: World, desk: Desk) -> None:
    fields = ("Summary", "Notes", "Spoilers", "Written for", "Disclaimer")
    header = "".join(f"{field}: {'word ' * 900}\n" for field in fields)
    await desk.submit(file=("long.txt", post(extra=header).encode()))
    told = await desk.click("More fields")
    assert told.modal is None
    assert "here it is as a file" in desk.text


async def test_a_header_corrected_by_hand_fills_the_form_in_too(world: World, desk: Desk) -> None:
    await desk.submit(post())
    edited = await desk.click("Edit header")
    desk.keep(await desk.who.submit_modal(edited, {"header": "Title: Steam\nRated: M"}))
    opened = await desk.click("Fill in a form")
    assert box(opened, "title")["value"] == "Steam"
    assert as_opened(opened)["rating"] == "Mature"


async def test_every_box_fits_what_discord_takes(world: World, desk: Desk) -> None:
    """The requests are held against Discord's own description."""
    await world.open_round(required=tuple(Field))
    await desk.submit("Title: Rain\n\nIt rained.")
    opened = await desk.click("Fill in a form")
    assert all(row["description"].endswith("This round asks for it.") for row in labels(opened))
    asked: set[str] = set()
    for _ in range(3):
        opened = await desk.click("More fields")
        assert all(len(row["description"]) <= 100 for row in labels(opened))
        missing = [one["custom_id"] for one in boxes(opened) if not one.get("value")]
        await send_back(desk, opened, **dict.fromkeys(missing, "yes"))
        asked.update(missing)
    assert asked == {*Field} - {*form.ASKED_FIRST}

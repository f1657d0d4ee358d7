"""Writers say where their story starts and ends; their text stays as it is."""

import re
from typing import Any

import pytest

from bot.domain.entries.draft import Draft
from bot.domain.problem import DraftGone
from bot.services import drafting
from bot.storage.session import Session
from bot.ui.wording import refusals
from tests.discord.conftest import World
from tests.discord.desk import Desk, deliver_again, post, story

LINES = (
    "Title: Lamps\nFandom: Winter Stories\nRating: G\n\nThe lamp was lit.\n\nIt rained.\n\nNobody came.\n\nSo be it."
)
GUESS = "The Lamp\n\nfor Ana\n\nby Ines\n\nA small thing.\n\nNobody lit it.\n\nIt rained.\n\nShe came.\n\nSo it was."


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.writer)


async def held(world: World) -> Draft:
    (draft,) = await world.drafts_of(world.writer.id)
    return draft


def taken(desk: Desk) -> str:
    """What the private message shows of the story."""
    found = re.search(r"\*\*Story\*\*: “(.*)”", desk.text)
    assert found is not None, desk.text
    return found[1]


async def test_the_story_starts_and_ends_where_its_writer_says(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await desk.submit(LINES)
    assert taken(desk) == "The lamp was lit. It rained. Nobody came. So be it."
    await desk.click("Move start or end")
    assert "**Line above**: Rating: G" in desk.text
    assert "**Line below**: nothing" in desk.text
    assert "How sure I am: very, since labelled fields stand above it and a gap sets it off." in desk.text
    await desk.click("End ↑")
    assert "How sure I am" not in desk.text
    assert taken(desk) == "The lamp was lit. It rained. Nobody came."
    assert "**Line below**: So be it." in desk.text
    assert "**Words**: 8" in desk.text
    await desk.click("Start ↓")
    assert taken(desk) == "It rained. Nobody came."
    await desk.click("Start ↑")
    await desk.click("End ↑")
    await desk.click("End ↓")
    await desk.click("Done")
    assert "Saved in `/drafts`" in desk.text
    assert taken(desk) == "The lamp was lit. It rained. Nobody came."
    assert (await held(world)).text == LINES
    await desk.click("Hand in")
    await world.wake()
    assert "is handed in" in desk.text
    (entry,) = await entries_of(world, round_.id)
    assert entry["story"] == "The lamp was lit.\n\nIt rained.\n\nNobody came."


async def entries_of(world: World, round_id: int) -> Any:
    return await world.bot.database.read(
        Session.all, "SELECT story FROM entries WHERE round_id = :round_id", {"round_id": round_id}
    )


async def test_what_the_start_passes_joins_the_header_or_leaves_it(desk: Desk) -> None:
    await desk.submit("Title: Lamps\nSummary: light\n\nThe lamp was lit.\n\nIt rained.")
    await desk.click("Move start or end")
    await desk.click("Start ↑")
    assert taken(desk) == "Summary: light The lamp was lit. It rained."
    await desk.click("Done")
    assert "**Lamps**" in desk.text
    assert "**Summary**: " not in desk.text


@pytest.mark.parametrize("caution", ["Warnings: death", "Spoilers: he dies", "Rating: Explicit", "CW death", "18+"])
async def test_a_warning_that_the_start_takes_into_the_story_is_told(desk: Desk, caution: str) -> None:
    await desk.submit(f"Title: Lamps\n{caution}\n\n{story(30)}")
    assert "no longer" not in desk.text
    await desk.click("Move start or end")
    await desk.click("Start ↑")
    await desk.click("Done")
    assert f"Part of your story now, and no longer of its header: “{caution}”. *Fill in a form*" in desk.text
    await desk.click("Move start or end")
    await desk.click("Start ↓")
    await desk.click("Done")
    assert "no longer" not in desk.text


async def test_a_story_that_is_taken_leaves_the_others_warnings_behind(desk: Desk) -> None:
    await desk.submit(f"Title: Rain\n\n{story(50)}\n\nTitle: Snow\nWarnings: death\n\n{story(50)}")
    await desk.choose(1)
    assert "no longer" not in desk.text
    await desk.choose(2)
    assert "no longer" not in desk.text


async def test_a_header_written_by_hand_stays(world: World, desk: Desk) -> None:
    await desk.submit(LINES)
    opened = await desk.click("Edit header")
    desk.keep(await desk.who.submit_modal(opened, {"header": "title: By hand"}))
    await desk.click("Move start or end")
    await desk.click("Start ↑")
    await desk.click("Done")
    assert "**By hand**" in desk.text
    assert taken(desk).startswith("Rating: G")


async def test_buttons_end_where_the_text_does_and_a_line_stays(desk: Desk) -> None:
    await desk.submit("Title: Lamps\n\nThe lamp was lit.")
    await desk.click("Move start or end")
    assert moves(desk) == {"Start ↑": True, "Start ↓": False, "End ↑": False, "End ↓": False}
    await desk.click("Start ↑")
    assert moves(desk) == {"Start ↑": False, "Start ↓": True, "End ↑": True, "End ↓": False}
    assert "**Line above**: nothing" in desk.text


def moves(desk: Desk) -> dict[str, bool]:
    return {label: open_ for label, open_ in desk.buttons.items() if label.startswith(("Start ", "End "))}


async def test_a_text_without_a_story_can_be_given_one(desk: Desk) -> None:
    await desk.submit("Title: Lamps\nNote: come home, said the note on the door.")
    assert "**Story**: none found" in desk.text
    await desk.click("Move start or end")
    assert moves(desk) == {"Start ↑": True, "Start ↓": False, "End ↑": False, "End ↓": False}
    await desk.click("Start ↑")
    assert taken(desk) == "Note: come home, said the note on the door."


async def test_a_click_that_comes_twice_moves_once(world: World, desk: Desk) -> None:
    await desk.submit(LINES)
    await desk.click("Move start or end")
    await desk.click("Start ↓")
    await deliver_again(world)
    assert (await held(world)).read().story.startswith("It rained.")


async def test_it_goes_on_after_a_restart(world: World, desk: Desk) -> None:
    await desk.submit(LINES)
    await desk.click("Move start or end")
    await desk.click("End ↑")
    await world.restart()
    await desk.click("End ↑")
    assert taken(desk) == "The lamp was lit. It rained."
    await world.restart()
    await desk.drafts()
    await desk.click("Open")
    assert taken(desk) == "The lamp was lit. It rained."


async def test_a_draft_that_is_gone_is_said_to_be(world: World, desk: Desk) -> None:
    await desk.submit(LINES)
    await desk.click("Move start or end")
    page = desk.page
    draft = await held(world)
    await drafting.discard(world.bot.database, draft.id, world.writer.id, world.env.now())
    for label in ("Start ↓", "End ↑", "Done"):
        desk.page = page
        await desk.click(label)
        assert refusals.worded(DraftGone()) in desk.text


async def test_a_new_text_is_read_by_itself(world: World, desk: Desk) -> None:
    await desk.submit(LINES)
    await desk.click("Move start or end")
    await desk.click("Start ↓")
    await desk.click("Done")
    await desk.fill(await desk.click("Edit text"), post(30))
    assert "**Words**: 30" in desk.text
    assert (await held(world)).bounds is None


async def test_what_is_taken_back_keeps_its_bounds(world: World, desk: Desk) -> None:
    await world.open_round()
    await desk.submit(LINES)
    await desk.click("Move start or end")
    await desk.click("End ↑")
    before = (await held(world)).bounds
    await desk.click("Done")
    await desk.click("Hand in")
    desk.keep(await desk.who.slash(world.channel, "entry withdraw"))
    await desk.click("Take it back")
    again = await held(world)
    assert again.bounds == before
    assert again.read().story.endswith("Nobody came.")


async def test_a_doubtful_story_comes_with_the_reason_and_the_next_best(world: World, desk: Desk) -> None:
    await desk.submit(GUESS)
    assert "**Please look at the story**" in desk.text
    assert "what stands above it has no labels" in desk.text
    first = taken(desk)
    assert "It could also be “" in desk.text
    await world.restart()
    await desk.click("Take it")
    assert taken(desk) != first
    assert "**Please look at the story**" not in desk.text
    await desk.click("Move start or end")
    assert f"As I read it at first: “{first}" in desk.text
    await desk.click("Take it")
    assert taken(desk) == first
    assert (await held(world)).bounds is None
    assert (await held(world)).text == GUESS


async def test_where_all_is_clear_nobody_is_asked(desk: Desk) -> None:
    await desk.submit(post())
    assert "Please look at the story" not in desk.text
    assert "Take it" not in desk.buttons
    assert desk.buttons["Move start or end"]


async def test_long_lines_fit_into_the_page(desk: Desk) -> None:
    await desk.submit(file=("long.txt", "\n\n".join([GUESS, *["*_~`|" * 900] * 3, story(900)]).encode()))
    await desk.click("Move start or end")
    assert "Line below" in desk.text

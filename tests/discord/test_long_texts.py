"""Long texts keep nobody waiting but who sent them."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from bot.domain.reading import manuscript
from bot.domain.reading.reading import Bounds
from bot.intake import delegating
from bot.services import drafting
from bot.storage import drafts, entries
from bot.storage.session import Record
from tests.discord.conftest import World
from tests.discord.desk import Desk, box, story
from tests.discord.desk import entries as entries_of

LONG = f"Title: The Kettle\n\nNobody lit it.\n\n{story(3_000)}.\n\nA/N: for Ana"
TOO_LONG = "1.\n" * 170_000


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.writer)


@pytest.fixture
def nothing_long_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    find = manuscript.find

    def found(text: str, bounds: Bounds | None) -> manuscript.Found:
        assert len(text) <= manuscript.LONGEST_AT_ONCE
        return find(text, bounds)

    monkeypatch.setattr(manuscript, "find", found)
    manuscript.kept.clear()


@pytest.mark.usefixtures("nothing_long_is_read_here")
async def test_a_long_text_goes_its_whole_way_without_being_read_in_the_loop(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await desk.submit(file=("kettle.txt", LONG.encode()))
    assert "**The Kettle**" in desk.text
    opened = await desk.click("Edit header")
    header = box(opened, "header")["value"]
    desk.keep(await desk.who.submit_modal(opened, {"header": f"{header}\nRating: G"}))
    await desk.click("Move start or end")
    await desk.click("Start ↓")
    await desk.click("Done")
    await desk.fill(await edit(desk), file=("kettle.txt", f"{LONG}, again".encode()))
    assert "3,001" not in desk.text
    manuscript.kept.clear()  # as by a restart
    await desk.drafts()
    assert "**The Kettle**" in desk.text
    manuscript.kept.clear()
    await desk.click("Open")
    manuscript.kept.clear()
    await desk.click("Hand in")
    assert "is handed in" in desk.text
    (entry,) = await entries_of(world, round_.id)
    assert entry.words == 3_000
    manuscript.kept.clear()
    desk.keep(await desk.who.slash(world.channel, "entry withdraw"))
    await desk.click("Take it back")
    assert "is taken back" in desk.text
    opened = await desk.who.slash(world.channel, "count")
    desk.keep(await desk.who.submit_modal(opened, {"text": "", "file": ("kettle.txt", f"{LONG}!".encode())}))
    assert "3,003 words" in desk.text


async def edit(desk: Desk) -> Any:
    """What is too long for a box is given back, and a new one is put in."""
    given = await desk.click("Edit text")
    return await desk.who.click(given.response, label="Put in a new text")


async def test_what_can_never_be_posted_is_kept_and_said(world: World, desk: Desk) -> None:
    await world.open_round()
    await desk.submit(file=("list.txt", TOO_LONG.encode()))
    assert "The text is 510,000 characters long. I can post up to 60,000" in desk.text
    assert "no header" not in desk.text, "what is not read has no known parts"
    assert not desk.buttons["Hand in"]
    assert "Move start or end" not in desk.buttons
    (draft,) = await world.drafts_of(world.writer.id)
    assert draft.text == TOO_LONG
    await desk.fill(await edit(desk), f"Title: The Kettle\n\n{story(100)}")
    assert desk.buttons["Hand in"]


async def test_a_page_of_drafts_too_long_to_post_keeps_nobody_waiting(world: World, desk: Desk) -> None:
    """The watchdog sees to it."""
    for number in range(drafting.DRAFTS_A_PAGE):
        await desk.submit(file=(f"{number}.txt", ("1.\n" * 170_000 + str(number)).encode()))
    await desk.drafts()
    assert desk.text.count("510,001 characters") == drafting.DRAFTS_A_PAGE


async def test_what_could_not_be_read_in_time_is_kept(
    world: World, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delegating, "COMMAND", (sys.executable, "-c", "raise SystemExit(1)"))
    manuscript.kept.clear()
    await desk.submit(file=("kettle.txt", LONG.encode()))
    assert "took me too long to read" in desk.text
    (draft,) = await world.drafts_of(world.writer.id)
    assert draft.text == LONG
    await desk.drafts()
    assert "**Title: The Kettle" in desk.text


def noting(rows: list[Record], read: Callable[[Record], Any]) -> Callable[[Record], Any]:
    def noted(row: Record) -> Any:
        rows.append(row)
        return read(row)

    return noted


async def test_no_text_is_fetched_that_is_not_shown(world: World, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    await world.open_round()
    for _ in range(12):
        await desk.submit(f"Title: The Kettle\n\n{story(10)}")
    await desk.click("Hand in")
    fetched: list[Record] = []
    for table in (drafts, entries):
        monkeypatch.setattr(table, "from_row", noting(fetched, table.from_row))
    desk.keep(await desk.who.slash(world.channel, "help"))
    assert "shows the 11 drafts" in desk.text
    assert "You have 1 entry" in desk.text
    assert fetched == []
    await desk.drafts()
    assert f"1 to {drafting.DRAFTS_A_PAGE} of 11" in desk.text
    assert len(fetched) == drafting.DRAFTS_A_PAGE

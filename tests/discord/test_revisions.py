"""What was said last about a field holds, whichever way it was said, and the preview tells what that changes."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.domain.header.field import Field
from tests.discord.conftest import World
from tests.discord.desk import Desk, entries, last_interaction, story
from tests.discord.test_form import send_back

DEATH = "Major character death"
Way = Callable[[Desk, str], Awaitable[None]]
UNDER_CUT = "**Under the cut**, since"


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.writer)


async def by_form(desk: Desk, **answers: Any) -> None:
    await send_back(desk, await desk.click("Fill in a form"), **answers)


async def by_hand(desk: Desk, lines: str) -> None:
    desk.keep(await desk.who.submit_modal(await desk.click("Edit header"), {"header": lines}))


async def by_text(desk: Desk, text: str) -> None:
    await desk.fill(await desk.click("Edit text"), text)


async def test_a_title_mended_in_the_text_leaves_the_forms_warning(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await desk.submit(f"Title: Tuseday\n\n{story(30)}")
    await by_form(desk, warnings=[DEATH])
    await world.restart()
    await by_text(desk, f"Title: Tuesday\n\n{story(30)}")
    assert "- **Title** is now “Tuesday”. It was “Tuseday”." in desk.text
    assert "- As you gave it by form or *Edit header*: **Warnings**." in desk.text
    assert UNDER_CUT in desk.text
    await desk.click("Hand in")
    (entry,) = await entries(world, round_.id)
    assert entry.header.under_cut
    assert entry.title == "Tuesday"


async def test_notes_added_to_a_bare_story_leave_the_header_of_the_form(desk: Desk) -> None:
    await desk.submit(story(30))
    await by_form(desk, title="The Kettle", rating="Mature", warnings=[DEATH])
    await by_text(desk, f"{story(30)}\n\nA/N: For Ana, who asked.")
    for line in ("**The Kettle**", "**Rating**: Mature", f"**Warnings**: {DEATH}", "**Notes** is new: “"):
        assert line in desk.text
    assert UNDER_CUT in desk.text


async def test_a_warning_typed_later_joins_the_one_of_the_form(desk: Desk) -> None:
    await desk.submit(story(30))
    await by_form(desk, warnings=[DEATH])
    await by_text(desk, f"Warnings: none\n\n{story(30)}")
    assert UNDER_CUT in desk.text
    await by_text(desk, f"Warnings: gore\n\n{story(30)}")
    assert f"- **Warnings** is now “gore; {DEATH}”. It was “{DEATH}”." in desk.text
    await by_text(desk, story(30))
    assert f"**Warnings**: {DEATH}" in desk.text
    assert UNDER_CUT in desk.text


async def test_a_form_has_the_last_word_after_a_text(desk: Desk) -> None:
    await desk.submit(f"Title: Tuseday\n\n{story(30)}")
    await by_text(desk, f"Title: Tuesday\nWarnings: gore\n\n{story(30)}")
    await by_form(desk, title="Wednesday")
    assert "**Wednesday**" in desk.text
    assert "What readers are warned of" not in desk.text
    await by_text(desk, f"Title: Tuesday\nWarnings: gore\n\n{story(31)}")
    assert "**Wednesday**" in desk.text
    assert "**Title** (your text says “Tuesday”)" in desk.text


async def test_what_was_emptied_stays_empty_and_what_goes_is_told(desk: Desk) -> None:
    await desk.submit(f"Title: Lamps\nSummary: Rain\nWarnings: gore\n\n{story(30)}")
    await by_hand(desk, "Title: Lamps\nWarnings: gore")
    await by_text(desk, f"Title: Lamps\nSummary: Rain\n\n{story(30)}")
    assert "**Summary**: Rain" not in desk.text
    assert "- Empty, as you left it: **Summary**." in desk.text
    assert "- **Warnings** is gone. It was “gore”." in desk.text


async def test_a_warning_taken_away_by_hand_or_form_is_told(desk: Desk) -> None:
    await desk.submit(f"Title: Lamps\nWarnings: {DEATH}, gore\n\n{story(30)}")
    await by_form(desk, title="Lights", warnings=[])
    assert f"- **Warnings** is now “gore”. It was “{DEATH}, gore”." in desk.text
    assert "**Title** is now" not in desk.text
    await by_hand(desk, "Title: Lights")
    assert "- **Warnings** is gone. It was “gore”." in desk.text


async def test_a_file_in_place_of_the_text_leaves_what_was_given_beside_it(desk: Desk) -> None:
    await desk.submit(file=("long.txt", f"Title: Winter\n\n{story(1_500)}".encode()))
    await by_form(desk, fandom="Lamps", warnings=[DEATH])
    await desk.click("Edit text")
    opened = await desk.click("Put in a new text")
    await desk.fill(opened, "Notes: shorter now", ("new.txt", f"Title: Spring\n\n{story(30)}".encode()))
    for line in ("**Title** is now “Spring”. It was “Winter”.", "Lamps", f"**Warnings**: {DEATH}"):
        assert line in desk.text
    assert UNDER_CUT in desk.text


async def test_moved_bounds_stay_or_are_said_to_be_gone(desk: Desk) -> None:
    text = "Title: Lamps\n\nFor Ana, still.\n\nThe lamp was lit.\n\nIt rained."
    await desk.submit(text)
    await desk.click("Move start or end")
    await desk.click("End ↑")
    await desk.click("Done")
    await by_text(desk, text.replace("Lamps", "Lights").replace("lit", "out"))
    assert "The lamp was out.”" in desk.text
    assert "looked for the story again" not in desk.text
    await by_text(desk, f"Title: Snow\n\n{story(30)}")
    assert "The start and end that you chose are not in the new text, so I looked for the story again." in desk.text


async def test_a_text_sent_back_as_it_was_tells_nothing(desk: Desk) -> None:
    text = f"Title: Lamps\nWarnings: gore\n\n{story(30)}"
    await desk.submit(text)
    await by_text(desk, text)
    assert "What became of" not in desk.text


async def test_many_changes_fit_into_the_preview(desk: Desk) -> None:
    long = dict.fromkeys(
        ("Title", "Fandom", "Pairing", "Warnings", "Summary", "Notes", "Spoilers", "Beta"), "*_~`|" * 30
    )
    await desk.submit("\n".join(f"{name}: {value}" for name, value in long.items()) + f"\n\n{story(30)}")
    await by_hand(desk, "\n".join(f"{name}: A{value}" for name, value in long.items()))
    await by_text(desk, "\n".join(f"{name}: B{value}" for name, value in long.items()) + f"\n\n{story(30)}")
    assert "2 other fields change." in desk.text


async def titled_by_form(desk: Desk, title: str) -> None:
    await by_form(desk, title=title)


async def titled_by_hand(desk: Desk, title: str) -> None:
    await by_hand(desk, f"Title: {title}")


async def titled_by_text(desk: Desk, title: str) -> None:
    await by_text(desk, f"Title: {title}\n\n{story(30)}")


WAYS = (titled_by_form, titled_by_hand, titled_by_text)


@pytest.mark.parametrize("first", WAYS)
@pytest.mark.parametrize("later", WAYS)
async def test_a_change_delivered_again_undoes_no_later_one(world: World, desk: Desk, first: Way, later: Way) -> None:
    await desk.submit(f"Title: Monday\n\n{story(30)}")
    await first(desk, "Tuesday")
    delivered = last_interaction(world)
    await later(desk, "Wednesday")
    await deliver(world, delivered)
    await deliver(world, delivered)
    (draft,) = await world.drafts_of(world.writer.id)
    assert draft.read().header.get(Field.TITLE) == "Wednesday"
    assert draft.read().story == story(30)


async def test_a_file_delivered_again_undoes_no_later_change(world: World, desk: Desk) -> None:
    await desk.submit("Title: Tuesday", ("story.txt", story(30).encode()))
    delivered = last_interaction(world)
    await titled_by_text(desk, "Wednesday")
    await deliver(world, delivered)
    (draft,) = await world.drafts_of(world.writer.id)
    assert draft.text == f"Title: Wednesday\n\n{story(30)}"


async def deliver(world: World, payload: Any) -> None:
    world.env.backend.emit("INTERACTION_CREATE", payload)
    await world.env.settle()


async def move_start(desk: Desk, way: str, *, lines: int) -> None:
    await desk.click("Move start or end")
    for _ in range(lines):
        await desk.click(f"Start {way}")
    await desk.click("Done")


async def test_what_a_moved_start_leaves_above_the_story_is_in_the_forms_header(world: World, desk: Desk) -> None:
    round_ = await world.open_round()
    await desk.submit(f"Lamps\nfor Ana\nRating: M\n\n{story(30)}")
    await move_start(desk, "↑", lines=3)
    await by_form(desk, warnings=[DEATH])
    await move_start(desk, "↓", lines=3)
    assert "**Rating**: M" in desk.text
    assert "**Written for**: Ana" in desk.text
    assert UNDER_CUT in desk.text
    await desk.click("Hand in")
    (entry,) = await entries(world, round_.id)
    assert entry.header.get(Field.RATING) == "M"
    assert entry.story == story(30)

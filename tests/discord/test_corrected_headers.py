"""Moderators correct the header of an entry that stands; what its writer typed is kept."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.entries.entry import Entry
from bot.domain.header.field import Field
from bot.domain.moderation.deed import Did
from bot.domain.rounds.round import Round
from bot.domain.rounds.screening import Review, Screening
from bot.ui.views.press import custom_id
from bot.ui.wording import terms
from tests.discord.chair import Chair, another_moderator, form
from tests.discord.conftest import World, shown
from tests.discord.desk import Desk, entries, post
from tests.discord.test_log import deeds
from tests.discord.test_moderating import HOUR, edited, stories
from tests.discord.test_suggestions import heard


@pytest.fixture
async def round_(world: World) -> Round:
    return await world.open_round()


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


@pytest.fixture
def second(world: World) -> Chair:
    """Another moderator, who is a moment slower."""
    return another_moderator(world)


async def test_a_header_is_corrected_and_the_story_is_not(world: World, round_: Round, chair: Chair) -> None:
    entry = await world.enter(round_, post())
    opened = await chair.command("entry header", entry=str(entry.id))
    await chair.fill(opened, header="Title: The Kettle\nFandom: Winter Tales\nRating: PG")
    [story] = stories(world)
    assert "Winter Tales" in story
    assert "Winter Stories" not in story
    [told] = heard(world)
    assert "corrected the header of **The Kettle**" in told
    assert await deeds(world) == [Did.HEADER_CORRECTED]
    opened = await chair.command("entry header", entry=str(entry.id))
    await chair.fill(opened, header="\n")
    assert "No field is left" in chair.text


async def test_what_a_correction_took_out_stays_with_its_writer(world: World, round_: Round, chair: Chair) -> None:
    entry = await world.enter(round_, post(extra="Note: for my sister\n"))
    opened = await chair.command("entry header", entry=str(entry.id))
    await chair.fill(opened, header="Title: The Kettle\nRating: PG")
    desk = await edited(world, "The Ferry")
    await desk.drafts()
    await desk.click("Earlier versions")
    assert "for my sister" in desk.text


async def test_of_a_header_too_long_for_a_box_the_rest_is_corrected(world: World, round_: Round, chair: Chair) -> None:
    notes = "It was a long winter. " * 250
    entry = await world.enter(round_, post(extra=f"Note: {notes}\n"))
    opened = await chair.command("entry header", entry=str(entry.id))
    assert "Note" not in form(opened)["header"]
    await chair.fill(opened, header="Title: The Kettle\nRating: Mature")
    [after] = await entries(world, round_.id)
    assert after.header.get(Field.NOTES) == notes.strip()
    assert "Mature" in stories(world)[0]


async def test_a_draft_from_before_it_was_brought_back_is_no_change_of_it(
    world: World, round_: Round, chair: Chair
) -> None:
    entry = await world.enter(round_, post())
    await chair.command("entry remove", entry=str(entry.id))
    desk = Desk(world, world.writer)
    await desk.drafts()
    await desk.click("Open")
    await desk.fill(await desk.click("Edit text"), post().replace("The Kettle", "The Ferry"))
    await chair.command("entry restore", entry=str(entry.id))
    await chair.fill(await chair.command("entry header", entry=str(entry.id)), header="Title: The Stove")
    assert "corrected the header of **The Stove**" in heard(world)[-1]
    assert "change of it that you began" not in heard(world)[-1]


async def correct(chair: Chair, entry: Entry, lines: str) -> None:
    await chair.fill(await chair.command("entry header", entry=str(entry.id)), header=lines)


async def test_a_change_that_was_begun_is_corrected_too_and_its_writer_reads_so(
    world: World, round_: Round, chair: Chair
) -> None:
    entry = await world.enter(round_, post())
    await correct(chair, entry, "Title: The Kettle\nFandom: Winter Tales\nRating: Mature")
    assert "change of it that you began" not in heard(world)[-1]
    desk = await edited(world, "The Ferry")  # by the text from before the correction
    assert "Moderators corrected **Rating** to “Mature”; here it is “PG”." in desk.text
    await world.env.advance_time(1)
    await correct(chair, entry, "Title: The Kettle\nFandom: Winter Songs\nRating: Mature\nWarnings: gore")
    assert "change of it that you began is corrected, too" in heard(world)[-1]
    await desk.click("Save the change")
    assert "This draft has changed since it was shown to you, so I did nothing yet." in desk.text
    corrected = desk.text.partition("**What moderators corrected**\n")[2].splitlines()
    assert corrected[:3] == [
        "- **Warnings** is new: “gore”.",
        "- **Fandom** is now “Winter Songs”. It was “Winter Stories”.",
        "- Moderators corrected **Rating** to “Mature”; here it is “PG”.",
    ]
    opened = await desk.click("Edit header")
    own = form(opened)["header"].replace("Winter Songs", "Winter Rhymes")
    desk.keep(await desk.who.submit_modal(opened, {"header": own}))
    assert "Moderators corrected **Fandom** to “Winter Songs”; here it is “Winter Rhymes”." in desk.text
    await desk.click("Save the change")
    [story] = stories(world)
    for said in ("### The Ferry", "Winter Rhymes", "PG", "gore"):
        assert said in story


async def test_an_entry_is_called_as_it_was_corrected_on_its_card_and_when_its_writer_has_it_back(
    world: World, notices: Any, round_: Round, chair: Chair
) -> None:
    await world.settle(screening=Screening(Review.EVERYBODY))
    entry = await world.enter(round_, post())
    opened = await chair.command("entry header", entry=str(entry.id))
    await chair.fill(opened, header="Title: The Tram\nRating: PG")
    assert "The Tram" in shown(notices.last_message)
    opened = await world.moderator.click(notices.last_message, label="Ask for changes")
    await world.moderator.submit_modal(opened, {"reason": "Where does it end?"})
    desk = Desk(world, world.writer)
    await desk.drafts()
    await desk.click("Open")
    await desk.click("Hand in")
    await world.moderator.click(notices.last_message, label="Approve")
    assert "### The Tram" in stories(world)[0]
    await chair.command("entry remove", entry=str(entry.id + 1))
    await chair.command("entry restore", entry=str(entry.id + 1))
    assert await world.drafts_of(world.writer.id) == [], "nobody has worked on it"


async def test_what_an_entry_said_before_corrections_is_kept(world: World, round_: Round, chair: Chair) -> None:
    entry = await world.enter(round_, post())
    for fandom in ("Winter Tales", "Winter Songs"):
        await world.env.advance_time(HOUR)
        opened = await chair.command("entry header", entry=str(entry.id))
        await chair.fill(opened, header=f"Title: The Kettle\nFandom: {fandom}\nRating: PG")
    assert "`/entry history` there has what it said before." in heard(world)[-1]
    desk, first = Desk(world, world.writer), entry.handed_in_at
    said = (("Winter Stories", first), ("Winter Tales", first + timedelta(seconds=HOUR)))
    for number, (fandom, since) in enumerate(said, 1):
        desk.keep(await desk.who.slash(world.channel, "entry history"))
        assert f"from {terms.stamp(since)}" in desk.text
        assert desk.text.count("100 words") == 2
        read = await desk.who.click(desk.page.response, custom_id=custom_id("entry.version", entry.id, number))
        assert fandom in (await read.response.attachments[0].read()).decode()
    assert "edited" not in stories(world)[0]


async def test_of_two_who_correct_a_header_the_second_hears_of_the_first(
    world: World, round_: Round, chair: Chair, second: Chair
) -> None:
    entry = await world.enter(round_, post())
    opened = [await each.command("entry header", entry=str(entry.id)) for each in (chair, second)]
    await world.env.advance_time(1)
    await chair.fill(opened[0], header="Title: The Kettle\nRating: Mature")
    answer = await second.fill(opened[1], header="Title: The Kettle\nRating: PG-13")
    assert f"<@{world.moderator.id}> corrected its header already." in second.text
    assert answer.response is not None
    assert "Rating: PG-13" in (await answer.response.message.attachments[0].read()).decode()
    assert "Mature" in stories(world)[0]
    opened = [await second.command("entry header", entry=str(entry.id))]
    await world.env.advance_time(1)
    await (await edited(world, "The Ferry")).click("Save the change")
    await second.fill(opened[0], header="Title: The Tram")
    assert "Its writer has changed it meanwhile" in second.text
    assert "### The Ferry" in stories(world)[0]

"""Nothing that a writer typed is ever lost."""

import pytest

from bot.domain.entries.draft import Draft
from bot.domain.header.field import Field
from bot.domain.text import word_rule
from bot.services import drafting
from bot.storage.session import Session
from bot.ui.views.press import custom_id
from tests.discord.conftest import World
from tests.discord.desk import Desk, box, deliver_again, last_interaction, post, story

LONG = f"Title: Long winter\n\n{story(1_500)}"


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world, world.writer)


async def held(world: World) -> list[Draft]:
    return await world.drafts_of(world.writer.id)


async def spoil_rounds(world: World, rule: str) -> None:
    """Put something into the rows that no judging gets past, or mend it."""
    await world.bot.database.write(Session.run, "UPDATE plans SET rule = :rule", {"rule": rule})


@pytest.mark.complains("incident")
async def test_the_text_is_saved_before_it_is_judged(world: World, desk: Desk) -> None:
    await world.open_round()
    await spoil_rounds(world, "as it pleases")
    await desk.submit(post())
    assert "Sorry, something went wrong" in desk.text
    assert [draft.text for draft in await held(world)] == [post()]
    await spoil_rounds(world, "any")
    await world.restart()
    await desk.drafts()
    assert "**The Kettle**" in desk.text
    assert "100 words" in desk.text
    await desk.click("Open")
    await desk.click("Hand in")
    assert "is handed in" in desk.text


async def test_drafts_are_listed_newest_first_and_only_ones_own(world: World, desk: Desk) -> None:
    for number in range(12):
        await desk.submit(f"Title: Draft {number}\n\n{story(10)}")
        await world.env.advance_time(60)
    await desk.submit("Only a story, with no title.")
    await desk.drafts()
    assert "**Only a story, with no title.**" in desk.text
    assert desk.text.index("Only a story") < desk.text.index("Draft 11") < desk.text.index("Draft 8")
    assert "Draft 7" not in desk.text
    assert "1 to 5 of 13" in desk.text
    others = Desk(world, world.other_writer)
    await others.drafts()
    assert "I hold no draft of yours here" in others.text


async def test_the_oldest_draft_is_a_few_clicks_away(world: World, desk: Desk) -> None:
    await world.open_round()
    for number in range(11):
        await desk.submit(f"Title: Draft {number}\n\n{story(10)}")
        await world.env.advance_time(1)
    await desk.drafts()
    assert "Newer" not in desk.buttons
    await desk.click("Older")
    assert desk.text.index("Draft 5") < desk.text.index("Draft 1*")
    await desk.click("Older")
    assert "11 to 11 of 11" in desk.text
    assert "Older" not in desk.buttons
    await desk.click("Open")
    await desk.click("Hand in")
    assert "**Draft 0** is handed in" in desk.text


async def test_a_page_of_drafts_that_are_gone_meanwhile_shows_what_is_left(world: World, desk: Desk) -> None:
    for number in range(6):
        await desk.submit(f"Title: Draft {number}\n\n{story(10)}")
    await desk.drafts()
    while left := await held(world):
        await drafting.discard(world.bot.database, left[0].id, left[0].author_id, world.env.now())
    await desk.click("Older")
    assert "I hold no draft of yours here" in desk.text


async def test_the_list_says_what_each_draft_lacks(world: World, desk: Desk) -> None:
    await world.open_round(rule=word_rule.exactly(100), required=(Field.TITLE, Field.FANDOM))
    await desk.submit(story(99))
    await desk.submit(post())
    await desk.drafts()
    assert "Ready to hand in." in desk.text
    assert "99 words for First frost, saved" in desk.text
    assert "And one more thing." in desk.text
    first, _ = await held(world)
    desk.keep(await desk.who.click(desk.page.response, custom_id=custom_id("draft.discard", first.id)))
    await desk.drafts()
    assert "Ready to hand in." not in desk.text


async def test_what_a_draft_said_before_can_be_brought_back(world: World, desk: Desk) -> None:
    await world.open_round()
    await desk.submit("Title: Rain\n\nIt fell all night.")
    await desk.drafts()
    assert "Earlier versions" not in desk.buttons
    await desk.click("Open")
    await desk.fill(await desk.click("Edit text"), "Title: Snow\n\nIt fell all day.")
    await desk.drafts()
    await desk.click("Earlier versions")
    assert "It fell all night." in desk.text
    await desk.click("Bring it back")
    await deliver_again(world)
    (draft,) = await held(world)
    assert draft.text == "Title: Rain\n\nIt fell all night."
    found = await drafting.versions(world.bot.database, draft.id, draft.author_id, 0)
    assert [version.draft.text.splitlines()[0] for version in found.shown] == ["Title: Snow", "Title: Rain"]


async def test_the_oldest_of_many_versions_can_be_brought_back(world: World, desk: Desk) -> None:
    await world.open_round()
    await desk.submit("It fell all night, the 0th.")
    for number in range(1, drafting.VERSIONS_A_PAGE + 2):
        await desk.fill(await desk.click("Edit text"), f"It fell all night, the {number}th.")
    await desk.drafts()
    await desk.click("Earlier versions")
    assert "1 to 8 of 9" in desk.text
    assert "the 0th" not in desk.text
    await desk.click("Older")
    await desk.click("Bring it back")
    (draft,) = await held(world)
    assert draft.text == "It fell all night, the 0th."


@pytest.mark.parametrize("letter", ["*", "🌧"])
async def test_versions_that_take_much_room_are_listed(world: World, desk: Desk, letter: str) -> None:
    await desk.submit(letter * 500)
    for number in range(drafting.VERSIONS_A_PAGE):
        await desk.fill(await desk.click("Edit text"), f"{letter * 500}{number}")
    await desk.drafts()
    await desk.click("Earlier versions")
    assert "What this draft said before" in desk.text


async def test_a_moved_start_is_no_version(world: World, desk: Desk) -> None:
    await desk.submit("A note.\n\nIt fell all night.\n\nIt fell all day.")
    await desk.click("Move start or end")
    await desk.click("Start ↓")
    await desk.drafts()
    assert "Earlier versions" not in desk.buttons


async def test_a_draft_of_any_length_is_listed(world: World, desk: Desk) -> None:
    await desk.submit(file=("long.txt", ("Endless " * 60_000).encode()))
    await desk.drafts()
    assert "**Endless Endless" in desk.text
    assert "480,000 characters" in desk.text


async def test_half_a_character_is_all_that_is_lost_of_a_text(world: World, desk: Desk) -> None:
    """Discord passes on what a phone sends; no file and no database holds it."""
    await desk.submit("The kettle \ud83d sang \ud83d\ude00.")
    message = await world.writer.send(world.channel, "The rain \ude00 sang.")
    await desk.enter(message)
    assert [draft.text for draft in await held(world)] == ["The rain � sang.", "The kettle � sang 😀."]


async def test_edit_text_opens_filled_and_leaves_white_space_alone(world: World, desk: Desk) -> None:
    await world.open_round()
    text = f"  Title: The Kettle\n\n\n{story(10)}\n   and it stopped.  \n"
    await desk.submit(text)
    opened = await desk.click("Edit text")
    assert box(opened, "text")["value"] == text
    await desk.fill(opened, text.replace("stopped", "sang on"))
    assert "sang on" in desk.text
    assert [draft.text for draft in await held(world)] == [text.replace("stopped", "sang on")]


async def test_an_emptied_box_keeps_the_old_text(world: World, desk: Desk) -> None:
    await desk.submit(post())
    await desk.fill(await desk.click("Edit text"), "  \n")
    assert "The form came back empty. The old text stays." in desk.text
    assert "**The Kettle**" in desk.text
    assert [draft.text for draft in await held(world)] == [post()]


async def test_a_new_text_brings_its_own_header(world: World, desk: Desk) -> None:
    await desk.submit(post())
    await rehead(world, desk, "title: Corrected by hand")
    await desk.fill(await desk.click("Edit text"), f"Title: Once more\n\n{story(20)}")
    assert "**Once more**" in desk.text


async def test_a_word_changed_in_the_text_keeps_the_writers_own_header(world: World, desk: Desk) -> None:
    for text in (story(19), post(19)):
        await desk.submit(text)
        await rehead(world, desk, "title: Corrected by hand")
        await desk.fill(await desk.click("Edit text"), f"{text} tea")
        assert "**Corrected by hand**" in desk.text


async def test_a_text_too_long_for_a_box_is_given_back_as_a_file(world: World, desk: Desk) -> None:
    await world.open_round()
    await desk.submit(file=("long.txt", LONG.encode()))
    await desk.click("Edit text")
    (file,) = desk.page.response.attachments
    assert (await file.read()).decode() == LONG
    opened = await desk.click("Put in a new text")
    assert "value" not in box(opened, "text")
    await desk.fill(opened, file=("shorter.txt", post().encode()))
    assert "**Words**: 100" in desk.text
    assert [draft.text for draft in await held(world)] == [post()]
    assert desk.page.response.attachments == []


async def test_characters_that_count_twice_at_discord_are_given_back_as_a_file(world: World, desk: Desk) -> None:
    await desk.submit(file=("hearts.txt", ("🎐" * 2_001).encode()))
    shown = await desk.click("Edit text")
    assert shown.modal is None
    assert len(desk.page.response.attachments) == 1


async def test_a_refused_file_leaves_the_old_text(world: World, desk: Desk) -> None:
    await desk.submit(file=("long.txt", LONG.encode()))
    await desk.click("Edit text")
    await desk.fill(await desk.click("Put in a new text"), file=("new.pdf", b"%PDF"))
    assert "I can't read `new.pdf`" in desk.text
    assert "The old text stays." in desk.text
    assert [draft.text for draft in await held(world)] == [LONG]


async def rehead(world: World, desk: Desk, lines: str) -> None:
    opened = await desk.click("Edit header")
    desk.keep(await desk.who.submit_modal(opened, {"header": lines}))


async def test_the_header_is_corrected_in_one_box(world: World, desk: Desk) -> None:
    await world.open_round()
    await desk.submit(post())
    opened = await desk.click("Edit header")
    assert box(opened, "header")["value"] == "Title: The Kettle\nFandom: Winter Stories\nRating: PG\nWord count: 100"
    desk.keep(await desk.who.submit_modal(opened, {"header": "Title: Steam\nWritten for: the frost"}))
    assert "**Steam**" in desk.text
    assert "**Written for**: the frost" in desk.text
    assert "Winter Stories" not in desk.text
    assert [draft.text for draft in await held(world)] == [post()]
    await desk.click("Hand in")
    assert "**Steam** is handed in" in desk.text


async def test_lines_that_are_no_field_are_told_and_kept(world: World, desk: Desk) -> None:
    await desk.submit(post())
    await rehead(world, desk, "Title: Steam\nColour of the pot: red")
    assert "I know no field for “Colour of the pot: red”. I kept it; below you see where." in desk.text
    assert box(await desk.click("Edit header"), "header")["value"] == "Title: Steam\nColour of the pot: red"


async def test_a_discarded_draft_can_be_brought_back(world: World, desk: Desk) -> None:
    await desk.submit(post())
    await desk.click("Discard")
    assert "discarded" in desk.text
    assert await held(world) == []
    await desk.click("Bring it back")
    assert "**The Kettle**" in desk.text
    assert len(await held(world)) == 1


@pytest.mark.parametrize("way", ["Hand in", "Discard"])
async def test_a_text_for_a_draft_that_is_gone_becomes_a_new_one(world: World, desk: Desk, way: str) -> None:
    await world.open_round()
    await desk.submit(post())
    opened = await desk.click("Edit text")
    await desk.click(way)
    await desk.fill(opened, f"Title: Second thoughts\n\n{story(20)}")
    assert "**Second thoughts**" in desk.text
    assert "saved this as a new one" in desk.text
    assert [draft.text for draft in await held(world)] == [f"Title: Second thoughts\n\n{story(20)}"]


@pytest.mark.parametrize("way", ["Hand in", "Discard"])
async def test_a_text_delivered_again_when_its_draft_is_gone_is_no_second_draft(
    world: World, desk: Desk, way: str
) -> None:
    await world.open_round()
    await desk.submit(post())
    await desk.fill(await desk.click("Edit text"), f"Title: Second thoughts\n\n{story(20)}")
    edit = last_interaction(world)
    await desk.click(way)
    world.env.backend.emit("INTERACTION_CREATE", edit)
    await world.env.settle()
    assert await held(world) == []


@pytest.mark.parametrize("way", ["Edit header", "Fill in a form"])
async def test_a_header_delivered_again_when_its_draft_is_gone_is_no_second_draft(
    world: World, desk: Desk, way: str
) -> None:
    await desk.submit(post())
    opened = await desk.click(way)
    name = "header" if way == "Edit header" else "title"
    desk.keep(await desk.who.submit_modal(opened, {name: "Title: Steam"}))
    edit = last_interaction(world)
    await desk.click("Discard")
    world.env.backend.emit("INTERACTION_CREATE", edit)
    await world.env.settle()
    assert await held(world) == []


async def test_a_header_for_a_draft_that_is_gone_becomes_a_new_one(world: World, desk: Desk) -> None:
    await desk.submit(post())
    opened = await desk.click("Edit header")
    await desk.click("Discard")
    desk.keep(await desk.who.submit_modal(opened, {"header": "Title: Steam"}))
    assert "saved this as a new one" in desk.text
    assert [draft.text for draft in await held(world)] == ["Title: Steam"]


async def test_a_modal_of_before_a_restart_is_saved_and_answered(world: World, desk: Desk) -> None:
    await world.open_round()
    opened = await desk.who.slash(world.channel, "submit")
    await world.restart()
    await desk.fill(opened, post())
    assert "**The Kettle**" in desk.text
    edited = await desk.click("Edit text")
    await world.restart()
    await desk.fill(edited, post().replace("Kettle", "Pot"))
    assert "**The Pot**" in desk.text
    await world.restart()
    await desk.click("Hand in")
    assert "is handed in" in desk.text


async def test_a_draft_that_is_gone_is_said(world: World, desk: Desk) -> None:
    await desk.submit(post())
    (draft,) = await held(world)
    await drafting.discard(world.bot.database, draft.id, world.writer.id, world.env.now())
    answer = await desk.who.click(desk.page.response, label="Edit text")
    assert "handed in or discarded already" in answer.response.content


async def test_commands_are_for_guilds_but_for_those_about_no_guild(world: World) -> None:
    everywhere = {one.name for one in world.bot.tree.get_commands(type=None) if not one.guild_only}
    assert everywhere == {"count", "Count words", "help", "filters", "mydata"}


async def test_what_was_discarded_is_there_to_be_brought_back(world: World) -> None:
    desk = Desk(world, world.writer)
    for title in ("Ash", "Elm", "Fir", "Oak", "Yew", "Bay"):
        await desk.submit(f"Title: {title}\n\n{story(20)}")
        await desk.click("Discard")
    assert "`/drafts` keeps it under *Discarded*" in desk.text
    await desk.drafts()
    assert "I hold no draft of yours here" in desk.text
    await desk.click("Discarded (6)")
    assert [title for title in ("Bay", "Yew", "Oak", "Fir", "Elm", "Ash") if title in desk.text] == [
        *("Bay", "Yew", "Oak", "Fir", "Elm")
    ]
    await desk.click("Older")
    assert "Ash" in desk.text
    await desk.click("Bring it back")
    assert "Ash" in desk.text
    await desk.drafts()
    assert "**Ash**" in desk.text
    assert desk.buttons["Discarded (5)"]
    others = Desk(world, world.other_writer)
    await others.drafts()
    assert others.buttons == {}


@pytest.mark.usefixtures("unticking")
async def test_a_draft_that_came_back_is_held_as_long_as_another(world: World) -> None:
    desk = Desk(world, world.writer)
    await desk.submit(story(20))
    await desk.click("Discard")
    await world.env.advance_time(89 * 24 * 3_600)
    await desk.drafts()
    await desk.click("Discarded (1)")
    await desk.click("Bring it back")
    await world.env.advance_time(3 * 24 * 3_600)
    assert len(await world.drafts_of(world.writer.id)) == 1
    await world.env.advance_time(90 * 24 * 3_600)
    assert await world.drafts_of(world.writer.id) == []


async def test_what_stands_again_is_no_discarded_draft(world: World) -> None:
    entry = await world.enter(await world.open_round(), post())
    moderator = Desk(world, world.moderator)
    moderator.keep(await moderator.who.slash(world.channel, "entry remove", entry=str(entry.id)))
    moderator.keep(await moderator.who.slash(world.channel, "entry restore", entry=str(entry.id)))
    desk = Desk(world, world.writer)
    await desk.drafts()
    assert desk.buttons == {}, "its draft says what the entry does"

"""Rounds that ask for more than a number of words: from the moderator's option to the writer's preview."""

import pytest

from bot.domain.text.conventions import Convention
from tests.discord.chair import Chair
from tests.discord.conftest import World, shown
from tests.discord.desk import Desk, story


@pytest.fixture
def chair(world: World) -> Chair:
    return Chair(world, world.moderator)


@pytest.fixture
async def desk(world: World) -> Desk:
    await world.settle(required=())
    return Desk(world, world.writer)


async def test_a_221b_ends_in_b(chair: Chair, desk: Desk, world: World) -> None:
    await chair.open(words="221b")
    await desk.submit(f"Title: Kettle\n\n{story(220)} snow")
    assert "A 221B ends in a word that starts with b; this one ends in “snow”." in desk.text
    assert desk.buttons["Hand in"] is False
    await desk.submit(f"Title: Kettle\n\n{story(220)} “*Boots*.”")
    await desk.click("Hand in")
    assert "221 words" in shown(world.channel.last_message)


@pytest.mark.parametrize(("words", "off"), [(49, "51 too few"), (151, "49 too few"), (149, "49 too many")])
async def test_how_far_the_nearest_multiple_is(chair: Chair, desk: Desk, words: int, off: str) -> None:
    await chair.open(words="x100 +-5")
    await desk.submit(f"Title: Kettle\n\n{story(words)}")
    assert f"That is {off}." in desk.text


@pytest.mark.parametrize(
    ("words", "off"),
    [
        (130, "30 too many for 100"),
        (180, "20 too few for 200"),
        (150, "50 too many for 100 and 50 too few for 200"),
    ],
)
async def test_of_a_choice_the_nearest_is_named(chair: Chair, desk: Desk, words: int, off: str) -> None:
    await chair.open(words="100 or 200")
    await desk.submit(f"Title: Kettle\n\n{story(words)}")
    assert f"this round takes 100 or 200 words. That is {off}." in desk.text


async def test_a_story_may_keep_any_count_of_a_choice(chair: Chair, desk: Desk, world: World) -> None:
    await chair.open(words="drabble, double drabble or 221b")
    assert "exactly 200 words (double drabble)" in shown(world.channel.last_message)
    await desk.submit(f"Title: Kettle\n\n{story(221)}")
    assert "A 221B ends in a word that starts with b" in desk.text
    await desk.submit(f"Title: Kettle\n\n{story(200)}")
    await desk.click("Hand in")
    assert "200 words" in shown(world.channel.last_message)


async def test_so_many_sections_are_asked_for(chair: Chair, desk: Desk, world: World) -> None:
    await chair.open(words="3 drabbles")
    await desk.submit("Title: Kettle\n\n" + "\n\n***\n\n".join(map(story, (100, 100))))
    assert "I found 2 sections; this round takes 3 sections of exactly 100 words each." in desk.text
    await desk.submit("Title: Kettle\n\n" + "\n\n***\n\n".join(map(story, (100, 100, 99))))
    assert "Section 3 has 99 words" in desk.text
    await desk.submit("Title: Kettle\n\n" + "\n\n***\n\n".join(map(story, (100, 100, 100))))
    await desk.click("Hand in")
    assert "300 words" in shown(world.channel.last_message)


async def test_the_section_of_a_series_that_is_off_is_named(chair: Chair, desk: Desk, world: World) -> None:
    await chair.open(words="drabble series")
    text = "\n\n***\n\n".join(map(story, (100, 100, 98)))
    await desk.submit(f"Title: Kettle\n\n{text}")
    assert "Section 3 has 98 words; each of the 3 sections takes exactly 100 words." in desk.text
    assert desk.buttons["Hand in"] is False
    await desk.submit(f"Title: Kettle\n\n{text} came down")
    await desk.click("Hand in")
    assert "300 words" in shown(world.channel.last_message)


async def test_a_series_without_breaks_is_told_how_to_make_them(chair: Chair, desk: Desk) -> None:
    await chair.open(words="drabble series")
    await desk.submit(story(300))
    assert "I found one section, with 300 words" in desk.text
    assert "`***` starts a new section" in desk.text


async def test_many_sections_that_are_off_fit_the_preview(chair: Chair, desk: Desk) -> None:
    await chair.open(words="drabble series")
    await desk.submit("\n***\n".join(["It rained all night."] * 100))
    assert "Section 1 has 4 words, section 2 has 4 words, section 3 has 4 words, and 97 more are off too" in desk.text


async def test_a_title_counts_where_the_round_says_so(chair: Chair, desk: Desk, world: World) -> None:
    await chair.propose(count_title=True)
    assert "exactly 100 words (drabble), the title counted in" in chair.text
    await chair.click("Open the round")
    assert "the title counted in" in shown(world.channel.last_message)
    await desk.submit(f"Title: The Kettle\n\n{story(98)}")
    assert "**Words**: 100, the title counted in" in desk.text
    await desk.click("Hand in")
    assert "with 100 words" in desk.text
    assert "100 words" in shown(world.channel.last_message)
    await chair.slash("close")
    await chair.click("Close it now")
    assert "100 words" in shown(world.channel.last_message)


async def test_the_prompt_word_has_to_appear(chair: Chair, desk: Desk, world: World) -> None:
    await chair.propose(words="anything", prompt_word="first frost")
    assert "**In the story**: “first frost”, in any of its forms" in chair.text
    await chair.click("Open the round")
    assert "“first frost”, in any of its forms" in shown(world.channel.last_message)
    await chair.slash("show")
    assert "“first frost”" in chair.text
    await desk.submit("Title: First frost\n\nThe frost came first.")
    assert "This round asks for “first frost” in the story" in desk.text
    assert desk.buttons["Hand in"] is False
    await desk.submit("Title: Ice\n\nAll night the gulls called, and then the First\nFrosts came.")
    await desk.click("Hand in")
    assert "Frosts came." in shown(world.channel.last_message)


async def test_a_prompt_word_is_as_hidden_as_its_prompt(chair: Chair, world: World) -> None:
    await chair.open(prompt_word="frost", hide_prompt=True)
    assert "||“frost”, in any of its forms||" in shown(world.channel.last_message)


async def test_a_prompt_word_of_a_round_to_come_is_for_moderators(chair: Chair, world: World) -> None:
    round_ = await chair.open(prompt_word="kettle", opens="in 2 days")
    await chair.slash("show", round=str(round_.id))
    assert "“kettle”" in chair.text
    reader = Chair(world, world.reader)
    await reader.slash("show", round=str(round_.id))
    assert "kettle" not in reader.text


async def test_a_prompt_word_can_be_taken_back(chair: Chair) -> None:
    await chair.open(prompt_word="frost")
    await chair.fill(await chair.slash("edit", prompt_word="-"))
    await chair.click("Save the change")
    assert (await chair.round()).plan.prompt_word is None
    await chair.slash("edit", prompt_word="♥")
    assert "I find no word in “♥”" in chair.text


async def test_a_count_is_explained_where_it_matters(chair: Chair, desk: Desk) -> None:
    await chair.open(words="100")
    await desk.submit(f"Title: Kettle\nWords: 100\n\n{story(100)}")
    assert "Ways of counting" not in desk.text
    await desk.submit(f"Title: Kettle\n\n{story(99)} –")
    assert (
        "-# Ways of counting: 99 as the Archive of Our Own counts, 100 as word processors count, 99 with" in desk.text
    )
    assert "-# 1 dash standing alone, which only word processors count (“–”)" in desk.text


async def test_another_count_is_told_once(chair: Chair, desk: Desk) -> None:
    await chair.open(words="anything")
    await desk.submit(f"Title: Kettle\n\n{story(99)} –")
    assert "**Words**: 99 (100 as word processors count)" in desk.text
    await desk.submit(f"Title: Kettle\nWords: 98\n\n{story(99)} –")
    assert desk.text.count("100 as word processors count") == 1


async def test_the_preview_tells_of_the_text_from_top_to_bottom_and_then_of_the_round(chair: Chair, desk: Desk) -> None:
    await chair.open(words="anything")
    await desk.submit(f"Title: Kettle\n\n{story(99)}\n\nA/N: Thanks to Ana.")
    places = [desk.text.index(said) for said in ("**Story**", "Thanks to Ana.", "**Round**", "Saved in")]
    assert places == sorted(places)


async def test_a_number_that_is_off_is_explained_by_whichever_convention_it_is(chair: Chair, desk: Desk) -> None:
    await chair.open(words="anything")
    await desk.submit(f"Title: Kettle\nWords: 100\n\n{story(100)} –")
    assert "Ways of counting" not in desk.text
    await desk.submit(f"Title: Kettle\nWords: 101\n\n{story(100)} –")
    assert "-# The header's 101 is what word processors count" in desk.text


async def test_a_server_may_count_hyphenated_words_as_their_parts(chair: Chair, desk: Desk, world: World) -> None:
    await world.settle(convention=Convention.HYPHENS_SPLIT)
    await chair.open(words="100")
    assert "exactly 100 words, with hyphenated words counted as their parts" in shown(world.channel.last_message)
    await desk.submit(f"Title: Kettle\n\n{story(98)} well-worn")
    assert "**Words**: 100\n" in desk.text
    assert "-# Ways of counting: 99 as the Archive of Our Own counts" in desk.text
    await desk.click("Hand in")
    assert "100 words" in shown(world.channel.last_message)

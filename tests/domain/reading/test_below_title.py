"""A title with facts right below it that have no names, and a gap between these and the story."""

import pytest

from bot.domain.header.field import Field
from bot.domain.header.rating import Rating
from bot.domain.reading import manuscript

STORY = " ".join(["The keeper counted gulls until the old lamp went out."] * 10)


@pytest.mark.parametrize(
    ("facts", "rating"),
    [
        ("PG-13, 100 words", Rating.TEEN),
        ("G\n100 words", Rating.GENERAL),
        ("100 words\nM", Rating.MATURE),
        ("Lamps, T, 100 words", Rating.TEEN),
        ("100 words, gen", Rating.NOT_RATED),
        ("Explicit, 100 words", Rating.EXPLICIT),
        ("*NC-17; 100 words*", Rating.EXPLICIT),
        ("-# Ana/Ben, E, 100 words", Rating.EXPLICIT),
        ("E / 100", Rating.EXPLICIT),
        ("E | 100 words", Rating.EXPLICIT),
        ("100 words\nE", Rating.EXPLICIT),
        ("Ana & Ben\nE, 100 words", Rating.EXPLICIT),
        ("Ana/Ben, gen\nE, 100 words", Rating.EXPLICIT),
        ("by Ruth\nM, 100 words", Rating.MATURE),
        ("NSFW, 100 words, CW blood", Rating.EXPLICIT),
        ("[Explicit] [100 words]", Rating.EXPLICIT),
        ("100 words (explicit)", Rating.EXPLICIT),
        ("||E|| 100 words", Rating.EXPLICIT),
        ("Explicit", Rating.EXPLICIT),
        ("drabble, mature", Rating.MATURE),
    ],
)
def test_facts_below_a_title_are_a_header(facts: str, rating: Rating) -> None:
    for title in ("Kettle", "**Kettle**"):
        read = manuscript.parse(f"{title}\n{facts}\n\n{STORY}")
        assert read.story == STORY
        assert read.header.get(Field.TITLE) == "Kettle"
        assert read.header.rating is rating
        assert read.header.declared_words == (100 if "100" in facts else None)


@pytest.mark.parametrize("opening", ["Kettle\n\n{}", "{}", "Title: Kettle\n\n{}"])
@pytest.mark.parametrize(
    "facts", ["Explicit, 100 words", "E | Ana/Ben | 100", "E / 100", "(Ana/Ben, NC-17, 100 words)"]
)
def test_a_gap_may_be_above_them_and_no_title(opening: str, facts: str) -> None:
    read = manuscript.parse(f"{opening.format(facts)}\n\n{STORY}")
    assert read.story == STORY
    assert read.header.rating is Rating.EXPLICIT


@pytest.mark.parametrize(
    "opening",
    [
        "Kettle\nFive, six, and then the lamp",
        "Nobody spoke\nEveryone",
        "Kettle\nAna & Ben, and a lamp",
        "Room\n102",
        "She read the sign\nAdults, 100 steps",
        "They left\nA hundred words, and all of them his",
    ],
)
def test_lines_that_only_look_like_facts_say_nothing_of_the_story(opening: str) -> None:
    read = manuscript.parse(f"{opening}\n\n{STORY}")
    assert (read.header.rating, read.header.declared_words) == (Rating.NOT_RATED, None)
    assert {each for each, _ in read.header.fields} <= {Field.TITLE, Field.CHARACTERS, Field.NOTES}
    assert read.story.endswith(STORY)


@pytest.mark.parametrize(
    "head",
    [
        "🔞 Rating 🔞\nTitle: Kettle",
        "Title: Kettle\n🔞🔞🔞",
        "Title: Kettle\n|| Rating || Explicit ||",
        "Title: Kettle\n**Rated** 🔞",
        "Title: Kettle 🔞",
        "-# 🔞 minors DNI",
        "Title: Kettle\n🔞 100 words",
        "Kettle\n100 words 🔞",
        "Title: Kettle\nWords: 100 (NSFW)",
        "18+ only, MDNI",
    ],
)
def test_a_sign_of_an_explicit_story_may_stand_around_its_name(head: str) -> None:
    read = manuscript.parse(f"{head}\n\n{STORY}")
    assert read.story == STORY
    assert read.header.rating is Rating.EXPLICIT


@pytest.mark.parametrize("name", ["Story:", "[story]", "Summary:", "Title:"])
def test_a_single_paragraph_right_below_a_bare_name_is_the_story(name: str) -> None:
    read = manuscript.parse(f"Title: Kettle\nRating: G\n{name}\n{STORY}")
    assert read.story == STORY
    assert read.header.rating is Rating.GENERAL


GERMAN = "Als der letzte Zug fort war, blieb Marten stehen.\n\n»Du hast ihn verpasst«, sagte die Frau am Kiosk.\n\n" * 3


@pytest.mark.parametrize("title", ["# Ebbe", "## am wasser", "### was bleibt, und wem"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_heading_of_discord_is_a_title_above_a_story_in_any_language(title: str, gap: str) -> None:
    for story in (STORY, GERMAN.strip()):
        assert manuscript.parse(f"{title}{gap}{story}").story == story


@pytest.mark.parametrize(
    "title", ["Team Slash: Low Tide (mild)", "TEAM GEN: Low Tide (explicit)", "Team Salt: Low Tide"]
)
def test_a_teams_title_is_no_story(title: str) -> None:
    for story in (STORY, GERMAN.strip()):
        read = manuscript.parse(f"{title}\n\n{story}")
        assert (read.header.get(Field.TITLE), read.story) == ("Low Tide", story)

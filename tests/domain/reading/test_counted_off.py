"""Drabbles that their number of words tells apart, whatever stands between them."""

import pytest

from bot.domain.header.field import Field
from bot.domain.reading import heading, line, manuscript, section
from bot.domain.text.conventions import Convention

DRABBLES = ["\n\n".join([f"The {who} counted gulls until the old lamp went out."] * 10) for who in ("keeper", "child")]
FIRST, SECOND = DRABBLES
HEADERS = ["", "Title: Water\nFandom: none\n\n"]

TITLES = ["lamp", "Lamp, Lit", "1941", "Who?", "Lamp:", "the blue lamp", "Oh no!", "gulls & rope", "lamp (100 words)"]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_any_short_line_above_drabbles_of_one_form_is_a_title(title: str, header: str, gap: str) -> None:
    text = f"{header}{title}{gap}{FIRST}\n\nglove{gap}{SECOND}"
    assert manuscript.parse(text).counts[Convention.AO3] == 200
    first, second = map(manuscript.of, manuscript.stories(text))
    assert [first.story, second.story] == DRABBLES
    assert first.header.get(Field.TITLE) == title.removesuffix(":").removesuffix(" (100 words)")
    assert second.header.get(Field.TITLE) == "glove"


FEET = ["(100 words)", "100 words", "exactly 100!", "The End", "Thanks for reading!", "~ fin ~"]
MARKS = ["⁂", "🌙🌙🌙", "♥ ♥ ♥", "❄️", "❄️ ❄️", "✦"]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("foot", [*FEET, *MARKS])
def test_the_foot_of_a_drabble_or_marks_part_it_from_the_next(foot: str, header: str) -> None:
    for below in ("", "" if foot in MARKS else f"\n\n{foot}", "\n\nA/N: Thanks, Ben."):
        text = f"{header}{FIRST}\n\n{foot}\n\n{SECOND}{below}"
        assert manuscript.parse(text).counts[Convention.AO3] == 200
        assert [manuscript.of(each).story for each in manuscript.stories(text)] == DRABBLES


def test_the_count_at_the_foot_of_each_drabble_is_its_own() -> None:
    text = f"Title: Water\n\n{FIRST}\n\n(100 words)\n\n{SECOND}\n\n(100 words)"
    assert [manuscript.of(each).header.declared_words for each in manuscript.stories(text)] == [100, 100]
    assert manuscript.parse(text).header.declared_words == 200


@pytest.mark.parametrize("title", ["1", "lamp", "Tuesday"])
def test_what_names_the_first_drabble_alone_is_no_header(title: str) -> None:
    text = f"{title}\n\n{FIRST}\n\n(100 words)\n\n{SECOND}".replace(".\n\nThe", ". The")
    assert manuscript.parse(text).story == text


@pytest.mark.parametrize("total", ["200", "two hundred words!"])
def test_the_total_below_drabbles_with_titles_is_a_count(total: str) -> None:
    read = manuscript.parse(f"Title: Water\n\nlamp\n\n{FIRST}\n\nglove\n\n{SECOND}\n\n{total}")
    assert (read.counts[Convention.AO3], read.header.declared_words) == (200, 200)


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("between", ["Second drabble:", "And another:", "(100 words)\n\nglove", "The End\n\nglove"])
def test_what_leads_over_to_the_next_drabble_is_none_of_its_words(between: str, header: str) -> None:
    text = f"{header}{FIRST}\n\n{between}\n\n{SECOND}"
    assert section.sections(manuscript.parse(text).story) == (FIRST, SECOND)
    assert section.naming(manuscript.parse(text).story) == between.split("\n\n")


@pytest.mark.parametrize(
    ("between", "above", "below"),
    [
        *[("She waved.", 0, 0), ("“Who?”", 0, 0), ("Nobody came, and", 1, 0), ("lamp", 0, 1), ("", 0, 0)],
        *[("Who?", 1, 0), ("The rope hung still; nothing,", 0, 0), ("lamp\n\nglove\n\nrope\n\ngull", 0, 0)],
    ],
)
def test_a_short_line_of_one_story_is_the_storys(between: str, above: int, below: int) -> None:
    story = f"{FIRST}{' Oh.' * above}\n\n{between}\n\n{SECOND}{' Oh.' * below}"
    text = f"Title: Water\n\n{story}"
    assert manuscript.stories(text) == ()
    assert section.counted(manuscript.parse(text).story) == story


@pytest.mark.parametrize("mark", MARKS)
def test_marks_inside_one_drabble_are_a_scene_break(mark: str) -> None:
    scenes = FIRST.replace("\n\n", f"\n\n{mark}\n\n", 1)
    text = f"Title: Water\n\n{scenes}"
    assert manuscript.stories(text) == ()


def test_a_rating_below_such_a_title_is_not_lost() -> None:
    read = manuscript.parse(f"Title: Water\n\nlamp\nRating: G\n\n{FIRST}\n\nWho?\nRating: E\n\n{SECOND}")
    assert (read.header.rating.name, read.counts[Convention.AO3]) == ("EXPLICIT", 200)


def test_each_field_between_two_drabbles_comes_once() -> None:
    text = f"{FIRST}\n\nTitle: Glove\nRating: G\nPairing: Ana/Ben\n\n{SECOND}"
    (between,) = heading.drabbles(line.read(text), 0)
    assert between.fields == ((Field.TITLE, "Glove"), (Field.RATING, "G"), (Field.PAIRING, "Ana/Ben"))

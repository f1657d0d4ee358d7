"""Titles, with a count or without, that part the stories of one text."""

import pytest

from bot.domain.header.field import Field
from bot.domain.reading import manuscript
from bot.domain.text.conventions import Convention
from tests.domain.reading.test_heading import RAIN, SNOW, WORDS

GULLS = " ".join(["The keeper counted gulls until the old lamp went out."] * 10)
ABOVE = ["Title: Two Waters\nFandom: Harbour", "Two Waters\nby Ruth"]
TITLED = [("Harbour", "Tram"), ("**Harbour**", "**Tram**"), ("# Harbour", "# Tram"), ("MONDAY", "TUESDAY")]


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("titles", TITLED)
@pytest.mark.parametrize("between", ["", "***\n\n"])
def test_a_titled_drabble_that_misses_its_form_is_a_section_all_the_same(
    above: str, titles: tuple[str, str], between: str
) -> None:
    first, second = (f"{GULLS} {rest}" for rest in ("Nobody came at all.", "Rain."))
    story = f"{titles[0]}\n\n{first}\n\n{between}{titles[1]}\n\n{second}"
    read = manuscript.parse(f"{above}\n\n{story}")
    assert read.story == story
    assert (read.header.get(Field.TITLE), read.counts[Convention.AO3]) == ("Two Waters", 205)


@pytest.mark.parametrize("between", ["For Ana", "Words: 100", "Tags: rain", "Love, Ana", "Read more"])
def test_a_byline_is_no_title_of_a_section(between: str) -> None:
    story = f"{GULLS}\n\n{between}\n\n{GULLS}"
    read = manuscript.parse(f"Two Waters\nby Ruth\n\n{story}")
    assert (read.story, read.header.get(Field.AUTHOR)) == (story, "Ruth")


def test_a_byline_below_a_gap_is_no_title_of_the_first_section() -> None:
    story = f"{RAIN}\n\n***\n\nTram\n\n{SNOW}"
    read = manuscript.parse(f"Low Tide\n\nBy Ruth\n\n{story}")
    assert (read.story, read.header.get(Field.AUTHOR)) == (story, "Ruth")


def test_a_title_above_stories_with_fields_is_the_headers() -> None:
    read = manuscript.parse(f"Chapter 1: Rain\n\n{GULLS}\n\nTitle: Snow\n\n{GULLS} Rain.")
    assert (read.header.get(Field.TITLE), read.story.startswith(GULLS)) == ("Rain", True)


def test_drabbles_may_have_their_words_by_any_way_to_count() -> None:
    parts = [f"{'The lamp — the old one — went out. ' * 11}Rain." for _ in range(2)]
    read = manuscript.parse(f"Title: Two\n\nHarbour\n\n{parts[0]}\n\nTram\n\n{parts[1]}")
    assert read.counts[Convention.WHITESPACE] == 200


@pytest.mark.parametrize(
    "foot",
    [
        *("The End", "END OF PART ONE", "#rain #gulls", "Tags: rain", "Thank you for reading!", "For Ana, who asked."),
        *("Feedback is love.", "(100 words)\n\nThe End", "A/N: Thanks, Ben.\n\n***", "The End\n\n(100 words)\n\n~~~"),
    ],
)
def test_what_stands_below_a_story_is_no_word_of_it_above_another(foot: str) -> None:
    text = f"Title: Rain\nRating: G\n\n{RAIN}\n\n{foot}\n\nTitle: Snow\nRating: G\n\n{SNOW}"
    assert [manuscript.of(each).story for each in manuscript.stories(text)] == [RAIN, SNOW]
    read = manuscript.parse(text)
    assert foot.partition("\n")[0] in read.story
    assert read.counts[Convention.AO3] == 2 * WORDS


@pytest.mark.parametrize("own", ["FSK: 12", "Mother: Ana", "Mood: blue"])
def test_a_field_of_a_name_of_ones_own_is_of_each_storys_header(own: str) -> None:
    text = f"Title: Rain\n{own}\n\n{RAIN}\n\nTitle: Snow\n{own}\n\n{SNOW}"
    assert [manuscript.of(each).story for each in manuscript.stories(text)] == [RAIN, SNOW]
    assert manuscript.parse(text).counts[Convention.AO3] == 2 * WORDS


COUNTED = [
    ("1. Flour ({} words)", "2. Sugar ({} words)"),
    ("FLOUR | Harbour | G | {} words", "SUGAR | Harbour | G | {} words"),
    ("**Flour** ({} words)", "**Sugar** ({} words)"),
]


@pytest.mark.parametrize("header", ["Title: Baking\nFandom: Harbour\nRating: G\n\n", "Two for the baking week\n\n"])
@pytest.mark.parametrize("titles", COUNTED)
def test_a_title_with_a_count_parts_stories_of_any_length(titles: tuple[str, str], header: str) -> None:
    first, second = RAIN, f"{SNOW}\n\nNobody swept it up until the Thursday."
    above, below = (title.format(len(story.split())) for title, story in zip(titles, (first, second), strict=True))
    text = f"{header}{above}\n\n{first}\n\n{below}\n\n{second}\n\nThat’s all I have! Back to work now :("
    stories = [manuscript.of(each) for each in manuscript.stories(text)]
    assert [each.story for each in stories] == [first, second]
    assert (stories[1].header.get(Field.TITLE) or "").casefold() == "sugar"


def test_a_line_of_a_story_that_counts_words_parts_nothing() -> None:
    text = f"Title: Baking\nFandom: Harbour\n\n{RAIN}\n\nHe had 60 words left, and a knife.\n\n{SNOW}"
    assert manuscript.stories(text) == ()


SUGAR = "Sugar, Harbour, PG, {count} words, for whoever asked for it."


def test_a_long_sentence_names_no_story_unless_it_has_a_number() -> None:
    counted = f"Title: Rain\n\n{RAIN}\n\n{SUGAR.format(count=45)}\n\n{SNOW}"
    assert len(manuscript.stories(counted)) == 2
    assert manuscript.stories(counted.replace("45 words", "few words")) == ()

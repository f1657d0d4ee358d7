"""What readers go by, beside a title and among tags."""

import pytest

from bot.domain.header.field import Field
from bot.domain.header.rating import Rating
from bot.domain.reading import caution, manuscript, section

TENTH = "The keeper counted gulls until the old lamp went out."
STORY = "\n\n".join([TENTH] * 10)
SHORTER = "\n\n".join([TENTH] * 7)

PLACES = [
    "{line}\n\n{story}",
    "Title: Two\n\nHarbour\n\n{story}\n\n{line}\n\n{story}",
    "Title: Two\n\n{story}\n\n***\n\n{line}\n\n{shorter}",
    "{story}\n\n***\n\n**{line}**\n\n{shorter}",
]

EXPLICIT = [
    *("Snow [explicit]", "Snow (explicit)", "Platform, NSFW", "Low Tide - Explicit", "Low Tide | E", "Low Tide / smut"),
    *("Low Tide · NSFW", "Snow: 18+", "Low Tide, rated explicit", "Low Tide (explicit, 100 words)", "Snow [Rating: E]"),
    *("[NSFW] Snow", "(Explicit) Snow", "Snow — NC-17", "Low Tide ~ Explicit ~", "Snow (nsfw!)", "Schnee [explizit]"),
]


@pytest.mark.parametrize("line", EXPLICIT)
def test_a_rating_beside_any_title_holds_for_the_post(line: str) -> None:
    for place in PLACES:
        read = manuscript.parse(place.format(line=line, story=STORY, shorter=SHORTER))
        assert read.header.rating is Rating.EXPLICIT, place


@pytest.mark.parametrize("line", ["Snow [M]", "Snow - mature", "Low Tide — rated M", "Low Tide | M", "Snow (rated R)"])
def test_a_mature_one_does_too(line: str) -> None:
    for place in PLACES:
        assert manuscript.parse(place.format(line=line, story=STORY, shorter=SHORTER)).header.rating is Rating.MATURE


WARNED = [
    *("Platform [TW: gore]", "Platform (CW death)", "Low Tide - CW death", "Snow - cw: gore", "Snow (TW blood, death)"),
    *("[CW: gore] Snow", "Platform | content warning: blood", "Snow [warning: death]", "Snow, CW: gore"),
]


@pytest.mark.parametrize("line", WARNED)
def test_a_warning_beside_any_title_does_too(line: str) -> None:
    for place in PLACES:
        assert manuscript.parse(place.format(line=line, story=STORY, shorter=SHORTER)).header.under_cut, place


def test_such_a_title_is_no_word_of_its_section() -> None:
    read = manuscript.parse(f"Title: Two\n\nHarbour\n\n{STORY}\n\nSnow [explicit]\n\n{STORY}")
    assert set(read.counts.values()) == {200}


@pytest.mark.parametrize("line", ["Snow [explicit]", "**Low Tide | M**", "Platform (CW death)", "Part Two (NSFW)"])
def test_such_a_title_parts_stories_of_any_length(line: str) -> None:
    text = f"Title: Two\n\n{STORY}\n\n{line}\n\n{SHORTER}"
    assert section.sections(manuscript.parse(text).story) == (STORY, SHORTER)
    assert [manuscript.of(each).story for each in manuscript.stories(text)] == [STORY, SHORTER]


TITLES = ["The Explicit Truth", "Explicit Orders", "Mature Oaks", "Low Tide - Explicitly", "Low Tide, Again", "Plan B"]


@pytest.mark.parametrize("line", [*TITLES, "She was, explicit or not, gone.", "Low Tide (for Ruth)", "Adults, Alone"])
def test_a_title_with_such_a_word_in_it_says_nothing(line: str) -> None:
    for place in PLACES:
        header = manuscript.parse(place.format(line=line, story=STORY, shorter=SHORTER)).header
        assert (header.rating, header.under_cut) == (Rating.NOT_RATED, False), place


TAGS = [
    *("Tags: nsfw", "tags: angst, explicit", "#nsfw #angst", "#rain, #smut", "Additional Tags: NSFW", "Keywords: nsfw"),
    *(
        "**Tags:** nsfw",
        "-# tags: nsfw",
        "-# #nsfw",
        "Genre: smut",
        "||Tags: nsfw||",
        "*#nsfw #rain*",
        "Freeform tags: NSFW",
    ),
]


@pytest.mark.parametrize("line", TAGS)
@pytest.mark.parametrize(
    "place", ["Title: Two\n{line}\n\n{story}", "Title: Two\n\n{story}\n\n{line}", "{story}\n{line}"]
)
def test_a_rating_among_tags_is_one_at_either_end(line: str, place: str) -> None:
    read = manuscript.parse(place.format(line=line, story=STORY))
    assert (read.story, read.header.rating) == (STORY, Rating.EXPLICIT)


def test_its_value_stands_without_the_spaces_around_it() -> None:
    read = manuscript.parse(f"“Low Tide” (Ana/Ines, PG, 100 words)\n\n{STORY}\n\nA/N: lamps\n")
    assert manuscript.parse(manuscript.render(read)).header == read.header
    assert all(value == value.strip() for _, value in read.header.fields)


def test_one_among_other_facts_does_too() -> None:
    assert caution.beside_title("“The Lamp” (Ana/Ines, PG, 100 words)") == ("The Lamp", (Field.RATING, "PG"))

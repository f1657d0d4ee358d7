"""Several stories in one text, and the titles of a series' sections."""

import pytest

from bot.domain.header.field import Field
from bot.domain.header.rating import Rating
from bot.domain.reading import heading, line, manuscript, section
from bot.domain.text.conventions import Convention
from tests.domain.reading.test_omission import left_out

RAIN = "\n\n".join(["The rain came in over the harbour wall, and nobody there had brought a lamp."] * 3)
SNOW = "\n\n".join(["The snow lay on the platform all night, and the last train forgot to come."] * 3)
FIFTY = [" ".join([word] * 50) for word in ("rain", "snow")]
WORDS = 45
"""Of each of these."""

TWO = [
    f"Title: Rain\nRating: G\n\n{RAIN}\n\nTitle: Snow\nRating: E\n\n{SNOW}",
    f"Title: Rain\n\n{RAIN}\n\n***\n\nTitle: Snow\nRating: E\n\n{SNOW}",
    f"Title: Rain\nWords: 28\n\n{RAIN}\n\nTitle: Snow\nRating: E\nWords: 28\n{SNOW}",
    f"Title: Rain\n\n{RAIN}\n\n(28 words)\n\n---\n\nTitle: Snow\nRating: E\n\n{SNOW}\n\n(28 words)",
    f"Title: Rain\n\n{RAIN}\n\nA/N: wet\n\nTitle: Snow\nRating: E\n\n{SNOW}\n\nA/N: cold",
    f"{RAIN}\n\nTitle: Snow\nRating: E\n\n{SNOW}",
    f"**Title:** Rain\n\n{RAIN}\n\n**Title:** Snow\n**Rating:** E\n\n{SNOW}",
    f"Title: Rain\n\n{RAIN}\nTitle: Snow\nRating: E\n\n{SNOW}",
]


@pytest.mark.parametrize("text", TWO)
def test_a_second_header_opens_a_second_story(text: str) -> None:
    first, second = map(manuscript.of, manuscript.stories(text))
    assert (first.story, second.story) == (RAIN, SNOW)
    assert second.header.get(Field.TITLE) == "Snow"
    assert second.header.get(Field.RATING) == "E"
    assert "Snow" not in [value for _, value in first.header.fields]


@pytest.mark.parametrize(
    "text",
    [
        f"# Rain\n-# 45 words\n\n{RAIN}\n\n# Snow\n-# 45 words\n\n{SNOW}",
        f"**Regen**\n45 Wörter\n\n{RAIN}\n\n**Snow**\n45 Wörter\n\n{SNOW}",
        f"# Rain\n-# 45 words, PG\n{RAIN}\n\n# Snow\n-# 45 words, G\n{SNOW}",
        f"**Rain**\nPG · 45 words\n\n{RAIN}\n\n***\n\n**Snow**\nG · 45 words\n\n{SNOW}",
        f"Rain\nby Ana Salt\n\n{RAIN}\n\n***\n\nSnow\nby Ana Salt\n\n{SNOW}",
    ],
)
def test_so_does_a_title_above_its_count_or_below_a_break_and_above_its_writer(text: str) -> None:
    first, second = map(manuscript.of, manuscript.stories(text))
    assert (first.story.strip(), second.story) == (RAIN, SNOW)
    assert second.header.get(Field.TITLE) == "Snow"


@pytest.mark.parametrize(
    "below", ["-# later, that night", "Ana & Ben, asleep", "*45 words* is what she asked for, no more."]
)
def test_but_not_a_title_above_something_else(below: str) -> None:
    assert not manuscript.stories(f"# Rain\n-# 90 words, PG\n{RAIN}\n\n# Snow\n{below}\n{SNOW}")


@pytest.mark.parametrize("text", TWO)
def test_both_are_sections_of_one_that_is_rated_as_the_stricter(text: str) -> None:
    read = manuscript.parse(text)
    assert section.sections(read.story) == (RAIN, SNOW)
    assert read.counts[Convention.AO3] == 2 * WORDS
    assert "E" in read.header.all(Field.RATING)


@pytest.mark.parametrize("text", TWO)
def test_a_story_that_is_taken_keeps_its_header_and_the_other_is_left_out(text: str) -> None:
    for found, other in zip(manuscript.stories(text), (SNOW, RAIN), strict=True):
        assert manuscript.parse(text, found.bounds) == manuscript.of(found)
        assert other.replace("\n\n", "\n") in "\n".join(left_out(text, found.bounds))


@pytest.mark.parametrize(
    "text",
    [
        f"Title: Rain\nWords: 45\n\n{RAIN}\n\nTitle: Snow\nRating: E; Words: 45\n\n{SNOW}",
        f"Title: Rain\n\n{RAIN}\n\n(45 words)\n\nTitle: Snow\n\n{SNOW}\n\n(45 words)",
        f"Title: Rain\nWords: forty-five\n\n{RAIN}\n\n***\n\nTitle: Snow\n\n{SNOW}\n\nwc 45",
        f"Rain (45 words)\n\n{RAIN}\n\nTitle: Snow\nWords: 45\n\n{SNOW}",
        f"Title: Rain\nWords: 90\n\n{RAIN}\n\nTitle: Snow\n\n{SNOW}",
    ],
)
def test_counts_of_all_stories_are_added_up(text: str) -> None:
    assert manuscript.parse(text).header.declared_words == 2 * WORDS
    assert left_out(text) == []
    assert manuscript.of(manuscript.stories(text)[1]).header.declared_words != 2 * WORDS


@pytest.mark.parametrize("ratings", ["EG", "GE"])
def test_the_strictest_rating_of_all_sections_holds_for_all(ratings: str) -> None:
    rain, snow = FIFTY
    titles = [
        f"{number}. {title}\nRating: {rating}"
        for number, title, rating in zip("12", ["Rain", "Snow"], ratings, strict=True)
    ]
    read = manuscript.parse(f"Title: Water\nFandom: none\n\n{titles[0]}\n\n{rain}\n\n{titles[1]}\n\n{snow}")
    assert (read.header.rating, section.sections(read.story)) == (Rating.EXPLICIT, (rain, snow))


@pytest.mark.parametrize(
    "header",
    [
        "Title: Snow 🔞",
        "Title: Snow (NC-17)",
        "Title: Snow\nSummary: It is cold. NSFW",
        "Title: Snow\nNotes: 18+ only",
        "Title: Snow\nGenre: smut",
        "Prompt: snow\nNotes: explicit content",
        "**Snow (NC-17)**",
        "***\n\nSnow (NC-17)",
        "**Snow [explicit]**",
        "2. Snow (18+)",
    ],
)
def test_a_second_story_rated_in_its_title_or_its_notes_rates_both(header: str) -> None:
    rain, snow = FIFTY
    first = "1. Rain" if header.startswith("2") else "Title: Rain"
    text = f"{first}\n\n{rain}\n\n{header}\n\n{snow}"
    assert [found.header.rating for found in manuscript.stories(text)] == [Rating.NOT_RATED, Rating.EXPLICIT]
    assert manuscript.parse(text).header.rating is Rating.EXPLICIT


def test_a_count_behind_a_sections_title_is_a_count() -> None:
    rain, snow = FIFTY
    text = f"Rain (50 words)\n\n{rain}\n\nSnow (50 words)\n\n{snow}"
    assert manuscript.parse(text).header.declared_words == 100
    second = manuscript.of(manuscript.stories(text)[1]).header
    assert (second.get(Field.TITLE), second.declared_words) == ("Snow", 50)


def test_what_the_first_header_says_of_both_holds_for_the_second() -> None:
    text = f"Title: Rain\nFandom: Harbour\nWarnings: storm\nSummary: Wet.\n\n{RAIN}\n\nTitle: Snow\n\n{SNOW}"
    second = manuscript.of(manuscript.stories(text)[1]).header
    assert [value for _, value in second.fields] == ["Snow", "Harbour", "storm"]


@pytest.mark.parametrize("prompts", [("Prompt: rain", "Prompt: snow"), ("Title: Rain", "Prompt: snow")])
def test_a_prompt_opens_a_story(prompts: tuple[str, str]) -> None:
    text = f"{prompts[0]}\n\n{RAIN}\n\n{prompts[1]}\n\n{SNOW}"
    assert [each.story.strip() for each in manuscript.stories(text)] == [RAIN, SNOW]


@pytest.mark.parametrize(
    "line",
    [
        "Title: that was the thing she had never had, and the harbour had none to give her.",
        "Prompt: the card said nothing else.",
        "Notes: wet",
        "Disclaimer: the management is not liable.",
        "Warning: mind the gulls",
        "Rating: five of five",
        'Title: "Snow," said the card.',
        "***",
        "Snow",
    ],
)
def test_one_story_is_one(line: str) -> None:
    assert manuscript.stories(f"Title: Rain\n\n{RAIN}\n\n{line}\n\n{SNOW}") == ()


@pytest.mark.parametrize("foot", ["", "\n\nA/N: Thanks, Ben.", "\n\n(50 words)"])
def test_two_drabbles_with_only_a_rule_between_are_two(foot: str) -> None:
    rain, snow = (" ".join([word] * 50) for word in ("rain", "snow"))
    text = f"Title: Water\n\n{rain}\n\n***\n\n{snow}{foot}"
    first, second = map(manuscript.of, manuscript.stories(text))
    assert (first.story, second.story) == (rain, snow)
    assert [each.header.get(Field.TITLE) for each in (first, second)] == ["Water", "Water"]
    assert manuscript.parse(text).counts[Convention.AO3] == 100
    assert manuscript.stories(f"{text} and more") == () or foot


BETWEEN = [
    *[("1.", "2."), ("1", "2"), ("I", "II"), ("i)", "ii)"), ("One", "Two"), ("1/2", "2/2"), ("Part One", "Part Two")],
    *[("**Harbour**", "**Platform**"), ("# Harbour", "# Platform"), ("1. Harbour", "2. Platform")],
    *[("The Harbour", "The Platform"), ("Chapter 1: Harbour", "Chapter 2: Platform"), ("", "2."), ("", "__Platform__")],
    *[
        ("Harbour (50 words)", "Platform (50 words)"),
        ("1. Harbour (50 words)", "2. Platform (50 words)"),
        ("", "Rating: E"),
        ("", "Fandom: Harbour"),
    ],
    *[("Harbour\nRating: G", "Platform\nRating: E"), ("1. Harbour\nRating: G", "2. Platform\nRating: E")],
    *[("Harbour\nby Ruth", "Platform\nby Ben"), ("", "NSFW"), ("", "CW death"), ("", "***\n\nCW death")],
]
"""What stands above the first of two drabbles and above the second, without a rule between."""


@pytest.mark.parametrize(("first", "second"), BETWEEN)
@pytest.mark.parametrize("foot", ["", "\n\nA/N: Thanks, Ben."])
def test_drabbles_are_told_apart_by_what_names_them(first: str, second: str, foot: str) -> None:
    rain, snow = FIFTY
    text = f"Title: Water\nFandom: none\n\n{first}\n\n{rain}\n\n{second}\n\n{snow}{foot}"
    read = manuscript.parse(text)
    assert section.sections(read.story) == (rain, snow)
    assert read.story.startswith(first or rain)
    assert "Rating: E" not in second or read.header.rating is Rating.EXPLICIT
    assert "CW" not in second or read.header.under_cut
    assert (read.counts[Convention.AO3], read.header.get(Field.TITLE)) == (100, "Water")
    assert [manuscript.of(each).story for each in manuscript.stories(text)] == [rain, snow]


@pytest.mark.parametrize(("first", "second"), [("**Harbour**", "**Platform**"), ("1. Harbour", "2. Platform")])
def test_a_title_may_stand_right_above_its_drabble_and_is_its_own(first: str, second: str) -> None:
    rain, snow = FIFTY
    text = f"Title: Water\nFandom: none\n\n{first}\n{rain}\n\n{second}\n{snow}"
    assert section.sections(manuscript.parse(text).story) == (rain, snow)
    titles = [each.header.get(Field.TITLE) for each in manuscript.stories(text)]
    assert titles == [first.strip("*"), second.strip("*")]


@pytest.mark.parametrize(
    ("between", "words"),
    [
        ("Disclaimer: the management is not liable.", (50, 50)),
        ("Fandom: it was all they had.", (50, 50)),
        ("Silence", (50, 49)),
        ("2. Eggs", (50, 45)),
        ("2. He runs.", (50, 50)),
        ("2.", (101, 90)),
    ],
)
def test_a_line_between_parts_of_other_lengths_is_the_storys(between: str, words: tuple[int, int]) -> None:
    rain, snow = (" ".join([word] * number) for word, number in zip(("rain", "snow"), words, strict=True))
    text = f"Title: Water\n\n{rain}\n\n{between}\n\n{snow}"
    assert manuscript.stories(text) == ()
    assert manuscript.parse(text).counts[Convention.AO3] == sum(words) + len(between.split())


def test_a_numbered_drabble_that_misses_its_form_is_a_section_all_the_same() -> None:
    rain, snow = (" ".join([word] * number) for word, number in (("rain", 100), ("snow", 98)))
    read = manuscript.parse(f"Title: Water\n\n1.\n\n{rain}\n\n2.\n\n{snow}")
    assert section.sections(read.story) == (rain, snow)


def test_a_second_header_of_two_fields_opens_even_a_short_story() -> None:
    text = (
        "Title: Rain\nRating: G\n\nIt had rained all the night.\n\nTitle: Snow\nRating: E\n\nNobody had seen the snow."
    )
    assert [each.story.strip() for each in manuscript.stories(text)] == [
        "It had rained all the night.",
        "Nobody had seen the snow.",
    ]


SERIES = [
    f"1. Rain\n\n{RAIN}\n\n***\n\n2. Snow\n\n{SNOW}",
    f"Rain\n\n{RAIN}\n\n***\n\nSnow\n\n{SNOW}",
    f"**rain**\n\n{RAIN}\n\n---\n\n**snow**\n\n{SNOW}",
    f"One: Rain\n\n{RAIN}\n\n~~~\n\nTwo: Snow\n\n{SNOW}",
    f"I.\n\n{RAIN}\n\n***\n\nII.\n\n{SNOW}",
]


@pytest.mark.parametrize("story", SERIES)
def test_a_sections_title_is_none_of_its_words(story: str) -> None:
    assert section.sections(story) == (RAIN, SNOW)
    read = manuscript.parse(f"Title: Water\nFandom: Harbour\n\n{story}")
    assert read.story == story
    assert read.counts[Convention.AO3] == 2 * WORDS


@pytest.mark.parametrize("story", SERIES)
def test_sections_below_titles_and_breaks_are_offered_one_by_one(story: str) -> None:
    text = f"Title: Water\nFandom: Harbour\n\n{story}"
    assert [manuscript.of(each).story for each in manuscript.stories(text)] == [RAIN, SNOW]


SCENES = [
    f"{RAIN}\n\n***\n\n{SNOW}",
    f"Mona\n\n{RAIN}\n\n***\n\nNobody came that night.\n\n{SNOW}",
    f"{RAIN}\n\n***\n\nMona\n\n{SNOW} It was late.",
    f"“Rain?”\n\n{RAIN}\n\n***\n\n“Snow.”\n\n{SNOW}",
]


@pytest.mark.parametrize("story", SCENES)
def test_a_scene_keeps_its_first_line(story: str) -> None:
    assert section.counted(story) == story


def test_a_title_above_fields_is_no_sections() -> None:
    """Scenes below breaks have titles too, and only a header has a title and fields."""
    scenes = f"[At the Mill]\n\n{RAIN}\n*****\n[At the Harbour]\n\n{SNOW}"
    assert heading.headers(line.read(f"Water\n\nDisclaimer: The mill is nobody's.\n\n{scenes}"), 0) == ()


SHARED = [
    ("{title} (50 words) by ines", "Chapters: 1/1\nFandom: Harbour\nRating: Explicit\nSummary: It is wet."),
    ("[{title}](<https://example.org/1>) (50 words) by [ines](<https://example.org/2>)", "Chapters: 1/1\nRating: E"),
    ("{title} (50 words) by ines", "Rating: E"),
    ("**{title}** (50 words) by ines, ruth", "Fandom: Harbour"),
    ("{title} (50 words) by ines", "\nChapters: 1/1\nRating: E"),
    ("{title} (50 words) by ines", ""),
]


@pytest.mark.parametrize(("name", "fields"), SHARED)
def test_a_second_story_as_an_archive_shares_it_keeps_its_name(name: str, fields: str) -> None:
    headers = ["\n".join(filter(None, (name.format(title=title), fields))) for title in ("Rain", "Snow")]
    text = "\n\n".join(each for pair in zip(headers, FIFTY, strict=True) for each in pair)
    read = manuscript.parse(text)
    assert (read.counts[Convention.AO3], read.header.declared_words) == (100, 100)
    stories = [manuscript.of(each) for each in manuscript.stories(text)]
    assert [each.header.get(Field.TITLE) for each in stories] == ["Rain", "Snow"]
    assert [each.story for each in stories] == list(FIFTY)


def test_a_line_like_a_shared_storys_name_with_nothing_below_is_no_header() -> None:
    text = f"Title: Rain\n\n{RAIN}\n\nSnow (50 words) by ines"
    assert manuscript.stories(text) == ()


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "line",
    [
        *("Rating: Explicit", "**Rating:** E", "Rated: NC-17", "Rating: explict", "Rating: M\nWarnings: death", "18+"),
        *("Warnings: gore", "CW: gore", "TW: blood, knives", "Content Warning: gore", "NSFW", "Part Two (NSFW)"),
    ],
)
def test_what_is_rated_or_warned_of_inside_a_text_is_so_for_all_of_it(line: str, gap: str) -> None:
    header = manuscript.parse(f"Title: Rain\nRating: G\n\n{RAIN}\n\n{line}{gap}{SNOW}").header
    assert header.under_cut or header.rating > Rating.TEEN


@pytest.mark.parametrize(
    "line",
    [
        "Warning: steep steps",
        "WARNING: DO NOT ENTER",
        "Rating: five stars",
        "Warnings: she gave none.",
        "Warnings: none",
    ],
)
def test_a_sign_on_a_storys_door_warns_nobody_of_the_story(line: str) -> None:
    read = manuscript.parse(f"Title: Rain\nRating: G\n\n{RAIN}\n\n{line}\n\n{SNOW}")
    assert (read.header.rating, read.header.under_cut) == (Rating.GENERAL, False)
    assert read.story == f"{RAIN}\n\n{line}\n\n{SNOW}"

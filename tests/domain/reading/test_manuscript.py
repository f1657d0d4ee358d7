import json

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bot.domain.header import field_line, header
from bot.domain.header.field import Field
from bot.domain.header.header import Header
from bot.domain.header.rating import Rating
from bot.domain.reading import doubt, manuscript
from bot.domain.reading.manuscript import Manuscript
from bot.domain.text.conventions import Convention
from tests.beside import SEED
from tests.growth import is_in_proportion

OUR_POST = """\
title. what the ferry brings.
fandom. the harbour books.
pairing/character. mona. tobias. | mona/tobias. mona/ruth.
spoilers/warnings. book two; ‘the long winter’.
disclaimer. not mine.
word count. 50.
rating. pg.
written for.
salt_and_rope’s
summer table. prompt is below the fold.
summary. she waits - the tide doesn’t.
notes. unbetaed; comments are ♥
she waits where the ropes are.
the ferry is late, as it is on every day that matters, and mona has counted the gulls - twice.
“you came,” says tobias, who carries nothing but a lamp.
notes. she has written him so many notes - and sent none.
she takes the lamp.
"""
"""Written as the post this project started from: small letters, dots, a value over three lines, and a story that
follows at once, of which one line looks like a field and no line starts with a capital."""


def fields(text: str) -> list[tuple[str, str]]:
    return [(name.value, value) for name, value in manuscript.parse(text).header.fields]


def test_the_post_this_project_started_from() -> None:
    if not SEED.exists():
        pytest.skip("the shared posts are not here")
    text = SEED.read_text(encoding="utf-8")
    expected = json.loads(SEED.with_suffix(".json").read_text(encoding="utf-8"))["expect"]
    read = manuscript.parse(text)
    assert {name.value: value for name, value in read.header.fields} == expected["fields"]
    assert read.header.rating is Rating.GENERAL
    assert read.header.declared_words == expected["declared_words"] == 502
    assert [read.counts[each] for each in (Convention.AO3, Convention.WHITESPACE, Convention.HYPHENS_SPLIT)] == [
        502,
        508,
        502,
    ]
    assert read.story == text[expected["body_start_offset"] : expected["body_end_offset"]].strip()


def test_a_post_in_the_same_manner() -> None:
    read = manuscript.parse(OUR_POST)
    assert fields(OUR_POST) == [
        ("title", "what the ferry brings."),
        ("fandom", "the harbour books."),
        ("characters", "mona. tobias."),
        ("pairing", "mona/tobias. mona/ruth."),
        ("spoilers", "book two; ‘the long winter’."),
        ("warnings", "book two; ‘the long winter’."),
        ("disclaimer", "not mine."),
        ("word_count", "50."),
        ("rating", "pg."),
        ("written_for", "salt_and_rope’s summer table. prompt is below the fold."),
        ("summary", "she waits - the tide doesn’t."),
        ("notes", "unbetaed; comments are ♥"),
    ]
    assert read.header.declared_words == 50
    assert read.counts[Convention.AO3] == 50
    assert read.story == OUR_POST[OUR_POST.index("she waits where") :].strip()


def test_a_post_pasted_with_a_blank_line_under_every_line() -> None:
    spread = OUR_POST.replace("\n", "\n\n")
    assert fields(spread) == fields(OUR_POST)
    assert manuscript.parse(spread).story == spread[spread.index("she waits where") :].strip()


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\x85", "\u2028", "\u2029"])
def test_lines_may_end_as_other_programs_end_them(end: str) -> None:
    assert fields(OUR_POST.replace("\n", end)) == fields(OUR_POST)
    assert manuscript.parse(OUR_POST.replace("\n", end)) == manuscript.parse(OUR_POST)


@pytest.mark.parametrize("story", ["She waits.", "She waits.\n\nNobody comes, and she waits."])
@pytest.mark.parametrize(
    "foot", ["A/N: for Ines.", "Notes: for Ines.", "Disclaimer: not mine.\n\nFeedback: yes, please."]
)
def test_a_gap_below_every_field_hides_no_story_from_its_foot(story: str, foot: str) -> None:
    found = manuscript.parse(f"Title: The Ferry\n\nRating: G\n\nWarnings: none\n\n{story}\n\n{foot}")
    assert found.story == story
    assert found.header.fields[:3] == ((Field.TITLE, "The Ferry"), (Field.RATING, "G"), (Field.WARNINGS, "none"))
    assert len(found.header.fields) > 3


def test_a_post_whose_count_is_wrong_is_read_by_its_looks() -> None:
    text = OUR_POST.replace("50.", "99.").replace("she waits where", "She waits where").replace("♥", "♥.")
    assert manuscript.parse(text).story.startswith("She waits where")


def test_one_colon_among_dots() -> None:
    text = OUR_POST.replace("title. ", "title: ")
    assert fields(text) == fields(OUR_POST)


@pytest.mark.parametrize(
    "text",
    [
        "Title: Rain\nRating: G\n\nIt rained.",
        "\ufeffTitle: Rain\nRating: G\n\nIt rained.",
        "title : Rain\nRATING:G\nIt rained.",
        "**Title:** Rain\n**Rating**: G\n\n\n\nIt rained.",
        "__**Title:**__ Rain\n*Rating: G*\n\nIt rained.",
        "- Title: Rain\n- Rating: G\n---\nIt rained.",
        "> **Title: Rain**\n> Rating: G\n\n~*~\n\nIt rained.",
        "• Title - Rain\n• Rating – G\n\nIt rained.",
        "Title | Rain\nRating | G\n\nIt rained.",
        "Title // Rain\nRating // G\n***\nIt rained.",
        "Title: Rain; Rating: G\n\nIt rained.",
        "title. Rain\nrating. G\nIt rained.",
        "***\n\nTitle: Rain\n\nRating: G\n\nIt rained.",
        "Title:\nRain\nRating: G\n\nIt rained.",
        "Title: Rain\r\nRating: G\r\n\r\nIt rained.\r\n",
        "# Title: Rain\n-# Rating: G\nIt rained.",
    ],
)
def test_everyday_layouts(text: str) -> None:
    assert fields(text) == [("title", "Rain"), ("rating", "G")]
    assert manuscript.parse(text).story == "It rained."


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "Ana: hello\nBen: hello",
        "He knew one thing: it would rain.\nTitle: none",
        "Words. Always words.\nShe hated them.",
        "Words - small, sharp ones - filled her mouth.",
        "“||Everyone|| is dead.”\n\nSecond line, then.",
        "",
    ],
)
def test_without_a_header_everything_is_story(text: str) -> None:
    assert manuscript.parse(text) == Manuscript(Header(), text)


@pytest.mark.parametrize(
    "story",
    [
        "She knew: rain.",
        "Words - small, sharp ones - filled her mouth.",
        "He read the letter.\nNote: come home.\nHe wept.",
        "“Rain,” she said.\n\nTitle: she had none.",
    ],
)
def test_a_story_that_follows_at_once_is_no_header(story: str) -> None:
    story = f"{story}\n\nThe ferry was late again, and nobody on the wall had brought a lamp."
    read = manuscript.parse(f"Title: Rain\n{story}")
    assert fields(f"Title: Rain\n{story}") == [("title", "Rain")]
    assert read.story == story


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Summary: it rains\nand rains.\nTitle: Rain\n\nIt rained on the harbour.",
            [("summary", "it rains and rains."), ("title", "Rain")],
        ),
        (
            "Notes: Tea.\nMore tea.\nTitle: Rain\n\nIt rained on the harbour.",
            [("notes", "Tea. More tea."), ("title", "Rain")],
        ),
        (
            "Title: Rain\nDisclaimer: the harbour is\n   not mine\n\nIt rained on the harbour.",
            [("title", "Rain"), ("disclaimer", "the harbour is not mine")],
        ),
        (
            "Fandom/Pairing: Harbour, Ana/Ben\n\nIt rained on the harbour.",
            [("fandom", "Harbour, Ana/Ben"), ("pairing", "Harbour, Ana/Ben")],
        ),
        ("Rating/Warnings: PG-13/none\n\nIt rained on the harbour.", [("rating", "PG-13"), ("warnings", "none")]),
        ("Rating/Warnings: wet\n\nIt rained on the harbour.", [("rating", "wet"), ("warnings", "wet")]),
        ("Title/Author: Rain | Ana\n\nIt rained on the harbour.", [("title", "Rain"), ("author", "Ana")]),
        ("Characters/Pairing: Ana, Ben\n\nIt rained on the harbour.", [("characters", "Ana, Ben")]),
        ("Pairing/Characters: none\n\nIt rained on the harbour.", [("pairing", "none"), ("characters", "none")]),
        ("Characters: Ana | gen\n\nIt rained on the harbour.", [("characters", "Ana"), ("pairing", "gen")]),
        ("Title: Rain\nSeries: Tea\n\nIt rained on the harbour.", [("title", "Rain"), ("other:series", "Tea")]),
        ("Series: Tea\nTitle: Rain\n\nIt rained on the harbour.", [("other:series", "Tea"), ("title", "Rain")]),
        (
            "Title: Rain\nKettle: old\nRating: G\n\nIt rained on the harbour.",
            [("title", "Rain"), ("other:kettle", "old"), ("rating", "G")],
        ),
        ("Title: The Kettle: A Story\n\nIt rained on the harbour.", [("title", "The Kettle: A Story")]),
        ("Title: **Loud** rain\n\nIt rained on the harbour.", [("title", "**Loud** rain")]),
        ("Title: Rain\nNotes:\n\nIt rained on the harbour.", [("title", "Rain"), ("notes", "")]),
    ],
)
def test_values(text: str, expected: list[tuple[str, str]]) -> None:
    assert fields(text) == expected
    assert manuscript.parse(text).story == "It rained on the harbour."


@pytest.mark.parametrize(
    ("declared", "starts"),
    [(9, "The harbour"), (6, "it rained"), (3, "Then the"), (100, "The harbour")],
)
def test_the_declared_count_decides_where_the_story_starts(declared: int, starts: str) -> None:
    text = f"Word count: {declared}\nNotes: thanks.\nThe harbour slept:\nit rained hard.\nThen the sun."
    assert manuscript.parse(text).story.startswith(starts)


def test_a_count_as_word_processors_make_it_decides_too() -> None:
    text = "Word count: 6\nNotes: thanks.\nThe harbour slept:\nit rained - then - hard."
    assert manuscript.parse(text).story == "it rained - then - hard."


def test_the_declared_count_leaves_a_clear_layout_alone() -> None:
    assert manuscript.parse("Words: 2\n\nIt rained.\nIt stopped.").story == "It rained.\nIt stopped."


def test_the_declared_count_finds_a_story_that_opens_like_a_header() -> None:
    assert manuscript.parse("Words: 6\n\nNote: come home.\n\nHe wept. Alone.").story.startswith("Note: come")
    readings = manuscript.readings("Words: 3\n\nNote to self: sleep.\n\nHe wept. Alone.")
    assert doubt.doubts(readings) != ()
    assert "He wept. Alone." in [manuscript.of(each).story for each in readings[:2]]


@pytest.mark.parametrize("last", ["", "\nSummary: A boat waits\nby the old stone pier.\nBeta: ruth"])
def test_a_header_without_a_story(last: str) -> None:
    read = manuscript.parse(f"Title: Rain\nRating: G{last}")
    assert read.story == ""
    assert read.header.get(Field.TITLE) == "Rain"


@pytest.mark.parametrize(
    "text", ["Series: Lamps", "Series: Lamps\nChapters: 1/1\n", "Rain by Ana (PG)", "Kudos: 5\n\n"]
)
def test_a_post_of_what_archives_say_alone_is_read(text: str) -> None:
    assert len(manuscript.readings(text)) >= 1


@pytest.mark.parametrize("last", ["Prompt: fog", "Summary: A boat waits.", "A/N: be kind"])
@pytest.mark.parametrize("foot", ["*(68 words)*", "A/N: thanks for the boat", "Beta: ruth"])
def test_a_story_right_between_fields_is_one(last: str, foot: str) -> None:
    told = "\n".join(["Nobody had crossed in nine days, and the lamp was lit.", "“Where to?” he asked the fog."] * 4)
    read = manuscript.parse(f"Title: The Last Ferryman\nRating: T\n{last}\n{told}\n{foot}")
    assert read.story == told


POST = "Title: Rain\nRating: G\n\nIt rained all night.\n\nIt stopped at dawn, she said.\n\nBeta: ruth"


@pytest.mark.parametrize("empty", ["_ _", "** ** ", "\u200b", "\ufeff\u200b", " \u2800 ", "\u3164 \u3164"])
def test_what_members_type_for_an_empty_line_is_one(empty: str) -> None:
    assert manuscript.parse(POST.replace("\n\n", f"\n{empty}\n")) == manuscript.parse(POST)


def test_what_nobody_sees_at_a_lines_edges_tells_nothing() -> None:
    assert manuscript.parse(POST.replace("\n", "\u200b\n\u2060")) == manuscript.parse(POST)


def test_markup_is_not_counted() -> None:
    assert manuscript.parse("Title: Rain\n\n___\nun**believ**able <:tea:1>").counts[Convention.AO3] == 1


lines = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40)
headers = st.lists(st.tuples(st.sampled_from(Field), lines.map(str.strip).filter(bool)), max_size=6)
stories = st.lists(lines, min_size=1, max_size=8).map("\n".join).map(str.strip)


@settings(max_examples=200)
@given(headers, stories)
@example([(Field.WORD_COUNT, "3"), (Field.NOTES, "tea")], "one two three four\none two three")
def test_what_is_rendered_is_read_back(pairs: list[tuple[Field, str]], story: str) -> None:
    opening = story.partition("\n")[0]
    assume(field_line.read(opening) is None and not field_line.is_rule(opening))
    assume(not any("|" in value or ";" in value for _, value in pairs))
    written = Manuscript(Header(tuple(pairs)), story)
    assert manuscript.parse(manuscript.render(written)) == written


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from(["Title", "words", ":", ". ", " - ", "\n", "\n\n", "5", "|", "**", "Ana", " "])).map(
        "".join
    )
)
@example("Title: Lamps\nRequested: yes\n\nIt went out.")
@example("Title: Lamps\nReviews: 1,105\n\nIt went out.")
def test_no_text_is_too_odd(text: str) -> None:
    read = manuscript.parse(text)
    assert read.story in text
    assert header.from_lines(header.to_lines(read.header)) == read.header


@pytest.mark.parametrize(
    "text",
    [
        "*" * 50_000,
        "title: x\n" * 5_000,
        "Words: 5\nNotes:\n" + "a\n" * 25_000,
        "Words: 5\nNotes:\n" + "Ana: a\n" * 7_000,
        "Words: 5\nTitle: x\n" + "Series: a\n" * 5_000,
        "Title: x\n" + "\n" * 50_000,
        "Title: " + "; rating" * 6_000,
        "Characters: " + "a | " * 12_000,
        "Warnings: " + "!" * 50_000 + "a",
        "Rating: " + "– " * 25_000,
        "Words: " + "1," * 25_000,
        " " * 50_000,
        "Rating/Warnings: R" + " " * 50_000 + "x",
    ],
    ids=lambda text: repr(text[:20]),
)
def test_no_text_takes_long(text: str) -> None:
    assert not manuscript.is_too_long(text)
    assert is_in_proportion(all_of_it, text, within=5)


def all_of_it(text: str) -> None:
    read = manuscript.parse(text)
    assert read.counts[Convention.AO3] >= 0
    assert read.header.under_cut in {True, False}
    assert read.header.rating in Rating
    assert header.from_lines(header.to_lines(read.header)).declared_words == read.header.declared_words

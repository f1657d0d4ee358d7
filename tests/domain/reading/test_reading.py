from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.header.field import Field
from bot.domain.reading import manuscript
from bot.domain.reading.manuscript import END, STORY, Manuscript
from bot.domain.reading.reading import Bounds, Reason
from tests.growth import is_in_proportion

PIECES = [
    *("Title", "words", "Notes", ":", ". ", " - ", "; ", "\n", "\n\n", "5", "|", "**", "Ana", " ", "by Ana", "The End"),
    *("---", "> ", "[", "]", "“", "”", "I do not own this.", "Dear reader,", "From: a@b.c", "Subject: x", "\t", "\r\n"),
    *("Chapter 1", "<b>", "</b>", "one hundred words", "A/N", "Rating: PG", STORY, END, "\ufeff", "\u2028", "é"),
]
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=80)


@settings(max_examples=300)
@given(texts)
def test_every_character_is_above_the_story_in_it_or_below(text: str) -> None:
    for reading in manuscript.readings(text):
        assert reading.above + reading.story + reading.below == manuscript.meant(text)


HEADER_LINES = (
    *("Title: The Lamp", "Words: 12", "Rating: PG", "**Fandom:** none", "The Lamp - Ana - PG", "by Ana", "# Lamps"),
    *("From: a@b.c", "Chapter 2", "Disclaimer: I do not own them.", "A/N: for Ines, who asked.", "1.", "The Lamp"),
)
PROSE = (
    *("Nobody lit the lamp.", "“You are late,” said Ana.", "And the boats came home,", "Dear Ines,", "Rain: again."),
    *("I waited. You know how it is when the tide has gone and nobody says so.", "“Well?”", "- no -", "100"),
)
FEET = (
    "The End",
    "Thanks for reading!",
    "12 words",
    "(2 comments)",
    "-- \nAna",
    "Tags: rain, lamps",
    "---",
    "A/N: tea",
)


def some(lines: tuple[str, ...]) -> st.SearchStrategy[str]:
    """A few of these lines, some with a gap or a rule between them."""
    gaps = st.sampled_from(["\n", "\n\n", "\n\n\n", "\n***\n"])
    return st.lists(st.tuples(st.sampled_from(lines), gaps).map("".join), max_size=6).map("".join)


posts = st.lists(st.tuples(some(HEADER_LINES), some(PROSE), some(FEET)).map("".join), max_size=2).map("".join)


@settings(max_examples=200)
@example("Title: The Lamp\n12 words\n" + "The End\n" * 3 + "Title: The Lamp\n12 words\n" + "The End\n" * 3)
@given(posts)
def test_every_line_is_of_a_header_of_one_story_or_of_the_rest(text: str) -> None:
    """The bounds of a reading part the lines in three; those of several stories follow one another."""
    meant = manuscript.meant(text)
    for reading in manuscript.readings(text):
        assert 0 <= reading.bounds.start <= reading.bounds.end <= len(reading.lines)
        assert reading.above + reading.story + reading.below == meant
    places = [place for each in manuscript.stories(text) for place in (each.bounds.start, each.bounds.end)]
    assert places == sorted(places)


@settings(max_examples=300)
@given(texts)
@example("Title: x\n\nIt rained.\n\nThe End")
@example("[story]\na\n[end of story]\n[end of story]")
@example("Rating: PG. Rating: PGI do not own this.I do not own this.")
@example("Rating: PG. Rating: one for those who do not mind a soup.")
@example("Low Tide\nBy: Ruth\nRated: T - English - Angst - Words: 100 - Published: 6/12/2011 - id: 7001\n\nIt rained.")
def test_what_was_parsed_is_read_back_from_what_is_rendered(text: str) -> None:
    read = manuscript.parse(text)
    assert manuscript.parse(manuscript.render(read)) == read


@settings(max_examples=200)
@given(texts)
def test_every_reading_can_be_taken_by_its_bounds(text: str) -> None:
    for found in manuscript.readings(text):
        assert manuscript.parse(text, found.bounds).story == manuscript.of(found).story


ASKED_ABOUT = {Reason.MAY_BE_TITLE, Reason.MAY_BE_NOTE}
"""Reasons to offer another reading next, though a third is likelier."""


@settings(max_examples=200)
@given(texts)
@example("TitleTitle|by AnaSubject: xA/N\n\n\n|")
def test_readings_are_ranked_and_share_one_certainty(text: str) -> None:
    readings = manuscript.readings(text)
    sure = [reading.confidence for reading in readings]
    assert readings
    assert sure[0] == max(sure)
    assert sure == sorted(sure, reverse=True) or not ASKED_ABOUT.isdisjoint(readings[0].reasons)
    assert 0 < sum(sure) <= 1.000001
    assert len({reading.bounds for reading in readings}) == len(readings)
    if STORY not in text:
        assert manuscript.of(readings[0]) == manuscript.parse(text)


def test_a_plain_header_is_read_with_confidence_and_says_why() -> None:
    text = "Title: Rain\nRating: G\nWords: 4\n\nIt rained.\n\nIt stopped."
    best = manuscript.readings(text)[0]
    assert best.confidence > 0.9
    assert {Reason.LABELLED_HEADER, Reason.GAP_ABOVE, Reason.COUNT_AGREES} <= set(best.reasons)
    assert best.bounds == Bounds(4, 7)


def test_a_guess_is_less_sure_and_offers_the_next_best() -> None:
    text = "The Rain\n\nIt rained on the harbour wall until the gulls gave up.\n\nIt stopped when nobody was looking."
    best, *others = manuscript.readings(text)
    assert best.header.get(Field.TITLE) == "The Rain"
    assert best.confidence < 0.9
    assert any(other.story == text and not other.header.fields for other in others)


def test_a_count_that_differs_is_a_reason_to_look() -> None:
    best = manuscript.readings("Title: Rain\nWords: 90\n\nIt rained.")[0]
    assert Reason.COUNT_DIFFERS in best.reasons


def test_the_count_finds_a_note_without_a_label_at_the_foot() -> None:
    text = "Title: Rain\nWords: 4\n\nIt rained.\n\nIt stopped.\n\nThat was fun to do."
    assert manuscript.parse(text).story == "It rained.\n\nIt stopped."


@pytest.mark.parametrize(
    ("bounds", "story", "notes"),
    [
        (Bounds(2, 5), "It rained.\n\nIt stopped.", []),
        (Bounds(4, 5), "It stopped.", ["It rained."]),
        (Bounds(2, 3), "It rained.", []),
        (Bounds(1, 5), "It rained.\n\nIt stopped.", []),
        (Bounds(0, 9), "Title: Rain\n\nIt rained.\n\nIt stopped.", []),
        (Bounds(7, 2), "", ["It rained.", "It stopped."]),
    ],
)
def test_the_writer_says_where_the_story_is(bounds: Bounds, story: str, notes: list[str]) -> None:
    read = manuscript.parse("Title: Rain\n\nIt rained.\n\nIt stopped.", bounds)
    assert read.story == story
    assert read.header.all(Field.NOTES) == notes


def test_our_own_lines_leave_one_reading() -> None:
    text = "Title: x\n[story]\nNotes: a\n\nThe End\n[end of story]\n"
    (found,) = manuscript.readings(text)
    assert found.bounds == Bounds(2, 5)
    assert manuscript.of(found) == manuscript.parse(text)
    assert found.above + found.story + found.below == text
    assert found.confidence == 1


def test_a_story_that_would_be_misread_is_marked() -> None:
    odd = Manuscript(manuscript.parse("Title: Rain\n\nx").header, "Notes: a\n\n[story]\nRating: G\n\nThe End")
    rendered = manuscript.render(odd)
    assert STORY in rendered
    assert manuscript.parse(rendered) == odd


LETTERS = "abcdefghijklmnopqrstuvw"


@pytest.mark.parametrize(
    "text",
    [
        "Title: x\n\n" + "".join(f"{a}{b}{c}wertyu: he said\n" for a, b, c in product(LETTERS, LETTERS, "aeiou")),
        "Title: x\n" + "word word\n" * 5_000 + "[story]\nx\n[end of story]",
    ],
)
def test_names_that_are_all_others_and_a_value_of_many_lines_cost_no_more(text: str) -> None:
    assert not manuscript.is_too_long(text)
    assert is_in_proportion(manuscript.parse, text, within=2)

"""No text of a length that can be posted keeps its reader for longer than in proportion."""

from itertools import islice, product

import pytest

from bot.domain.reading import manuscript
from tests import yardstick
from tests.growth import calls, is_done_within, is_in_proportion

LENGTH = 30_000

LINES = (
    *(
        "1.",
        "1",
        "a",
        "-",
        ">",
        "> ",
        "🔥",
        "• x",
        "T:",
        "Title:",
        "Title: x",
        "A:b",
        "Ana: hi",
        "***",
        "--",
        "“",
        "[a]",
        "(a)",
    ),
    *(
        "Words: 100",
        "Note: a",
        "Rating: G",
        "by Ana",
        "The End",
        "100 words",
        "thanks to you.",
        "I do not own them.",
        "#a",
    ),
    *("[9:14] a: b", "[9:14]", "a — 9:14", "a — today at 9:14"),
    *("From: a", "Date: 1 May", "Chapter 1: a", "Rain - PG - Harbour", "```", "> a", "---a---", "Summary", "Series: a"),
)
APART = ("word", "Notes: a")
"""Lines with a gap below each."""
RUNS = (
    "@",
    "a@b.c ",
    "a: b: c: d: ",
    "||a||",
    "[a](b) ",
    "<p>",
    "&amp;",
    "“a.” ",
    "A/B, ",
    "\u200b",
    "a, ",
    "Title: x; ",
    "Rating: x ",
    "one hundred ",
    "a\tb\t",
    "© ",
    "\x0b",
)
ABOVE = ("", "Rain fell.\n\n", "Title: Rain\nRating: G\n\nIt rained.\n\n", "From: ", "Author: a", "Characters: ")


def read(text: str) -> object:
    """All that the reader finds; headers are found when somebody looks at them."""
    found = manuscript.find(text, None)
    return [each.header for each in (*found.readings, *found.stories)]


@pytest.mark.parametrize("unit", [*(f"{line}\n" for line in LINES), *(f"{line}\n\n" for line in APART), *RUNS])
def test_a_run_of_anything_is_read_in_proportion(unit: str) -> None:
    above = ABOVE[len(unit.encode()) % len(ABOVE)]
    assert is_in_proportion(read, (above + unit * LENGTH)[:LENGTH], within=5)


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("unit", ["1.\n", "@", " ", "a: b: "])
def test_whatever_stands_above_it(above: str, unit: str) -> None:
    assert is_in_proportion(read, (above + unit * LENGTH)[:LENGTH], within=5)


IN_TURN = (
    ("II", "", "Rating: G"),
    ("Prompt:", "frost", "", "Chapter 1: a"),
    ("Rating: G", "", "(100 words)", "(a)"),
    ("Summary:", "", "**Low Tide**"),
    ("2. Sugar (58 words)", "", "Rating: G"),
    ("Words: 100", "", "Title: Rain", "---"),
    ("(a)", "", "- Ana", "(Notes: a"),
    ("100 words", "", "Chapter 1: a"),
)
"""Labels, titles, counts, rules, bylines and brackets: each may begin a story, and each start asks for those below."""
LINES_IN_TURN, MOST_CALLS = 240, 1_600
"""Calls of functions for a line, on average; a line of prose takes 250."""


@pytest.mark.parametrize("shape", IN_TURN)
def test_lines_in_turn_are_not_looked_at_again_and_again(shape: tuple[str, ...]) -> None:
    text = "\n".join(shape * (LINES_IN_TURN // len(shape)))
    assert calls(read, text) < MOST_CALLS * LINES_IN_TURN


SHORT_LINES = (
    ("The {} and {} of {} {}.", "\n", 40),
    ("“No {},” said {} {} {}.", "\n", 40),
    ("“No {},” said {} {} {}.", "\n\n", 120),
    ("Про {} и {}, {} {}.", "\n", 40),
    ("{} and {}, {} {},", "\n", 45),
)
"""Lines of a long text, no two of which are the same, what parts them, and the most calls of functions for each that is
far from top and end: below a gap, another story may begin.
"""
WORDS_OF_THEM = "gulls rope lamp harbour salt tide night bread cold window".split()  # noqa: SIM905
FEWER, MORE = 400, 800


@pytest.mark.parametrize(("shape", "gap", "most"), SHORT_LINES)
def test_short_lines_in_the_middle_of_a_long_text_are_hardly_looked_at(shape: str, gap: str, most: int) -> None:
    lines = [shape.format(*words) for words in islice(product(WORDS_OF_THEM, repeat=4), MORE)]
    fewer, more = (calls(read, "Title: Low Tide\n\n" + gap.join(lines[:many])) for many in (FEWER, MORE))
    assert more - fewer < most * (MORE - FEWER)


def test_titles_that_seem_to_part_drabbles_of_every_form_are_read_soon() -> None:
    assert is_done_within(1, read, "Low Tide\n\n" * 1_200)


def test_a_gap_of_any_length_below_a_title_is_read_soon() -> None:
    assert is_done_within(1, read, "Low Tide" + "\n" * 20_000 + "It rained." + "\n\nHigh Tide\n\nIt rained.")


@pytest.mark.parametrize("unit", ["1.\n", "Title:\n", "@", "<p>", "\n"])
def test_what_can_never_be_posted_is_not_read(unit: str) -> None:
    text = "Title: Rain\n\n" + unit * (500_000 // len(unit))
    (only,) = manuscript.readings(text)
    assert (only.story, only.header.fields) == (text, ())
    assert manuscript.parse(text).story == text


@pytest.mark.parametrize("shape", ["{}\n", "**{}**\n", "{}\n***\n", "A{}\n", "A{} words\n", "A{}<br>"])
def test_what_is_read_at_once_holds_nobody_up(shape: str) -> None:
    times = next(many for many in range(1_000) if not manuscript.is_at_hand(shape.format(0) * many)) - 1
    text = "".join(map(shape.format, range(100, 100 + times)))[: manuscript.LONGEST_AT_ONCE]
    assert manuscript.is_at_hand(text)
    assert is_done_within(yardstick.LONGEST_STEP, manuscript.parse, text)


@pytest.mark.parametrize("end", ["\n", "\r", "\v", "\x85", "\u2028", "<br>", "[hr]"])
def test_many_short_lines_are_read_where_nobody_waits(end: str) -> None:
    assert not manuscript.is_at_hand(f"1.{end}" * (manuscript.MOST_LINES_AT_ONCE + 1))


def test_addresses_alone_are_a_text_like_any_other() -> None:
    text = "\n" + "\n".join(["https://example.org/J.R.R. "] * 50 + ["https://example.org/J.R.R"])
    assert manuscript.parse(text).story

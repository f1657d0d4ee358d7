import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.text import emphasis, markup
from bot.domain.text.emphasis import Mark, Span

BOLD, ITALIC, UNDERLINED = Mark.BOLD, Mark.ITALIC, Mark.UNDERLINED


def piece(text: str, *marks: Mark) -> Span:
    return Span(text, frozenset(marks))


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([piece("soft", ITALIC), piece(" and "), piece("loud", BOLD)], "*soft* and **loud**"),
        ([piece("soft ", ITALIC), piece("loud ", BOLD), piece("end")], "*soft* **loud** end"),
        ([piece("a ", BOLD), piece("b", BOLD, ITALIC), piece(" c", BOLD)], "**a *b* c**"),
        ([piece("a", BOLD, ITALIC), piece(" b", ITALIC)], "***a** b*"),
        ([piece("a ", BOLD), piece("b", BOLD, ITALIC), piece(" "), piece("c", ITALIC)], "**a *b*** *c*"),
        ([piece("one\ntwo", ITALIC)], "*one*\n*two*"),
        ([piece("one \n\n two", BOLD)], "**one** \n\n **two**"),
        ([piece("un"), piece("believ", BOLD), piece("able")], "un**believ**able"),
        ([piece("  ", BOLD), piece("", ITALIC)], "  "),
        ([piece("all", BOLD, ITALIC, UNDERLINED)], "***__all__***"),
        ([piece("a", BOLD), piece("b", BOLD, ITALIC), piece(" c", BOLD)], "**ab c**"),
        ([piece("a", BOLD), piece(" a", BOLD, ITALIC), piece("a", BOLD, ITALIC), piece("a", ITALIC)], "**a** *aaa*"),
        ([], ""),
    ],
)
def test_marks_are_where_discord_understands_them(pieces: list[Span], expected: str) -> None:
    assert emphasis.written(pieces) == expected


PIECES = st.lists(
    st.builds(Span, st.text("ab \n", max_size=6), st.frozensets(st.sampled_from([BOLD, ITALIC]))), max_size=8
)


@given(PIECES)
@settings(max_examples=200)
def test_nothing_but_marks_is_added(pieces: list[Span]) -> None:
    whole, written = "".join(found.text for found in pieces), emphasis.written(pieces)
    assert re.sub(r"\*", "", written) == whole
    assert markup.plain(written) == markup.plain(whole)


@given(PIECES)
@settings(max_examples=200)
def test_every_line_closes_what_it_opens_and_no_mark_stands_by_itself(pieces: list[Span]) -> None:
    for line in emphasis.written(pieces).split("\n"):
        assert line.count("*") % 2 == 0
        assert not re.search(r"(^|\s)\*+(\s|$)", line)

"""Posts that nobody wrote, made of what posts are made of: the reader takes them all, loses nothing and is quick.

A hundred of them go with the other tests; `HYPOTHESIS_PROFILE=fuzz` tries them for about a minute.
"""

import time

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.header import header
from bot.domain.header.field_names import LANGUAGES
from bot.domain.reading import bound_step, doubt, manuscript
from bot.domain.reading.manuscript import END, STORY
from tests import yardstick

LONGEST = 2.0
"""Seconds that a post of a few thousand characters may take on a busy computer; without trouble it is a hundredth."""

NAMES = sorted({" ".join(name.split()) for known in LANGUAGES for said in known.values() for name in said.split(",")})
VALUES = (
    *(
        "Lamps",
        "PG-13",
        "FRT",
        "1,105",
        "one hundred words",
        "118 (oops)",
        "*322 words*",
        "Ana/Ines, Ana & Tomas",
        "none",
    ),
    *(
        "a. b. | a/b. c/d.",
        "Ana, who never slept; nobody did",
        "five stars, she thought",
        "",
        "mine. Not yours",
        "||late||",
    ),
)
LINES = (
    *("The Lamp", "by Ana", "“The Lamp” (Ana/Ines, PG, 100 words)", "The Lamp - PG - Winter", "for Ana", "Chapter 1"),
    *(
        "ana wrote in kettles",
        "From: ana@example.com",
        "2 March 2026",
        "Current mood: cold",
        "I do not own this.",
        "tags: tea",
    ),
    *(
        "It rained all night.",
        "“Come in,” she said.",
        "Ana: Come in!",
        "Dear Tomas,",
        "She had one rule: never look back.",
    ),
    *(
        "The End",
        "~ fin ~",
        "A/N: thanks for reading",
        "-- Ana",
        "---",
        "* * *",
        "___",
        "<br />",
        "<lj-cut text='more'>",
        "</lj-cut>",
    ),
    *("<b>Title:</b> <i>x", "> quoted", "    set in", "\ttab", "é\u0301\u200b\u2028x", "🎐" * 9, "(", "]]", STORY, END),
)
SEPARATORS = (":", ": ", " :", ". ", " - ", " – ", "|", " // ", "::", "; ", " ", "\n", ":\n", "\t\t")

word = st.sampled_from(NAMES).flatmap(lambda name: st.sampled_from((name, name.title(), name.upper(), name[1:])))
before = st.sampled_from(("", "", "**", "*", "<b>", "[", "- ", "> ", "REAL ", "Short ", "("))
after = st.sampled_from(("", "", "**", "*", "</b>", "]", "s", "/", " (ugh)", ")"))
value = st.sampled_from(VALUES) | st.text(max_size=20)
field = st.tuples(before, word, after, st.sampled_from(SEPARATORS), value).map("".join)
fields = st.lists(field, min_size=1, max_size=3).flatmap(
    lambda found: st.sampled_from((" ", "; ", ", ", " | ")).map(lambda mark: mark.join(found))
)
line = fields | st.sampled_from(LINES) | st.text(max_size=40)
ends = st.sampled_from(("\n", "\n", "\n\n", "\r\n", "\n \n\n", " ", ""))
posts = st.lists(st.tuples(line, ends).map("".join), max_size=25).map("".join)


@given(posts)
def test_whatever_is_pasted_is_read(text: str) -> None:
    began = time.process_time()
    readings = manuscript.readings(text)
    read = manuscript.parse(text)
    took = time.process_time() - began
    assert took < LONGEST or took < LONGEST * yardstick.pace()
    for found in readings:
        assert found.above + found.story + found.below == manuscript.meant(text)
        assert manuscript.parse(text, found.bounds).story == manuscript.of(found).story
    assert sum(found.confidence for found in readings) <= 1.000001
    assert doubt.doubts(readings) == () or len(readings) > 1
    assert bound_step.steps(text, readings[0].bounds).start_up is None or readings[0].bounds.start > 0
    assert header.from_lines(header.to_lines(read.header)) == read.header
    assert manuscript.parse(manuscript.render(read)) == read

"""What a reader is shown of a story: emphasis works, nothing else does."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.text import glyph, harmless, markup
from tests.growth import is_in_proportion

ADDED = "\\*_~|\u200b"


def page(story: str, *, covered: bool = False) -> str:
    (only,) = harmless.split(story, 4000, 4000, covered=covered)
    return only


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def taken_away(story: str, shown_text: str) -> str | None:
    """What the shown text has more than the story; None if some of the story is missing in it."""
    added: list[str] = []
    rest = iter(story)
    expected = next(rest, None)
    for character in shown_text:
        if character == expected:
            expected = next(rest, None)
        else:
            added.append(character)
    return None if expected is not None else "".join(added)


@pytest.mark.parametrize(
    "story",
    [
        "The *kettle* **sang** ***twice***, _softly_ and __long__ and ~~never~~.",
        "**bold *and slanted* bold** ***both* bold** ***both** slanted*",
        "*over\n\nparagraphs*, un**believ**able",
        "<:tea_cup:12> <t:1700000000:R> 1 < 2 <3 ~ | - # >",
        "> quoted\n> *twice*",
        "https://example.org/a_b_c?d=*",
        r"\*as typed\*",
        "a - b # c -# d >>> e\n1. one",
        "5. five",
        "1. *one*\n2. two\n\n> 3. three",
        "1.5 litres\n007\n7.\n-1. below",
    ],
)
def test_emphasis_is_kept(story: str) -> None:
    assert page(story) == story.replace("=*", "=\\*")


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("* * *", r"\* \* \*"),
        ("***", r"\*\*\*"),
        ("*****\n~~~\n____", "\\*\\*\\*\\*\\*\n\\~\\~\\~\n\\_\\_\\_\\_"),
        ("* one\n- two\n  - three", "\\* one\n\\- two\n  \\- three"),
        ("# Big\n### small\n-# tiny\n> # quoted", "\\# Big\n\\### small\n\\-# tiny\n> \\# quoted"),
        (">>> all the rest", r"\>>> all the rest"),
        ("3. a\n7. b", "3\\. a\n7\\. b"),
        ("1. a\n\nSo it went.\n  1. b", "1\\. a\n\nSo it went.\n  1\\. b"),
        ("> 2. a\n> 1. b", "> 2\\. a\n> 1\\. b"),
        ("007. Bond", r"007\. Bond"),
        ("0. zero", r"0\. zero"),
        ("1234567890. many", r"1234567890\. many"),
        ("1. # Big\n2. small", "1\\. # Big\n2\\. small"),
        ("1. 2. 3. go", r"1\. 2. 3. go"),
        ("+ one\n  + two", "\\+ one\n  \\+ two"),
        ("`code` ```\nblock", "\\`code\\` \\`\\`\\`\nblock"),
        ("word* and *note", r"word\* and \*note"),
        ("*a **b* c**", r"*a \*\*b* c\*\*"),
        ("**unclosed *twice", r"\*\*unclosed \*twice"),
        ("snake_case", r"snake\_case"),
        ("||open", r"\|\|open"),
        ("[tea](https://example.org/)", r"[tea\](https://example.org/)"),
        ("@everyone @here <@1> <@&2> <#3> </submit:4> <id:guide>", None),
        ("https://discord.gg/tea Discord.com/invite/tea", "https://discord\u200b.gg/tea Discord\u200b.com/invite/tea"),
        ("a\\ b\\", "a\\\\ b\\\\"),
        ("", ""),
    ],
)
def test_everything_else_is_as_typed(story: str, expected: str | None) -> None:
    if expected is None:
        expected = "@\u200beveryone @\u200bhere \\<@1> \\<@&2> \\<#3> \\</submit:4> \\<id:guide>"
    assert page(story) == expected


def test_a_number_of_any_length_is_shown() -> None:
    number = "1" * 5000
    assert "".join(harmless.split(f"{number}. one", 4000, 4000, covered=False)) == f"{number}\\. one"


def test_under_the_cut_nothing_uncovers_the_story() -> None:
    assert page("a ||b|| c", covered=True) == r"a \|\|b\|\| c"
    assert page("a ||b|| c") == "a ||b|| c"


def test_marks_are_closed_at_the_end_of_a_page_and_opened_on_the_next() -> None:
    story = "**One two three. Four *five six. Seven eight* nine.**"
    assert harmless.split(story, 66, 66, covered=False) == (
        "**One two three.** ",
        "**Four *five six.*** ",
        "***Seven eight* nine.**",
    )


def test_a_page_that_goes_on_in_a_line_begins_no_heading() -> None:
    first, second = harmless.split("One two three. # Four five six", 56, 70, covered=False)
    assert (first, second) == ("One two three. ", r"\# Four five six")


STORIES = st.lists(
    st.sampled_from(
        [
            *("a_*~|`\\<>#-@[]() \n.é😀"),
            *(
                "**",
                "***",
                "__",
                "||",
                "~~",
                "word ",
                "Tea. ",
                "\n\n",
                "# ",
                "- ",
                ">>> ",
                "3. ",
                "4. ",
                "*a* ",
                "**b** ",
                "_c_ ",
            ),
            *("@everyone", "\\@here", "](", "<@1>", "```", "https://a.org/", "discord.gg/a", "<:a_b:1>"),
        ]
    ),
    max_size=60,
).map("".join)


@given(STORIES, st.integers(60, 120), st.integers(60, 120), st.booleans())
@settings(max_examples=300)
def test_the_pages_are_the_story_with_marks_added(story: str, first: int, rest: int, covered: bool) -> None:
    found = harmless.split(story, first, rest, covered=covered)
    assert units(found[0]) <= first
    assert all(units(one) <= rest for one in found[1:])
    added = taken_away(story, "".join(found))
    assert added is not None
    assert set(added) <= set(ADDED)


@given(STORIES, st.integers(60, 120), st.booleans())
@settings(max_examples=300)
@example("ahttps://a.org/**b** # ", 60, False)
def test_every_page_is_harmless_by_itself(story: str, limit: int, covered: bool) -> None:
    for one in harmless.split(story, limit, limit, covered=covered):
        bare = re.sub(r"\\[^\w\s]|https?://[^\s*~|`<>\\\]]+|<a?:\w+:\d+>", " ", one)
        assert "`" not in bare
        assert "](" not in bare
        assert not re.search(r"@(everyone|here)|<@\d|discord\.gg", bare)
        assert not re.search(r"^[ \t]*(#{1,3}|-#|-|>>>)\s", one, re.MULTILINE)
        assert bare.count("||") % 2 == 0
        assert not (covered and "||" in bare)
        assert bare.count("*") % 2 == 0
        assert bare.count("~~") % 2 == 0


WORDS = st.lists(st.sampled_from(["tea", "snow.", "*a*", "**b c**", "_d_", "*e\nf*", "\n\n", "* * *"]), max_size=40)


@given(WORDS, st.integers(70, 100))
@settings(max_examples=200)
def test_what_is_read_on_the_pages_is_what_is_counted(parts: list[str], limit: int) -> None:
    story = " ".join(parts)
    read = "".join(markup.plain(one) for one in harmless.split(story, limit, limit, covered=True))
    assert read.split() == markup.plain(story).split()


@pytest.mark.parametrize(
    "piece", [*"*_~|`\\<#-@[", "*a ", "a* ", "**a *b ", "***a", "\n# ", "https://", "\n>", "<:a", "_ ", "\u202a"]
)
def test_time_grows_with_the_story_alone(piece: str) -> None:
    def split(story: str) -> object:
        return harmless.split(story, 2500, 3900, covered=False)

    assert is_in_proportion(split, piece * (30_000 // len(piece)), within=3)


def test_ends_of_directions_that_end_nothing_take_no_longer() -> None:
    def closed(line: str) -> object:
        half = len(line) // 2
        return glyph.closed("\u202a" * half + "\u2069" * half)

    assert is_in_proportion(closed, "a" * 60_000, within=3)


def test_pairs_close_in_order() -> None:
    """What is opened last is closed first, so that reopening on a page is possible."""
    text, seams = harmless.marked("**a *b* c** ~~d _e_~~", covered=False)
    assert [text[seam.position : seam.end] for seam in seams] == [seam.mark for seam in seams]
    assert all(before.position < after.position for before, after in pairwise(seams))

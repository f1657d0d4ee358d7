"""Markup of other sites becomes Discord's, and what is none stays as it was typed."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.documents import pasted
from tests.growth import is_in_proportion

JOURNAL = """\
<b>Title:</b> Frost
<b>For:</b> <lj user="ann_x">, <lj comm=snow_days>, <user name=bo> and <lj user=cy />

<lj-cut text="Read more">
The <i>kettle</i> sang &amp; un<b>believ</b>able snow fell <3.
<center>***</center>
She wondered if a < b. <grin>
</lj-cut>"""


def test_an_entry_of_a_journal() -> None:
    assert pasted.read(JOURNAL) == (
        "**Title:** Frost\n**For:** ann_x, snow_days, bo and cy\n\n"
        "The *kettle* sang & un**believ**able snow fell <3.\n***\nShe wondered if a < b. <grin>"
    )


FORUM = """\
[center][b]The Ladder[/b][/center]
[i]by ruth[/i]
[hr]
[color=#336699]The harbour was [I]quiet[/I] <3.

[size=85]“Twelve,”[/size] said [url=https://example.org/keeper]the keeper[/url], and wrote [sic] & [b beside it.[/color]
[spoiler=the end]The last boat was hers.[/spoiler]"""


def test_a_post_of_a_forum() -> None:
    assert pasted.read(FORUM) == (
        "**The Ladder**\n*by ruth*\n\n* * *\n\nThe harbour was *quiet* <3.\n\n"
        "“Twelve,” said the keeper, and wrote [sic] & [b beside it.\n||The last boat was hers.||"
    )


@pytest.mark.parametrize(
    "typed", ["She wrote [i] and [b] on the wall, [sic].", "[G] [91 words] **Rain**", "[/i] alone", "[s]"]
)
def test_brackets_that_open_or_shut_nothing_stay(typed: str) -> None:
    assert pasted.read(typed) == typed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("One<br>two", "One\ntwo"),
        ("One<br />\ntwo<BR>\n<br/>three", "One\ntwo\n\nthree"),
        ("<p>One.</p>\n\n<p>Two.</p>", "One.\n\nTwo."),
        ("One.<p>Two.<p>Three.", "One.\n\nTwo.\n\nThree."),
        (
            "<div>Title: Frost</div>\n<div>Rating: G</div>\n\n\nOnce <i>more</i>",
            "Title: Frost\nRating: G\n\nOnce *more*",
        ),
        ("<i>One</i>\ntwo\n\nthree", "*One*\ntwo\n\nthree"),
        (
            "<i>A long line that somebody's editor broke, as editors</i>\ndo.<br>End",
            "*A long line that somebody's editor broke, as editors* do.\nEnd",
        ),
        ('<cut text="x">Snow</cut> <span class="ljuser" data-x="1"><a href="x"><b>bo</b></a></span>', "Snow **bo**"),
        ("Snow &mdash; and &quot;tea&quot; &#8230;", 'Snow — and "tea" …'),
        ("<html><body>One\ntwo</body></html>", "One two"),
        ("<details><summary>More</summary><i>Snow</i></details>", "More\n*Snow*"),
        ("<samp>a</samp> <ruby>b<rp>(</rp><rt>c</rt><rp>)</rp></ruby> <i>d</i>", "a b *d*"),
        ('<b style="font-weight:normal;" id="x"><p>Not <i>bold</i></p></b>', "Not *bold*"),
        ("<style>p .no{display:none}</style><p>One <b class=no>no</b> <i class=no>no</i>two</p>", "One two"),
        ("<p>One <i style='display:none'>no</i><b hidden>no</b><font style='font-size:0'>no</font>two</p>", "One two"),
        ("<p><![if !supportLists]><span style='mso-list:Ignore'>1.</span><![endif]>One<o:p></o:p></p>", "One"),
        ('<?xml:namespace prefix = o ns = "x" /><p>One</p>', "One"),
        ("<p>One <i title='a hidden style'>two</i></p>", "One *two*"),
        ("<table><colgroup><col></colgroup><tfoot><tr><td><i>Snow</i></td></tr></tfoot></table>", "*Snow*"),
        (
            "<strong>Hi</strong> <@123> <:tea:1> <t:1:R> <https://example.org>",
            "**Hi** <@123> <:tea:1> <t:1:R> <https://example.org>",
        ),
    ],
)
def test_what_is_html(typed: str, read: str) -> None:
    assert pasted.read(typed) == read


@pytest.mark.parametrize(
    "typed",
    [
        "a < b and <3 and b > c",
        "<grin> she said <hugs> and <i mean it>",
        "Title: Frost\n\nThe *kettle* **sang**, ~~softly~~ ||twice||.\n\n* * *\n\n> “<:tea:1>” <@123>",
        "# Frost\n- one\n---\n[tea](https://example.org?a=1&b=2) `x<y`",
        "<b> she typed, and never closed it",
        "AT&T; R&D & co &; &unknownname;",
        "  two  spaces\n\n\n\nand lines  ",
        "",
    ],
)
def test_what_is_none(typed: str) -> None:
    assert pasted.read(typed) == typed


@given(st.text("ab<>&;/ \n*_|3") | st.text())
@example("<" * 1000)
@settings(max_examples=200)
def test_a_text_without_elements_stays(typed: str) -> None:
    if not pasted.is_html(typed) and "&" not in typed:
        assert pasted.read(typed) == typed


@given(
    st.lists(st.sampled_from([*"yz <>&\n", "<i>", "</i>", "<b>", "</b>", "<br>", "<p>", "<lj user=x>", "<3", "&lt;"]))
)
@settings(max_examples=200)
def test_no_letter_is_lost(parts: list[str]) -> None:
    typed = "".join(parts)
    letters = [part for part in parts if part in {"y", "z"}]
    assert [letter for letter in pasted.read(typed) if letter in "yz"] == letters


ADVERSARIES = [
    "<div>",
    "<b x=1>",
    "<font color=1>x<p>",
    "<i>",
    "</p>",
    "<",
    "<br",
    "&",
    "&amp;",
    "<lj user=",
    "\n",
    "<p\n",
    " \n<p>",
]


@pytest.mark.parametrize("piece", ADVERSARIES)
def test_no_text_takes_long(piece: str) -> None:
    for typed in ("</p>" + piece * (100_000 // len(piece)), "</p>" + piece * (pasted.MOST_TAGS - 10)):
        assert is_in_proportion(pasted.read, typed, within=3)


def test_what_is_longer_than_any_story_stays_as_it_was_typed() -> None:
    assert pasted.read("</p>" + "x\n" * pasted.MOST_LINES) != "</p>" + "x\n" * pasted.MOST_LINES
    assert pasted.read("</p>\n" + "x\n" * pasted.MOST_LINES) == "</p>\n" + "x\n" * pasted.MOST_LINES


def test_different_attributes_do_not_make_it_slow() -> None:
    tags = "".join(f"<b id={number}><font color={number}>" for number in range(2_000))
    assert is_in_proportion(pasted.read, tags + "<p>x" * 900 + "</p>", within=3)

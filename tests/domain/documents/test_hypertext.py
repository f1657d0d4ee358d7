"""Every inline element of HTML: no visible character is lost, and no hidden one comes out.

The elements are the phrasing content of the HTML Living Standard (3.2.5.2.5), and those that it calls obsolete (16.2)
and that browsers still show.
"""

import pytest

from bot.domain.documents import hypertext, web_page
from tests.growth import is_in_proportion

SHOWN = (
    *("a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "label"),
    *("map", "mark", "math", "output", "picture", "q", "ruby", "s", "samp", "slot", "small", "span", "strong", "sub"),
    *("sup", "time", "u", "var", "acronym", "big", "blink", "center", "font", "marquee", "nobr", "rb", "strike", "tt"),
    *("unknown-element", "o:p"),
)
EMPTY = ("area", "br", "embed", "img", "input", "link", "meta", "wbr", "basefont", "bgsound", "param", "track")
UNSEEN = (
    *("audio", "canvas", "datalist", "iframe", "meter", "noscript", "object", "progress", "script", "select", "style"),
    *("svg", "template", "textarea", "video", "noembed", "noframes", "rp", "rt", "rtc", "dialog"),
)
"""Readings, controls of a form, pictures, and what browsers show only where they cannot show something else."""


def words(source: str) -> str:
    """What is read, without marks and line ends."""
    return "".join(character for character in web_page.read(source) if character not in "*_~“” \n")


@pytest.mark.parametrize("element", SHOWN)
def test_a_shown_element(element: str) -> None:
    assert words(f"<p>One<{element}>two</{element}>three</p>") == "Onetwothree"
    assert words(f"<p>One<i><{element}>two</{element}></i>three</p>") == "Onetwothree"


@pytest.mark.parametrize("element", EMPTY)
def test_an_element_that_holds_nothing(element: str) -> None:
    assert words(f'<p>One<{element} alt="no" value="no" title="no">two</p>') == "Onetwo"


@pytest.mark.parametrize("element", UNSEEN)
def test_an_element_that_is_not_shown(element: str) -> None:
    assert words(f"<p>One<{element}>no</{element}>two</p>") == "Onetwo"


@pytest.mark.parametrize("token", ["mi", "mn", "mo", "mtext", "ms"])
def test_a_formula(token: str) -> None:
    formula = f"<semantics><{token}>x</{token}><annotation>no</annotation></semantics>"
    assert words(f"<p>One <math>{formula}</math></p>") == "Onex"


@pytest.mark.parametrize(
    "hiding",
    [
        'style="display:none"',
        'style="color: red; DISPLAY : None !important"',
        'style="visibility: hidden"',
        'style="visibility:collapse"',
        'style="mso-hide:all"',
        "style='mso-list:Ignore'",
        "hidden",
        'hidden="until-found"',
        'class="x away"',
        'id="gone"',
    ],
)
@pytest.mark.parametrize("element", ["span", "i", "div", "p", "section", "nav", "td", "time", "button"])
def test_what_is_hidden(hiding: str, element: str) -> None:
    sheet = "<style>p{margin:0} .away, h9{display:none}</style><style><!-- #gone {visibility:hidden} --></style>"
    element, around = (element, "<table><tr>{}</tr></table>") if element == "td" else (element, "{}")
    inside = around.format(f"<{element} {hiding}>no <b>no</b></{element}>")
    assert words(f"{sheet}<div>One</div>{inside}<div>two</div>") == "Onetwo"


def test_an_open_dialog_is_shown() -> None:
    assert words("<p>One</p><dialog open>two</dialog>") == "Onetwo"


@pytest.mark.parametrize(
    ("rules", "text"),
    [
        (".c1{font-style:italic}", "*word*"),
        ("@import url(https://example.org/a.css?b);.c1{font-style:italic;color:#000}.c2{font-weight:400}", "*word*"),
        (".c0 , span.c1 { font-weight : 700 }", "**word**"),
        ("/* .c1{font-weight:700} */ span{text-decoration:underline}", "__word__"),
        (".c1{font-style:italic}.c1{font-style:normal}", "word"),
        ("span.c1{font-style:italic}.c1{font-style:normal}", "*word*"),
        ("#w{text-decoration:line-through}", "~~word~~"),
        ("p .c1{font-style:italic}", "word"),
        ("@media print{.c1{display:none}} .c1{font-style:oblique}", "*word*"),
        (".c1{font-style:italic", "*word*"),
        ("}}{.c1{", "word"),
        (".c1{font:italic 12px Georgia}", "*word*"),
        (".c1{font: 700 1em/1.2 'Normal Italic', serif !important}", "**word**"),
        (".c1{font-style:italic}#w{font:12px Georgia}", "word"),
        (".c1{font-style:italic}#w{font:inherit}", "*word*"),
    ],
)
def test_a_style_sheet(rules: str, text: str) -> None:
    page = f'<html><head><style type="text/css">{rules}</style></head><body><p><span class="c1" id="w">word</span></p>'
    assert web_page.read(page) == text


@pytest.mark.parametrize(
    ("media", "text"), [("print", "word"), ("SCREEN", "*word*"), ("", "*word*"), ("tv, print", "word")]
)
def test_a_sheet_for_paper_says_nothing_of_the_screen(media: str, text: str) -> None:
    assert web_page.read(f"<style media='{media}'>p{{font-style:italic}}</style><p>word</p>") == text


def test_what_an_element_says_itself_comes_before_its_class() -> None:
    page = '<style>.c1{font-style:italic}</style><p><span class="c1" style="font-style:normal">word</span>'
    assert web_page.read(page) == "word"


def test_a_document_that_was_copied_stands_in_a_bold_that_is_not_bold() -> None:
    page = (
        '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400;'
        'text-decoration:none">It </span><span style="font-style:italic">really</span><span> snowed.</span></p></b>'
    )
    assert web_page.read(page) == "It *really* snowed."


@pytest.mark.parametrize(
    "piece", ["<style>.a{display:none}", "{", ".a{", ".a,", "/*", "<p class=a>", "<p hidden>", "<i style=a:b>"]
)
def test_no_page_takes_long(piece: str) -> None:
    rules = "".join(f".a{number}{{font-style:italic}}" for number in range(4_000))
    many = piece * (120_000 // len(piece))
    assert is_in_proportion(lambda text: web_page.read(f"<style>{rules}{text}</style>{text}"), many, within=5)


def test_every_element_has_one_meaning() -> None:
    assert not hypertext.KNOWN & hypertext.DROPPED

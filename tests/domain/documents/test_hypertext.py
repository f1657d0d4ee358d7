"""Every element of HTML: no visible character is lost, and no hidden one comes out.

The elements are those in the index of the HTML Living Standard, and those that it calls obsolete (16.2), of which
browsers still show most.
"""

import pytest

from bot.domain.documents import pasted, web_page_reader
from tests.growth import is_in_proportion

STANDARD = """
a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col colgroup
data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head
header hgroup hr html i iframe img input ins kbd label legend li link main map mark math menu meta meter nav noscript
object ol optgroup option output p picture pre progress q rp rt ruby s samp script search section select selectedcontent
slot small source span strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr
track u ul var video wbr
"""
OBSOLETE = """
acronym applet basefont bgsound big blink center dir font frame frameset isindex keygen listing marquee multicol nobr
noembed noframes param plaintext rb rtc strike tt xmp
"""

SHOWN = (
    *("a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "label"),
    *("map", "mark", "math", "object", "output", "picture", "q", "ruby", "s", "samp", "selectedcontent", "slot"),
    *("small", "span", "strong", "sub", "sup", "time", "u", "var"),
    *("acronym", "applet", "big", "blink", "font", "isindex", "marquee", "multicol", "nobr", "rb", "strike", "tt"),
    *("unknown-element", "o:p"),
)
BLOCKS = (
    *("address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figcaption", "figure"),
    *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "legend", "main", "menu", "nav", "ol"),
    *("p", "pre", "search", "section", "summary", "textarea", "ul", "center", "dir", "listing", "xmp"),
)
PARTS = {
    "ul": ("li",),
    "dl": ("dt", "dd"),
    "table": ("table", "caption", "tbody", "thead", "tfoot", "tr", "td", "th"),
    "select": ("option", "optgroup"),
}
"""Elements that stand inside another one."""
ROWS = {
    "table": "<td>two</td>",
    "tr": "<tr><td>two</td></tr>",
    **{part: f"<{part}><tr><td>two</td></tr></{part}>" for part in ("tbody", "thead", "tfoot")},
}
SPLIT = ["One", "two", "three"]
EMPTY = (
    *("area", "base", "br", "col", "colgroup", "embed", "frame", "frameset", "hr", "img", "input", "link", "meta"),
    *("source", "track", "wbr", "basefont", "bgsound", "keygen", "param"),
)
UNSEEN = (
    *("audio", "canvas", "datalist", "iframe", "meter", "noscript", "progress", "script", "select", "style", "svg"),
    *("template", "title", "video", "noembed", "noframes", "rp", "rt", "rtc", "dialog"),
)
"""Readings, controls of a form, pictures, and what browsers show only where they cannot show something else."""
PAGE = ("html", "head", "body", "plaintext")


def test_every_element_is_in_a_table() -> None:
    tables = {*SHOWN, *BLOCKS, *EMPTY, *UNSEEN, *PAGE, *(part for parts in PARTS.values() for part in parts)}
    assert {*STANDARD.split(), *OBSOLETE.split()} <= tables


def words(source: str) -> str:
    """What is read, without marks and line ends."""
    return "".join(character for character in web_page_reader.read(source) if character not in "*_~“” \n")


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


@pytest.mark.parametrize("element", [each for each in BLOCKS if each != "nav"])
def test_an_element_that_makes_lines(element: str) -> None:
    lines = web_page_reader.read(f"<div>One<{element}>two</{element}>three</div>").split()
    assert [line.strip("-") for line in lines] == SPLIT


@pytest.mark.parametrize("part", [part for whole in ("ul", "dl", "table") for part in PARTS[whole]])
def test_a_part_of_a_list_or_table(part: str) -> None:
    whole = next(whole for whole, parts in PARTS.items() if part in parts)
    inside = f"<tr><{part}>two</{part}></tr>" if part in {"td", "th"} else f"<{part}>two</{part}>"
    inside = ROWS.get(part, inside)
    assert web_page_reader.read(f"<div>One<{whole}>{inside}</{whole}>three</div>").replace("- ", "").split() == SPLIT


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("One<plaintext>two <b>", "Onetwo<b>"),
        ("<html><head>One</head><body>two</body></html>", "Onetwo"),
        ("<select><optgroup label=no><option selected>no</select>One", "One"),
        ("<object data=x>no</object>One", "One"),
        ("One<svg><title>no</title><desc>no</desc><g>no<text>two <tspan>three</tspan></text></g></svg>", "Onetwothree"),
        ("<svg><defs><text>no</text></defs><foreignObject><p>One</p></foreignObject><symbol>no</symbol></svg>", "One"),
        ("<math><mi>x</mi><mphantom><mi>no</mi></mphantom></math>One", "xOne"),
        ("<textarea>One &amp; <b></textarea>", "One&<b>"),
        ("<p><noscript><b>no</b></noscript><noembed><b>no</b></noembed>One", "One"),
        ("<ruby>One<rp>(</rp><rt>no</rt><rtc>no</rtc><rp>)</rp></ruby>", "One"),
        ("<!--[if mso]><p>no</p><![endif]--><![if !mso]>One<![endif]>", "One"),
        ("<dialog style='display:block'>One</dialog><div hidden style='display:flex'>two</div>", "Onetwo"),
        ("<div popover>no</div><div content-visibility=no>One</div>", "One"),
        ("One<wbr>two&shy;three&#8203;four", "Onetwothreefour"),
        ("<bdo dir=rtl>One</bdo><details><summary>two</summary>three</details>", "Onetwothree"),
    ],
)
def test_what_goes_by_where_an_element_stands(source: str, shown: str) -> None:
    assert words(source) == shown


def test_a_quotation_inside_another_has_marks_of_its_own() -> None:
    assert web_page_reader.read("<q>One <q>two</q> <q>three <q>four</q></q></q> <q>five</q>") == (
        "“One ‘two’ ‘three “four”’” “five”"
    )


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
        'style="content-visibility:hidden"',
        'style="font-size:0"',
        'style="font-size: 0.0em"',
        'style="font: 0/0 a"',
        'style="font:bold 0px/1 serif"',
        'style="opacity:0"',
        'style="opacity: 0.0"',
        'style="opacity:0%"',
        'style="height:0;overflow:hidden"',
        'style="position:absolute;width:1px;height:1px;overflow:hidden"',
        'style="max-height:0px; overflow-y:hidden"',
        'style="width:0;overflow:clip"',
        'style="position:absolute;clip:rect(0 0 0 0)"',
        'style="position:absolute;clip:rect(1px, 1px, 1px, 1px)"',
        'style="position:fixed;clip:rect(0,0,99px,0)"',
        'style="clip-path:inset(50%)"',
        'style="clip-path: inset(100%)"',
        'style="clip-path:inset(0 0 99.9% 99.9%)"',
        'style="clip-path:circle(0)"',
        'style="clip-path:polygon(0 0,0 0,0px 0)"',
        'style="position:absolute;left:-9999px"',
        'style="position:absolute; top:-10000.5px"',
        'style="position:fixed;left:-999em"',
        'style="position:relative;left:-100vw"',
        'style="margin-left:-99999px"',
        'style="text-indent:-9999px"',
        'style="text-indent:100%;white-space:nowrap;overflow:hidden"',
        'style="transform:scale(0)"',
        'style="transform:translateX(-9999px)"',
        'style="transform:translate( 0, -9999px)"',
        'hidden=""',
        "popover",
        'class="x away"',
        'id="gone"',
    ],
)
def test_what_is_hidden(hiding: str) -> None:
    sheet = "<style>p{margin:0} .away, h9{display:none}</style><style><!-- #gone {visibility:hidden} --></style>"
    elements = ("span", "i", "div", "p", "section", "nav", "button", "time", "td")
    hidden = {element: f"<{element} {hiding}>no <b>no</b></{element}>" for element in elements}
    hidden["td"] = f"<table><tr>{hidden['td']}</tr></table>"
    shown = {element: words(f"{sheet}<div>One</div>{inside}<div>two</div>") for element, inside in hidden.items()}
    assert shown == dict.fromkeys(elements, "Onetwo")


@pytest.mark.parametrize(
    "style",
    [
        "font-size:0.5em",
        "font-size:1px",
        "font:italic 10pt/0 serif",
        "opacity:0.01",
        "height:0",
        "overflow:hidden",
        "overflow:hidden;height:10px;width:100px",
        "clip:rect(0 0 0 0)",
        "position:absolute;clip:rect(0, auto, auto, 0)",
        "position:absolute;clip:rect(0,100px,100px,0)",
        "clip-path:inset(0)",
        "clip-path:inset(10% 20% 30%)",
        "clip-path:inset(60px)",
        "clip-path:circle(50%)",
        "clip-path:polygon(0 0,100% 0,0 100%)",
        "left:-9999px",
        "position:absolute;left:-99px",
        "text-indent:-36pt",
        "margin-left:-1.5in",
        "transform:scale(0.9)",
        "transform:translate(-50%,-50%)",
        "visibility:visible",
        "display:contents",
        "content-visibility:auto",
        "color:#fff;background:#fff",
        "color:transparent",
        "mso-hide:none",
    ],
)
def test_what_is_not_hidden(style: str) -> None:
    assert words(f'<div>One</div><div style="{style}">two</div>three').replace("\n", "") == "Onetwothree"


@pytest.mark.parametrize(
    ("around", "inside"),
    [
        ("visibility:hidden", "visibility:visible"),
        ("visibility:collapse", "visibility: visible !important"),
        ("font-size:0", "font-size:16px"),
        ("font-size:0", "font-size:1rem"),
        ("font:0/0 a", "font:12pt/1.2 serif"),
        ("font-size:0", "font-size:x-large"),
    ],
)
def test_what_is_shown_inside_what_is_not(around: str, inside: str) -> None:
    shown = f'<span style="{inside}">One <b>two</b></span>'
    assert words(f'<div style="{around}">no<q>no</q><hr><lj user=no> {shown} <i>no</i></div>') == "Onetwo"


@pytest.mark.parametrize(
    ("around", "inside"),
    [
        ("font-size:0", "font-size:2em"),
        ("font-size:0", "font-size:150%"),
        ("font-size:0", "font-size:inherit"),
        ("visibility:hidden", "visibility:inherit"),
        ("display:none", "display:block"),
        ("opacity:0", "opacity:1"),
    ],
)
def test_what_stays_hidden_inside_what_is(around: str, inside: str) -> None:
    assert words(f'<div style="{around}"><span style="{inside}">no</span></div>One') == "One"


@pytest.mark.parametrize(
    "kept",
    [
        *(f'<div style="white-space:{value}">{{}}</div>' for value in ("pre", "pre-wrap", "pre-line", "break-spaces")),
        '<div style="white-space-collapse:preserve">{}</div>',
        '<div style="white-space:preserve nowrap"><span>{}</span></div>',
        "<style>.c{{white-space:pre-wrap}}</style><p class=c>{}</p>",
        "<pre style='font-size:9pt'>{}</pre>",
        "<listing>{}</listing>",
        "<xmp>{}</xmp>",
        "<textarea>{}</textarea>",
    ],
)
def test_lines_of_the_source_that_a_page_shows(kept: str) -> None:
    assert web_page_reader.read(kept.format("One\ntwo\n\nthree") + "four\nfive") in {
        "One\ntwo\n\nthree\nfour five",
        "One\ntwo\n\nthree\n\nfour five",
    }


@pytest.mark.parametrize("value", ["normal", "nowrap", "collapse"])
def test_lines_that_a_style_joins_again(value: str) -> None:
    assert web_page_reader.read(f'<pre>One\ntwo<span style="white-space:{value}"> three\nfour</span></pre>') == (
        "One\ntwo three four"
    )


@pytest.mark.parametrize("display", ["block", "list-item", "flex", "grid", "table"])
def test_a_style_that_makes_lines(display: str) -> None:
    assert web_page_reader.read(f'One<span style="display:{display}">two</span>three') == "One\ntwo\nthree"


@pytest.mark.parametrize("element", EMPTY)
def test_an_element_that_holds_nothing_is_no_text_of_a_paste_either(element: str) -> None:
    assert pasted.read(f'One<{element} alt="no" value="no"><br>two').strip(" *\n").split()[0] == "One"
    assert "no" not in pasted.read(f'One<{element} alt="no" value="no"><br>two')


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
        ("p .c1{font-style:italic}", "*word*"),
        ("html body>p > .c1{font-style:italic}", "*word*"),
        ("div .c1, h1+p .c1, p > p{font-style:italic}", "word"),
        ("[class]{font-style:italic}", "*word*"),
        ("span[class='c1'][id=\"w\"]{font-style:italic}", "*word*"),
        ("p span:first-child:not(.c2){font-style:italic}", "*word*"),
        (".c1.c2{font-style:italic}", "word"),
        (".c1::before, .c1:hover, .c1:nosuch{font-style:italic}", "word"),
        ("h9, :is(.c0, .c1):not(a, b){font-style:italic}", "*word*"),
        ("p .c1{font-style:italic} .c1{font-style:normal}", "*word*"),
        ("#w{font-style:italic} p span.c1{font-style:normal}", "*word*"),
        (".c1{font-style:italic !important} #w{font-style:normal}", "*word*"),
        (".c1{font-style:normal! important} #w{font-style:italic!important}", "*word*"),
        (".c2:after{content:'}{'} .c1{font-style:italic}", "*word*"),
        (".c1{content:';font-weight:700'; font-style:italic}", "*word*"),
        ("@media print{.c1{display:none}} .c1{font-style:oblique}", "*word*"),
        ("@media screen{.c1{font-style:italic}}", "*word*"),
        ("@media only screen and (min-width: 40em), print{.c2{color:red}.c1{font-style:italic}}", "*word*"),
        ("@media (max-width:600px){.c1{display:none}} .c1{font-style:italic}", "*word*"),
        ("@media not screen{.c1{display:none}}", "word"),
        ("@media screen{@media print{.c1{display:none}}} .c1{font-style:italic}", "*word*"),
        ("@supports (display:grid){.c1{font-style:italic}}", "*word*"),
        ("@font-face{font-style:italic} @page{font-style:italic}", "word"),
        (".c1{color:red; .c2{display:none} } .c1{font-style:italic}", "*word*"),
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
    assert web_page_reader.read(page) == text


@pytest.mark.parametrize(
    ("media", "text"), [("print", "word"), ("SCREEN", "*word*"), ("", "*word*"), ("tv, print", "word")]
)
def test_a_sheet_for_paper_says_nothing_of_the_screen(media: str, text: str) -> None:
    assert web_page_reader.read(f"<style media='{media}'>p{{font-style:italic}}</style><p>word</p>") == text


@pytest.mark.parametrize(
    "selector",
    ["div.meta p", ".meta > p", "#x p.a.b", "p[data-k]", "p[data-k=v i]", ".meta p:nth-of-type(1)", "i ~ p, i + p"],
)
def test_what_a_sheet_hides_by_where_it_stands(selector: str) -> None:
    inside = "<p class='a b' data-k=v>no</p>" if "~" not in selector else "<i></i><p>no</p>"
    page = f"<style>{selector}{{display:none}}</style><div class=meta id=x>{inside}</div><section><p>One</p></section>"
    assert words(page) == "One"


@pytest.mark.parametrize(
    ("sheet", "own", "shown"),
    [
        ("display:none", "display:block", "One"),
        ("display:none !important", "display:block", ""),
        ("display:none !important", "display:block !important", "One"),
        ("font-size:0", "font-size:12pt", "One"),
    ],
)
def test_what_is_important_comes_before_what_an_element_says_itself(sheet: str, own: str, shown: str) -> None:
    assert words(f"<style>p{{{sheet}}}</style><p style='{own}'>One</p>") == shown


def test_what_an_element_says_itself_comes_before_its_class() -> None:
    page = '<style>.c1{font-style:italic}</style><p><span class="c1" style="font-style:normal">word</span>'
    assert web_page_reader.read(page) == "word"


def test_a_document_that_was_copied_stands_in_a_bold_that_is_not_bold() -> None:
    page = (
        '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400;'
        'text-decoration:none">It </span><span style="font-style:italic">really</span><span> snowed.</span></p></b>'
    )
    assert web_page_reader.read(page) == "It *really* snowed."


@pytest.mark.parametrize(
    "piece", ["<style>.a{display:none}", "{", ".a{", ".a,", "/*", "<p class=a>", "<p hidden>", "<i style=a:b>"]
)
def test_no_page_takes_long(piece: str) -> None:
    rules = "".join(f".a{number}{{font-style:italic}}" for number in range(2_000))
    many = piece * (60_000 // len(piece))
    assert is_in_proportion(lambda text: web_page_reader.read(f"<style>{rules}{text}</style>{text}"), many, within=5)

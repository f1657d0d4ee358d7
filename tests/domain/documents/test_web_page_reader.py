import pytest

from bot.domain.documents import web_page_reader
from tests.domain.documents.web_pages import parts
from tests.growth import is_in_proportion


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One</p><p>two</p>", "One\n\ntwo"),
        ("<div>One</div><div>two<br>three</div>", "One\ntwo\nthree"),
        ("<p>One<br><br><br><br>two</p>", "One\n\ntwo"),
        ("<p>One\n   two&nbsp;</p><p>&nbsp;</p>three", "One two\n\nthree"),
        ("<b>Title:</b> x<br><i>a<br>b</i>", "**Title:** x\n*a*\n*b*"),
        ("<b><i>Both</i></b> <strong>b</strong><em> i </em>x", "***Both* b** *i* x"),
        ("<u>under</u> <s>gone</s> <strike>too</strike>", "__under__ ~~gone too~~"),
        ('<span style="font-style: italic; color: red">a</span> <span style="font-weight:700">b</span>', "*a* **b**"),
        ('<b style="font-weight:normal"><p>Not <span style="font-weight: bold">bold</span></p></b>', "Not **bold**"),
        ("One<hr>two", "One\n\n* * *\n\ntwo"),
        ("<ul><li>one<li>two</ul>end", "- one\n- two\n\nend"),
        ("<table><tr><td>Rating:<td>G<tr><td>For:<td>Bo</table>", "Rating: G\nFor: Bo"),
        ("<dl><dt>Rating:<dd>G<dt>For:<dd>Bo</dl>", "Rating: G\nFor: Bo"),
        ("<dl><dd>One</dd>two</dl>", "One\ntwo"),
        ("She said <q>hi, <i>Bo</i></q>, <i><q>snow</q></i>.", "She said “hi, *Bo*”, *“snow”*."),
        ("<details><summary>More</summary>One</details>two", "More\nOne\ntwo"),
        ("<figure><img src=x><figcaption>Snow</figcaption></figure>two", "Snow\ntwo"),
        ("un\u00adreal \ufeffsnow\u200bfall <i>\u200b</i>\u200d", "unreal snowfall \u200d"),
        ("<ul><li><p>one</p></li><li> <p>two</p></li><li></li></ul>end", "- one\n\n- two\n\nend"),
        ("<ul><li>one<ul><li>two</li></ul></li></ul>", "- one\n\n- two"),
        ("<pre>One\n\ntwo  three</pre>", "One\n\ntwo three"),
        ("<pre><code>One\n<b>two\nthree</b></code></pre>four\nfive", "One\n**two**\n**three**\n\nfour five"),
        ("a<script>alert('x')</script><style>p{}</style>b<!-- c -->c", "abc"),
        ("<iframe src=x>no</iframe><svg><title>no</title></svg><textarea>\nOne\ntwo</textarea>yes", "One\ntwo\n\nyes"),
        ('<a href="javascript:x()" onclick="y()">word</a> <img src=x onerror=y() alt=no>', "word"),
        ("<o:p>word</o:p> <blink>on</blink>", "word on"),
        ("&lt;b&gt; &amp;amp; &mdash; &#9731;", "<b> &amp; — ☃"),
        ("<p style='text-decoration:underline'>a <a href=x>b</a></p> <u><a href=x>c</a></u>", "__a__ b\n\nc"),
        (
            "<span style='text-decoration-line: line-through underline'>a</span> <u style='text-decoration:none'>b</u>",
            "__~~a~~__ b",
        ),
        ("", ""),
        ("<p>", ""),
        ("</b></i>text<b>", "text"),
    ],
)
def test_html_as_text(source: str, text: str) -> None:
    assert web_page_reader.read(source) == text


def test_deep_nesting_is_no_recursion() -> None:
    assert web_page_reader.read("<span>" * 20_000 + "end") == "end"
    assert is_in_proportion(web_page_reader.read, "<span>" * 20_000 + "end", within=5)


@pytest.mark.parametrize("element", ["title", "script", "style", "i", "a", "b", "div", "textarea", "span"])
def test_an_element_of_a_book_ends_where_it_begins(element: str) -> None:
    body = f'<body><p>One<{element} id="x"/> two<br/>three<br /></p></body>'
    page = f'<?xml version="1.0"?><html><head><title/></head>{body}</html>'
    assert web_page_reader.read(page).split() == ["One", "two", "three"]


@pytest.mark.parametrize(
    "page",
    [
        (
            '<p>It snowed<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>.</p>'
            '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>No, <a href="#cmnt_ref1">no</a>.</p><p>No.</p></div>'
        ),
        (
            '<div><p>It snowed<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>.</p>'
            '<p><a href="#cmnt_ref1" id="cmnt1">[a]</a>No.</p></div>'
        ),
        (
            '<p>It snowed<span><a class=msocomanchor href="#_msocom_1">[I1]</a></span>.</p>'
            '<div style="mso-element:comment"><div class=msocomtxt><p><a name="_msocom_1"></a>No.</p></div></div>'
        ),
    ],
)
def test_what_a_reader_said_beside_a_document_is_no_part_of_it(page: str) -> None:
    assert web_page_reader.read(page) == "It snowed."


@pytest.mark.parametrize(
    "page",
    [
        (
            '<p>It snowed<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>.</p><p>It sang.</p><hr>'
            '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> A <i>note</i>.</p><p>Two.</p></div>'
        ),
        (
            '<p>It snowed<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p>'
            '<p>It sang.</p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym"'
            ' href="#sdfootnote1anc">1</a> A <i>note</i>.</p><p>Two.</p></div>'
        ),
        (
            '<p>It snowed<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1"><span>[1]</span></a>.</p>'
            "<p>It sang.</p><div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1>"
            '<p class=x><a href="#_ftnref1" name="_ftn1">[1]</a> A <i>note</i>.</p><p>Two.</p></div></div>'
        ),
    ],
)
def test_footnotes_go_along_below_a_document(page: str) -> None:
    text, left_out = parts(page)
    assert text.removesuffix("\n\n* * *") == "It snowed.\n\nIt sang."
    assert left_out == "A *note*.\n\nTwo."


def test_the_number_of_a_footnote_outside_of_one_takes_nothing_with_it() -> None:
    assert web_page_reader.read('<p>One<a href="#_ftn1">[1]</a> two</p>') == "One two"


def test_the_mark_of_a_comment_outside_of_one_takes_nothing_with_it() -> None:
    assert web_page_reader.read('One <a href="#cmnt_ref1">[a]</a>two') == "One two"


WORD = """\
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- /* Definitions */
@font-face {font-family:"Cambria; Math"; font-style:italic;}
p.MsoNormal, li.MsoNormal {margin:0in; font-size:11.0pt; font-family:"Calibri",sans-serif;}
span.Away {mso-style-name:Away; display:none; mso-hide:all} --></style>
<!--[if gte mso 10]><style>p {display:none}</style><![endif]--></head><body lang=EN-US><div class=WordSection1>
<p class=MsoNormal>It <span class=SpellE>snowed</span>.<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>A kettle.</p>
<p class=MsoNormal><span class=Away>No. </span>It sang.</p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p><!--[if supportFields]>PAGE<![endif]--></p></div></body></html>"""
LIBRE_OFFICE = """\
<html><head><style type="text/css">@page { size: 21cm 29.7cm; margin: 2cm } p { line-height: 115% }</style></head>
<body dir="ltr"><p style="line-height: 100%"><font face="Liberation Serif">It snowed.</font></p>
<p>A kettle.</p><div id="Section1" style="display: none"><p>No.</p></div><p>It sang.</p></body></html>"""
APPLE = """\
<html><head><style type="text/css">p.p1 {margin: 0.0px 0.0px 12.0px 0.0px; font: 12.0px Times}
span.s1 {font-kerning: none} span.Apple-tab-span {white-space:pre}</style></head><body>
<p class="p1"><span class="s1">It</span><span class="Apple-converted-space">&nbsp;</span>snowed.</p>
<p class="p1"><span class="Apple-tab-span">\t</span>A kettle.</p><p class="p1">It sang.</p></body></html>"""
OUTLOOK = """\
<html><head><style>#outlook a{padding:0} @media only screen and (max-width:480px){.wide{display:none!important}}
.before{display:none!important;visibility:hidden;opacity:0;font-size:1px}</style></head><body>
<div class="before" style="display:block">No.</div><div style="max-height:0px;overflow:hidden;mso-hide:all">No.</div>
<!--[if mso]><table><tr><td>No.<![endif]--><p class=wide>It snowed.</p><p>A kettle.</p><p>It sang.</p></body></html>"""
GOOGLE = """\
<html><head><style type="text/css">@import url(https://example.org/css?kit=a);ol{margin:0}table td,table th{padding:0}
.c1{color:#000;font-weight:400;text-decoration:none;font-size:11pt;font-style:normal}.c0{padding-top:0pt;orphans:2}
.lst-a>li:before{content:"- ";display:none}</style></head><body class="c5 doc-content">
<p class="c0"><span class="c1">It </span><span class="c1">snowed.</span></p>
<p class="c0"><span class="c1">A kettle.</span>
</p><p class="c0"><span class="c1">It sang.</span></p></body></html>"""


@pytest.mark.parametrize("page", [WORD, LIBRE_OFFICE, APPLE, OUTLOOK, GOOGLE])
def test_what_programs_save(page: str) -> None:
    assert web_page_reader.read(page) == "It snowed.\n\nA kettle.\n\nIt sang."


CLASSES = """<style>
.sr-only:not(:focus):not(:active) {position:absolute; width:1px; height:1px; margin:-1px; overflow:hidden; border:0}
.visually-hidden {position:absolute!important; clip-path:inset(50%); white-space:nowrap}
body .screen-reader-text {clip:rect(1px,1px,1px,1px); position:absolute !important}
h1.logo > a {text-indent:-9999px; display:block}
</style>"""


@pytest.mark.parametrize("name", ["sr-only", "visually-hidden", "screen-reader-text x"])
def test_what_is_for_screen_readers_alone(name: str) -> None:
    page = f'{CLASSES}<h1 class=logo><a>No</a></h1><p>It <span class="{name}">no</span>snowed.</p>'
    assert web_page_reader.read(page) == "It snowed."


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><noscript>no</noscript><title>no</title></head><body><p>One</p></body></html>",
        "<html><head><noscript><style>p{display:none}</style><p>no</p></noscript></head><p>One</p></html>",
        "<NOSCRIPT class='x'><p>no</p></NOSCRIPT ><p>One</p>",
        "<p>O<noscript>no</noscript>ne</p>",
        "<!-- <noscript> --><p>One</p><!-- </noscript> -->",
        "<!-- - <b>--><p>One</p><noscript><img></noscript>",
    ],
)
def test_what_is_shown_only_without_scripts(page: str) -> None:
    assert web_page_reader.read(page) == "One"


@pytest.mark.parametrize("tag", ["textarea", "xmp"])
def test_what_only_looks_like_it_is_text(tag: str) -> None:
    typed = "I wrote <noscript>this</noscript>."
    assert web_page_reader.read(f"<p>One</p><{tag}>{typed}</{tag}><noscript>no</noscript>") == f"One\n\n{typed}"
    assert web_page_reader.read(f"<p>One</p><{tag} class=x>{typed}") == f"One\n\n{typed}"


@pytest.mark.parametrize(
    ("empty", "text"),
    [
        ('<p style="border-top: none; border-bottom: 1px solid #000000"><br/>\n</p>', "One\n\n* * *\n\ntwo"),
        ("<style>p.line{border-bottom:1px double #808080}</style><p class=line></p>", "One\n\n* * *\n\ntwo"),
        (
            "<div style='border:none;border-bottom:solid windowtext 1.0pt'><p style='border:none'>&nbsp;</p></div>",
            "One\n\n* * *\n\ntwo",
        ),
        ("<div style='border:1px solid'><p style='border-top:dashed'></p></div>", "One\n\n* * *\n\ntwo"),
        ("<div style='border:1px solid'><hr></div>", "One\n\n* * *\n\ntwo"),
        ("<p style='border-bottom:1px solid'>some</p>", "One\n\nsome\n\ntwo"),
        *(
            (empty, "One\n\ntwo")
            for empty in (
                "<p style='border:none'></p>",
                "<p style='border:0 solid'></p>",
                "<p style='border:1px solid;border-top:none;border-bottom:none'></p>",
                "<p style='border-left:1px solid'></p>",
                "<p style='visibility:hidden;border:1px solid'></p>",
                "<div style='border:1px solid'><img src=x></div>",
                "<table><tr><td style='border:1px solid'></td></tr></table>",
            )
        ),
    ],
)
def test_an_empty_paragraph_with_a_line_is_a_scene_break(empty: str, text: str) -> None:
    assert web_page_reader.read(f"<p>One</p>{empty}<p>two</p>") == text

import pytest

from bot.domain.documents import furniture, web_page
from bot.domain.header.field import Field
from bot.domain.reading import manuscript
from tests.growth import is_in_proportion

ARCHIVED = """\
<!DOCTYPE html><html><head><title>Frost - ann_x</title><style>p { color: red }</style></head><body>
<div id="preface">
  <p class="message"><b>Frost</b><br />Posted originally on the <a href="https://example.org">Archive</a>.</p>
  <div class="meta">
    <dl class="tags">
      <dt>Rating:</dt>
      <dd><a href="https://example.org/tags">General Audiences</a></dd>
      <dt>Archive Warning:</dt>
      <dd><a>No Archive Warnings Apply</a></dd>
      <dt>Relationship:</dt>
      <dd><a>Ines/Tomas</a>, <a>Ines &amp; Yuki</a></dd>
      <dt>Stats:</dt>
      <dd>
        Published: 2026-01-02
        Words: 1,005
        Chapters: 1/1
      </dd>
    </dl>
    <h1>Frost</h1>
    <div class="byline">by <a rel="author">ann_x</a></div>
    <p>Summary</p>
    <blockquote class="userstuff"><p>A kettle.</p><p>And snow.</p></blockquote>
    <p>Notes</p>
    <blockquote class="userstuff"><p>For <i>Bo</i>.</p></blockquote>
  </div>
</div>
<div id="chapters" class="userstuff">
  <p>The <em>kettle</em> sang.</p><p>* * *</p><p>Snow<br/>fell.</p><hr/><p>&ldquo;Bo?&rdquo;</p>
</div>
<div id="afterword">
  <div class="meta"><p>End Notes</p><blockquote class="userstuff"><p>Thanks!</p></blockquote></div>
  <p class="message">Please <a>leave the writer a word</a>.</p>
</div>
</body></html>"""

STORY = "The *kettle* sang.\n\n* * *\n\nSnow\nfell.\n\n* * *\n\n“Bo?”"


def test_a_page_of_the_archive_is_a_header_and_a_story() -> None:
    assert web_page.read(ARCHIVED) == (
        "Title: Frost\nAuthor: ann_x\nRating: General Audiences\nArchive Warning: No Archive Warnings Apply\n"
        "Relationship: Ines/Tomas, Ines & Yuki\nPublished: 2026-01-02\nWords: 1,005\nChapters: 1/1\n"
        f"Summary: A kettle. And snow.\nNotes: For *Bo*.\n\n{STORY}\n\nNotes: Thanks!"
    )


def test_a_page_of_the_archive_is_understood() -> None:
    read = manuscript.parse(web_page.read(ARCHIVED))
    assert read.story == STORY
    assert read.header.get(Field.TITLE) == "Frost"
    assert read.header.get(Field.PAIRING) == "Ines/Tomas, Ines & Yuki"
    assert read.header.declared_words == 1005
    assert read.header.below == ((Field.NOTES, "Thanks!"),)


CHAPTERS = """
<div class="meta group"><h2 class="heading">Chapter 1: One</h2><p>Chapter Notes</p><blockquote>Hi</blockquote></div>
<div class="userstuff"><p>Snow fell.</p></div>
<div class="meta"><p>Chapter End Notes</p><blockquote>Bye</blockquote></div>
<div class="meta group"><h2 class="heading">Chapter 2</h2></div>
<div class="userstuff"><p>It stayed.</p></div>
"""


def test_chapters_of_the_archive_are_parted_and_their_notes_stand_around_all() -> None:
    before, _, after = ARCHIVED.partition('<div id="chapters" class="userstuff">')
    page = f'{before}<div id="chapters" class="userstuff">{CHAPTERS}{after[after.index("</div>") :]}'
    notes, *story, below = web_page.read(page).rsplit("\n\n", 4)
    assert notes.endswith("Notes: For *Bo*.\nNotes: Hi")
    assert story == ["Snow fell.", "* * *", "It stayed."]
    assert below == "Notes: Bye\nNotes: Thanks!"


HEADED = """
<dl class="work meta group">
  <dt class="rating tags">Rating:</dt>
  <dd class="rating tags"><ul class="commas"><li><a class="tag">General Audiences</a></li></ul></dd>
  <dt class="relationship tags">Relationships:</dt>
  <dd class="relationship tags"><ul class="commas"><li><a>Ines/Tomas</a></li><li><a>Ines &amp; Yuki</a></li></ul></dd>
  <dt class="language">Language:</dt>
  <dd class="language">English</dd>
  <dt class="series">Series:</dt>
  <dd class="series"><span class="series"><a class="previous">←Previous Work</a><span class="position">Part 2 of
    <a>Cold</a></span><a class="next">Next Work→</a></span></dd>
  <dt class="stats">Stats:</dt>
  <dd class="stats"><dl class="stats">
    <dt class="published">Published:</dt><dd class="published">2026-01-02</dd>
    <dt class="words">Words:</dt><dd class="words">1,005</dd>
    <dt class="chapters">Chapters:</dt><dd class="chapters">1/1</dd>
    <dt class="kudos">Kudos:</dt><dd class="kudos">12</dd><dt class="hits">Hits:</dt><dd class="hits">99</dd>
  </dl></dd>
</dl>
"""
SAVED = """\
<!DOCTYPE html><html><head><title>Frost - ann_x - Snow [Archive]</title></head><body class="logged-out"><div id="outer">
<ul id="skiplinks"><li><a href="#main">Main Content</a></li></ul>
<header id="header"><h1 class="heading"><a>Archive</a></h1>
  <nav><ul class="primary navigation actions"><li><a>Fandoms</a></li><li><a>Browse</a></li></ul></nav>
</header>
<div id="inner"><div id="main" class="works-show region" role="main"><div class="work">
<h3 class="landmark heading">Actions</h3>
<ul class="work navigation actions"><li><a>Bookmark</a></li><li><a>Share</a></li><li><a>Download</a></li></ul>
<h3 class="landmark heading">Work Header</h3><div class="wrapper">{headed}</div>
<div id="workskin">
  <div class="preface group">
    <h2 class="title heading">Frost</h2><h3 class="byline heading"><a rel="author">ann_x</a></h3>
    <div class="summary module"><h3 class="heading">Summary:</h3>
      <blockquote class="userstuff"><p>A kettle.</p></blockquote></div>
    <div class="notes module"><h3 class="heading">Notes:</h3><ul class="associations"><li>For <a>Bo</a>.</li></ul>
      <blockquote class="userstuff"><p>Hi.</p></blockquote>
      <p class="jump">(See the end of the work for <a>more notes</a>.)</p></div>
  </div>
  <div id="chapters" role="article">{chapters}</div>
  <div class="afterword preface group"><div id="work_endnotes" class="end notes module">
    <h3 class="heading">Notes:</h3><blockquote class="userstuff"><p>Thanks!</p></blockquote></div></div>
</div></div>
<div id="feedback"><h3 class="landmark heading">Actions</h3><ul class="actions"><li><a>Top ↑</a></li></ul>
  <div id="kudos">cy and 3 guests left kudos</div><div class="comment">Lovely!</div><textarea>Mine too</textarea></div>
</div></div>
<div id="footer"><ul class="navigation actions"><li><h4>About</h4></li></ul></div></div></body></html>"""

CHAPTER = """
<div class="chapter" id="chapter-{number}">
  <div class="chapter preface group"><h3 class="title"><a>Chapter {number}</a>: Name</h3>
    <div id="notes" class="notes module"><h3 class="heading">Notes:</h3>
      <blockquote class="userstuff">Before {number}</blockquote></div></div>
  <div class="userstuff module" role="article"><h3 class="landmark heading" id="work">Chapter Text</h3>
    <p>Snow <em>fell</em>.</p><p>Day {number}.</p></div>
  <div class="chapter preface group"><div class="end notes module">
    <h3 class="heading">Notes:</h3><blockquote class="userstuff">After {number}</blockquote></div></div>
</div>"""


def saved(chapters: str) -> str:
    return SAVED.format(headed=HEADED, chapters=chapters)


SAVED_HEADER = (
    "Title: Frost\nAuthor: ann_x\nRating: General Audiences\nRelationships: Ines/Tomas, Ines & Yuki\n"
    "Language: English\nSeries: Part 2 of Cold\nPublished: 2026-01-02\nWords: 1,005\nChapters: 1/1\n"
    "Notes: For Bo.\nSummary: A kettle.\nNotes: Hi."
)


def parts(page: str) -> tuple[str, str]:
    """A page's own text, and what is left out of it."""
    own, _, left_out = web_page.read(page).partition(f"\n\n{furniture.LINE}\n")
    return own, left_out


def test_a_page_of_the_archive_that_a_browser_saved_is_a_header_and_a_story() -> None:
    text = (
        '<h3 class="landmark heading" id="work">Work Text:</h3><div class="userstuff"><p>The <em>kettle</em>.</p></div>'
    )
    page = saved(text)
    own, left_out = parts(page)
    assert own == f"{SAVED_HEADER}\n\nThe *kettle*.\n\nNotes: Thanks!"
    for said in ("Fandoms", "Share", "cy and 3 guests left kudos", "Lovely!", "Mine too", "About"):
        assert said in left_out
    read = manuscript.parse(web_page.read(page))
    assert read.story == "The *kettle*."
    assert read.header.get(Field.TITLE) == "Frost"
    assert read.header.get(Field.PAIRING) == "Ines/Tomas, Ines & Yuki"
    assert read.header.below == ((Field.NOTES, "Thanks!"),)


def test_chapters_of_a_saved_page_are_parted() -> None:
    own, left_out = parts(saved(CHAPTER.format(number=1) + CHAPTER.format(number=2)))
    assert "Snow" not in left_out
    assert own == (
        f"{SAVED_HEADER}\nNotes: Before 1\n\nSnow *fell*.\n\nDay 1.\n\n* * *\n\nSnow *fell*.\n\nDay 2.\n\n"
        "Notes: After 1\nNotes: Before 2\nNotes: After 2\nNotes: Thanks!"
    )


def test_a_writer_whose_name_holds_a_by_keeps_it() -> None:
    assert "Author: Toby Smith\n" in web_page.read(saved("<p>x</p>").replace("ann_x</a>", "Toby Smith</a>"))


AROUND = """
<div id="page"><header role="banner" style="display:block">Site</header><nav>Home</nav><div role=search>Search</div>
<div class="content">{}</div><aside>Tags</aside><div role="complementary">Others</div><footer>Imprint</footer></div>"""


@pytest.mark.parametrize(
    "own",
    [
        "<main>{}</main>",
        "<article>{}</article>",
        "<div role=main>{}</div>",
        "<div role=article>{}</div>",
        "<main><article>{}</article></main>",
        "<main><nav>Previous</nav><article>{}</article><div role=navigation>Next</div></main>",
        "<nav><footer><main>{}</main></footer></nav>",
    ],
)
def test_what_a_site_puts_around_its_pages_goes_along_below_them(own: str) -> None:
    inside = "<header><h1>Frost</h1></header><p>Snow.</p><aside>Cold.</aside><footer>The end.</footer>"
    text, left_out = parts(AROUND.format(own.format(inside)))
    assert text.split() == ["Frost", "Snow.", "Cold.", "The", "end."]
    found = [word for word in left_out.split() if word not in {"Previous", "Next"}]
    assert found == ["Site", "Home", "Search", "Tags", "Others", "Imprint"]


@pytest.mark.parametrize("hides", ["display:none", "visibility:hidden"])
def test_what_is_hidden_in_what_is_left_out_is_hidden_there_too(hides: str) -> None:
    page = f'<div style="{hides}"><nav>no</nav></div><nav>Home <i style="{hides}">no</i></nav><main>Snow.</main>'
    assert parts(page) == ("Snow.", "Home")


def test_of_long_furniture_the_first_words_go_along() -> None:
    text, left_out = parts(f"<nav>{'Home ' * 999}</nav><main>Snow.</main>")
    first, _, rest = left_out.partition(" … and ")
    assert text == "Snow."
    assert len(left_out) < 1_600
    assert f"{999 - first.count('Home')} words more" == rest


def test_what_is_left_out_ends_a_line() -> None:
    assert parts("<div>One<nav>Home</nav>two</div>") == ("One\ntwo", "Home")


def test_a_page_that_is_all_furniture_is_its_text() -> None:
    assert web_page.read("<nav><p>Snow.</p></nav>") == "Snow."


@pytest.mark.parametrize("own", ["{}", "<article>One</article><article>{}</article>", "{}<main> <img src=x> </main>"])
def test_a_page_that_does_not_say_what_is_its_own_is_read_whole_but_for_navigation(own: str) -> None:
    text, left_out = parts(AROUND.format(own.format("Snow.")))
    words = [word for word in text.split() if word != "One"]
    assert words == ["Site", "Search", "Snow.", "Tags", "Others", "Imprint"]
    assert left_out == "Home"


@pytest.mark.parametrize("piece", ["<main>", "<nav>", "<main><nav>", "<header><i>", "<aside role=main>", "</nav><nav>"])
def test_furniture_takes_no_time_out_of_proportion(piece: str) -> None:
    many = piece * (100_000 // len(piece))
    assert is_in_proportion(lambda text: web_page.read(f"<nav>{text}<main>x"), many, within=5)


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
    assert web_page.read(source) == text


def test_deep_nesting_is_no_recursion() -> None:
    assert web_page.read("<span>" * 20_000 + "end") == "end"
    assert is_in_proportion(web_page.read, "<span>" * 20_000 + "end", within=5)


@pytest.mark.parametrize("element", ["title", "script", "style", "i", "a", "b", "div", "textarea", "span"])
def test_an_element_of_a_book_ends_where_it_begins(element: str) -> None:
    body = f'<body><p>One<{element} id="x"/> two<br/>three<br /></p></body>'
    page = f'<?xml version="1.0"?><html><head><title/></head>{body}</html>'
    assert web_page.read(page).split() == ["One", "two", "three"]


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
    assert web_page.read(page) == "It snowed."


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
    assert web_page.read('<p>One<a href="#_ftn1">[1]</a> two</p>') == "One two"


def test_the_mark_of_a_comment_outside_of_one_takes_nothing_with_it() -> None:
    assert web_page.read('One <a href="#cmnt_ref1">[a]</a>two') == "One two"


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
    assert web_page.read(page) == "It snowed.\n\nA kettle.\n\nIt sang."


CLASSES = """<style>
.sr-only:not(:focus):not(:active) {position:absolute; width:1px; height:1px; margin:-1px; overflow:hidden; border:0}
.visually-hidden {position:absolute!important; clip-path:inset(50%); white-space:nowrap}
body .screen-reader-text {clip:rect(1px,1px,1px,1px); position:absolute !important}
h1.logo > a {text-indent:-9999px; display:block}
</style>"""


@pytest.mark.parametrize("name", ["sr-only", "visually-hidden", "screen-reader-text x"])
def test_what_is_for_screen_readers_alone(name: str) -> None:
    page = f'{CLASSES}<h1 class=logo><a>No</a></h1><p>It <span class="{name}">no</span>snowed.</p>'
    assert web_page.read(page) == "It snowed."


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
    assert web_page.read(page) == "One"


@pytest.mark.parametrize("tag", ["textarea", "xmp"])
def test_what_only_looks_like_it_is_text(tag: str) -> None:
    typed = "I wrote <noscript>this</noscript>."
    assert web_page.read(f"<p>One</p><{tag}>{typed}</{tag}><noscript>no</noscript>") == f"One\n\n{typed}"
    assert web_page.read(f"<p>One</p><{tag} class=x>{typed}") == f"One\n\n{typed}"

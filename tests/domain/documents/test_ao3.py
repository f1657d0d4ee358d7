"""Pages of the Archive of Our Own, as it hands them out and as browsers save them."""

from bot.domain.documents import web_page_reader
from bot.domain.header.field import Field
from bot.domain.reading import manuscript
from tests.domain.documents.web_pages import parts

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
  <p>The <em>kettle</em> sang, and nobody came to take it from the stove.</p><p>* * *</p>
  <p>Snow<br/>fell on the yard until the gate was only a line.</p><hr/>
  <p>&ldquo;Bo?&rdquo; she called from the stairs.</p>
</div>
<div id="afterword">
  <div class="meta"><p>End Notes</p><blockquote class="userstuff"><p>Thanks!</p></blockquote></div>
  <p class="message">Please <a>leave the writer a word</a>.</p>
</div>
</body></html>"""
STORY = (
    "The *kettle* sang, and nobody came to take it from the stove.\n\n* * *\n\n"
    "Snow\nfell on the yard until the gate was only a line.\n\n* * *\n\n“Bo?” she called from the stairs."
)


def test_a_page_of_the_archive_is_a_header_and_a_story() -> None:
    assert web_page_reader.read(ARCHIVED) == (
        "Title: Frost\nAuthor: ann_x\nRating: General Audiences\nArchive Warning: No Archive Warnings Apply\n"
        "Relationship: Ines/Tomas, Ines & Yuki\nPublished: 2026-01-02\nWords: 1,005\nChapters: 1/1\n"
        f"Summary: A kettle. And snow.\nNotes: For *Bo*.\n\n{STORY}\n\nNotes: Thanks!"
    )


def test_a_page_of_the_archive_is_understood() -> None:
    read = manuscript.parse(web_page_reader.read(ARCHIVED))
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
    notes, *story, below = web_page_reader.read(page).rsplit("\n\n", 4)
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


def test_a_page_of_the_archive_that_a_browser_saved_is_a_header_and_a_story() -> None:
    text = (
        '<h3 class="landmark heading" id="work">Work Text:</h3><div class="userstuff"><p>The <em>kettle</em>.</p></div>'
    )
    page = saved(text)
    own, left_out = parts(page)
    assert own == f"{SAVED_HEADER}\n\nThe *kettle*.\n\nNotes: Thanks!"
    for said in ("Fandoms", "Share", "cy and 3 guests left kudos", "Lovely!", "Mine too", "About"):
        assert said in left_out
    read = manuscript.parse(web_page_reader.read(page))
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
    assert "Author: Toby Smith\n" in web_page_reader.read(saved("<p>x</p>").replace("ann_x</a>", "Toby Smith</a>"))

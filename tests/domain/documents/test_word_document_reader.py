"""Every inline element of WordprocessingML: no visible character is lost, and no hidden one comes out.

The elements are those of ECMA-376, part 1, chapter 17: the contents of a paragraph (17.3.1.22) and of a run
(17.3.2.25), fields (17.16), custom markup (17.5), and those of chapter 22.1 for formulas.
"""

import pytest

from bot.domain.documents import document
from bot.domain.problem import FileUnreadable, RefusedError
from tests.documents import DRAWING, docx, paragraph, run
from tests.domain.documents.word_texts import AROUND, ONE, THREE, TWO, char, r, words

GONE = {
    "del": '<w:del w:id="1">{}</w:del>',
    "moveFrom": '<w:moveFrom w:id="1">{}</w:moveFrom>',
    "instruction": char("begin") + "{}" + char("separate") + char("end"),
}


@pytest.mark.parametrize("element", AROUND)
def test_what_stands_around_shown_text(element: str) -> None:
    assert words(ONE, AROUND[element].format(TWO), THREE) == "Onetwothree"


@pytest.mark.parametrize("element", GONE)
def test_what_stands_around_text_that_is_gone(element: str) -> None:
    assert words(ONE, GONE[element].format(TWO), THREE) == "Onethree"
    assert words(ONE, GONE[element].format(AROUND["ins"].format(TWO)), THREE) == "Onethree"


@pytest.mark.parametrize(
    "element",
    [
        "proofErr",
        "permStart",
        "permEnd",
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "moveFromRangeStart",
        "moveToRangeEnd",
        "customXmlInsRangeStart",
    ],
)
def test_a_mark_in_a_paragraph_is_nothing(element: str) -> None:
    assert words(ONE, f'<w:{element} w:id="1" w:name="no"/>', TWO) == "Onetwo"


SEEN = {
    "t": ("<w:t>x</w:t>", "x"),
    "noBreakHyphen": ("<w:noBreakHyphen/>", "\N{NON-BREAKING HYPHEN}"),
    "sym": ('<w:sym w:font="Wingdings" w:char="F04A"/>', "☺"),
    "sym of letters": ('<w:sym w:font="Times" w:char="2740"/>', "❀"),
    "emoji": (
        (
            '<mc:AlternateContent><mc:Choice Requires="w16se"><w:symEx w:font="Emoji" w:char="1F60A"/></mc:Choice>'
            "<mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent>"
        ),
        "😊",
    ),
    "what came after us": (
        (
            '<mc:AlternateContent><mc:Choice Requires="w99"><w:other/></mc:Choice><mc:Choice Requires="wps w99"/>'
            "<mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent>"
        ),
        "x",
    ),
    "WordArt": ('<w:pict><v:shape><v:textpath string="x"/></v:shape></w:pict>', "x"),
}
BLANK = ("br", "cr", "tab", "ptab")
UNSEEN = (
    *("softHyphen", "lastRenderedPageBreak", "annotationRef", "footnoteRef", "endnoteRef", "separator"),
    *("continuationSeparator", "footnoteReference", "endnoteReference", "commentReference", "contentPart", "pgNum"),
    *("dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong", "object", "drawing", "pict"),
)


@pytest.mark.parametrize("element", SEEN)
def test_what_a_run_shows(element: str) -> None:
    source, text = SEEN[element]
    assert words(ONE, r(source), TWO) == f"One{text}two"


@pytest.mark.parametrize("element", BLANK)
def test_what_parts_words(element: str) -> None:
    assert document.read("frost.docx", docx(paragraph(ONE, r(f"<w:{element}/>"), TWO))).split() == ["One", "two"]


@pytest.mark.parametrize("element", UNSEEN)
def test_what_a_run_does_not_show(element: str) -> None:
    assert words(ONE, r(f'<w:{element} w:id="1"/>'), TWO) == "Onetwo"


@pytest.mark.parametrize("element", ["delText", "instrText", "delInstrText", "fldData"])
def test_text_of_a_run_that_is_not_shown(element: str) -> None:
    assert words(ONE, r(f"<w:{element}>no</w:{element}>"), TWO) == "Onetwo"


CONTROLS = {
    "placeholder": "<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "list": (
        '<w:sdt><w:sdtPr><w:dropDownList w:lastValue="no"><w:listItem w:displayText="no"/></w:dropDownList>'
        "</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    ),
    "date": '<w:sdt><w:sdtPr><w:date w:fullDate="no"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
    "box": "<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>{}</w:sdtContent><w:sdtEndPr/></w:sdt>",
}


@pytest.mark.parametrize("control", CONTROLS)
def test_a_control_shows_its_content(control: str) -> None:
    source = CONTROLS[control].replace("w14:", "w:").format(TWO)
    assert words(ONE, source, THREE) == "Onetwothree"


BOX = f"<w:txbxContent>{paragraph(TWO)}{paragraph(THREE)}</w:txbxContent>"
DRAWN = f"<w:drawing><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></w:drawing>"
PICTURED = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"
BOTH = (
    f"<mc:AlternateContent><mc:Choice Requires='wps'>{DRAWN}</mc:Choice><mc:Fallback>{PICTURED}</mc:Fallback>"
    "</mc:AlternateContent>"
)


@pytest.mark.parametrize("box", [DRAWN, PICTURED, BOTH])
def test_a_box_follows_its_paragraph_and_comes_once(box: str) -> None:
    data = docx(paragraph(ONE, f"<w:r><w:rPr><w:i/></w:rPr>{box}</w:r>", run(" goes on.")), paragraph(run("End.")))
    assert document.read("frost.docx", data) == "One goes on.\n\ntwo\n\nthree\n\nEnd."


@pytest.mark.parametrize(
    "box",
    [
        DRAWN.replace("<wps:wsp>", '<w:inline><w:docPr w:hidden="1"/><wps:wsp>').replace(
            "</wps:wsp>", "</wps:wsp></w:inline>"
        ),
        DRAWN.replace("<wps:wsp>", '<wps:wsp><wps:cNvPr w:id="1" hidden="1"/>'),
        PICTURED.replace("<v:shape>", '<v:shape style="position:absolute; visibility: hidden">'),
    ],
)
def test_a_box_that_is_hidden_is_not_read(box: str) -> None:
    assert document.read("frost.docx", docx(paragraph(ONE, r(box)))) == "One"


def test_a_document_put_together_of_others_is_refused() -> None:
    with pytest.raises(RefusedError) as refused:
        document.read("frost.docx", docx(paragraph(ONE, '<w:subDoc w:id="r1"/>')))
    assert refused.value.problems == (FileUnreadable("frost.docx"),)


def test_letters_of_a_drawing() -> None:
    drawn = f'<w:drawing><a:p xmlns:a="{DRAWING}"><a:r><a:rPr/><a:t>two</a:t></a:r></a:p></w:drawing>'
    assert document.read("frost.docx", docx(paragraph(ONE, r(drawn)))) == "One\n\ntwo"


@pytest.mark.parametrize(("cap", "text"), [("drop", "The rain."), ("margin", "The rain."), ("none", "T\n\nhe rain.")])
def test_a_large_first_letter_belongs_to_its_word(cap: str, text: str) -> None:
    frame = f'<w:pPr><w:framePr w:dropCap="{cap}" w:lines="3"/></w:pPr>'
    data = docx(paragraph(frame, run("T")), paragraph(run("he rain.")))
    assert document.read("frost.docx", data) == text


@pytest.mark.parametrize("code", ["", "no", "D800", "FFFFF", "-41"])
def test_a_sign_that_is_none(code: str) -> None:
    assert words(ONE, r(f'<w:sym w:font="x" w:char="{code}"/>'), TWO).startswith("One")


NESTED = [
    ("<w:p><w:r>", "</w:r></w:p>"),
    ("<w:r><w:txbxContent><w:p>", "</w:p></w:txbxContent></w:r>"),
    ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    ("<w:ins><w:sdt>", "</w:sdt></w:ins>"),
    ("<m:d><m:e>", "</m:e></m:d>"),
    (char("begin"), char("end")),
    (char("begin"), char("separate")),
]


@pytest.mark.parametrize(("begin", "end"), NESTED)
def test_deep_nesting_is_no_recursion(begin: str, end: str) -> None:
    times = 5_000
    data = docx(paragraph(begin * times, end * times, ONE))
    assert "One" in document.read("frost.docx", data)

"""Every inline element of WordprocessingML: no visible character is lost, and no hidden one comes out.

The elements are those of ECMA-376, part 1, chapter 17: the contents of a paragraph (17.3.1.22) and of a run
(17.3.2.25), fields (17.16), custom markup (17.5), and those of chapter 22.1 for formulas.
"""

import pytest

from bot.domain.documents import document, symbol
from bot.domain.problem import FileUnreadable, RefusedError
from tests.documents import DRAWING, docx, paragraph, run, word_styles

ONE, TWO, THREE = run("One"), run("two"), run("three")


def r(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def char(kind: str) -> str:
    return r(f'<w:fldChar w:fldCharType="{kind}"/>')


def instruction(text: str) -> str:
    return r(f'<w:instrText xml:space="preserve">{text}</w:instrText>')


def begun(code: str, inside: str = "") -> str:
    return char("begin") + instruction(code) + inside


def complex_field(code: str, result: str) -> str:
    return begun(code) + char("separate") + result + char("end")


def words(*runs: str) -> str:
    """What is read of one paragraph, without line ends and soft hyphens."""
    return "".join(document.read("frost.docx", docx(paragraph(*runs))).split())


AROUND = {
    "bdo": '<w:bdo w:val="rtl">{}</w:bdo>',
    "customXml": '<w:customXml w:element="x"><w:customXmlPr/>{}</w:customXml>',
    "dir": '<w:dir w:val="ltr">{}</w:dir>',
    "fldSimple": '<w:fldSimple w:instr=" AUTHOR ">{}</w:fldSimple>',
    "hyperlink": '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
    "ins": '<w:ins w:id="1">{}</w:ins>',
    "moveTo": '<w:moveTo w:id="1">{}</w:moveTo>',
    "sdt": '<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
    "smartTag": '<w:smartTag w:element="x"><w:smartTagPr/>{}</w:smartTag>',
    "ruby": "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>no</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
    "nested": '<w:ins w:id="1"><w:smartTag><w:dir><w:hyperlink>{}</w:hyperlink></w:dir></w:smartTag></w:ins>',
}
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


# -- fields ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (complex_field(" AUTHOR ", TWO), "two"),
        (complex_field(" IF 1 = 2 ", complex_field(" DATE ", TWO)), "two"),
        (
            char("begin") + instruction(" IF ") + complex_field("X", run("no")) + char("separate") + TWO + char("end"),
            "two",
        ),
        (char("begin") + instruction(" XE no ") + char("end"), ""),
        (char("begin") + instruction(r" EQ \* jc2 \o\ad(\s\up 9(no),two)") + char("end"), "two"),
        (char("begin") + instruction(" MACROBUTTON NoMacro two") + char("end"), "two"),
        (char("begin") + instruction(' SYMBOL 74 \\f "Wingdings" \\s 12 ') + char("end"), "☺"),
        (char("begin") + instruction(" QUOTE ") + TWO, "two"),
        (char("separate") + TWO + char("end"), "two"),
    ],
)
def test_a_field_shows_its_result(field: str, text: str) -> None:
    assert words(ONE, field, THREE) == f"One{text}three"


LISTED = '<w:listEntry w:val="no"/><w:listEntry w:val="two"/>'


@pytest.mark.parametrize(
    ("code", "data", "text"),
    [
        ("FORMDROPDOWN", f'<w:ddList><w:result w:val="1"/><w:default w:val="0"/>{LISTED}</w:ddList>', "two"),
        ("FORMDROPDOWN", f'<w:ddList><w:default w:val="1"/>{LISTED}</w:ddList>', "two"),
        ("FORMDROPDOWN", f"<w:ddList>{LISTED}</w:ddList>", "no"),
        ("FORMDROPDOWN", f'<w:ddList><w:result w:val="7"/>{LISTED}</w:ddList>', ""),
        ("FORMCHECKBOX", "<w:checkBox><w:checked/></w:checkBox>", "☒"),
        ("FORMCHECKBOX", '<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒"),
        ("FORMCHECKBOX", '<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
        ("FORMCHECKBOX", "<w:checkBox><w:sizeAuto/></w:checkBox>", "☐"),
        ("FORMTEXT", '<w:textInput><w:default w:val="two"/></w:textInput>', "two"),
        ("FORMTEXT", "<w:textInput/>", ""),
    ],
)
def test_a_field_of_a_form(code: str, data: str, text: str) -> None:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="no"/>{data}</w:ffData></w:fldChar></w:r>'
    assert words(ONE, begin, instruction(f" {code} "), char("end"), THREE) == f"One{text}three"
    given = begin + instruction(f" {code} ") + char("separate") + run("given") + char("end")
    assert words(ONE, given, THREE) == "Onegiventhree"


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


def test_a_field_goes_on_over_paragraphs() -> None:
    data = docx(
        paragraph(ONE, char("begin"), instruction(" TOC ")),
        paragraph(instruction(" more "), char("separate"), TWO),
        paragraph(THREE, char("end")),
    )
    assert document.read("frost.docx", data) == "One\n\ntwo\n\nthree"


# -- what is hidden -------------------------------------------------------------------------------

HIDING = "<w:{}/>".format
STYLES = word_styles(
    '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="h2"><w:name w:val="h2"/><w:basedOn w:val="h"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="p"><w:name w:val="p"/><w:rPr><w:vanish/><w:i/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="p2"><w:basedOn w:val="p"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="round"><w:basedOn w:val="round"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="q"><w:rPr><w:i/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="i"><w:rPr><w:i/><w:strike/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="line"><w:pPr><w:pBdr><w:bottom w:val="single"/></w:pBdr></w:pPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="l"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>',
)


def styled(style: str, text: str, more: str = "") -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/>{more}</w:rPr><w:t>{text}</w:t></w:r>'


def in_style(style: str, *runs: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{"".join(runs)}</w:p>'


@pytest.mark.parametrize("name", ["vanish", "specVanish", 'vanish w:val="1"', 'vanish w:val="true"'])
def test_hidden_letters(name: str) -> None:
    hidden = f"<w:r><w:rPr>{HIDING(name)}</w:rPr><w:t>no</w:t><w:tab/><w:sym w:font='x' w:char='41'/></w:r>"
    assert words(ONE, hidden, AROUND["ruby"].format(hidden), AROUND["sdt"].format(hidden), TWO) == "Onetwo"


def test_what_is_hidden_from_browsers_alone_is_shown() -> None:
    assert words(ONE, "<w:r><w:rPr><w:webHidden/></w:rPr><w:t>two</w:t></w:r>") == "Onetwo"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph(ONE, styled("h", "no"), styled("h2", "no"), TWO), "Onetwo"),
        (paragraph(ONE, styled("h", "two", '<w:vanish w:val="0"/>')), "Onetwo"),
        (paragraph(ONE) + in_style("p", TWO) + in_style("p2", TWO) + paragraph(THREE), "One\n\nthree"),
        (in_style("p", styled("h", "two")), "*two*"),
        (in_style("q", ONE, run(" "), styled("i", "two")), "*One* ~~two~~"),
        (in_style("round", ONE), "One"),
        (in_style("t", ONE) + paragraph(TWO), "One\n\ntwo"),
        (paragraph(ONE) + in_style("line") + paragraph(TWO), "One\n\n---\n\ntwo"),
        (in_style("l", ONE) + in_style("l", TWO, more='<w:numPr><w:numId w:val="0"/></w:numPr>'), "- One\n\ntwo"),
        ("<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>" + ONE + "</w:p>" + paragraph(TWO), "Onetwo"),
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + ONE + "</w:p>" + paragraph(TWO), "Onetwo"),
        ("<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>" + ONE + "</w:p>" + paragraph(TWO), "One\n\ntwo"),
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + ONE + "</w:p>", "One"),
    ],
)
def test_styles(body: str, text: str) -> None:
    assert document.read("frost.docx", docx(body, others=STYLES)) == text


def test_underline_and_strike() -> None:
    marked = "<w:r><w:rPr>{}</w:rPr><w:t>two</w:t></w:r>".format
    for properties, text in (
        ('<w:u w:val="single"/>', "__two__"),
        ('<w:u w:val="none"/>', "two"),
        ("<w:strike/>", "~~two~~"),
        ("<w:dstrike/>", "~~two~~"),
        ('<w:strike w:val="off"/>', "two"),
    ):
        assert document.read("frost.docx", docx(paragraph(run("One "), marked(properties)))) == f"One {text}"
    link = marked('<w:u w:val="single"/><w:i/>')
    for around in (AROUND["hyperlink"].format(link), complex_field(' HYPERLINK "x" ', link)):
        assert document.read("frost.docx", docx(paragraph(around))) == "*two*"


# -- boxes, drop caps, formulas, tables -----------------------------------------------------------

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


@pytest.mark.parametrize(
    "row",
    [
        "<w:trPr><w:hidden/></w:trPr><w:tc>{}</w:tc>",
        "<w:trPr><w:del/></w:trPr><w:tc>{}</w:tc>",
        "<w:tc><w:tcPr><w:cellDel/></w:tcPr>{}</w:tc>",
        "<w:tc><w:tcPr><w:vMerge/></w:tcPr>{}</w:tc>",
        '<w:tc><w:tcPr><w:vMerge w:val="continue"/><w:gridSpan w:val="1"/></w:tcPr>{}</w:tc>',
    ],
)
def test_a_table_and_what_is_gone_from_it(row: str) -> None:
    first = f"<w:tr><w:tc>{TOP}{paragraph(ONE)}</w:tc></w:tr>"
    table = f"<w:tbl><w:tblPr/>{first}<w:tr>{row.format(paragraph(TWO))}</w:tr></w:tbl>"
    assert document.read("frost.docx", docx(table + paragraph(THREE))) == "One\n\nthree"


TOP = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
BELOW = "<w:tcPr><w:vMerge/></w:tcPr>"


@pytest.mark.parametrize(
    "rows",
    [
        (BELOW, BELOW),
        ("", BELOW),
        (f'<w:tcPr><w:gridSpan w:val="2"/>{TOP.removeprefix("<w:tcPr>")}', BELOW),
        ('<w:tcPr><w:hMerge w:val="restart"/></w:tcPr>', '<w:tcPr><w:hMerge w:val="continue"/></w:tcPr>'),
    ],
)
def test_a_cell_that_lies_under_none_is_shown(rows: tuple[str, str]) -> None:
    first, second = (
        f"<w:tr><w:tc>{said}{paragraph(each)}</w:tc></w:tr>" for said, each in zip(rows, (ONE, TWO), strict=True)
    )
    assert document.read("frost.docx", docx(f"<w:tbl>{first}{second}</w:tbl>")) == "One\n\ntwo"


@pytest.mark.parametrize(
    ("before", "text"),
    [("<w:trPr><w:gridBefore w:val='1'/></w:trPr>", "One\n\ntwo"), ("<w:trPr><w:cantSplit/></w:trPr>", "One")],
)
def test_a_cell_lies_under_one_of_the_same_column(before: str, text: str) -> None:
    rows = f"<w:tr><w:tc>{TOP}{paragraph(ONE)}</w:tc></w:tr><w:tr>{before}<w:tc>{BELOW}{paragraph(TWO)}</w:tc></w:tr>"
    assert document.read("frost.docx", docx(f"<w:tbl>{rows}</w:tbl>")) == text


def test_a_table_in_a_cell_has_rows_of_its_own() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{BELOW}{paragraph(TWO)}</w:tc></w:tr></w:tbl>"
    rows = f"<w:tr><w:tc>{TOP}{paragraph(ONE)}</w:tc></w:tr><w:tr><w:tc>{inner}{paragraph(THREE)}</w:tc></w:tr>"
    assert document.read("frost.docx", docx(f"<w:tbl>{rows}</w:tbl>")) == "One\n\ntwo\n\nthree"


@pytest.mark.parametrize("code", ["", "no", "D800", "FFFFF", "-41"])
def test_a_sign_that_is_none(code: str) -> None:
    assert words(ONE, r(f'<w:sym w:font="x" w:char="{code}"/>'), TWO).startswith("One")


@pytest.mark.parametrize(
    ("code", "sign"), [(0x4A, "☺"), (0xF04C, "☹"), (0xE0, "→"), (0x76, "❖"), (0xFC, "✓"), (0xAB, "★")]
)
def test_signs_of_a_font_of_signs(code: int, sign: str) -> None:
    assert symbol.shown("Wingdings", code) == sign


@pytest.mark.parametrize(("code", "sign"), [(0x61, "α"), (0xF0A9, "♥"), (0xAE, "→"), (0xB4, "×"), (0x2E, ".")])
def test_signs_of_the_other_font_of_signs(code: int, sign: str) -> None:
    assert symbol.shown("Symbol", code) == sign


# -- what is made to do harm ----------------------------------------------------------------------


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
    times = 20_000
    data = docx(paragraph(begin * times, end * times, ONE))
    assert "One" in document.read("frost.docx", data)

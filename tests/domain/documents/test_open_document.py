"""Every inline element of OpenDocument: no visible character is lost, and no hidden one comes out.

The elements are those of the schema of OpenDocument 1.3, part 3: what a paragraph holds (6.1 to 6.4), its fields (7),
and what is drawn (10).
"""

import pytest

from bot.domain.documents import document
from tests.documents import MATHML, OPEN_XML, open_text, with_part

SHOWN = (
    *("span", "meta", "meta-field", "a", "ruby-base"),
    *("date", "time", "page-number", "page-continuation", "sender-firstname", "sender-lastname", "sender-initials"),
    *("sender-title", "sender-position", "sender-email", "sender-phone-private", "sender-fax", "sender-company"),
    *("sender-phone-work", "sender-street", "sender-city", "sender-postal-code", "sender-country"),
    *(
        "sender-state-or-province",
        "author-name",
        "author-initials",
        "chapter",
        "file-name",
        "template-name",
        "sheet-name",
    ),
    *("variable-get", "variable-set", "variable-input", "user-field-get", "user-field-input", "sequence", "expression"),
    *("text-input", "drop-down", "initial-creator", "creation-date", "creation-time", "description", "user-defined"),
    *("print-time", "print-date", "printed-by", "title", "subject", "keywords", "editing-cycles", "editing-duration"),
    *("modification-time", "modification-date", "creator", "page-count", "paragraph-count", "word-count"),
    *("character-count", "table-count", "image-count", "object-count", "database-display", "database-row-number"),
    *("database-name", "page-variable-get", "placeholder", "conditional-text", "hidden-text", "reference-ref"),
    *("sequence-ref", "bookmark-ref", "note-ref", "execute-macro", "measure", "dde-connection", "bibliography-mark"),
    *("table-formula", "page-variable-set", "an-element-to-come"),
)
EMPTY = (
    *("bookmark", "bookmark-start", "bookmark-end", "reference-mark", "reference-mark-start", "reference-mark-end"),
    *("soft-page-break", "change", "change-start", "change-end", "toc-mark", "toc-mark-start", "toc-mark-end"),
    *("user-index-mark", "alphabetical-index-mark", "alphabetical-index-mark-start", "alphabetical-index-mark-end"),
    *("database-next", "database-row-select", "hidden-paragraph"),
)
UNSEEN = (
    "<text:ruby-text>no</text:ruby-text>",
    "<text:script>no</text:script>",
    "<text:number>1.</text:number>",
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p/></text:note-body></text:note>",
    "<office:annotation><text:p>no</text:p></office:annotation>",
    '<office:annotation-end office:name="no"/>',
    "<text:execute-macro><office:event-listeners>no</office:event-listeners></text:execute-macro>",
    '<text:variable-set text:display="none">no</text:variable-set>',
    '<text:user-field-get text:display="none">no</text:user-field-get>',
    '<text:hidden-text text:is-hidden="true">no</text:hidden-text>',
    "<draw:frame><draw:image><office:binary-data>bm8=</office:binary-data></draw:image><svg:title>no</svg:title></draw:frame>",
    "<draw:line> <svg:desc>no</svg:desc> </draw:line>",
)


def words(body: str, styles: str = "", common: str = "") -> str:
    return "".join(document.read("frost.odt", open_text(f"<text:p>{body}</text:p>", styles, common)).split())


@pytest.mark.parametrize("element", SHOWN)
def test_an_element_that_shows_its_text(element: str) -> None:
    assert words(f"One<text:{element}>two</text:{element}>three") == "Onetwothree"
    assert words(f"One<text:{element}>t<text:span>w</text:span>o</text:{element}>three") == "Onetwothree"


@pytest.mark.parametrize("element", EMPTY)
def test_an_element_that_holds_nothing(element: str) -> None:
    assert words(f'One<text:{element} text:name="no"/>two') == "Onetwo"


@pytest.mark.parametrize("element", UNSEEN)
def test_an_element_that_is_not_shown(element: str) -> None:
    assert words(f"One{element}two") == "Onetwo"
    assert words(f"One<text:span>{element}</text:span>two") == "Onetwo"


@pytest.mark.parametrize(
    ("element", "text"),
    [
        ("<text:s/>", "One two"),
        ('<text:s text:c="3"/>', "One   two"),
        ('<text:s text:c="no"/>', "One two"),
        ("<text:tab/>", "One\ttwo"),
        ("<text:line-break/>", "One\ntwo"),
        ("\n  ", "One   two"),
    ],
)
def test_white_space(element: str, text: str) -> None:
    assert document.read("frost.odt", open_text(f"<text:p>One{element}two</text:p>")) == text


DRAWN = {
    "text box": "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>",
    "custom shape": "<draw:custom-shape>{}</draw:custom-shape>",
    "rectangle": "<draw:rect>{}</draw:rect>",
    "group": "<draw:g><draw:ellipse>{}</draw:ellipse></draw:g>",
    "linked": "<draw:a><draw:frame><draw:text-box>{}</draw:text-box></draw:frame></draw:a>",
    "in a run": '<text:span text:style-name="I"><draw:frame><draw:text-box>{}</draw:text-box></draw:frame></text:span>',
    "printed with spaces": "<draw:frame>\n <draw:text-box>\n  {}\n </draw:text-box>\n </draw:frame>",
}
ITALIC = '<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'


@pytest.mark.parametrize("drawn", DRAWN)
def test_what_is_drawn_follows_its_paragraph(drawn: str) -> None:
    inside = DRAWN[drawn].format("<text:p>two</text:p><text:p>three</text:p>")
    body = f"<text:p>One{inside} goes on.</text:p><text:p>End.</text:p>"
    assert document.read("frost.odt", open_text(body, ITALIC)) == "One goes on.\n\ntwo\n\nthree\n\nEnd."


def test_a_box_of_the_page() -> None:
    box = DRAWN["text box"].format("<text:p>One</text:p>")
    assert document.read("frost.odt", open_text(f"{box}<text:p>two</text:p>")) == "One\n\ntwo"


SECTION = (
    "<text:section {}><text:p>no</text:p><text:p/><text:list><text:list-item><text:p>no</text:p>"
    "</text:list-item></text:list></text:section>"
)
HIDDEN = (
    SECTION.format('text:display="none"'),
    SECTION.format('text:display="condition" text:is-hidden="true"'),
    f"<text:section text:display='none'>{SECTION.format('')}</text:section>",
    '<text:p>no<text:hidden-paragraph text:is-hidden="true"/>no</text:p>',
    (
        '<table:table><table:table-row table:visibility="collapse"><table:table-cell><text:p>no</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    ),
    '<text:p text:style-name="P">no</text:p>',
    '<text:p><text:span text:style-name="H">no</text:span></text:p>',
    '<text:p text:style-name="Q">no</text:p>',
    '<text:p><text:span text:style-name="O">no</text:span></text:p>',
    (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>no</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes>"
    ),
    "<office:forms>no</office:forms>",
    (
        "<table:table><table:table-row><table:covered-table-cell><text:p>no</text:p></table:covered-table-cell>"
        "</table:table-row></table:table>"
    ),
    '<draw:frame draw:display="none"><draw:text-box><text:p>no</text:p></draw:text-box></draw:frame>',
)
STYLES = (
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="V" style:family="text"><style:text-properties text:display="true"/></style:style>'
    '<style:style style:name="O" style:family="text"><style:text-properties text:display="condition"'
    ' text:condition="none"/></style:style>'
    '<style:style style:name="W" style:family="text"><style:text-properties text:display="condition"/></style:style>'
    '<style:style style:name="Q" style:family="paragraph" style:parent-style-name="P"/>'
    '<style:style style:name="C" style:family="paragraph" style:parent-style-name="C"/>'
)
COMMON = (
    '<style:style style:name="P" style:family="paragraph"><style:text-properties text:display="none"/></style:style>'
)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_is_hidden_leaves_no_line(hidden: str) -> None:
    body = f"<text:p>One</text:p>{hidden}<text:p>two</text:p>"
    assert document.read("frost.odt", open_text(body, STYLES, COMMON)) == "One\n\ntwo"


@pytest.mark.parametrize(
    "shown",
    [
        '<text:section text:display="condition" text:is-hidden="false"><text:p>two</text:p></text:section>',
        '<text:p>two<text:hidden-paragraph text:is-hidden="false"/></text:p>',
        '<text:p text:style-name="P"><text:span text:style-name="V">two</text:span></text:p>',
        '<text:p text:style-name="C">two</text:p>',
        '<text:p><text:span text:style-name="W">two</text:span></text:p>',
        '<text:p><text:hidden-text text:is-hidden="false">two</text:hidden-text></text:p>',
    ],
)
def test_what_is_not_hidden_is_shown(shown: str) -> None:
    assert document.read("frost.odt", open_text(f"<text:p>One</text:p>{shown}", STYLES, COMMON)) == "One\n\ntwo"


def column(more: str = "") -> str:
    return f"<table:table-column{more}/>"


GONE = ' table:visibility="collapse"'


def cells(*texts: str, more: str = "") -> str:
    filled = "".join(f"<table:table-cell{more}><text:p>{text}</text:p></table:table-cell>" for text in texts)
    return f"<table:table-row>{filled}</table:table-row>"


@pytest.mark.parametrize(
    "table",
    [
        column() + column(GONE) + cells("two", "no") + cells("three", "no"),
        column(GONE) + column() + cells("no", "two") + cells("no", "three"),
        column(' table:visibility="filter" table:number-columns-repeated="2"') + cells("no", "no", "two", "three"),
        f"<table:table-column-group>{column(GONE)}</table:table-column-group>{column()}" + cells("no", "two", "three"),
        (
            f"<table:table-header-columns>{column()}{column(GONE)}</table:table-header-columns>{column()}"
            f"<table:table-header-rows>{cells('two', 'no', 'three')}</table:table-header-rows>"
        ),
        column(GONE) + cells(f"no<table:table>{column()}{cells('no')}</table:table>", "two", "three"),
        column()
        + column(GONE)
        + "<table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>two</text:p></table:table-cell>"
        "<table:covered-table-cell/><table:table-cell><text:p>three</text:p></table:table-cell></table:table-row>",
        column(GONE + ' table:number-columns-repeated="2"')
        + column()
        + cells("no", more=' table:number-columns-repeated="2"').replace("</table:table-row>", "")
        + cells("two", "three").replace("<table:table-row>", ""),
        column(GONE + ' table:number-columns-repeated="no"') + cells("no", "two", "three"),
    ],
)
def test_columns_that_are_hidden(table: str) -> None:
    body = f"<text:p>One</text:p><table:table>{table}</table:table><text:p>four</text:p>"
    assert document.read("frost.odt", open_text(body)) == "One\n\ntwo\n\nthree\n\nfour"


def test_a_column_that_is_repeated_without_end() -> None:
    repeated = column(GONE + f' table:number-columns-repeated="{10**12}"')
    assert words(f"One</text:p><table:table>{repeated}{cells('no')}</table:table><text:p>") == "One"


BOXED = "<draw:text-box><text:p>{}</text:p></draw:text-box>".format
PICTURE = '<draw:image xlink:href="Pictures/1.png"/>'
FORMULA = "<draw:object><math:math><math:mi>two</math:mi></math:math></draw:object>"


@pytest.mark.parametrize(
    ("contents", "text"),
    [
        (BOXED("two") + BOXED("no"), "Onetwo"),
        (BOXED("two") + PICTURE, "Onetwo"),
        (FORMULA + PICTURE + BOXED("no"), "Onetwo"),
        ('<draw:object xlink:href="./Chart"/>' + BOXED("two"), "Onetwo"),
        (PICTURE + BOXED("no"), "One"),
        (f"<table:table>{cells('two')}</table:table>{BOXED('no')}", "Onetwo"),
        ("<svg:title>no</svg:title>" + BOXED("two"), "Onetwo"),
    ],
)
def test_a_frame_shows_the_first_content_that_can_be_shown(contents: str, text: str) -> None:
    assert words(f"One<draw:frame>{contents}</draw:frame>") == text


BEGUN, PARTED, ENDED = (f"<field:fieldmark-{part}/>" for part in ("start", "separator", "end"))


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        (f"{BEGUN}no{PARTED}two{ENDED}three", "Onetwothree"),
        (f"{BEGUN}no<text:span>no</text:span><text:s/>{PARTED}two{ENDED}", "Onetwo"),
        (f"{BEGUN}two{ENDED}three", "Onetwothree"),
        (f"{BEGUN}two", "Onetwo"),
        (f"{PARTED}two{ENDED}", "Onetwo"),
        (f"{BEGUN}no{BEGUN}no{PARTED}no{ENDED}no{PARTED}two{ENDED}three", "Onetwothree"),
        (f"{BEGUN}no</text:p><text:p>no</text:p><text:p>{PARTED}two{ENDED}", "Onetwo"),
        (f"{BEGUN}two{BEGUN}no{PARTED}three{ENDED}{ENDED}", "Onetwothree"),
    ],
)
def test_the_instruction_of_a_field_is_not_shown(marked: str, text: str) -> None:
    assert words(f"One{marked}") == text


def test_styles_of_the_pages_around_a_text_are_not_its_own() -> None:
    """Programs number the styles that they make up, in either part from one."""
    own = '<style:style style:name="P1" style:family="paragraph"/>'
    around = own.replace("/>", '><style:text-properties text:display="none"/></style:style>')
    other = f"<office:document-styles {OPEN_XML}><office:automatic-styles>{around}</office:automatic-styles>"
    data = open_text('<text:p text:style-name="P1">One</text:p>', own)
    data = with_part(data, "styles.xml", f"{other}</office:document-styles>".encode())
    assert document.read("frost.odt", data) == "One"


# -- formulas and forms ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        *((f"<math:{kind}> x </math:{kind}>", "x") for kind in ("mi", "mn", "mo", "mtext", "ms")),
        *(
            (f"<math:{kind}>\n <math:mi>x</math:mi>\n</math:{kind}>", "x")
            for kind in ("mrow", "mstyle", "merror", "mpadded", "menclose", "maction", "semantics", "mtable")
        ),
        *(
            (f"<math:{kind}><math:mi>x</math:mi><math:mn>2</math:mn></math:{kind}>", "x2")
            for kind in ("msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mtr", "mtd")
        ),
        ("<math:mfrac><math:mn>1</math:mn><math:mrow><math:mn>2</math:mn></math:mrow></math:mfrac>", "1/2"),
        ("<math:msqrt><math:mn>2</math:mn></math:msqrt>", "√2"),
        ("<math:mfenced><math:mn>2</math:mn></math:mfenced>", "(2)"),
        ('<math:mfenced open="[" close="]"><math:mn>2</math:mn></math:mfenced>', "[2]"),
        (f"<math:mfenced>{'<math:mi>x</math:mi>' * 3}</math:mfenced>", "(x,x,x)"),
        (f"<math:mfenced separators=';|'>{'<math:mi>x</math:mi>' * 4}</math:mfenced>", "(x;x|x|x)"),
        (f"<math:mfenced separators=' '>{'<math:mi>x</math:mi>' * 2}</math:mfenced>", "(xx)"),
        ("<math:mi>x</math:mi><math:mo>\u2062</math:mo><math:mi>y</math:mi>", "xy"),
        ("<math:mphantom><math:mi>no</math:mi></math:mphantom>", ""),
        ('<math:annotation encoding="StarMath 5.0">no</math:annotation>', ""),
        ("<math:annotation-xml><math:mi>no</math:mi></math:annotation-xml>", ""),
    ],
)
def test_a_formula(formula: str, text: str) -> None:
    inline = f"<draw:frame>\n<draw:object><math:math>\n{formula}</math:math></draw:object><draw:image/></draw:frame>"
    assert words(f"One{inline}two") == f"One{text}two"
    framed = '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./Replaced"/></draw:frame>'
    data = open_text(f"<text:p>One{framed}two</text:p>")
    part = f'<math:math xmlns:math="{MATHML}">{formula}</math:math>'.encode()
    assert document.read("frost.odt", with_part(data, "Object 1/content.xml", part)) == f"One{text}two"


def test_a_formula_of_the_page_and_one_that_is_hidden() -> None:
    framed = "<draw:frame{}><draw:object><math:math><math:mi>x</math:mi></math:math></draw:object></draw:frame>"
    body = framed.format("") + framed.format(' draw:display="none"') + "<text:p>One</text:p>"
    assert document.read("frost.odt", open_text(body)) == "x\n\nOne"


def test_styles_of_an_embedded_object_are_its_own() -> None:
    own = '<style:style style:name="P1" style:family="paragraph"/>'
    hiding = own.replace("/>", '><style:text-properties text:display="none"/></style:style>')
    part = f"<office:document-content {OPEN_XML}><office:automatic-styles>{hiding}</office:automatic-styles>"
    data = open_text('<text:p text:style-name="P1">One</text:p>', own)
    data = with_part(data, "Object 1/content.xml", f"{part}</office:document-content>".encode())
    assert document.read("frost.odt", data) == "One"


def listed(kind: str, second: str = "", third: str = "") -> str:
    options = f'<form:option form:label="no"/><form:option form:label="two" {second}/><form:option {third}/>'
    return f'<form:{kind} form:id="c">{options}</form:{kind}>'


@pytest.mark.parametrize(
    ("field", "text"),
    [
        *(
            (f'<form:{kind} form:id="c" form:current-value="two" form:value="no"/>', "two")
            for kind in ("text", "textarea", "formatted-text", "combobox", "number", "date", "time", "file")
        ),
        ('<form:text form:id="c" form:value="two"/>', "two"),
        ('<form:text xml:id="c" form:value="two"/>', "two"),
        ('<form:textarea form:id="c"><text:p>two</text:p></form:textarea>', "two"),
        (listed("listbox", 'form:current-selected="true"', 'form:selected="true"'), "two"),
        (listed("listbox", 'form:selected="true"'), "two"),
        (listed("listbox"), ""),
        (listed("combobox"), ""),
        ('<form:checkbox form:id="c" form:label="two" form:current-state="checked"/>', "☒two"),
        ('<form:checkbox form:id="c" form:label="two" form:state="checked" form:current-state="unchecked"/>', "☐two"),
        ('<form:radio form:id="c" form:label="two" form:selected="true"/>', "☒two"),
        *((f'<form:{kind} form:id="c" form:label="two"/>', "two") for kind in ("button", "fixed-text", "frame")),
        ('<form:hidden form:id="c" form:value="no"/>', ""),
        ('<form:password form:id="c" form:current-value="no"/>', ""),
        ('<form:text form:id="other" form:value="no"/>', ""),
    ],
)
def test_a_field_of_a_form(field: str, text: str) -> None:
    forms = f"<office:forms><form:form form:name='no'>{field}</form:form></office:forms>"
    body = f'{forms}<text:p>One<draw:control draw:control="c"/>three</text:p>'
    assert "".join(document.read("frost.odt", open_text(body)).split()) == f"One{text}three"


@pytest.mark.parametrize(
    ("kind", "given", "text"),
    [
        (
            "FORMDROPDOWN",
            (("Dropdown_ListEntry", "no"), ("Dropdown_ListEntry", "two"), ("Dropdown_Selected", "1")),
            "two",
        ),
        ("FORMDROPDOWN", (("Dropdown_ListEntry", "two"), ("Dropdown_ListEntry", "no")), "two"),
        ("FORMDROPDOWN", (("Dropdown_ListEntry", "no"), ("Dropdown_Selected", "7")), ""),
        ("FORMCHECKBOX", (("Checkbox_Checked", "true"), ("Checkbox_Name", "no")), "☒"),
        ("FORMCHECKBOX", (), "☐"),
    ],
)
def test_a_field_of_a_form_from_word(kind: str, given: tuple[tuple[str, str], ...], text: str) -> None:
    inside = "".join(f'<field:param field:name="{name}" field:value="{value}"/>' for name, value in given)
    mark = f'<field:fieldmark field:type="vnd.oasis.opendocument.field.{kind}">{inside}</field:fieldmark>'
    assert words(f"One{mark}three") == f"One{text}three"


def look(properties: str) -> str:
    return f'<style:style style:name="X" style:family="text"><style:text-properties {properties}/></style:style>'


@pytest.mark.parametrize(
    ("properties", "text"),
    [
        ('fo:font-weight="bold"', "**two**"),
        ('fo:font-style="oblique"', "*two*"),
        ('style:text-underline-style="solid" style:text-underline-width="auto"', "__two__"),
        ('style:text-underline-style="none"', "two"),
        ('style:text-line-through-style="solid"', "~~two~~"),
        ('style:text-line-through-style="none"', "two"),
    ],
)
def test_marks(properties: str, text: str) -> None:
    span = '<text:span text:style-name="X">two</text:span>'
    assert document.read("frost.odt", open_text(f"<text:p>One {span}</text:p>", look(properties))) == f"One {text}"


def test_the_line_under_an_address_is_no_emphasis() -> None:
    body = '<text:p><text:a text:style-name="X">One <text:span text:style-name="X">two</text:span></text:a></text:p>'
    assert document.read("frost.odt", open_text(body, look('style:text-underline-style="solid"'))) == "One two"


@pytest.mark.parametrize(
    ("border", "text"),
    [
        ('fo:border-bottom="0.05pt solid #000000"', "One\n\n---\n\ntwo"),
        ('fo:border-top="0.05pt solid #000000"', "One\n\n---\n\ntwo"),
        ('fo:border-top="none" fo:border-bottom="0.05pt solid #000000"', "One\n\n---\n\ntwo"),
        ('fo:border-bottom="none" fo:border-top="0.05pt solid #000000"', "One\n\n---\n\ntwo"),
        ('fo:border="0.05pt solid #000000"', "One\n\n---\n\ntwo"),
        ('fo:border="none"', "One\n\ntwo"),
        ('fo:border-bottom="none" fo:border-left="0.05pt solid #000000"', "One\n\ntwo"),
    ],
)
def test_an_empty_paragraph_with_a_line(border: str, text: str) -> None:
    style = f'<style:style style:name="B" style:family="paragraph"><style:paragraph-properties {border}/></style:style>'
    body = '<text:p>One</text:p><text:p text:style-name="B"/><text:p>two</text:p>'
    assert document.read("frost.odt", open_text(body, style)) == text


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("<text:span>", "</text:span>"),
        ("<draw:frame><draw:text-box><text:p>", "</text:p></draw:text-box></draw:frame>"),
        ("<text:section>", "</text:section>"),
        ("<text:ruby><text:ruby-base>", "</text:ruby-base></text:ruby>"),
        ("<draw:object><math:math><math:mrow>", "</math:mrow></math:math></draw:object>"),
        ("<form:textarea><text:p>", "</text:p></form:textarea>"),
        (BEGUN, PARTED),
        ("<table:table><table:table-row><table:table-cell>", "</table:table-cell></table:table-row></table:table>"),
    ],
)
def test_deep_nesting_is_no_recursion(begin: str, end: str) -> None:
    assert words(f"{begin * 20_000}{end * 20_000}One") == "One"

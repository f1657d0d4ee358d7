"""Every inline element of OpenDocument: no visible character is lost, and no hidden one comes out.

The elements are those of the schema of OpenDocument 1.3, part 3: what a paragraph holds (6.1 to 6.4), its fields (7),
and what is drawn (10).
"""

import pytest

from bot.domain.documents import document
from tests.documents import open_text
from tests.domain.documents.open_texts import BEGUN, PARTED, cells, words

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
    assert words(f"{begin * 5_000}{end * 5_000}One") == "One"

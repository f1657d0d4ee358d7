"""What styles say of a text: what is hidden, what has marks, what is a line across the page."""

import pytest

from bot.domain.documents import document
from tests.documents import OPEN_XML, open_text, with_part

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


def test_styles_of_the_pages_around_a_text_are_not_its_own() -> None:
    """Programs number the styles that they make up, in either part from one."""
    own = '<style:style style:name="P1" style:family="paragraph"/>'
    around = own.replace("/>", '><style:text-properties text:display="none"/></style:style>')
    other = f"<office:document-styles {OPEN_XML}><office:automatic-styles>{around}</office:automatic-styles>"
    data = open_text('<text:p text:style-name="P1">One</text:p>', own)
    data = with_part(data, "styles.xml", f"{other}</office:document-styles>".encode())
    assert document.read("frost.odt", data) == "One"


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

"""What is hidden, by a run's own properties or by a style, and what has marks."""

import pytest

from bot.domain.documents import document
from tests.documents import docx, paragraph, run, word_styles
from tests.domain.documents.word_texts import AROUND, ONE, THREE, TWO, complex_field, words

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

import pytest

from bot.domain.documents import document
from tests.documents import docx, paragraph
from tests.domain.documents.word_texts import ONE, THREE, TWO

TOP = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
BELOW = "<w:tcPr><w:vMerge/></w:tcPr>"


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

import pytest

from bot.domain.documents import document
from tests.documents import docx, paragraph, run
from tests.domain.documents.word_texts import ONE, THREE, TWO, char, complex_field, instruction, words


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


def test_a_field_goes_on_over_paragraphs() -> None:
    data = docx(
        paragraph(ONE, char("begin"), instruction(" TOC ")),
        paragraph(instruction(" more "), char("separate"), TWO),
        paragraph(THREE, char("end")),
    )
    assert document.read("frost.docx", data) == "One\n\ntwo\n\nthree"

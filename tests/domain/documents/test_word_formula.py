import pytest

from bot.domain.documents import document
from tests.documents import docx, paragraph


def words(formula: str) -> str:
    return "".join(document.read("frost.docx", docx(paragraph(formula))).split())


VANISHED = "<m:ctrlPr><w:rPr><w:vanish/></w:rPr></m:ctrlPr>"


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("{}", "x"),
        ("<m:d><m:dPr/><m:e>{}</m:e></m:d>", "(x)"),
        ('<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr><m:e>{}</m:e></m:d>', "[x"),
        ("<m:f><m:num>{}</m:num><m:den>{}</m:den></m:f>", "x/x"),
        ("<m:rad><m:deg/><m:e>{}</m:e></m:rad>", "√x"),
        ('<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{}</m:sub><m:e>{}</m:e></m:nary>', "∑xx"),
        ("<m:nary><m:e>{}</m:e></m:nary>", "∫x"),
        ("<m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup>", "xx"),
        ("<m:d><m:e>{}</m:e><m:e>{}</m:e></m:d>", "(x|x)"),
        ('<m:d><m:dPr><m:sepChr m:val=";"/></m:dPr><m:e>{}</m:e><m:e>{}</m:e><m:e>{}</m:e></m:d>', "(x;x;x)"),
        ('<m:d><m:dPr><m:sepChr m:val=""/></m:dPr><m:e>{}</m:e><m:e>{}</m:e></m:d>', "(xx)"),
        (f"<m:d><m:dPr>{VANISHED}</m:dPr><m:e>{{}}</m:e></m:d>", "x"),
        ("<m:acc><m:e>{}</m:e></m:acc>", "x\u0302"),
        ('<m:acc><m:accPr><m:chr m:val="\u0303"/></m:accPr><m:e>{}</m:e></m:acc>', "x\u0303"),
        ("<m:bar><m:e>{}</m:e></m:bar>", "x\u0332"),
        ('<m:bar><m:barPr><m:pos m:val="top"/></m:barPr><m:e>{}</m:e></m:bar>', "x\u0305"),
        ("<m:groupChr><m:e>{}</m:e></m:groupChr>", "x⏟"),
        ('<m:groupChr><m:groupChrPr><m:chr m:val="→"/></m:groupChrPr><m:e>{}</m:e></m:groupChr>', "x→"),
        *((f"<m:{kind}><m:e>{{}}</m:e></m:{kind}>", "x") for kind in ("box", "borderBox")),
        ('<m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e>{}</m:e></m:phant>', ""),
        ('<m:phant><m:phantPr><m:show m:val="1"/></m:phantPr><m:e>{}</m:e></m:phant>', "x"),
        *(
            (f"<m:{kind}><m:e>{{}}</m:e></m:{kind}>", "x")
            for kind in ("eqArr", "func", "limLow", "limUpp", "m", "phant")
        ),
        *((f"<m:{kind}><m:e>{{}}</m:e></m:{kind}>", "x") for kind in ("sPre", "sSub", "sSubSup")),
    ],
)
def test_a_formula(formula: str, text: str) -> None:
    inside = "<m:r><m:rPr><m:sty/></m:rPr><w:rPr/><m:t>x</m:t></m:r>"
    for around in ("<m:oMath>{}</m:oMath>", "<m:oMathPara><m:oMath>{}</m:oMath></m:oMathPara>"):
        assert words(around.format(formula.replace("{}", inside))) == text


def test_parts_beside_each_other_are_words_of_their_own() -> None:
    cell = "<m:e><m:r><m:t>x</m:t></m:r></m:e>"
    row = f"<m:mr>{cell}{cell}</m:mr>"
    for formula, text in (
        (f"<m:m><m:mPr/>{row}{row}</m:m>", "x x x x"),
        (f"<m:func><m:fName><m:r><m:t>sin</m:t></m:r></m:fName>{cell}</m:func>", "sin x"),
        (f"<m:eqArr>{cell}{cell}</m:eqArr>", "x x"),
    ):
        assert document.read("frost.docx", docx(paragraph(f"<m:oMath>{formula}</m:oMath>"))) == text

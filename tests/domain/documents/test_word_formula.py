import pytest

from bot.domain.documents import document
from tests.documents import docx, paragraph


def words(formula: str) -> str:
    return "".join(document.read("frost.docx", docx(paragraph(formula))).split())


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
        *((f"<m:{kind}><m:e>{{}}</m:e></m:{kind}>", "x") for kind in ("acc", "bar", "box", "borderBox", "groupChr")),
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

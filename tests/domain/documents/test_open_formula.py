import pytest

from bot.domain.documents import document
from tests.documents import MATHML, OPEN_XML, open_text, with_part
from tests.domain.documents.open_texts import words


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

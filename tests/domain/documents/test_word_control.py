import pytest

from bot.domain.documents import document
from tests.documents import PACKAGE, docx, paragraph, run

TYPED, TICKED, LABEL = (
    "{8BD21D10-EC42-11CE-9E0D-00AA006002F3}",
    "{8BD21D40-EC42-11CE-9E0D-00AA006002F3}",
    "{978C9E23-D4B0-11CE-BF2D-00AA003F40D0}",
)


def control(kind: str, **properties: str) -> str:
    said = "".join(f'<ax:ocxPr ax:name="{name}" ax:value="{value}"/>' for name, value in properties.items())
    return f'<ax:ocx xmlns:ax="x" ax:classid="{kind}">{said}</ax:ocx>'


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        (control(TYPED, Value="two", FontName="no"), "two"),
        (control(LABEL, Caption="two", Size="no"), "two"),
        (control(TICKED, Value="1", Caption="two"), "☒two"),
        (control(TICKED, Value="0", Caption="two"), "☐two"),
        (control(TICKED.lower()), "☐"),
        (control(TYPED), ""),
        *(
            (control(TICKED, Caption="two").replace("<ax:ocx ", f'<ax:ocx ax:persistence="{kept}" '), "")
            for kept in ("persistStream", "persistStreamInit", "persistStorage")
        ),
        (control(LABEL, Caption="two").replace("<ax:ocx ", '<ax:ocx ax:persistence="persistPropertyBag" '), "two"),
    ],
)
def test_a_control_shows_its_text(stored: str, text: str) -> None:
    others = {
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Target="activeX/activeX1.xml"/>'
            "</Relationships>"
        ),
        "word/activeX/activeX1.xml": stored,
        "word/activeX/activeX1.bin": "no",
    }
    drawn = '<w:r><w:object><v:shape/><w:control xmlns:r="y" r:id="r1" w:name="no"/></w:object></w:r>'
    data = docx(paragraph(run("One"), drawn, run("three")), others=others)
    assert "".join(document.read("frost.docx", data).split()) == f"One{text}three"
    hidden = drawn.replace("<w:object>", "<w:rPr><w:vanish/></w:rPr><w:object>")
    assert document.read("frost.docx", docx(paragraph(run("One"), hidden), others=others)) == "One"

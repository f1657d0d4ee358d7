from bot.domain.documents import document
from tests.documents import DRAWING, PACKAGE, WORD, docx, paragraph, run

ONE = run("One")


def r(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def point(kind: str, text: str) -> str:
    return f'<dgm:pt modelId="x" {kind}><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'


def test_a_diagram_follows_its_paragraph() -> None:
    space = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    points = (
        point("", "two"),
        point('type="node"', "thr</a:t></a:r><a:br/><a:r><a:t>ee"),
        *(point(f'type="{kind}"', "no") for kind in ("doc", "pres", "parTrans", "sibTrans")),
        point('type="asst"', "four"),
        point("", ""),
    )
    listed = f"<dgm:ptLst>{''.join(points)}</dgm:ptLst>"
    data = f'<dgm:dataModel xmlns:dgm="{space}" xmlns:a="{DRAWING}">{listed}</dgm:dataModel>'
    others = {
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Target="diagrams/data1.xml"/>'
            '<Relationship Id="r2" Target="diagrams/data2.xml"/></Relationships>'
        ),
        "word/diagrams/data1.xml": data,
        "word/diagrams/data3.xml": data,
        "word/glossary/document.xml": f"<w:document xmlns:w='{WORD}'>{paragraph(run('no'))}</w:document>",
    }
    drawn = '<w:drawing><dgm:relIds xmlns:dgm="x" xmlns:r="y" r:dm="{}" r:lo="r1"/></w:drawing>'.format
    assert document.read("frost.docx", docx(paragraph(ONE, r(drawn("r1")), run(".")), others=others)) == (
        "One.\n\ntwo\n\nthr ee\n\nfour"
    )
    assert document.read("frost.docx", docx(paragraph(ONE, r(drawn("r2")), r(drawn("no"))), others=others)) == "One"
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr>{drawn('r1')}</w:r>"
    assert document.read("frost.docx", docx(paragraph(ONE, hidden), others=others)) == "One"

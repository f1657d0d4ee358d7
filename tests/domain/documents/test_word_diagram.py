import pytest

from bot.domain.documents import document, flow
from bot.domain.problem import FileUnpacksTooLarge, RefusedError
from tests.documents import DRAWING, PACKAGE, WORD, docx, paragraph, run

ONE = run("One")


def r(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def point(kind: str, text: str) -> str:
    return f'<dgm:pt modelId="x" {kind}><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'


SPACES = f'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="{DRAWING}"'
RELATIONS = {
    "word/_rels/document.xml.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Target="diagrams/data1.xml"/>'
        "</Relationships>"
    )
}
DRAWN = f'<w:drawing><dgm:relIds {SPACES} r:dm="r1" xmlns:r="y"/></w:drawing>'


def diagram(points: str, connections: str = "") -> dict[str, str]:
    data = f"<dgm:ptLst>{points}</dgm:ptLst><dgm:cxnLst>{connections}</dgm:cxnLst>"
    return RELATIONS | {"word/diagrams/data1.xml": f"<dgm:dataModel {SPACES}>{data}</dgm:dataModel>"}


def connected(source: str, target: str, order: int | str, kind: str = "") -> str:
    return f'<dgm:cxn srcId="{source}" destId="{target}" srcOrd="{order}" {kind}/>'


@pytest.mark.parametrize(
    ("connections", "words"),
    [
        (connected("top", "b", 0) + connected("top", "a", 1), "b a c d"),
        (connected("top", "b", 1) + connected("top", "d", 0) + connected("d", "c", 0), "d c b a"),
        (connected("top", "c", 0) + connected("top", "b", 1, 'type="presOf"'), "c a b d"),
        (connected("top", "c", 10) + connected("top", "b", 9), "b c a d"),
        (connected("top", "d", 0) + connected("d", "d", 0) + connected("d", "top", 1), "d a b c"),
        (connected("top", "c", "no") + connected("top", "none", 0) + connected("none", "c", 0), "c a b d"),
        ("", "a b c d"),
    ],
)
def test_the_points_of_a_diagram_come_as_they_are_connected(connections: str, words: str) -> None:
    points = (point('type="doc"', ""), *(point("", text) for text in "abcd"))
    named = "".join(each.replace('"x"', f'"{name}"') for each, name in zip(points, ("top", *"abcd"), strict=True))
    data = docx(paragraph(r(DRAWN)), others=diagram(named, connections))
    assert document.read("frost.docx", data).split() == words.split()


def test_a_diagram_comes_at_each_of_its_places_but_not_without_end() -> None:
    others = diagram(point("", "Rain. " * 1_000))
    text = document.read("frost.docx", docx(*[paragraph(r(DRAWN))] * 3, others=others))
    assert text.count("Rain.") == 3_000
    with pytest.raises(RefusedError) as refused:
        document.read("frost.docx", docx(paragraph(r(DRAWN * (1 + flow.MOST_LETTERS // 6_000))), others=others))
    assert refused.value.problems == (FileUnpacksTooLarge("frost.docx", flow.MOST_LETTERS),)


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

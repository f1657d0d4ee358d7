"""Small documents of our own, as writers' programs save them."""

import io
import re
import zipfile
from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
MATHEMATICS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
ALTERNATIVES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WORD_XML = (
    f'xmlns:w="{WORD}" xmlns:m="{MATHEMATICS}" xmlns:a="{DRAWING}" xmlns:wps="{SHAPE}" xmlns:mc="{ALTERNATIVES}"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
"""How an old document begins, and a new one that has a password."""


def run(text: str, *, bold: bool = False, italic: bool = False) -> str:
    marks = "<w:b/>" * bold + "<w:i/>" * italic
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def word_parts(body: str, before: str = "") -> dict[str, str]:
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument"'
            ' Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": f"{before}<w:document {WORD_XML}><w:body>{body}</w:body></w:document>",
    }


def docx(*paragraphs: str, before: str = "", others: Mapping[str, str] | None = None) -> bytes:
    return packed(word_parts("".join(paragraphs), before) | dict(others or {}))


def word_styles(*styles: str) -> dict[str, str]:
    """The part that says what styles look like."""
    return {"word/styles.xml": f'<w:styles xmlns:w="{WORD}">{"".join(styles)}</w:styles>'}


def picture(how: str) -> str:
    """A paragraph with the picture that is related as r9."""
    blip = f'<a:blip xmlns:r="{OFFICE}" r:{how}="r9"/>'
    for element in ("pic:blipFill", "pic:pic", "a:graphicData", "a:graphic", "wp:inline"):
        blip = f"<{element}>{blip}</{element}>"
    main = "http://schemas.openxmlformats.org/drawingml/2006"
    spaces = f'xmlns:a="{main}/main" xmlns:pic="{main}/picture" xmlns:wp="{main}/wordprocessingDrawing"'
    return f"<w:p><w:r><w:drawing {spaces}>{blip}</w:drawing></w:r></w:p>"


def related(target: str, mode: str) -> dict[str, str]:
    """The part that says what r9 is."""
    relation = f'<Relationship Id="r9" Type="{OFFICE}/image" Target="{target}" TargetMode="{mode}"/>'
    relations = f'<Relationships xmlns="{PACKAGE}/relationships">{relation}</Relationships>'
    return {"word/_rels/document.xml.rels": relations}


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def odt(*paragraphs: str, italic: str = "") -> bytes:
    """A text with these paragraphs; what `italic` fits is slanted."""
    slanted = '<style:style style:name="S" style:family="text"><style:text-properties fo:font-style="italic"/>'
    texts = [re.sub(" {2}", " <text:s/>", text) for text in paragraphs]
    if italic:
        texts = [re.sub(f"({italic})", r'<text:span text:style-name="S">\1</text:span>', text) for text in texts]
    return open_text("".join(f"<text:p>{text}</text:p>" for text in texts), f"{slanted}</style:style>")


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """An archive with one part put in another's place."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {part: archive.read(part) for part in archive.namelist()}
    return packed(parts | {name: content})


OPEN_TEXT = "application/vnd.oasis.opendocument.text"
MATHML = "http://www.w3.org/1998/Math/MathML"
OASIS = {
    **{space: space for space in ("office", "text", "style", "table", "script", "form")},
    "draw": "drawing",
    "fo": "xsl-fo-compatible",
    "svg": "svg-compatible",
}
OPEN_XML = " ".join(
    (
        *(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"' for prefix, space in OASIS.items()),
        f'xmlns:math="{MATHML}" xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"',
    )
)


def open_text(body: str, styles: str = "", common: str = "") -> bytes:
    """An OpenDocument text with this content, these automatic styles, and those that have names."""
    return packed(
        {
            "mimetype": OPEN_TEXT,
            "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
            "content.xml": (
                f"<office:document-content {OPEN_XML}><office:automatic-styles>{styles}</office:automatic-styles>"
                f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
            ),
            "styles.xml": (
                f"<office:document-styles {OPEN_XML}><office:styles>{common}</office:styles></office:document-styles>"
            ),
        }
    )

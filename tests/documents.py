"""Small documents of our own, as writers' programs save them."""

import io
import zipfile
from collections.abc import Mapping

from odfdo import Document, Paragraph, Style

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

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
        "word/document.xml": f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
    }


def docx(*paragraphs: str, before: str = "", others: Mapping[str, str] | None = None) -> bytes:
    return packed(word_parts("".join(paragraphs), before) | dict(others or {}))


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def odt(*paragraphs: str, italic: str = "") -> bytes:
    """A text with these paragraphs; what `italic` fits is slanted."""
    document = Document("text")
    document.body.clear()
    document.insert_style(Style("text", name="Slanted", area="text", italic=True), automatic=True)
    for text in paragraphs:
        found = Paragraph(text)
        if italic:
            found.set_span("Slanted", regex=italic)  # pyright: ignore[reportUnknownMemberType]
        document.body.append(found)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """An archive with one part put in another's place."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {part: archive.read(part) for part in archive.namelist()}
    return packed(parts | {name: content})

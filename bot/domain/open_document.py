"""An OpenDocument text (.odt) as text with Discord's marks."""

import re
from collections.abc import Iterator, Mapping
from typing import cast

from odfdo import Document, Element, Style

from bot.domain import archive, emphasis
from bot.domain.emphasis import Mark, Marks, Piece

READ = re.compile(r"mimetype|META-INF/manifest\.xml|(?:content|styles)\.xml")

PARAGRAPHS = frozenset({"text:p", "text:h"})
LEFT_OUT = frozenset({"text:tracked-changes", "text:note", "office:annotation", "office:forms", "text:sequence-decls"})
"""What was deleted, footnotes, comments: no part of the text as it stands."""

FAMILIES = {"text:span": "text", "text:p": "paragraph", "text:h": "paragraph"}

BOLD = frozenset({"bold", "600", "700", "800", "900"})
SLANTED = frozenset({"italic", "oblique"})
LINE = "Horizontal_20_Line"
"""The style of a paragraph that is drawn as a line."""
SCENE_BREAK = "---"

INHERITED = 20
"""Styles that a style may rest upon, so that a circle of them ends."""


def read(parts: archive.Parts) -> list[str]:
    """The paragraphs; an empty one is an empty text."""
    document = Document(archive.packed(parts))
    styles = Styles(document)
    return [paragraph(found, styles) for found in paragraphs(document.body)]


def paragraph(element: Element, styles: "Styles") -> str:
    text = emphasis.written(pieces(element, emphasis.NONE, styles))
    return SCENE_BREAK if not text.strip() and styles.is_line(element) else text


def paragraphs(body: Element) -> Iterator[Element]:
    """Every paragraph and heading, those inside lists, tables and sections too."""
    waiting = [body]
    while waiting:
        element = waiting.pop()
        if element.tag in PARAGRAPHS:
            yield element
        elif element.tag not in LEFT_OUT:
            waiting += reversed(element.children)


class Styles:
    """What a document's styles say of emphasis, each looked up once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.known: dict[tuple[str, str], Mapping[Mark, bool]] = {}

    def marked(self, element: Element, marks: Marks) -> Marks:
        """The marks of what stands in an element, within these."""
        family, name = FAMILIES.get(element.tag), element.get_attribute_string("text:style-name")
        if family is None or not name:
            return marks
        if (family, name) not in self.known:
            self.known[family, name] = self.emphasis_of(family, name)
        for mark, yes in self.known[family, name].items():
            marks = marks | {mark} if yes else marks - {mark}
        return marks

    def is_line(self, paragraph: Element) -> bool:
        """Whether a paragraph has the style of a line, or one that was made from it for this document."""
        name = paragraph.get_attribute_string("text:style-name")
        style = self.document.get_style("paragraph", name) if name else None
        return name == LINE or (style is not None and style.get_attribute_string("style:parent-style-name") == LINE)

    def emphasis_of(self, family: str, name: str | None) -> dict[Mark, bool]:
        """What a style says itself, and where it says nothing, what those say that it rests upon."""
        found: dict[Mark, bool] = {}
        for _ in range(INHERITED):
            style = self.document.get_style(family, name) if name else None
            if not isinstance(style, Style):
                break
            said = cast("dict[str, object]", style.get_properties(area="text") or {})  # pyright: ignore[reportUnknownMemberType]
            if "fo:font-weight" in said:
                found.setdefault(Mark.BOLD, said["fo:font-weight"] in BOLD)
            if "fo:font-style" in said:
                found.setdefault(Mark.ITALIC, said["fo:font-style"] in SLANTED)
            name = style.get_attribute_string("style:parent-style-name")
        return found


def pieces(element: Element, marks: Marks, styles: Styles) -> Iterator[Piece]:
    marks = styles.marked(element, marks)
    yield Piece(content(element), marks)
    for child in element.children:
        if child.tag not in LEFT_OUT and not child.tag.startswith("draw:"):
            yield from pieces(child, marks, styles)
        yield Piece(flat(child.tail or ""), marks)


def content(element: Element) -> str:
    match element.tag:
        case "text:s":
            return " " * min(element.get_attribute_integer("text:c") or 1, 100)
        case "text:tab":
            return "\t"
        case "text:line-break":
            return "\n"
        case _:
            return flat(element.text)


def flat(text: str) -> str:
    """Line ends in the source are white space."""
    return text.replace("\n", " ")

"""The text of a Word document's diagrams (SmartArt), which lies in parts of their own."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bot.domain.documents.word_style import attribute, child, children, name

DATA = re.compile(r"word/diagrams/data\d*\.xml")
RELATIONS = re.compile(r"word/_rels/document\d*\.xml\.rels")

SHOWN = frozenset({"", "node", "asst"})
"""The kinds of points that a reader sees; the others are lines between them, and the layout."""


def texts(parts: dict[str, Element]) -> dict[str, list[str]]:
    """The paragraphs of each diagram, by the name that the story has for it."""
    relations = (each for part, tree in parts.items() if RELATIONS.fullmatch(part) for each in tree)
    named = {attribute(each, "Id"): f"word/{attribute(each, 'Target').removeprefix('/word/')}" for each in relations}
    return {each: list(paragraphs(parts[part])) for each, part in named.items() if part in parts}


def paragraphs(diagram: Element) -> Iterator[str]:
    for point in children(child(diagram, "ptLst")):
        if name(point) == "pt" and attribute(point, "type") in SHOWN:
            yield from filter(None, map(text, children(child(point, "t"))))


def text(paragraph: Element) -> str:
    return "".join(" " if name(each) == "br" else each.text or "" for each in pieces(paragraph))


def pieces(paragraph: Element) -> Iterator[Element]:
    """Letters, and ends of lines."""
    for run in paragraph:
        if name(run) == "br":
            yield run
        elif name(run) in {"r", "fld"}:
            yield from (each for each in run if name(each) == "t")

"""The text of a Word document's diagrams (SmartArt), which lies in parts of their own."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bot.domain.documents import word_relation
from bot.domain.documents.word_style import attribute, child, children, name

DATA = re.compile(r"word/diagrams/data\d*\.xml")

SHOWN = frozenset({"", "node", "asst"})
"""The kinds of points that a reader sees; the others are lines between them, and the layout."""


def texts(parts: dict[str, Element]) -> dict[str, list[str]]:
    """The paragraphs of each diagram, by the name that the story has for it."""
    named = word_relation.targets(parts)
    return {each: list(paragraphs(parts[part])) for each, part in named.items() if DATA.fullmatch(part)}


def paragraphs(diagram: Element) -> Iterator[str]:
    for point in ordered(diagram):
        if attribute(point, "type") in SHOWN:
            yield from filter(None, map(text, children(child(point, "t"))))


def ordered(diagram: Element) -> Iterator[Element]:
    """The points, each followed by those below it; those that nothing leads to come last."""
    points = [each for each in children(child(diagram, "ptLst")) if name(each) == "pt"]
    named = {attribute(each, "modelId"): each for each in points}
    below = connections(diagram)
    waiting = [*reversed(points), *(each for each in points if attribute(each, "type") == "doc")]
    seen = set[Element]()
    while waiting:
        point = waiting.pop()
        if point not in seen:
            seen.add(point)
            yield point
            waiting += [named[each] for each in reversed(below.pop(attribute(point, "modelId"), [])) if each in named]


def connections(diagram: Element) -> dict[str, list[str]]:
    """The points below each point, in their order."""
    found = [each for each in children(child(diagram, "cxnLst")) if attribute(each, "type") in {"", "parOf"}]
    below: dict[str, list[str]] = {}
    for each in sorted(found, key=place):
        below.setdefault(attribute(each, "srcId"), []).append(attribute(each, "destId"))
    return below


def place(connection: Element) -> int:
    said = attribute(connection, "srcOrd")
    return int(said) if said.isdecimal() and len(said) < 10 else 0


def text(paragraph: Element) -> str:
    return "".join(" " if name(each) == "br" else each.text or "" for each in pieces(paragraph))


def pieces(paragraph: Element) -> Iterator[Element]:
    """Letters, and ends of lines."""
    for run in paragraph:
        if name(run) == "br":
            yield run
        elif name(run) in {"r", "fld"}:
            yield from (each for each in run if name(each) == "t")

"""The letters and signs of a formula in an OpenDocument text, which are MathML."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from bot.domain.documents import flow
from bot.domain.documents.open_style import name

FORMULA = "math:math"
TOKENS = frozenset({"math:mi", "math:mn", "math:mo", "math:mtext", "math:ms"})
LEFT_OUT = frozenset({"math:annotation", "math:annotation-xml", "math:mphantom"})
"""The source of a formula, and parts that only keep a place."""
UNSEEN = dict.fromkeys(range(0x2061, 0x2065))
"""Signs for a multiplication or a function that nobody writes."""


def text(formula: Element) -> str:
    """The formula in one line. A fraction has a slash, as in texts."""
    written: list[str] = []
    for element, begins in flow.walk(formula, inside):
        kind = name(element.tag)
        if kind == "math:mfenced":
            written.append(element.get("open", "(") if begins else element.get("close", ")"))
        elif begins and kind in TOKENS:
            written.append(" ".join("".join(element.itertext()).split()))
        elif begins and kind in {"math:msqrt", "math:mroot"}:
            written.append("√")
        elif begins and kind == "math:mspace":
            written.append(" ")
    return "".join(written).translate(UNSEEN)


def inside(element: Element) -> Iterable[Element]:
    kind = name(element.tag)
    if kind in LEFT_OUT or kind in TOKENS:
        return ()
    signs = ["/"] if kind == "math:mfrac" else separators(element) if kind == "math:mfenced" else []
    return between(list(element), signs) if signs else element


def separators(fenced: Element) -> list[str]:
    return list("".join(fenced.get("separators", ",").split()))


def between(parts: list[Element], signs: list[str]) -> Iterator[Element]:
    """The parts with signs between them; the last sign serves the rest."""
    for number, part in enumerate(parts):
        if number:
            yield operator(part, signs[min(number, len(signs)) - 1])
        yield part


def operator(beside: Element, sign: str) -> Element:
    space = beside.tag.partition("}")[0]
    made = Element(f"{space}}}mo")
    made.text = sign
    return made

"""A Word document's styles and a run's own properties, as far as we keep them: emphasis, and hidden text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bot.domain.text.emphasis import Mark

MARKS = {"b": Mark.BOLD, "i": Mark.ITALIC, "u": Mark.UNDERLINED, "strike": Mark.STRUCK, "dstrike": Mark.STRUCK}
HIDDEN = frozenset({"vanish", "specVanish"})
TOGGLES = frozenset({"b", "i", "strike", "dstrike", "vanish"})
"""Properties that hold if the paragraph's style or the letters' style sets them, and not if both do."""
LOOKED_AT = MARKS.keys() | HIDDEN

EMPHATIC = {"emphasis": "i", "subtle emphasis": "i", "intense emphasis": "i", "strong": "b"}
"""Styles that mean emphasis, however they look."""
HEADINGS = ("heading", "title", "subtitle")
"""The first words of styles whose looks are no emphasis."""

OFF = frozenset({"0", "false", "off", "none"})

INHERITED = 20
"""Styles in a chain of parents that are looked at, so that a circle ends."""

Said = Mapping[str, bool]
"""True or false for each property that is set, by Word's name."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything that it inherits."""

    letters: dict[str, bool] = field(default_factory=dict[str, bool])
    ruled: bool = False
    listed: bool = False


class WordStyles:
    def __init__(self, part: Element | None) -> None:
        elements = [] if part is None else [element for element in part.iter() if name(element) == "style"]
        self.elements = {attribute(element, "styleId"): element for element in elements}
        self.default = next(
            (
                attribute(each, "styleId")
                for each in elements
                if is_default(each) and attribute(each, "type") == "paragraph"
            ),
            "",
        )
        self.everywhere = said(defaults(part))
        self.known: dict[str, Style] = {}

    def style(self, of: str) -> Style:
        """The style of this name; an empty one if there is none."""
        if of not in self.known:
            self.known[of] = self.resolved(of)
        return self.known[of]

    def resolved(self, of: str) -> Style:
        letters: dict[str, bool] = {}
        ruled = listed = heading = False
        for _ in range(INHERITED):
            element = self.elements.get(of)
            named = of if element is None else value(child(element, "name"))
            if named.lower() in EMPHATIC:
                letters.setdefault(EMPHATIC[named.lower()], True)
            if element is None:
                break
            heading = heading or named.lower().startswith(HEADINGS)
            paragraph = child(element, "pPr")
            ruled, listed = ruled or is_ruled(paragraph), listed or is_listed(paragraph)
            letters = {**said(child(element, "rPr")), **letters}
            of = value(child(element, "basedOn"))
        hidden = {key: on for key, on in letters.items() if key in HIDDEN}
        return Style(hidden if heading else letters, ruled, listed and not heading)

    def letters(self, paragraph: Element | None, run: Element | None) -> Said:
        """The properties of a run, by the styles of its paragraph and its own."""
        outer = self.paragraph(paragraph).letters
        inner = self.style(value(child(run, "rStyle"))).letters if child(run, "rStyle") is not None else {}
        found = {**self.everywhere, **outer, **inner}
        for toggle in TOGGLES & found.keys():
            by_style = outer.get(toggle, False) != inner.get(toggle, False)
            found[toggle] = self.everywhere.get(toggle, False) or by_style
        return {**found, **said(run)}

    def paragraph(self, properties: Element | None) -> Style:
        return self.style(value(child(properties, "pStyle")) or self.default)


def said(properties: Element | None) -> dict[str, bool]:
    """The properties that a run sets itself."""
    return {name(each): value(each) not in OFF for each in children(properties) if name(each) in LOOKED_AT}


def is_hidden(letters: Said) -> bool:
    return any(letters.get(each, False) for each in HIDDEN)


def marks(letters: Said) -> frozenset[Mark]:
    return frozenset(mark for key, mark in MARKS.items() if letters.get(key, False))


def is_ruled(paragraph: Element | None) -> bool:
    """True if a paragraph with these properties has a line above or below it."""
    borders = children(child(paragraph, "pBdr"))
    return any(name(each) in {"top", "bottom"} and value(each) not in {"", "nil", "none"} for each in borders)


def is_listed(paragraph: Element | None) -> bool:
    number = child(child(paragraph, "numPr"), "numId")
    return number is not None and value(number) != "0"


def is_default(style: Element) -> bool:
    return attribute(style, "default") in {"1", "true", "on"}


def defaults(part: Element | None) -> Element | None:
    return child(child(child(part, "docDefaults"), "rPrDefault"), "rPr")


def name(element: Element) -> str:
    """An element's name in any of the namespaces that Word has had."""
    return local(element.tag)


def local(qualified: str) -> str:
    return qualified.rpartition("}")[2]


def attribute(element: Element, wanted: str) -> str:
    return next((found for qualified, found in element.items() if local(qualified) == wanted), "")


def value(element: Element | None) -> str:
    return "" if element is None else attribute(element, "val")


def children(element: Element | None) -> Iterable[Element]:
    return () if element is None else element


def child(element: Element | None, wanted: str) -> Element | None:
    return next((each for each in children(element) if name(each) == wanted), None)

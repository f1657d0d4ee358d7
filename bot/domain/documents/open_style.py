"""The styles of an OpenDocument text, as far as we keep them: emphasis, hidden text, and lines."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from xml.etree.ElementTree import Element

from bot.domain.text.emphasis import Mark

PREFIXES = {
    f"urn:oasis:names:tc:opendocument:xmlns:{space}:1.0": prefix
    for space, prefix in (
        *((space, space) for space in ("office", "text", "style", "table", "form")),
        ("drawing", "draw"),
        ("xsl-fo-compatible", "fo"),
        ("svg-compatible", "svg"),
    )
} | {
    "http://www.w3.org/1998/Math/MathML": "math",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0": "field",
}

FAMILIES = {"text:span": "text", "text:a": "text", "text:p": "paragraph", "text:h": "paragraph"}

BOLD = frozenset({"bold", "600", "700", "800", "900"})
SLANTED = frozenset({"italic", "oblique"})

LINE = "Horizontal_20_Line"
"""The style of a paragraph that is drawn as a line."""

INHERITED = 20
"""Styles in a chain of parents that are looked at, so that a circle ends."""


class Trait(StrEnum):
    HIDDEN = "hidden"
    LINE = "line"
    LINE_ABOVE = "line above"
    LINE_BELOW = "line below"


LINES = {"fo:border": Trait.LINE, "fo:border-top": Trait.LINE_ABOVE, "fo:border-bottom": Trait.LINE_BELOW}
"""The properties that draw a line, and the side each of them is about."""

Said = Mapping[Mark | Trait, bool]


class OpenStyles:
    """A document's styles, each looked up once. Of two with the same name the last one counts: the text's own styles
    come after those of its pages.
    """

    def __init__(self, parts: Iterable[Element]) -> None:
        self.styles = {key(style): style for part in parts for style in part.iter() if name(style.tag) == "style:style"}
        self.known: dict[tuple[str, str], Said] = {}

    def of(self, element: Element) -> Said:
        """The traits of an element, by its style."""
        family = FAMILIES.get(name(element.tag))
        if family is None:
            return {}
        wanted = family, attribute(element, "text:style-name")
        if wanted not in self.known:
            self.known[wanted] = self.said(wanted)
        return self.known[wanted]

    def said(self, wanted: tuple[str, str]) -> Said:
        """The traits of a style, with those of its parents where it sets none itself."""
        found: dict[Mark | Trait, bool] = {}
        for _ in range(INHERITED):
            family, style_name = wanted
            if style_name == LINE:
                found[Trait.LINE] = True
            style = self.styles.get(wanted)
            if style is None:
                break
            for trait, value in traits(style):
                found.setdefault(trait, value)
            wanted = family, attribute(style, "style:parent-style-name")
        return found


def traits(style: Element) -> Iterator[tuple[Mark | Trait, bool]]:
    """The traits that a style sets itself."""
    for properties in style:
        for qualified, value in properties.items():
            match name(qualified):
                case "fo:font-weight":
                    yield Mark.BOLD, value in BOLD
                case "fo:font-style":
                    yield Mark.ITALIC, value in SLANTED
                case "style:text-underline-style":
                    yield Mark.UNDERLINED, value != "none"
                case "style:text-line-through-style":
                    yield Mark.STRUCK, value != "none"
                case "text:display":
                    conditional = value == "condition" and attribute(properties, "text:condition") == "none"
                    yield Trait.HIDDEN, value == "none" or conditional
                case border if border in LINES:
                    yield LINES[border], "none" not in value.split()
                case _:
                    pass


def key(style: Element) -> tuple[str, str]:
    return attribute(style, "style:family"), attribute(style, "style:name")


def name(qualified: str) -> str:
    """An element's or attribute's name with the prefix that the standard gives it."""
    space, _, local = qualified.lstrip("{").rpartition("}")
    return f"{PREFIXES.get(space, '')}:{local}"


def attribute(element: Element, wanted: str) -> str:
    return next((value for qualified, value in element.items() if name(qualified) == wanted), "")

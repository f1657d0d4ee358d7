"""The style sheet of a page, and its effect on the page's elements.

Programs that save pages mark slanted, bold and hidden text by a class. We understand the simple selectors that they
write: an element, a class, an id, or an element with one of these. We leave out rules for print or for small screens
alone.
"""

import re
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

PROPERTIES = frozenset(
    {"font-style", "font-weight", "font-size", "text-decoration", "text-decoration-line", "white-space"}
    | {"white-space-collapse", "display", "visibility", "content-visibility", "opacity", "mso-hide", "mso-list"}
    | {"position", "left", "right", "top", "bottom", "margin-left", "margin-top", "text-indent", "transform"}
    | {"overflow", "overflow-x", "overflow-y", "width", "height", "max-width", "max-height", "clip", "clip-path"}
)
"""Properties that may change a text's emphasis or its lines, or hide it."""
MEDIA = frozenset({"", "all", "screen"})
SLANTS = re.compile(r"italic|oblique")
SIZES = re.compile(r"0|(?<![\d.])[\d.]++(?:[a-z]++|%)|(?:xx?-)?(?:small|large)|xxx-large|medium|smaller|larger")
WEIGHTS = re.compile(r"bold|bolder|[1-9]00")
LONGEST_VALUE = 100

BRACE_OR_TEXT = re.compile(r"[{}]|[^{}]+")
COMMENT = re.compile(r"<!--|-->|/\*.*?(?:\*/|\Z)", re.DOTALL)
SIMPLE = re.compile(r"[a-z][a-z0-9]*|(?:[a-z][a-z0-9]*)?[.#][\w-]+", re.IGNORECASE)

Said = dict[str, str]
"""Values by property."""
Rules = Mapping[str, Said]
"""Declarations by selector."""


def rules(source: str) -> Rules:
    """The rules of all the style sheets in a page."""
    found: dict[str, Said] = {}
    if "<style" not in source.lower():
        return found
    for sheet in LexborHTMLParser(source).css("style"):
        if (sheet.attributes.get("media") or "").strip().lower() not in MEDIA:
            continue
        for selectors, declarations in blocks(COMMENT.sub("", sheet.text())):
            said = declared(declarations)
            for selector in map(str.strip, selectors.split(",")):
                if said and SIMPLE.fullmatch(selector):
                    found.setdefault(selector, {}).update(said)
    return found


def blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors and declarations of the rules that always hold."""
    depth, before, selectors = 0, "", ""
    for part in BRACE_OR_TEXT.findall(sheet):
        if part == "{":
            depth += 1
            selectors = before if depth == 1 else ""
        elif part == "}":
            depth = max(0, depth - 1)
        elif depth:
            yield selectors, part
        else:
            before = part.rpartition(";")[2]


def declared(declarations: str) -> Said:
    """The declarations of these that we look at; the last one of a property holds."""
    said: Said = {}
    for declaration in declarations.lower().split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        value = value.replace("!important", "").strip()
        if name in PROPERTIES and len(value) <= LONGEST_VALUE:
            said[name] = value
        elif name == "font" and value != "inherit":
            meant = {"font-style": SLANTS, "font-weight": WEIGHTS, "font-size": SIZES}
            said |= {of: one_of(words, value) for of, words in meant.items()}
    return said


def one_of(meant: re.Pattern[str], font: str) -> str:
    """The word of this kind in a short `font` declaration; without one, the font is normal."""
    words = (word.partition("/")[0] for word in font.split())
    return next((word for word in words if meant.fullmatch(word)), "normal")


def write_into(body: LexborNode, sheet: Rules) -> None:
    """Write the rules of a sheet into the style of every element that they name."""
    for element in body.traverse(include_text=False) if sheet else ():
        said = {name: value for selector in selectors(element) for name, value in sheet.get(selector, {}).items()}
        said |= declared(element.attributes.get("style") or "")
        if said:
            element.attrs["style"] = ";".join(f"{name}:{value}" for name, value in said.items())


def selectors(element: LexborNode) -> list[str]:
    """The selectors that may name an element, the least particular first."""
    attributes, tag = element.attributes, element.tag or ""
    classes = [f".{name}" for name in (attributes.get("class") or "").split()]
    names = [f"#{attributes['id']}"] if attributes.get("id") else []
    return [tag, *classes, *(tag + name for name in classes), *names, *(tag + name for name in names)]

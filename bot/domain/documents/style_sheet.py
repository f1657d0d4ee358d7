"""The style sheets of a page, and their effect on the page's elements.

Programs that save pages mark slanted, bold and hidden text by their style sheets. The parser finds the elements that a
selector names. Its time may grow with a power of a page's depth, so a page with a style sheet is read where the reading
can be stopped. We leave out rules for print or for small screens alone, and those inside of others.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

PROPERTIES = frozenset(
    {"font-style", "font-weight", "font-size", "text-decoration", "text-decoration-line", "white-space"}
    | {"white-space-collapse", "display", "visibility", "content-visibility", "opacity", "mso-hide", "mso-list"}
    | {"position", "left", "right", "top", "bottom", "margin-left", "margin-top", "text-indent", "transform"}
    | {"border", "border-top", "border-bottom"}
    | {"overflow", "overflow-x", "overflow-y", "width", "height", "max-width", "max-height", "clip", "clip-path"}
)
"""Properties that may change a text's emphasis or its lines, or hide it."""
ON_SCREEN = re.compile(r"\s*+(?:only\s++)?+(?:all|screen)?+\s*+(?:(?:and\s*+)?+\(\s*+min-width[^()]*+\)\s*+)*+")
ALWAYS = ("@supports", "@layer", "@container")
SLANTS = re.compile(r"italic|oblique")
SIZES = re.compile(r"0|(?<![\d.])[\d.]++(?:[a-z]++|%)|(?:xx?-)?(?:small|large)|xxx-large|medium|smaller|larger")
WEIGHTS = re.compile(r"bold|bolder|[1-9]00")
LONGEST_VALUE = 100
IMPORTANT = re.compile(r"!\s*+important\b")

BRACE_OR_TEXT = re.compile(r"[{}]|[^{}]+")
COMMENT_OR_STRING = re.compile(r"""<!--|-->|/\*.*?(?:\*/|\Z)|"[^"\n]*+"|'[^'\n]*+'""", re.DOTALL)
BREAKING = re.compile(r"[{};,]")
SELECTOR = re.compile(r"(?:[^,()]|\([^()]*+\))++")
"""One of a list; a pseudo-class may hold a list of its own."""
IDS, CLASSES, NAMES = (
    re.compile(r"#[\w-]"),
    re.compile(r"\.[\w-]|\[|:(?!:)"),
    re.compile(r"(?<![\w.#:\[=-])[a-z]", re.IGNORECASE),
)

Said = dict[str, str]
"""Values by property."""
Declarations = list[tuple[bool, str, str]]
"""For each: whether it is important, the property and the value."""


@dataclass(frozen=True, slots=True)
class Rule:
    selector: str
    declarations: Declarations

    @property
    def specificity(self) -> tuple[int, int, int]:
        """How particular the selector is: its ids, then its classes, then its elements."""
        ids, classes, names = (len(pattern.findall(self.selector)) for pattern in (IDS, CLASSES, NAMES))
        return ids, classes, names


def apply(page: LexborHTMLParser) -> None:
    """Write what the style sheets of a page say into the styles of the elements that they name."""
    said: dict[int, tuple[LexborNode, Declarations]] = {}
    for rule in sorted(rules(page), key=lambda rule: rule.specificity):
        for element in named(page, rule.selector):
            said.setdefault(element.mem_id, (element, []))[1].extend(rule.declarations)
    for element, declarations in said.values():
        own = declarations_in(element.attributes.get("style") or "")
        element.attrs["style"] = ";".join(f"{name}:{value}" for name, value in last([*declarations, *own]).items())


def named(page: LexborHTMLParser, selector: str) -> list[LexborNode]:
    """The elements that a selector names: none for one that we cannot read, or that names what a style adds."""
    try:
        return page.css(selector)
    except SelectolaxError:
        return []


def rules(page: LexborHTMLParser) -> Iterator[Rule]:
    for sheet in page.css("style"):
        if is_on_screen(sheet.attributes.get("media") or ""):
            for selectors, block in blocks(COMMENT_OR_STRING.sub(harmless, sheet.text())):
                declarations = declarations_in(block)
                if declarations:
                    yield from (Rule(selector.strip(), declarations) for selector in SELECTOR.findall(selectors))


def is_on_screen(media: str) -> bool:
    return any(ON_SCREEN.fullmatch(query) for query in media.lower().split(","))


def harmless(found: re.Match[str]) -> str:
    """A string without a sign of the sheet's own, and nothing of a comment."""
    return found[0] if found[0][0] in "\"'" and not BREAKING.search(found[0]) else ""


def blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors and declarations of the rules that hold on a screen."""
    around: list[tuple[str, bool]] = []
    """What stands before each open brace, and whether the conditions around it hold."""
    before = ""
    for part in BRACE_OR_TEXT.findall(sheet):
        if part == "{":
            around.append((before.strip(), all_hold(around)))
            before = ""
        elif part == "}":
            before = ""
            if around:
                around.pop()
        else:
            if around and around[-1][1] and not around[-1][0].startswith("@"):
                yield around[-1][0], part
            before = part.rpartition(";")[2]


def all_hold(around: list[tuple[str, bool]]) -> bool:
    return not around or (around[-1][1] and holds(around[-1][0]))


def holds(condition: str) -> bool:
    """True if the rules under this condition hold on a screen; no rule that stands in another one does."""
    name, _, query = condition.lower().partition(" ")
    return name in ALWAYS or (name == "@media" and is_on_screen(query))


def declared(style: str) -> Said:
    """What an element's own style says."""
    return last(declarations_in(style))


def last(declarations: Iterable[tuple[bool, str, str]]) -> Said:
    """The last value of each property, the important ones after all others."""
    return {name: value for _, name, value in sorted(declarations, key=lambda each: each[0])}


def declarations_in(block: str) -> Declarations:
    """The declarations of these that we look at."""
    found: Declarations = []
    for declaration in block.lower().split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        important = IMPORTANT.search(value) is not None
        value = IMPORTANT.sub("", value).strip()
        if name in PROPERTIES and len(value) <= LONGEST_VALUE:
            found.append((important, name, value))
        elif name == "font" and value != "inherit":
            meant = {"font-style": SLANTS, "font-weight": WEIGHTS, "font-size": SIZES}
            found += [(important, of, one_of(words, value)) for of, words in meant.items()]
    return found


def one_of(meant: re.Pattern[str], font: str) -> str:
    """The word of this kind in a short `font` declaration; without one, the font is normal."""
    words = (word.partition("/")[0] for word in font.split())
    return next((word for word in words if meant.fullmatch(word)), "normal")

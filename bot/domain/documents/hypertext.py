"""HTML as text: its emphasis in Discord's marks, its paragraphs with a blank line between."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.domain.documents import appearance, flow, style_sheet
from bot.domain.documents.appearance import Showing
from bot.domain.text import emphasis
from bot.domain.text.emphasis import Marks, Span

PARAGRAPHS = frozenset(
    {"p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "ul", "ol", "table", "hr", "dir"}
    | appearance.VERBATIM
)
CUTS = frozenset({"lj-cut", "cut"})
LINES = frozenset(
    {"div", "li", "dt", "tr", "center", "article", "section", "header", "footer", "main", "aside", "address", "figure"}
    | {"figcaption", "details", "summary", "form", "fieldset", "lj-raw", "raw-code", "html", "body"}
    | {"nav", "hgroup", "search", "menu", "legend", "dialog"}
)
CELLS = frozenset({"dd", "td", "th"})
INLINE = frozenset(
    {"a", "abbr", "acronym", "big", "br", "code", "font", "kbd", "lj", "lj-spoiler", "mark", "q", "ruby"}
    | {"samp", "small", "span", "sub", "sup", "tt", "user", "wbr", "img", "label"}
    | {"bdi", "bdo", "button", "data", "map", "nobr", "output", "picture", "rb", "slot", "time", "blink", "marquee"}
    | {"tbody", "thead", "tfoot", "col", "colgroup", "caption"}
    | {"object", "applet", "option", "optgroup", "selectedcontent", "multicol", "rbc"}
    | {"svg", "text", "tspan", "math", "mi", "mn", "mo", "ms", "mtext", "mrow", "mfrac", "msqrt", "msub", "msup"}
)
HOLLOW = frozenset(
    {"area", "base", "embed", "frame", "frameset", "input", "keygen", "param", "source", "track", "basefont", "bgsound"}
)
KNOWN = PARAGRAPHS | CUTS | LINES | CELLS | INLINE | HOLLOW | appearance.MARKS.keys() | appearance.UNSEEN

SCENE_BREAK = "* * *"
RULED = frozenset({"p", "div"})
"""Elements that are lines across the page if they have a border and nothing in them."""
PICTURES = "img, svg, video, iframe, object, embed, canvas, input"
QUOTES = ("“”", "‘’")
"""Around a quotation, and around one inside it."""

SPACES = re.compile(r"[ \t\n\r\f\xa0]+")
TRAILING = re.compile(r"(?<! ) ++$", re.MULTILINE)


class Sheet:
    """The text in the making. Line breaks and the signs of lists wait until something is written after them."""

    def __init__(self) -> None:
        self.pieces: list[Span] = []
        self.breaks = 0
        self.bullet = ""
        self.needs_no_space = True
        self.quotes = 0
        """The number of open quotations."""
        self.ruled: list[int] = []
        """The number of pieces before each of the elements that may be a line across the page."""

    def write(self, text: str, marks: Marks) -> None:
        """Write a text, its white space as one blank, and none where a line begins."""
        text = SPACES.sub(" ", text)
        if self.needs_no_space or self.breaks:
            text = text.lstrip()
        if not text:
            return
        if self.breaks and self.pieces:
            self.pieces.append(Span("\n" * min(self.breaks, 2)))
        self.pieces += [Span(self.bullet), Span(text, marks)]
        self.breaks, self.bullet, self.needs_no_space = 0, "", text.endswith(" ")

    def rule(self) -> None:
        """Write a line across the page."""
        self.part(2)
        self.write(SCENE_BREAK, emphasis.NONE)
        self.part(2)

    def part(self, least: int) -> None:
        """Put at least so many line ends before the next text: one for a new line, two for a new paragraph."""
        self.breaks = max(self.breaks, least)


def tree(source: str) -> LexborNode | None:
    """The body of a page; each element has what the page's style sheets say of it as its own style."""
    page = LexborHTMLParser(source)
    style_sheet.apply(page)
    return page.body


def text(node: LexborNode | None) -> str:
    """The text of a part of the tree."""
    return parted(node, frozenset())[0]


def parted(node: LexborNode | None, aside: AbstractSet[int]) -> tuple[str, str]:
    """The text of a part of the tree, and that of the elements in it that stand aside, by their ids in memory."""
    own, other = Sheet(), Sheet()
    for where, element, look in walk(node, aside):
        sheet = other if look.is_aside else own
        if look.is_aside:
            own.part(1)
        if element.is_text_node:
            write(sheet, element, look)
        elif where == "end":
            end(sheet, element, look)
        else:
            begin(sheet, element, look)
    return written(own), written(other)


def written(sheet: Sheet) -> str:
    return TRAILING.sub("", emphasis.written(sheet.pieces)).strip()


def walk(top: LexborNode | None, aside: AbstractSet[int]) -> Iterator[tuple[str, LexborNode, Showing]]:
    """Every node where it begins and where it ends, without recursion: sources may be nested as deep as they like."""
    waiting: list[tuple[str, LexborNode | None, Showing]] = [("top", top, Showing())]
    while waiting:
        where, node, look = waiting.pop()
        if node is None:
            continue
        if where == "node":
            waiting.append(("node", node.next, look))
        if where == "end" or not node.is_element_node:
            yield where, node, look
            continue
        said = style_sheet.declared(node.attributes.get("style") or "")
        if not appearance.is_hidden(node, said, look):
            within = appearance.inside(node, said, look, aside=node.mem_id in aside)
            yield where, node, within
            waiting += [("end", node, within), ("node", node.child, within)]


def write(sheet: Sheet, element: LexborNode, look: Showing) -> None:
    content = (element.text_content or "") if look.shows_text else ""
    if not look.keeps_lines:
        sheet.write(content, look.marks)
        return
    for number, line in enumerate(content.split("\n")):
        sheet.breaks += number > 0
        sheet.write(line, look.marks)


def begin(sheet: Sheet, element: LexborNode, look: Showing) -> None:
    tag = element.tag or ""
    if tag == "br":
        sheet.breaks += 1
    elif tag == "hr" and look.shows_text:
        sheet.rule()
    elif tag in PARAGRAPHS | CUTS:
        sheet.part(2)
    elif tag in LINES or look.is_block:
        sheet.part(1)
    elif tag in CELLS:
        sheet.write(" ", look.marks)
    elif tag == "q" and look.shows_text:
        sheet.write(QUOTES[sheet.quotes % 2][0], look.marks)
        sheet.quotes += 1
    if tag in RULED and look.is_ruled:
        sheet.ruled.append(len(sheet.pieces))
    if tag == "li":
        sheet.bullet = flow.BULLET
    elif tag in {"lj", "user"} and look.shows_text:
        sheet.write(user_name(element), look.marks)


def end(sheet: Sheet, element: LexborNode, look: Showing) -> None:
    tag = element.tag or ""
    if tag == "li":
        sheet.bullet = ""
    if tag in RULED and look.is_ruled and sheet.ruled.pop() == len(sheet.pieces) and is_line(element, look):
        sheet.rule()
    if tag == "q" and look.shows_text:
        sheet.quotes -= 1
        sheet.write(QUOTES[sheet.quotes % 2][1], look.marks)
    elif tag in PARAGRAPHS:
        sheet.part(2)
    elif tag in LINES - {"dt"} or tag == "dd" or look.is_block:
        sheet.part(1)  # the meaning of a name in a list goes on the name's line


def is_line(empty: LexborNode, look: Showing) -> bool:
    """True if an empty element with a border is a line across the page, and no frame of a picture."""
    return look.shows_text and empty.css_first(PICTURES) is None


def user_name(element: LexborNode) -> str:
    """The name in `<lj user="name">`, or in Dreamwidth's `<user name="name">`."""
    named = element.attributes
    return (named.get("user") or named.get("comm") or named.get("name") or "").rstrip("/")

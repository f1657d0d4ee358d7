"""HTML as text: cleaned, its emphasis in Discord's marks, its paragraphs with a blank line between."""

import re
from collections.abc import Iterator

import nh3
from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.domain import emphasis
from bot.domain.emphasis import Mark, Marks, Piece

MARKS = {
    **dict.fromkeys(("b", "strong"), Mark.BOLD),
    **dict.fromkeys(("i", "em", "cite", "var", "dfn"), Mark.ITALIC),
    **dict.fromkeys(("u", "ins"), Mark.UNDERLINED),
    **dict.fromkeys(("s", "strike", "del"), Mark.STRUCK),
}

PARAGRAPHS = frozenset({"p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "ul", "ol", "table", "pre", "hr"})
CUTS = frozenset({"lj-cut", "cut"})
LINES = frozenset(
    {"div", "li", "dt", "tr", "center", "article", "section", "header", "footer", "main", "aside", "address", "figure"}
    | {"figcaption", "details", "summary", "form", "fieldset", "lj-raw", "raw-code", "html", "body"}
)
CELLS = frozenset({"dd", "td", "th"})
INLINE = frozenset(
    {"a", "abbr", "acronym", "big", "br", "code", "font", "kbd", "lj", "lj-spoiler", "mark", "q", "ruby", "rp", "rt"}
    | {"samp", "small", "span", "sub", "sup", "tt", "user", "wbr", "img", "label"}
    | {"tbody", "thead", "tfoot", "col", "colgroup", "caption"}
)
KNOWN = PARAGRAPHS | CUTS | LINES | CELLS | INLINE | MARKS.keys()

DROPPED = frozenset(
    {"script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math", "textarea", "select"}
)
"""What is inside these is no text of the writer's."""

ATTRIBUTES = {
    "*": {"id", "class", "style"},
    "lj": {"user", "comm"},
    "user": {"name"},
}
STYLES = {"font-style", "font-weight"}

SCENE_BREAK = "* * *"

SPACES = re.compile(r"[ \t\n\r\f\xa0]+")
TRAILING = re.compile(r"(?<! ) ++$", re.MULTILINE)
ITALIC = re.compile(r"font-style:\s*(?:(italic|oblique)|normal)")
BOLD = re.compile(r"font-weight:\s*(?:(bold|bolder|[6-9]00)|normal|lighter|[1-5]00)")


class Sheet:
    """The text in the making. Line breaks wait until something is written after them."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.breaks = 0
        self.needs_no_space = True

    def write(self, text: str, marks: Marks) -> None:
        """White space counts as one blank, and as nothing where a line begins."""
        text = SPACES.sub(" ", text)
        if self.needs_no_space or self.breaks:
            text = text.lstrip()
        if not text:
            return
        if self.breaks and self.pieces:
            self.pieces.append(Piece("\n" * min(self.breaks, 2)))
        self.breaks, self.needs_no_space = 0, text.endswith(" ")
        self.pieces.append(Piece(text, marks))

    def part(self, least: int) -> None:
        """Begin a new line, or with two a new paragraph, where that has not happened yet."""
        self.breaks = max(self.breaks, least)


def tree(source: str) -> LexborNode | None:
    """Everything that may stay, as a tree; None where nothing is left."""
    clean = nh3.clean(
        source,
        tags=set(KNOWN),
        clean_content_tags=set(DROPPED),
        attributes=ATTRIBUTES,
        filter_style_properties=STYLES,
        link_rel=None,
    )
    return LexborHTMLParser(clean).body


def text(node: LexborNode | None, *, tight: bool = False) -> str:
    """What a part of the tree says; `tight` where paragraphs are lines, and empty ones the lines between."""
    sheet = Sheet()
    for where, element, marks in walk(node):
        if element.is_text_node:
            write(sheet, element, marks)
        elif where == "end":
            end(sheet, element, marks, tight=tight)
        else:
            begin(sheet, element, marks, tight=tight)
    return TRAILING.sub("", emphasis.written(sheet.pieces)).strip()


def walk(top: LexborNode | None) -> Iterator[tuple[str, LexborNode, Marks]]:
    """Every node where it begins and where it ends, without recursion: sources may be nested as deep as they like."""
    waiting: list[tuple[str, LexborNode | None, Marks]] = [("top", top, emphasis.NONE)]
    while waiting:
        where, node, marks = waiting.pop()
        if node is None:
            continue
        yield where, node, marks
        if where == "end":
            continue
        if where == "node":
            waiting.append(("node", node.next, marks))
        if node.is_element_node:
            waiting += [("end", node, marks), ("node", node.child, marked(node, marks))]


def marked(node: LexborNode, marks: Marks) -> Marks:
    """The marks of what is inside an element."""
    mark = MARKS.get(node.tag or "")
    if mark is not None:
        marks |= {mark}
    style = node.attributes.get("style") or ""
    for pattern, styled in ((ITALIC, Mark.ITALIC), (BOLD, Mark.BOLD)):
        if found := pattern.search(style):
            marks = marks | {styled} if found[1] else marks - {styled}
    return marks


def write(sheet: Sheet, element: LexborNode, marks: Marks) -> None:
    content = element.text_content or ""
    if element.parent is None or element.parent.tag != "pre":
        sheet.write(content, marks)
        return
    for number, line in enumerate(content.split("\n")):
        sheet.breaks += number > 0
        sheet.write(line, marks)


def begin(sheet: Sheet, element: LexborNode, marks: Marks, *, tight: bool) -> None:
    tag = element.tag or ""
    if tag == "br":
        sheet.breaks += 1
    elif tag == "hr":
        sheet.part(2)
        sheet.write(SCENE_BREAK, emphasis.NONE)
        sheet.part(2)
    elif tag in PARAGRAPHS | CUTS:
        sheet.part(1 if tight and tag == "p" else 2)
    elif tag in LINES:
        sheet.part(1)
    elif tag in CELLS:
        sheet.write(" ", marks)
    elif tag == "q":
        sheet.write("“", marks)
    if tag == "li":
        sheet.write("- ", emphasis.NONE)
    if tag in {"lj", "user"}:
        sheet.write(user_name(element), marks)


def end(sheet: Sheet, element: LexborNode, marks: Marks, *, tight: bool) -> None:
    tag = element.tag or ""
    if tag == "q":
        sheet.write("”", marks)
    elif tag == "p" and tight:
        sheet.breaks += 1
    elif tag in PARAGRAPHS:
        sheet.part(2)
    elif tag in LINES - {"dt"} or tag == "dd":
        sheet.part(1)  # what a name in a list means goes on its own line, beside the name


def user_name(element: LexborNode) -> str:
    """The name in `<lj user="name">`, or `<user name="name">` as Dreamwidth has it."""
    named = element.attributes
    return (named.get("user") or named.get("comm") or named.get("name") or "").rstrip("/")

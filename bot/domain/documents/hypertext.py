"""HTML as text: its emphasis in Discord's marks, its paragraphs with a blank line between."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.domain.documents import flow, style_sheet
from bot.domain.documents.style_sheet import Said
from bot.domain.text import emphasis
from bot.domain.text.emphasis import Mark, Marks, Span

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
    | {"nav", "hgroup", "search", "menu", "legend", "dialog"}
)
CELLS = frozenset({"dd", "td", "th"})
INLINE = frozenset(
    {"a", "abbr", "acronym", "big", "br", "code", "font", "kbd", "lj", "lj-spoiler", "mark", "q", "ruby"}
    | {"samp", "small", "span", "sub", "sup", "tt", "user", "wbr", "img", "label"}
    | {"bdi", "bdo", "button", "data", "map", "nobr", "output", "picture", "rb", "slot", "time", "blink", "marquee"}
    | {"tbody", "thead", "tfoot", "col", "colgroup", "caption"}
)
KNOWN = PARAGRAPHS | CUTS | LINES | CELLS | INLINE | MARKS.keys()

DROPPED = frozenset(
    {"script", "style", "title", "template", "noscript", "iframe", "object", "svg", "textarea", "select", "datalist"}
    | {"audio", "video", "canvas", "progress", "meter", "noembed", "noframes", "annotation", "annotation-xml"}
    | {"rp", "rt", "rtc"}
)
"""Elements whose text is not the writer's, is not shown, or is the reading of the text below it."""

DECORATIONS = frozenset({Mark.UNDERLINED, Mark.STRUCK})

SCENE_BREAK = "* * *"

SPACES = re.compile(r"[ \t\n\r\f\xa0]+")
TRAILING = re.compile(r"(?<! ) ++$", re.MULTILINE)
SLANTED = ("italic", "oblique")
BOLD = re.compile(r"bold|bolder|[6-9]\d\d")


class Sheet:
    """The text in the making. Line breaks and the signs of lists wait until something is written after them."""

    def __init__(self) -> None:
        self.pieces: list[Span] = []
        self.breaks = 0
        self.bullet = ""
        self.needs_no_space = True
        self.kept_lines = 0
        """The number of open elements in which the source's line ends count."""

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

    def part(self, least: int) -> None:
        """Put at least so many line ends before the next text: one for a new line, two for a new paragraph."""
        self.breaks = max(self.breaks, least)


def tree(source: str) -> LexborNode | None:
    """The body of a page; each element has the rules of the page's style sheet as its own style."""
    body = LexborHTMLParser(source).body
    if body is not None:
        style_sheet.write_into(body, style_sheet.rules(source))
    return body


def text(node: LexborNode | None) -> str:
    """The text of a part of the tree."""
    sheet = Sheet()
    for where, element, marks in walk(node):
        if element.is_text_node:
            write(sheet, element, marks)
        elif where == "end":
            end(sheet, element, marks)
        else:
            begin(sheet, element, marks)
    return TRAILING.sub("", emphasis.written(sheet.pieces)).strip()


def walk(top: LexborNode | None) -> Iterator[tuple[str, LexborNode, Marks]]:
    """Every node where it begins and where it ends, without recursion: sources may be nested as deep as they like."""
    waiting: list[tuple[str, LexborNode | None, Marks]] = [("top", top, emphasis.NONE)]
    while waiting:
        where, node, marks = waiting.pop()
        if node is None:
            continue
        if where == "node":
            waiting.append(("node", node.next, marks))
        if where == "end" or not node.is_element_node:
            yield where, node, marks
            continue
        said = style_sheet.declared(node.attributes.get("style") or "")
        if not is_hidden(node, said):
            yield where, node, marks
            waiting += [("end", node, marks), ("node", node.child, marked(node, said, marks))]


def marked(element: LexborNode, said: Said, marks: Marks) -> Marks:
    """The marks of the text inside an element."""
    tag = element.tag or ""
    own = MARKS.get(tag)
    decorated = f"{said.get('text-decoration', '')} {said.get('text-decoration-line', '')}".split()
    if own is not None and not (own in DECORATIONS and "none" in decorated):
        marks |= {own}
    styled = {
        Mark.ITALIC: (said.get("font-style"), said.get("font-style") in SLANTED),
        Mark.BOLD: (said.get("font-weight"), BOLD.fullmatch(said.get("font-weight", "")) is not None),
        Mark.UNDERLINED: ("underline" in decorated, True),
        Mark.STRUCK: ("line-through" in decorated, True),
    }
    for mark, (is_said, on) in styled.items():
        if is_said:
            marks = marks | {mark} if on else marks - {mark}
    return marks - {Mark.UNDERLINED} if tag == "a" else marks  # pages underline every address


def is_hidden(element: LexborNode, said: Said) -> bool:
    return (
        element.tag in DROPPED
        or "hidden" in element.attributes
        or said.get("display") == "none"
        or said.get("visibility") in {"hidden", "collapse"}
        or said.get("mso-hide") == "all"
        or said.get("mso-list") == "ignore"
        or (element.tag == "dialog" and "open" not in element.attributes)
    )


def write(sheet: Sheet, element: LexborNode, marks: Marks) -> None:
    content = element.text_content or ""
    if not sheet.kept_lines:
        sheet.write(content, marks)
        return
    for number, line in enumerate(content.split("\n")):
        sheet.breaks += number > 0
        sheet.write(line, marks)


def begin(sheet: Sheet, element: LexborNode, marks: Marks) -> None:
    tag = element.tag or ""
    if tag == "br":
        sheet.breaks += 1
    elif tag == "hr":
        sheet.part(2)
        sheet.write(SCENE_BREAK, emphasis.NONE)
        sheet.part(2)
    elif tag in PARAGRAPHS | CUTS:
        sheet.part(2)
    elif tag in LINES:
        sheet.part(1)
    elif tag in CELLS:
        sheet.write(" ", marks)
    elif tag == "q":
        sheet.write("“", marks)
    if tag == "li":
        sheet.bullet = flow.BULLET
    elif tag == "pre":
        sheet.kept_lines += 1
    elif tag in {"lj", "user"}:
        sheet.write(user_name(element), marks)


def end(sheet: Sheet, element: LexborNode, marks: Marks) -> None:
    tag = element.tag or ""
    if tag == "pre":
        sheet.kept_lines -= 1
    elif tag == "li":
        sheet.bullet = ""
    if tag == "q":
        sheet.write("”", marks)
    elif tag in PARAGRAPHS:
        sheet.part(2)
    elif tag in LINES - {"dt"} or tag == "dd":
        sheet.part(1)  # the meaning of a name in a list goes on the name's line


def user_name(element: LexborNode) -> str:
    """The name in `<lj user="name">`, or in Dreamwidth's `<user name="name">`."""
    named = element.attributes
    return (named.get("user") or named.get("comm") or named.get("name") or "").rstrip("/")

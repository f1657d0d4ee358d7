"""How a page shows the text in its elements, and which text it does not show.

Colours hide nothing: writers cover a spoiler with its own colour, and readers mark it to read it. Nor does a closed
`<details>`, under which journals put the story itself.
"""

import re
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborNode

from bot.domain.documents.style_sheet import Said
from bot.domain.text import emphasis
from bot.domain.text.emphasis import Mark, Marks

MARKS = {
    **dict.fromkeys(("b", "strong"), Mark.BOLD),
    **dict.fromkeys(("i", "em", "cite", "var", "dfn"), Mark.ITALIC),
    **dict.fromkeys(("u", "ins"), Mark.UNDERLINED),
    **dict.fromkeys(("s", "strike", "del"), Mark.STRUCK),
}
DECORATIONS = frozenset({Mark.UNDERLINED, Mark.STRUCK})
SLANTED = ("italic", "oblique")
BOLD = re.compile(r"bold|bolder|[6-9]\d\d")

UNSEEN = frozenset(
    {"script", "style", "title", "template", "noscript", "iframe", "select", "datalist", "audio", "video", "canvas"}
    | {"progress", "meter", "noembed", "noframes", "annotation", "annotation-xml", "mphantom", "rp", "rt", "rtc"}
)
"""Elements whose text is not the writer's, is not shown, or is the reading of the text below it."""
UNDRAWN = frozenset({"defs", "desc", "metadata", "symbol", "clippath", "mask", "pattern", "marker"})
DRAWN = frozenset({"text", "foreignobject"})
"""Parts of a picture that hold no text to be seen, and those that do."""

VERBATIM = frozenset({"pre", "textarea", "listing", "xmp", "plaintext"})
LINES_KEPT = re.compile(r"\b(?:pre|pre-wrap|pre-line|break-spaces|preserve|preserve-breaks)\b")

BLOCK = re.compile(r"(?:block|list-item|flow-root|flex|grid|table|table-row)\b")
"""Values of `display` that put an element into lines of its own."""

LINE = re.compile(r"\b(?:solid|double|dashed|dotted|groove|ridge|inset|outset)\b")
"""Values of a border that draw it."""

ZERO = re.compile(r"[+-]?+(?:0++(?:\.0*+)?+|\.0++)(?:[a-z]++|%)?+")
TINY = re.compile(r"(?:0|[01]px|0[a-z%]++|\.1px)")
SIZE = re.compile(r"(?<![\d.])[\d.]++(?:px|pt|pc|in|cm|mm|q|rem|vw|vh)|(?:xx?-)?small|medium|(?:x{1,3}-)?large|initial")
"""A size that does not go by the size of the text around it."""
FAR = re.compile(r"-(?:\d{4}|\d{3}[\d.]*+(?:r?em|ch|ex|%|v[wh]))")
FAR_SHIFT = re.compile(rf"translate[xy3d]*+\((?:[^,)]{{0,40}}+,)?+\s*+{FAR.pattern}")
NUMBER = re.compile(r"-?\d++(?:\.\d++)?+")
PLACED = ("absolute", "fixed")


@dataclass(frozen=True, slots=True)
class Showing:
    """What holds for an element and for those inside it, until they say otherwise."""

    marks: Marks = emphasis.NONE
    is_visible: bool = True
    has_size: bool = True
    is_drawing: bool = False
    keeps_lines: bool = False
    """True if the source's line ends count."""
    is_block: bool = False
    """True if a style puts the element itself into lines of its own."""
    is_ruled: bool = False
    """True if a style draws a line above or below the element itself."""
    is_aside: bool = False
    """True if it is shown, but is none of the page's own text."""

    @property
    def shows_text(self) -> bool:
        return self.is_visible and self.has_size and not self.is_drawing


def inside(element: LexborNode, said: Said, look: Showing, *, aside: bool) -> Showing:
    """The look of the text inside an element, from the look around it."""
    tag = (element.tag or "").lower()
    size = said.get("font-size", "")
    spaces = f"{said.get('white-space', '')} {said.get('white-space-collapse', '')}".strip()
    seen = said.get("visibility", "")
    return replace(
        look,
        marks=marked(tag, said, look.marks),
        is_visible=seen == "visible" if seen in {"visible", "hidden", "collapse"} else look.is_visible,
        has_size=not ZERO.fullmatch(size) and (look.has_size or SIZE.fullmatch(size) is not None),
        is_drawing=tag == "svg" or (look.is_drawing and tag not in DRAWN),
        keeps_lines=LINES_KEPT.search(spaces) is not None if spaces else tag in VERBATIM or look.keeps_lines,
        is_block=BLOCK.match(said.get("display", "")) is not None,
        is_ruled=is_ruled(said),
        is_aside=aside or look.is_aside,
    )


def is_ruled(said: Said) -> bool:
    borders = (said.get(f"border-{side}", said.get("border", "")) for side in ("top", "bottom"))
    return any(LINE.search(border) and not any(map(ZERO.fullmatch, border.split())) for border in borders)


def marked(tag: str, said: Said, marks: Marks) -> Marks:
    """The marks of the text inside an element."""
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


def is_hidden(element: LexborNode, said: Said, look: Showing) -> bool:
    """True if nothing in an element is shown, whatever its parts say of themselves."""
    tag = (element.tag or "").lower()
    return (
        tag in UNSEEN
        or (look.is_drawing and tag in UNDRAWN)
        or said.get("display", "none" if is_closed(tag, element) else "") == "none"
        or said.get("content-visibility") == "hidden"
        or said.get("mso-hide") == "all"
        or said.get("mso-list") == "ignore"
        or ZERO.fullmatch(said.get("opacity", "")) is not None
        or is_clipped(said)
        or is_away(said)
    )


def hide(element: LexborNode) -> None:
    element.attrs["style"] = "display:none"


def is_closed(tag: str, element: LexborNode) -> bool:
    """True if an element is not displayed, as long as no style says otherwise."""
    attributes = element.attributes
    return (
        "hidden" in attributes
        or "popover" in attributes
        or (tag == "dialog" and "open" not in attributes)
        or (tag == "object" and "data" in attributes)
    )


def is_clipped(said: Said) -> bool:
    """True if an element is cut to nothing, as pages do with what is for screen readers alone."""
    is_cut = any(said.get(name) in {"hidden", "clip"} for name in ("overflow", "overflow-x", "overflow-y"))
    tiny = any(TINY.fullmatch(said.get(name, "")) for name in ("width", "height", "max-width", "max-height"))
    cut, path = said.get("clip", ""), said.get("clip-path", "")
    return (
        (is_cut and (tiny or said.get("text-indent") == "100%"))
        or (said.get("position") in PLACED and cut.startswith("rect(") and is_empty_box(numbers(cut)))
        or (path.startswith("inset(") and "%" in path and is_all_inset(numbers(path)))
        or (path.startswith(("circle(", "ellipse(")) and numbers(path)[:1] == [0])
        or (path.startswith("polygon(") and not any(numbers(path)))
    )


def numbers(value: str) -> list[float]:
    return [float(number) for number in NUMBER.findall(value)]


def is_empty_box(edges: list[float]) -> bool:
    """True if a box's top, right, bottom and left edge leave nothing between them."""
    if len(edges) != 4:
        return False
    top, right, bottom, left = edges
    return bottom <= top or right <= left


def is_all_inset(edges: list[float]) -> bool:
    """True if the percentages cut off at opposite edges leave nothing between them."""
    top, right, bottom, left = (edges * 4)[:4] if len(edges) < 3 else (*edges, edges[1])[:4]
    return top + bottom > 99 or right + left > 99


def is_away(said: Said) -> bool:
    """True if an element is moved out of the window, or shrunk to nothing."""
    edges = ("left", "right", "top", "bottom") if said.get("position") in {*PLACED, "relative"} else ()
    moved = any(FAR.match(said.get(name, "")) for name in (*edges, "text-indent", "margin-left", "margin-top"))
    transform = said.get("transform", "")
    return moved or FAR_SHIFT.match(transform) is not None or transform.startswith(("scale(0)", "scale(0,"))

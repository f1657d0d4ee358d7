"""A page of HTML as a post, and below it what its site puts around it."""

import re

from selectolax.lexbor import LexborNode

from bot.domain.documents import ao3, appearance, furniture, hypertext

OWN = ("main, [role=main]", "article, [role=article]")
"""Where a page has what is its own; the first of these that stands in it once."""
NAVIGATION = "nav, [role=navigation]"
FURNITURE = "header, footer, aside, search, [role=banner], [role=contentinfo], [role=complementary], [role=search]"
"""What a site puts around its pages. Inside of what is a page's own, it belongs to that."""

COMMENT_MARKS = 'a[href^="#cmnt"], a[href^="#_msocom_"]'
"""Links to readers' comments in pages that Google's and Microsoft's programs save; Google's comments have links back.
"""
BACK = "#cmnt_ref"
COMMENTS = ".msocomtxt"

NOTE_MARKS = ", ".join(f'a[href^="#{begins}"]' for begins in ("ftnt", "_ftn", "_edn", "sdfootnote", "sdendnote"))
"""Links to footnotes, and back to the text, in pages that Google's and Microsoft's programs and LibreOffice save."""
BACK_TO_TEXT = re.compile(r"#(?:ftnt_ref|_ftnref|_ednref|sd(?:foot|end)note\d++anc)")

XML = "<?xml"
VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
EMPTY = re.compile(rf"<(?!(?:{VOID})[\s/])([a-z][\w:-]*+)([^<>]*)/>", re.IGNORECASE)
"""An element that ends where it begins, as in books. HTML has none: such a title would go on to the page's end."""


UNSCRIPTED = re.compile(
    r"(<!--(?:[^-<]|-(?!->)|<(?!!--))*+-->|<(textarea|xmp|plaintext|title|script|style)\b(?:[^<]|<(?!/?\2\b))*+)"
    r"|<noscript\b[^<>]*+>(?:[^<]|<(?!/?noscript\b))*+</noscript\s*+>",
    re.IGNORECASE,
)
"""What browsers show only to those who let no page run anything, but where it is no element. In a page's head, it would
end the head.
"""


def read(source: str) -> str:
    """The whole text of the page, with Discord's marks."""
    source = UNSCRIPTED.sub(r"\1", source)
    tree = hypertext.tree(EMPTY.sub(r"<\1\2></\1>", source) if is_xml(source) else source)
    if tree is None:
        return ""
    hide_comments(tree)
    archived = ao3.read(tree)
    if archived is not None:
        return furniture.below(archived, furniture.cut(hypertext.text(tree)))
    own, around = hypertext.parted(tree, around_its_own(tree) | footnotes(tree))
    return furniture.below(own, furniture.cut(around)) if own else around


def is_xml(source: str) -> bool:
    return source.lstrip().startswith(XML)


def hide_comments(tree: LexborNode) -> None:
    """Hide readers' comments, which are no part of a document."""
    for mark in tree.css(COMMENT_MARKS):
        leads_back = (mark.attributes.get("href") or "").startswith(BACK)
        appearance.hide(box_of(mark) if leads_back else mark)
    for said in tree.css(COMMENTS):
        appearance.hide(said)


def footnotes(tree: LexborNode) -> set[int]:
    """The footnotes, which are no part of a document; their numbers are hidden."""
    found = set[int]()
    for mark in tree.css(NOTE_MARKS):
        if BACK_TO_TEXT.match(mark.attributes.get("href") or ""):
            found.add(box_of(mark).mem_id)
        appearance.hide(mark)
    return found


def box_of(mark: LexborNode) -> LexborNode:
    """The comment or footnote that begins with a mark: its paragraph, or the box around it."""
    paragraph = mark.parent
    if paragraph is None or paragraph.tag != "p":
        return mark
    box = paragraph.parent
    return box if box is not None and box.tag == "div" and paragraph.prev is None else paragraph


def around_its_own(tree: LexborNode) -> set[int]:
    """What a site puts around a page's own text. If the page does not say which part is its own, that is what helps to
    find the way, and nothing else.
    """
    own = next((found[0] for found in map(tree.css, OWN) if len(found) == 1), None)
    if own is None or not own.text(strip=True):
        return {piece.mem_id for piece in tree.css(NAVIGATION)}
    inside = {node.mem_id for node in own.traverse()}
    around = set[int]()
    parent = own.parent
    while parent is not None:
        around.add(parent.mem_id)
        parent = parent.parent
    navigation, others = ({piece.mem_id for piece in tree.css(each)} for each in (NAVIGATION, FURNITURE))
    return (navigation - around) | (others - around - inside)

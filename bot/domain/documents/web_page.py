"""A page of HTML as a post. A page downloaded from the Archive of Our Own gets its header on top."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.domain.documents import hypertext

STATS = re.compile(r"(?=\b(?:Published|Completed|Updated|Words|Chapters):)")
CHAPTERS_NOTES = "#chapters > .meta"

COMMENT_MARKS = 'a[href^="#cmnt"], a[href^="#_msocom_"]'
"""Links to readers' comments in pages that Google's and Microsoft's programs save; Google's comments have links back.
"""
BACK = "#cmnt_ref"
COMMENTS = ".msocomtxt"

BYLINE = re.compile(r"by\s+")

XML = "<?xml"
VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
EMPTY = re.compile(rf"<(?!(?:{VOID})[\s/])([a-z][\w:-]*+)([^<>]*)/>", re.IGNORECASE)
"""An element that ends where it begins, as in books. HTML has none: such a title would go on to the page's end."""


def read(source: str) -> str:
    """The whole text of the page, with Discord's marks."""
    tree = hypertext.tree(EMPTY.sub(r"<\1\2></\1>", source) if is_xml(source) else source)
    if tree is not None:
        hide_comments(tree)
    return archived(tree) or hypertext.text(tree)


def is_xml(source: str) -> bool:
    return source.lstrip().startswith(XML)


def hide_comments(tree: LexborNode) -> None:
    """Hide readers' comments, which are no part of a document."""
    for mark in tree.css(COMMENT_MARKS):
        leads_back = (mark.attributes.get("href") or "").startswith(BACK)
        (comment(mark) if leads_back else mark).attrs["hidden"] = ""
    for said in tree.css(COMMENTS):
        said.attrs["hidden"] = ""


def comment(mark: LexborNode) -> LexborNode:
    """The comment that begins with a mark: its paragraph, or the box around it."""
    paragraph = mark.parent
    if paragraph is None or paragraph.tag != "p":
        return mark
    box = paragraph.parent
    return box if box is not None and box.tag == "div" and paragraph.prev is None else paragraph


def archived(tree: LexborNode | None) -> str | None:
    """The post on a page of the archive's; None for any other page."""
    if tree is None:
        return None
    preface, chapters = tree.css_first("#preface"), tree.css_first("#chapters")
    if preface is None or chapters is None:
        return None
    metas = chapters.css(CHAPTERS_NOTES)
    above = [*titled(preface), *tagged(preface), *told(preface, *metas[:1])]
    below = [*told(*metas[1:], *tree.css("#afterword"))]
    part(chapters)
    return "\n\n".join(filter(None, ("\n".join(above), hypertext.text(chapters), "\n".join(below))))


def part(chapters: LexborNode) -> None:
    """Put a line between chapters, in the place of their headings and notes."""
    first = True
    for meta in chapters.css(CHAPTERS_NOTES):
        headed = meta.css_first("h2") is not None
        rule = LexborHTMLParser("<hr>").css_first("hr") if headed and not first else None
        if rule is not None:
            meta.insert_before(rule)
        first = first and not headed
        meta.attrs["hidden"] = ""


def titled(preface: LexborNode) -> Iterator[str]:
    title = line(preface.css_first("h1"))
    if title:
        yield f"Title: {title}"
    author = BYLINE.sub("", line(preface.css_first(".byline")), count=1)
    if author:
        yield f"Author: {author}"


def tagged(preface: LexborNode) -> Iterator[str]:
    """A line for each tag in the list, and for each of the numbers at its end."""
    for name in preface.css("dl.tags dt"):
        value = name.next
        while value is not None and value.tag != "dd":
            value = value.next
        if line(name) == "Stats:":
            yield from (part.strip() for part in STATS.split(line(value)) if part.strip())
        else:
            yield f"{line(name)} {line(value)}"


def told(*parts: LexborNode) -> Iterator[str]:
    """The summary and the notes: a paragraph names each, and a quotation below holds it."""
    for quotation in (each for part in parts for each in part.css("blockquote")):
        name = quotation.prev
        while name is not None and not name.is_element_node:
            name = name.prev
        if line(quotation):
            yield f"{'Summary' if line(name) == 'Summary' else 'Notes'}: {line(quotation)}"


def line(node: LexborNode | None) -> str:
    return " ".join(hypertext.text(node).split())

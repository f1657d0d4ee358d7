"""Pages of the Archive of Our Own, as a header and a story: a download, or the page of a work as a browser saves it."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.domain.documents import appearance, hypertext

PREFACE = "#preface, #workskin > .preface"
TAGS = "#preface dl.tags, dl.work.meta"
AFTERWORD = "#afterword, #workskin > .afterword"
CHAPTERS_NOTES = "#chapters > .meta, #chapters > .chapter > .preface"
CHAPTERS_NAME = "h2, h3.title"
AIDS = "#workskin .landmark, .series a.previous, .series a.next, p.jump"
"""Headings for screen readers, which the archive's own style hides, and links to other places."""

STATS = re.compile(r"(?=\b(?:Published|Completed|Updated|Words|Chapters):)")
READERS = frozenset({"Stats:", "Comments:", "Kudos:", "Bookmarks:", "Hits:"})
"""Names of what readers did, and of the list that it stands in."""
BYLINE = re.compile(r"\Aby\s+")


def read(tree: LexborNode) -> str | None:
    """The post on a page of the archive's; None for any other page. What is read is hidden from those who look for the
    rest of the page.
    """
    preface, chapters = tree.css_first(PREFACE), tree.css_first("#chapters")
    if preface is None or chapters is None:
        return None
    for aid in tree.css(AIDS):
        appearance.hide(aid)
    metas = tree.css(CHAPTERS_NOTES)
    above = [*titled(preface), *tagged(tree), *told(preface, *metas[:1])]
    below = [*told(*metas[1:], *tree.css(AFTERWORD))]
    part(metas)
    story = hypertext.text(chapters)
    for seen in (preface, chapters, *tree.css(f"{TAGS}, {AFTERWORD}")):
        appearance.hide(seen)
    return "\n\n".join(filter(None, ("\n".join(above), story, "\n".join(below))))


def part(metas: list[LexborNode]) -> None:
    """Put a line between chapters, in the place of their headings and notes."""
    first = True
    for meta in metas:
        headed = meta.css_first(CHAPTERS_NAME) is not None
        rule = LexborHTMLParser("<hr>").css_first("hr") if headed and not first else None
        if rule is not None:
            meta.insert_before(rule)
        first = first and not headed
        appearance.hide(meta)


def titled(preface: LexborNode) -> Iterator[str]:
    title = line(preface.css_first("h1, h2.title"))
    if title:
        yield f"Title: {title}"
    author = BYLINE.sub("", line(preface.css_first(".byline")))
    if author:
        yield f"Author: {author}"


def tagged(tree: LexborNode) -> Iterator[str]:
    """A line for each tag in the list, and for each of the numbers at its end."""
    for name in tree.css("#preface dl.tags dt, dl.work.meta dt"):
        value = name.next
        while value is not None and value.tag != "dd":
            value = value.next
        if value is not None and line(name) == "Stats:":
            yield from (
                part.strip() for part in STATS.split(line(value)) if ":" in part and value.css_first("dl") is None
            )
        elif line(name) not in READERS:
            yield f"{line(name)} {listed(value)}"


def listed(value: LexborNode | None) -> str:
    tags = [] if value is None else value.css("li")
    return ", ".join(line(tag).removeprefix("- ") for tag in tags) if tags else line(value)


def told(*parts: LexborNode) -> Iterator[str]:
    """The summary and the notes: a heading names each, and a quotation below holds it. What a work was made for stands
    between the two.
    """
    for part in parts:
        yield from (f"Notes: {listed(whom)}" for whom in part.css(".associations"))
        for quotation in part.css("blockquote"):
            name = quotation.prev
            while name is not None and not name.is_element_node:
                name = name.prev
            if line(quotation):
                yield f"{'Summary' if line(name).removesuffix(':') == 'Summary' else 'Notes'}: {line(quotation)}"


def line(node: LexborNode | None) -> str:
    return " ".join(hypertext.text(node).split())

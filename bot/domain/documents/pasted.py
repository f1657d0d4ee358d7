"""A pasted text: markup of another site becomes Discord's, and everything else stays as it was typed."""

import html
import re
from itertools import pairwise

from bot.domain.documents import appearance, forum_code, hypertext, styling, web_page_reader

MOST_TAGS, MOST_LINES = 5_000, 20_000
"""Tags and lines of the longest text that is parsed. No story has more; a text with more stays as it is, so that none
takes long to read.
"""

ELEMENTS = "|".join(sorted((re.escape(tag) for tag in hypertext.KNOWN), key=len, reverse=True))
MARKED = "|".join(sorted(appearance.MARKS, key=len, reverse=True))

TAG = re.compile(
    rf"</?(?:{ELEMENTS}|html|head|body|meta|link|\w+:\w+)(?:\s[^<>]*)?/?>|<!--|<!doctype\b|<!\[(?:if|endif)\b|<\?xml\b",
    re.IGNORECASE,
)
"""A tag that a browser would take for an element, or the start of a comment or of what it takes for one."""

CERTAIN = re.compile(
    rf"<(?:br|hr|p)\s*/?>|<lj\s+(?:user|comm)=|<lj-cut\b|</lj-cut>|<user\s+name=|<cut\s+text=|<!doctype html|<html\b"
    rf"|</(?:{MARKED}|p|div|span|a|font|center|blockquote|h[1-6]|li|ul|ol|small|big|sub|sup)>",
    re.IGNORECASE,
)
"""Tags that nobody types who does not mean HTML."""

NAMED = r"(?:#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8}\d{0,2});"
ENTITY = re.compile(f"&{NAMED}", re.IGNORECASE)
LONE_AMPERSAND = re.compile(f"&(?!{NAMED})", re.IGNORECASE)

ATTRIBUTES = re.compile(rf"<({MARKED}|font)\s([^<>]*)>", re.IGNORECASE)
"""Attributes of elements that browsers reopen again and again if they are not closed: differing ones make that slow.
They say something where a text is styled, which is read where it can be stopped.
"""

PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
BLOCKS = rf"(?:{'|'.join(sorted(hypertext.PARAGRAPHS | hypertext.LINES | {'br', 'dd', 'td'}))})"
BREAKING = re.compile(rf"(</?{BLOCKS}\b[^<>]*>)[ \t]*\n|\n[ \t]*(</?{BLOCKS}\b[^<>]*>)", re.IGNORECASE)
"""A line of the source that ends where the text's line ends anyway."""

LAID_OUT = re.compile(r"<(?:p|br)\b", re.IGNORECASE)
SHORTEST_WRAPPED, LONGEST_WRAPPED = 50, 100
"""Characters of a line that an editor broke."""


def read(text: str) -> str:
    """The text as it was meant: read as HTML if it clearly is HTML or a forum's, else untouched but for entities."""
    markup = forum_code.as_html(text)
    if not is_html(markup):
        return unescaped(text)
    text = protected(markup)
    if not PAGE.search(text):
        text = with_breaks(text)
    return web_page_reader.read(text if styling.is_in(text) else ATTRIBUTES.sub(r"<\1>", text))


def is_html(text: str) -> bool:
    if CERTAIN.search(text) is None or text.count("\n") > MOST_LINES:
        return False
    return sum(1 for _ in TAG.finditer(text)) <= MOST_TAGS


def unescaped(text: str) -> str:
    """The text with entities as the characters they stand for; unknown ones stay."""
    return ENTITY.sub(lambda found: html.unescape(found[0]), text)


def protected(text: str) -> str:
    """The text with `<3`, `a < b`, `<grin>` and `&` escaped, so that no parser takes them for markup."""
    parts: list[str] = []
    end = 0
    for tag in TAG.finditer(text):
        parts += [escaped(text[end : tag.start()]), tag[0]]
        end = tag.end()
    return "".join([*parts, escaped(text[end:])])


def escaped(text: str) -> str:
    return LONE_AMPERSAND.sub("&amp;", text).replace("<", "&lt;")


def with_breaks(text: str) -> str:
    """The source with a break for each line end, as a journal shows it. Line ends that an editor put into long lines
    get none.
    """
    text = BREAKING.sub(lambda found: found[1] or found[2], text)
    wrapped = LAID_OUT.search(text) is not None
    lines = text.split("\n")
    joined = [lines[0]]
    for before, line in pairwise(lines):
        goes_on = wrapped and line.strip() and SHORTEST_WRAPPED <= len(before) <= LONGEST_WRAPPED
        joined += [" " if goes_on else "<br>", line]
    return "".join(joined)

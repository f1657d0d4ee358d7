"""A Word document (.docx) as text with Discord's marks.

The library gives HTML of what it knows. So what it would lose, or would put into the story, is written beforehand in
a way that it understands.
"""

import io
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import mammoth  # pyright: ignore[reportMissingTypeStubs] - it has none
from defusedxml import ElementTree

from bot.domain import archive, hypertext

MAIN = re.compile(r"word/document\d*\.xml")
"""The part that holds the story: Word in a browser adds a number."""

READ = re.compile(
    rf"\[Content_Types\]\.xml|_rels/\.rels|{MAIN.pattern}|word/(?:styles|numbering)\d*\.xml|word/_rels/.*\.rels"
)
"""No notes, comments, headers or data of other programs: they are no part of the text as it stands."""

EMPHASIS = "u => u\nstrike => s" + "".join(
    f"\nr[style-name='{style}'] => em" for style in ("Emphasis", "Subtle Emphasis", "Intense Emphasis")
)
"""Mammoth's way of keeping what it leaves out by itself."""

NO_PARAGRAPH = "<p></p>"

NOTES = frozenset({"footnoteReference", "endnoteReference"})
LINE_ENDS = frozenset({"br", "cr"})
"""A new page or column is a new line at the least."""

SCENE_BREAK = "---"
"""What writers type for a line; Word draws one in its place."""
NO_BORDER = frozenset({None, "nil", "none"})


def has_story(parts: archive.Parts) -> bool:
    return any(MAIN.fullmatch(part) for part in parts)


def read(parts: archive.Parts) -> str:
    """The text, with paragraphs apart."""
    made: Any = mammoth.convert_to_html(  # pyright: ignore[reportUnknownMemberType] - it has no types
        packed(parts),
        style_map=EMPHASIS,
        convert_image=no_image,
        ignore_empty_paragraphs=False,
        external_file_access=False,
    )
    source: str = made.value
    return hypertext.text(hypertext.tree(source), tight=NO_PARAGRAPH in source)


def packed(parts: archive.Parts) -> io.BytesIO:
    return archive.packed({part: prepared(text) if MAIN.fullmatch(part) else text for part, text in parts.items()})


def no_image(_: Any) -> list[Any]:
    return []


def prepared(source: bytes) -> bytes:
    top = ElementTree.fromstring(source)
    for element in list(top.iter()):
        prepare(element)
    return ElementTree.tostring(top)


def prepare(element: Element) -> None:
    for note in [child for child in element if name(child) in NOTES]:
        element.remove(note)
    if name(element) in LINE_ENDS:
        element.tag = alike(element, "br")
        element.attrib.clear()
    elif name(element) == "p" and is_border(element):
        add_scene_break(SubElement(element, alike(element, "r")))
    elif name(element) == "r" and any(is_rule(shape) for shape in element.iter()):
        add_scene_break(element)


def name(element: Element) -> str:
    """An element's name in any of the namespaces that Word has had."""
    return local(element.tag)


def local(qualified: str) -> str:
    return qualified.rpartition("}")[2]


def alike(element: Element, other: str) -> str:
    """Another name in an element's namespace."""
    return element.tag.removesuffix(name(element)) + other


def add_scene_break(run: Element) -> None:
    SubElement(run, alike(run, "t")).text = SCENE_BREAK


def is_border(paragraph: Element) -> bool:
    """Whether a paragraph is a line and nothing else: empty, with a border above or below it."""
    return not "".join(paragraph.itertext()).strip() and any(is_line(border) for border in borders(paragraph))


def borders(paragraph: Element) -> Iterator[Element]:
    return (border for properties in paragraph.iter() if name(properties) == "pBdr" for border in properties)


def is_line(border: Element) -> bool:
    style = next((value for key, value in border.items() if local(key) == "val"), None)
    return name(border) in {"top", "bottom"} and style not in NO_BORDER


def is_rule(shape: Element) -> bool:
    """Whether a drawn shape stands for a line across the page."""
    return any(local(key) == "hr" and value in {"t", "true"} for key, value in shape.items())

"""The text of a Word document's controls (ActiveX), where it is stored as text. Where it is stored in binary, Word
draws a picture that lies beside it, and nothing says whether a box is ticked.
"""

import re
from xml.etree.ElementTree import Element

from bot.domain.documents import word_field, word_relation
from bot.domain.documents.word_style import attribute

DATA = re.compile(r"word/activeX/activeX\d*\.xml")

IN_BINARY = frozenset({"persistStream", "persistStreamInit", "persistStorage"})

TICKED = frozenset({"{8BD21D40-EC42-11CE-9E0D-00AA006002F3}", "{8BD21D50-EC42-11CE-9E0D-00AA006002F3}"})
"""The classes of boxes and of buttons that exclude each other."""


def texts(parts: dict[str, Element]) -> dict[str, str]:
    """The text of each control, by the name that the story has for it."""
    return {each: text(parts[part]) for each, part in word_relation.targets(parts).items() if DATA.fullmatch(part)}


def text(control: Element) -> str:
    if attribute(control, "persistence") in IN_BINARY:
        return ""
    said = {attribute(each, "name"): attribute(each, "value") for each in control}
    label, value = said.get("Caption", ""), said.get("Value", "")
    if attribute(control, "classid").upper() in TICKED:
        return f"{word_field.BOXES[value == '1']} {label}".rstrip()
    return label or value

"""The parts of a Word document that its story refers to."""

import re
from xml.etree.ElementTree import Element

from bot.domain.documents.word_style import attribute

RELATIONS = re.compile(r"word/_rels/document\d*\.xml\.rels")


def targets(parts: dict[str, Element]) -> dict[str, str]:
    """The name of each part that was read, by the name that the story has for it."""
    relations = (each for part, tree in parts.items() if RELATIONS.fullmatch(part) for each in tree)
    named = {attribute(each, "Id"): f"word/{attribute(each, 'Target').removeprefix('/word/')}" for each in relations}
    return {each: part for each, part in named.items() if part in parts}

"""Emoji as people type them in a row: those of Unicode, and a guild's own as Discord spells them."""

import re
from collections.abc import Mapping

from bot.domain.reaction import VARIATION

CUSTOM = r"<a?:\w{2,32}:\d{15,20}>"
BY_NAME = r":(\w{2,32}):"
"""A custom emoji by its name alone, which is what remains of one that is typed into a box."""

PICTURE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff]"
)
LOOK = "(?:[\ufe0e\ufe0f]|[\U0001f3fb-\U0001f3ff])*[\U000e0020-\U000e007f]*"
"""In colour, of a skin colour, a flag's letters: what makes one picture of another."""
UNICODE = (
    "[\U0001f1e6-\U0001f1ff]{2}"  # a country's flag
    "|[0-9#*]\ufe0f?\u20e3"  # a key
    f"|{PICTURE}{LOOK}(?:\u200d{PICTURE}{LOOK})*"  # one picture, or several joined to one
)
PART = re.compile(rf"({CUSTOM}|{UNICODE})|{BY_NAME}|([^\s,;])")


def read(text: str, by_name: Mapping[str, str]) -> tuple[str, ...] | None:
    """The emoji of a text, each once, in order; None where something in it is none. `by_name` knows the guild's."""
    found: list[str] = []
    for part in PART.finditer(text):
        spelled, name, other = part.groups()
        emoji = by_name.get(name) if name else spelled
        if emoji is None or other:
            return None
        found.append(emoji)
    return tuple(dict.fromkeys(map(in_colour, found)))


def in_colour(emoji: str) -> str:
    """♥ as Discord spells it, with the U+FE0F that many keyboards leave out."""
    return emoji + VARIATION if emoji in {"♥", "❤"} else emoji


def names(text: str) -> list[str]:
    """The custom emoji that stand there by their names alone."""
    return [part[2] for part in PART.finditer(text) if part[2]]


def custom_id(emoji: str) -> int | None:
    """The id of a custom emoji; None for one that everybody has."""
    return int(emoji.strip("<>").rpartition(":")[2]) if emoji.startswith("<") else None

"""The people of a story: its characters, and its pairings as written and as lists of names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.header import nothing

TITLES = ("Mrs", "Prof", "Capt", "Sgt", "Col", "Gen", "Rev", "Lady")
BETWEEN = re.compile(rf"[,;|\n]|(?<=\w\w\w){''.join(f'(?<!{title})' for title in TITLES)}\.(?:\s|$)")
"""The separators of names; the dots of `Dr. Ruth`, `Prof. Bell` and `J.D.` are none. Blanks around a separator come off
afterwards: a pattern that begins with blanks takes the square of a run of blanks.
"""

ROMANTIC = re.compile(r"[/×♥]|(?<=\s)[xX](?=\s)")
PLATONIC = re.compile(r"[&＆]|(?<=\s)(?:and|und|et)(?=\s)")
LAST_AND = re.compile(r"&|(?:^|(?<=\s))(?:and|und|et|y|и)(?=\s)")
ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")
INITIALS = re.compile(r"(?:^|\W)(?:\w\.){1,10}+\w\Z")
EDGES = " \t.*_~"

NOBODY = frozenset({"gen", "no pairing", "no pairings", "", "nobody", "джен"})
"""What stands for nobody in a list of people, besides what stands for nothing in any list."""


@dataclass(frozen=True, slots=True)
class Pairing:
    written: str
    names: tuple[str, ...]
    romantic: bool
    """True for `a/b`, false for `a & b`."""


def pairings(values: Iterable[str]) -> tuple[Pairing, ...]:
    """The pairings in these values of a header; `gen` is none."""
    found = [pairing for value in values for part in BETWEEN.split(value) if (pairing := pairing_of(part)) is not None]
    return tuple(dict.fromkeys(found))


def pairing_of(part: str) -> Pairing | None:
    written = trimmed(part)
    bare = without_asides(written)
    for pattern, romantic in ((ROMANTIC, True), (PLATONIC, False)):
        names = [name for each in pattern.split(bare) if (name := trimmed(each))]
        if len(names) > 1 and not is_nobody(bare):
            return Pairing(written, tuple(names), romantic)
    return None


def characters(values: Iterable[str]) -> tuple[str, ...]:
    """The names in these values of a header."""
    parts = [part for value in values for part in BETWEEN.split(value) if not is_nobody(part)]
    names = [name for part in parts for each in LAST_AND.split(without_asides(part.strip())) if (name := trimmed(each))]
    return tuple(dict.fromkeys(names))


def without_asides(text: str) -> str:
    """The text without anything in brackets, unless all of it is."""
    return ASIDE.sub("", text).strip() or text.strip("()[]")


def is_nobody(part: str) -> bool:
    return nothing.is_none(part) or nothing.bare(part) in NOBODY


def trimmed(name: str) -> str:
    """A name without the marks at its edges; the last dot of `J.D.` is part of it."""
    bare = name.strip(EDGES)
    return f"{bare}." if INITIALS.search(bare) and f"{bare}." in name else bare

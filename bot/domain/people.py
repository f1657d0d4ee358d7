"""Who a story is about: its characters, and its pairings as written and as lists of names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

BETWEEN = re.compile(r"\s*[,;|\n]\s*|(?<=\w\w\w)(?<!Mrs)\.(?:\s+|$)")
"""What parts one from the next; the dots of `Dr. Ruth` and `J.D.` do not."""

ROMANTIC = re.compile(r"\s*[/×♥]\s*|\s+[xX]\s+")
PLATONIC = re.compile(r"\s*[&＆]\s*|\s+(?:and|und|et)\s+")
ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
LAST_AND = re.compile(r"\s*&\s*|\s+(?:and|und|et|y|и)\s+")
EDGES = " \t.*_~"

NOBODY = frozenset(
    {"gen", "none", "n/a", "na", "no pairing", "no pairings", "-", "nobody", "aucun", "keine", "нет", "джен"}
)


@dataclass(frozen=True, slots=True)
class Pairing:
    written: str
    names: tuple[str, ...]
    romantic: bool
    """`a/b` is, `a & b` is not."""


def pairings(values: Iterable[str]) -> tuple[Pairing, ...]:
    """The pairings that values of a header name; `gen` is none."""
    found = [pairing for value in values for part in BETWEEN.split(value) if (pairing := pairing_of(part)) is not None]
    return tuple(dict.fromkeys(found))


def pairing_of(part: str) -> Pairing | None:
    written = part.strip(EDGES)
    bare = ASIDE.sub("", written)
    for pattern, romantic in ((ROMANTIC, True), (PLATONIC, False)):
        names = [name for each in pattern.split(bare) if (name := each.strip(EDGES))]
        if len(names) > 1 and bare.casefold() not in NOBODY:
            return Pairing(written, tuple(names), romantic)
    return None


def characters(values: Iterable[str]) -> tuple[str, ...]:
    """The names that values of a header list."""
    parts = [part for value in values for part in BETWEEN.split(value) if part.strip(EDGES).casefold() not in NOBODY]
    names = [name for part in parts for each in LAST_AND.split(ASIDE.sub("", part)) if (name := each.strip(EDGES))]
    return tuple(dict.fromkeys(names))

"""What a header warns of: the archive's four warnings, the two ways to give none, and warnings in free words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class ArchiveWarning(StrEnum):
    VIOLENCE = "Graphic Depictions Of Violence"
    DEATH = "Major Character Death"
    NON_CON = "Rape/Non-Con"
    UNDERAGE = "Underage Sex"
    NONE_APPLY = "No Archive Warnings Apply"
    CHOSE_NOT = "Creator Chose Not To Use Archive Warnings"


WORDINGS = {
    ArchiveWarning.NONE_APPLY: r"\bno\s(?:archive\s)?warnings?\s(?:that\s)?appl(?:y|ies)\b|\bno\sarchive\swarnings?\b",
    ArchiveWarning.CHOSE_NOT: r"\bch(?:o|oo)ses?\snot\sto\s(?:use|warn|give)\b[^,;|]*|\bcntw\b",
    ArchiveWarning.VIOLENCE: r"\bgraphic\s(?:\w+\s){0,2}violence\b",
    ArchiveWarning.DEATH: r"(?<!minor\s)\b(?:major\s|main\s)?character'?s?\sdeaths?\b|\bdeath\s?-?fic\b",
    ArchiveWarning.NON_CON: r"\brape\s?/\s?non-?\s?con\b|\brape\b|\bnon-?\s?con(?:sensual)?\b",
    ArchiveWarning.UNDERAGE: r"\bunder-?\s?age(?:d)?(?:\ssex)?\b",
}
"""How each is written, in a title's letters and in a writer's own."""

PATTERNS = {warning: re.compile(wording, re.IGNORECASE) for warning, wording in WORDINGS.items()}
BETWEEN = re.compile(r"\s*[,;|\n]\s*|(?<=\w\w\w)\.(?:\s+|$)")
DENIED = re.compile(r"\W*(?:no|not|without|non|keine?|sin|sans|nessuna?)\b", re.IGNORECASE)
EDGES = " \t.*_~[]()"


@dataclass(frozen=True, slots=True)
class Warnings:
    archive: tuple[ArchiveWarning, ...] = ()
    """In the archive's order."""
    free: tuple[str, ...] = ()
    """As the writer put them."""


def parse(value: str) -> Warnings:
    """The warnings of a header's value; what says that there are none is none."""
    archive: set[ArchiveWarning] = set()
    free: list[str] = []
    for part in BETWEEN.split(value):
        found = dict(recognised(part))
        archive.update(found)
        rest = part.strip(EDGES)
        if rest and not covers(found, rest) and not (DENIED.match(rest) or rest.casefold() in NONE):
            free.append(rest)
    return Warnings(tuple(warning for warning in ArchiveWarning if warning in archive), tuple(dict.fromkeys(free)))


NONE = frozenset(
    {"none", "n/a", "na", "nothing", "nil", "-", "aucun", "nessuno", "ninguna", "ninguno", "nenhum", "нет"}
)


def recognised(part: str) -> Iterator[tuple[ArchiveWarning, str]]:
    """The archive's warnings that a part names, with the words; `no character death` warns of none."""
    for warning, pattern in PATTERNS.items():
        match = pattern.search(part)
        if match is not None and (warning is ArchiveWarning.NONE_APPLY or not DENIED.match(part)):
            yield warning, match[0]


def covers(found: dict[ArchiveWarning, str], part: str) -> bool:
    """Whether what was recognised is all that the part says, but for `creator` and the like."""
    for words in found.values():
        part = part.replace(words, "")
    return bool(found) and not re.sub(r"\b(?:the|creators?|authors?|archive|warnings?)\b|\W", "", part.casefold())

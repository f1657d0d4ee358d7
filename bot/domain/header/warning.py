"""The warnings of a header: the archive's four, the two ways to give none, and warnings in free words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.header import nothing


class ArchiveWarning(StrEnum):
    VIOLENCE = "Graphic Depictions Of Violence"
    DEATH = "Major Character Death"
    NON_CON = "Rape/Non-Con"
    UNDERAGE = "Underage Sex"
    NONE_APPLY = "No Archive Warnings Apply"
    CHOSE_NOT = "Creator Chose Not To Use Archive Warnings"


WORDINGS = {
    ArchiveWarning.NONE_APPLY: r"\bno\s(?:archive\s)?warnings?\s(?:that\s)?appl(?:y|ies)\b|\bno\sarchive\swarnings?\b"
    r"|\bnone\sof\s(?:the|these)\s(?:archive\s)?warnings?\sappl(?:y|ies)\b",
    ArchiveWarning.CHOSE_NOT: r"\bch(?:o|oo)ses?\snot\sto\s(?:use|warn|give)\b[^,;|]*|\bcntw\b",
    ArchiveWarning.VIOLENCE: r"(?<!non-)(?<!non\s)\bgraphic\s(?:\w+\s){0,2}violence\b",
    ArchiveWarning.DEATH: r"(?<!minor\s)\b(?:major\s|main\s)?character'?s?\sdeaths?\b|\bdeath\s?-?fic\b|\bmcd\b"
    r"|\bdeaths?\sof\s(?:a\s|the\s)?(?:major|main)\scharacters?\b",
    ArchiveWarning.NON_CON: r"\brape\s?/\s?non-?\s?con\b|\brape\b|\bnon-?\s?con(?:sensual)?\b",
    ArchiveWarning.UNDERAGE: r"\bunder-?\s?age(?:d)?(?:\ssex)?\b(?!\s(?:drink|smok|driv))",
}
"""The wordings of each warning, in the archive's words and in writers' own."""

PATTERNS = {warning: re.compile(wording, re.IGNORECASE) for warning, wording in WORDINGS.items()}
BETWEEN = re.compile(r"[,;|\n]|(?<=\w\w\w)\.(?:\s|$)|\sbut\s")
DENIED = re.compile(r"[^\w\s]{0,3}\s?(?:no|not|without|non|keine?|sin|sans|nessuna?)\b(?!-)(?!\s?con\b)", re.IGNORECASE)
DENIED_LATER = re.compile(r"\b(?:has|have|is|are|contains?) no\s", re.IGNORECASE)
EDGES = " \t.*_~"


@dataclass(frozen=True, slots=True)
class Warnings:
    archive: tuple[ArchiveWarning, ...] = ()
    """The archive's warnings, in its order."""
    free: tuple[str, ...] = ()
    """Other warnings, in the writer's words."""


def parse(value: str) -> Warnings:
    """The warnings in a header's value; a part that denies a warning is none."""
    archive: set[ArchiveWarning] = set()
    free: list[str] = []
    for part in BETWEEN.split(value):
        found = dict(recognised(part))
        archive.update(found)
        rest = unbracketed(part.strip(EDGES))
        if rest and not covers(found, rest) and not (is_denied(rest) or nothing.is_said(rest)):
            free.append(rest)
    return Warnings(tuple(warning for warning in ArchiveWarning if warning in archive), tuple(dict.fromkeys(free)))


def recognised(part: str) -> Iterator[tuple[ArchiveWarning, str]]:
    """The archive's warnings in a part, each with its words; `no character death` warns of none."""
    for warning, pattern in PATTERNS.items():
        match = pattern.search(part)
        if match is not None and (warning is ArchiveWarning.NONE_APPLY or not is_denied(part)):
            yield warning, match[0]


def is_denied(part: str) -> bool:
    """True for `no character death` and `this has no character death`."""
    part = part.strip()
    return DENIED.match(part) is not None or DENIED_LATER.search(part) is not None


def unbracketed(part: str) -> str:
    return part.strip("[]()") if part[:1] in {"[", "("} else part


WITHOUT_MEANING = re.compile(r"\b(?:the|creators?|authors?|archive|warnings?)\b|\W")


def covers(found: dict[ArchiveWarning, str], part: str) -> bool:
    """True if the recognised words are all that the part says, apart from `creator` and the like."""
    for words in found.values():
        part = part.replace(words, "")
    return bool(found) and not WITHOUT_MEANING.sub("", part.casefold())

"""What a reader does not want to be shown: fandoms, warnings and ratings."""

import re
from collections.abc import Iterable, Sequence

from bot.domain.header.rating import Rating
from bot.domain.header.warning import ArchiveWarning
from bot.domain.tags import tag
from bot.domain.tags.tag import Tag, TagKind

WARNINGS = tuple(each for each in ArchiveWarning if each is not ArchiveWarning.NONE_APPLY)
"""The archive's, and that a writer chose not to warn."""
RATINGS = tuple(Rating)
BETWEEN = re.compile(r"[,;\n]")


def read(*, fandoms: str, warnings: Iterable[ArchiveWarning], words: str, ratings: Iterable[Rating]) -> tuple[Tag, ...]:
    """What was chosen and typed, each once. Names have commas or lines between them."""
    found = [
        *(tag.worded(TagKind.FANDOM, name) for name in names(fandoms)),
        *(tag.worded(TagKind.WARNING, name) for name in (*warnings, *names(words))),
        *(tag.rated(rating) for rating in ratings),
    ]
    return tag.distinct(found)


def names(typed: str) -> list[str]:
    return [" ".join(part.split()) for part in BETWEEN.split(typed) if part.strip()]


def of_kind(filters: Sequence[Tag], kind: TagKind) -> list[str]:
    return [each.name for each in filters if each.kind is kind]


def in_words(filters: Sequence[Tag]) -> list[str]:
    """The warnings that are none of those to choose from."""
    return [name for name in of_kind(filters, TagKind.WARNING) if name not in WARNINGS]

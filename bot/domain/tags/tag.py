"""A tag of a story: a fandom, a character, a pairing, a rating or a warning of its header; and which are the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.header.header import Field, Header
from bot.domain.header.people import Pairing
from bot.domain.header.rating import Rating
from bot.domain.prompts import likeness
from bot.domain.rounds import forum_tag


class TagKind(StrEnum):
    FANDOM = "fandom"
    CHARACTER = "character"
    PAIRING = "pairing"
    RATING = "rating"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Tag:
    kind: TagKind
    key: str
    """Two tags of a kind are the same if their keys are."""
    name: str
    """The tag as its writer wrote it."""


def of(header: Header) -> tuple[Tag, ...]:
    """The tags of a story, each once."""
    return distinct(named(header))


def distinct(tags: Iterable[Tag]) -> tuple[Tag, ...]:
    """Of those that are the same, the first."""
    by_key: dict[tuple[TagKind, str], Tag] = {}
    for tag in tags:
        by_key.setdefault((tag.kind, tag.key), tag)
    return tuple(by_key.values())


def named(header: Header) -> Iterator[Tag]:
    for value in header.all(Field.FANDOM):
        yield from (worded(TagKind.FANDOM, name) for name in forum_tag.fandoms(value))
    yield from (worded(TagKind.CHARACTER, name) for name in header.characters)
    yield from (Tag(TagKind.PAIRING, together(pairing), pairing.written) for pairing in header.pairings)
    yield rated(header.rating)
    yield from (worded(TagKind.WARNING, name) for name in (*header.warnings.archive, *header.warnings.free))


def worded(kind: TagKind, name: str) -> Tag:
    """A tag by its words: case, marks and gaps make no difference."""
    return Tag(kind, likeness.folded(name), name)


def rated(rating: Rating) -> Tag:
    return Tag(TagKind.RATING, rating.name.casefold(), rating.name.replace("_", " ").capitalize())


def together(pairing: Pairing) -> str:
    """A pairing whoever is named first. A couple is another pairing than friends."""
    return ("/" if pairing.romantic else " & ").join(sorted(map(likeness.folded, pairing.names)))

"""The conventions by which words are counted, and the counts of a text by each."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.text import ao3_words


class Convention(StrEnum):
    AO3 = "ao3"
    WHITESPACE = "whitespace"
    HYPHENS_SPLIT = "hyphens-split"


class Counts(dict[Convention, int]):
    """The words of one text by each convention; those of two texts, one below the other, add up."""

    def __add__(self, other: "Counts") -> "Counts":
        return Counts({each: number + other[each] for each, number in self.items()})

    def __sub__(self, other: "Counts") -> "Counts":
        return Counts({each: number - other[each] for each, number in self.items()})


def by_ao3(text: str) -> int:
    return len(ao3_words.spaced(text).split())


def by_whitespace(text: str) -> int:
    return len(text.split())


def by_hyphens_split(text: str) -> int:
    """As `by_ao3`, but a hyphenated word counts as its parts."""
    return by_ao3(text.replace("-", " "))


@dataclass(frozen=True, slots=True, eq=False)  # each is one of a kind, and asked for with every line
class Way:
    """A way to count, and how we say it."""

    count: Callable[[str], int]
    manner: str
    result: str


WAYS = {
    Convention.AO3: Way(by_ao3, "as the Archive of Our Own counts", "what the Archive of Our Own counts"),
    Convention.WHITESPACE: Way(by_whitespace, "as word processors count", "what word processors count"),
    Convention.HYPHENS_SPLIT: Way(
        by_hyphens_split,
        "with hyphenated words counted as their parts",
        "what comes out when hyphenated words count as their parts",
    ),
}


def count(text: str) -> Counts:
    """The words of plain text by each convention; a story's markup has to go first, with `markup.plain`."""
    return Counts({convention: way.count(text) for convention, way in WAYS.items()})

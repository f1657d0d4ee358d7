"""Counting words of plain text by several conventions."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import category

DASH = "\u2014"
DELETED = frozenset("'’‘-")
"""Characters inside a word that do not end it."""

LETTERS = ("L", "M", "Nd", "Nl", "Pc")
"""Unicode's general categories of characters that form words."""

WORD_EACH = (
    # Thai
    (0x0E01, 0x0E3A), (0x0E40, 0x0E5B),
    # Han
    (0x2E80, 0x2E99), (0x2E9B, 0x2EF3), (0x2F00, 0x2FD5), (0x3005, 0x3005), (0x3007, 0x3007),
    (0x3021, 0x3029), (0x3038, 0x303B), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFA6D),
    (0xFA70, 0xFAD9), (0x16FE2, 0x16FE3), (0x16FF0, 0x16FF1), (0x20000, 0x2A6DF), (0x2A700, 0x2EBE0),
    (0x2EBF0, 0x2EE5D), (0x2F800, 0x2FA1D), (0x30000, 0x323AF),
    # Hiragana
    (0x3041, 0x3096), (0x309D, 0x309F), (0x1B001, 0x1B11F), (0x1B132, 0x1B132), (0x1B150, 0x1B152),
    (0x1F200, 0x1F200),
    # Katakana
    (0x30A1, 0x30FA), (0x30FD, 0x30FF), (0x31F0, 0x31FF), (0x32D0, 0x32FE), (0x3300, 0x3357),
    (0xFF66, 0xFF6F), (0xFF71, 0xFF9D), (0x1AFF0, 0x1AFFE), (0x1B000, 0x1B000), (0x1B120, 0x1B122),
    (0x1B155, 0x1B155), (0x1B164, 0x1B167),
)  # fmt: skip
"""The scripts in which every character is a word, as code points: Python does not know scripts by name."""


class Convention(StrEnum):
    AO3 = "ao3"
    WHITESPACE = "whitespace"
    HYPHENS_SPLIT = "hyphens-split"


class Counts(dict[Convention, int]):
    """The words of one text by each convention; those of two texts, one below the other, add up."""

    def __add__(self, other: "Counts") -> "Counts":
        return Counts({each: words + other[each] for each, words in self.items()})

    def __sub__(self, other: "Counts") -> "Counts":
        return Counts({each: words - other[each] for each, words in self.items()})


def by_ao3(text: str) -> int:
    return len(spaced(text).split())


def by_whitespace(text: str) -> int:
    return len(text.split())


def by_hyphens_split(text: str) -> int:
    """As `by_ao3`, but a hyphenated word counts as its parts."""
    return by_ao3(text.replace("-", " "))


@dataclass(frozen=True, slots=True)
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
NONE = Counts(dict.fromkeys(WAYS, 0))


def count(text: str) -> Counts:
    """The words of plain text by each convention; a story's markup has to go first, with `markup.plain`."""
    return Counts({convention: way.count(text) for convention, way in WAYS.items()})


def last(text: str) -> str:
    """The last word of plain text by `ao3`, without the marks around it; empty if there is none."""
    for token in reversed(text.split()):
        if by_ao3(token):
            return pieces(token)[-1]
    return ""


def pieces(token: str) -> list[str]:
    """The words of a token by `ao3`, without the deleted characters."""
    kinds = ((character, KINDS[ord(character)]) for character in token.replace("--", DASH))
    return "".join(character if kind == "w" else kind.replace("w", character) for character, kind in kinds).split()


EACH = " w "


def has_word_each(text: str) -> bool:
    """True if the text has a character that is a word by itself."""
    return any(KINDS[ord(character)] == EACH for character in text)


def spaced(text: str) -> str:
    """The text with every AO3 word turned into a run of `w` and everything between words into white space."""
    return text.replace("--", DASH).translate(KINDS)


class Kinds(dict[int, str]):
    """The replacement of each character in `spaced`, found when the character is first met."""

    def __missing__(self, code: int) -> str:
        kind = self[code] = kind_of(code)
        return kind


KINDS = Kinds()


def kind_of(code: int) -> str:
    character = chr(code)
    if character in DELETED:
        return ""
    if any(first <= code <= last for first, last in WORD_EACH):
        return EACH
    return "w" if category(character).startswith(LETTERS) else " "

"""Text with emphasis, written with Discord's marks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


class Mark(StrEnum):
    """Signs that Discord takes around a piece of text."""

    BOLD = "**"
    ITALIC = "*"
    UNDERLINED = "__"
    STRUCK = "~~"


Marks = frozenset[Mark]

NONE: Marks = frozenset()

UNSEEN = str.maketrans("", "", "\u00ad\u200b\ufeff")
"""Characters that nobody sees: places where a word may be broken, and the start of a text in some programs."""

WORD_OR_SPACE = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Span:
    text: str
    marks: Marks = NONE


def written(pieces: Iterable[Span]) -> str:
    """The text with its marks: closed at the end of each line, opened again on the next, none around white space."""
    return "\n".join("".join(line_written(line)) for line in lines(pieces))


def lines(pieces: Iterable[Span]) -> Iterator[list[Span]]:
    line: list[Span] = []
    for piece in pieces:
        first, *rest = piece.text.translate(UNSEEN).split("\n")
        line.append(Span(first, piece.marks))
        for text in rest:
            yield line
            line = [Span(text, piece.marks)]
    yield line


def line_written(line: Iterable[Span]) -> Iterator[str]:
    words = list(spaced(line))
    lasting = lengths(words)
    open_marks: list[Mark] = []
    for number, word in enumerate(words):
        while not word.marks.issuperset(open_marks):
            yield open_marks.pop()
        if word.text.isspace():
            yield word.text
            continue  # no mark opens before white space
        opening = sorted(word.marks.difference(open_marks), key=lambda mark: (-lasting[number][mark], mark))
        open_marks += opening
        yield from opening
        yield word.text
    yield from reversed(open_marks)


def spaced(line: Iterable[Span]) -> Iterator[Span]:
    """Words and spaces apart; a space has the marks that both its neighbours have."""
    merged: list[Span] = [Span("")]
    for piece in line:
        for text in WORD_OR_SPACE.findall(piece.text):
            part = Span(text, piece.marks)
            if belong_together(merged[-1], part):
                before = merged.pop()
                part = Span(before.text + text, before.marks & part.marks)
            merged.append(part)
    around = [*merged, Span("")]
    for (before, part), after in zip(pairwise(around), around[2:], strict=False):
        yield Span(part.text, before.marks & after.marks) if part.text.isspace() else part


def belong_together(before: Span, part: Span) -> bool:
    """True for white space next to white space, and for marked parts of a word, which readers could not tell apart."""
    if part.text.isspace():
        return before.text.isspace()
    return bool(before.marks and part.marks and not before.text.isspace())


def lengths(words: list[Span]) -> list[dict[Mark, int]]:
    """For each word, the number of words for which each of its marks goes on: the longest is opened first."""
    found: list[dict[Mark, int]] = []
    after: dict[Mark, int] = {}
    for word in reversed(words):
        after = {mark: after.get(mark, 0) + 1 for mark in word.marks}
        found.append(after)
    return found[::-1]

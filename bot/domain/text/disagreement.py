"""The causes for which conventions of counting differ on a text, each with its tokens.

White space parts tokens, so that each is one word by `whitespace`. All effects together make up the difference of the
counts.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.text import ao3_words, conventions
from bot.domain.text.conventions import Convention, Counts

EXAMPLES = 3
"""Tokens shown of each group."""

PLAIN = re.compile(r"[\"“‘'(]?[A-Za-z0-9]+(?:['’][A-Za-z0-9]+)*[.,;:!?…\"”’')]*")
"""A token that is one word by every convention; most are, and need no closer look."""

DASHES = re.compile(r"[-‐‑‒–—―−]+")
DASH = re.compile(r"--|[‐‑‒–—―−]")


class Cause(StrEnum):
    """The feature of a token that the conventions see differently."""

    LONE_DASH = "lone dash"
    LONE_SIGN = "lone sign"
    JOINED_BY_DASH = "joined by a dash"
    JOINED_BY_SIGN = "joined by a sign"
    WORD_EACH = "each character a word"
    HYPHENATED = "hyphenated"


@dataclass(frozen=True, slots=True)
class Effect:
    """The words that one feature of a token adds to its one word: by `ao3`, and further by `hyphens-split`."""

    cause: Cause
    ao3: int = 0
    hyphens_split: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """The tokens of a text that the conventions see differently for the same cause."""

    cause: Cause
    tokens: int
    ao3: int
    """Words that `ao3` counts in them beyond `whitespace`; below zero: fewer."""
    hyphens_split: int
    """Words that `hyphens-split` counts in them beyond `ao3`."""
    examples: tuple[str, ...]
    """Different tokens in the order of the text, unchanged."""


def differences(text: str) -> tuple[Difference, ...]:
    """All differences between the counts of a plain text, the largest effect first."""
    groups: dict[Cause, list[tuple[str, int, Effect]]] = {}
    for token, times in Counter(text.split()).items():
        for effect in effects(token):
            groups.setdefault(effect.cause, []).append((token, times, effect))
    found = [together(cause, each) for cause, each in groups.items()]
    return tuple(sorted(found, key=lambda group: -abs(group.ao3) - group.hyphens_split))


def effects(token: str) -> Iterator[Effect]:
    if PLAIN.fullmatch(token):
        return
    ao3, hyphens_split = conventions.by_ao3(token), conventions.by_hyphens_split(token)
    if ao3 != 1:
        yield Effect(cause_of(token, ao3), ao3=ao3 - 1)
    if hyphens_split != ao3:
        yield Effect(Cause.HYPHENATED, hyphens_split=hyphens_split - ao3)


def cause_of(token: str, ao3: int) -> Cause:
    if ao3 == 0:
        return Cause.LONE_DASH if DASHES.fullmatch(token) else Cause.LONE_SIGN
    if ao3_words.has_word_each(token):
        return Cause.WORD_EACH
    return Cause.JOINED_BY_DASH if DASH.search(token) else Cause.JOINED_BY_SIGN


def together(cause: Cause, each: list[tuple[str, int, Effect]]) -> Difference:
    return Difference(
        cause,
        tokens=sum(times for _, times, _ in each),
        ao3=sum(times * effect.ao3 for _, times, effect in each),
        hyphens_split=sum(times * effect.hyphens_split for _, times, effect in each),
        examples=tuple(token for token, _, _ in each[:EXAMPLES]),
    )


@dataclass(frozen=True, slots=True)
class Agreement:
    """The convention by which a number is right; `with_title`: if the title's words count as well."""

    convention: Convention
    with_title: bool


def agreement(declared: int, story: Counts, title: Counts) -> Agreement | None:
    """The first convention that a stated number agrees with, the story alone before story and title."""
    for with_title, counts in ((False, story), (True, story + title)):
        for convention, counted in counts.items():
            if counted == declared:
                return Agreement(convention, with_title)
    return None

"""The word or short phrase that must be in a round's stories, in any of its forms.

A stemmer decides on the forms of a word: `rains`, `rained` and `raining` are `rain`; `ran` is not `run`.
"""

import re
import unicodedata
from collections.abc import Callable

LONGEST = 50
"""Characters of the longest phrase."""

LONGEST_WORD = 100
"""Characters of a word; a longer one is no form of a word that fits a phrase."""

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def read(typed: str) -> str | None:
    """The phrase on one line, or None if there is no word in it."""
    phrase = " ".join(typed.split())
    return phrase if WORD.search(phrase) else None


def appears(phrase: str, text: str) -> bool:
    """True if the words of the phrase, each in one of its forms, stand side by side in a plain text."""
    stem = english()
    wanted = [stem(word) for word in words_of(phrase)]
    first_letters = {word[0] for word in wanted}  # a stem keeps the first letter, so that few words need a look
    stems: dict[str, str] = {}
    found: list[str] = []
    for word in words_of(text):
        if word[0] in first_letters and len(word) <= LONGEST_WORD and word not in stems:
            stems[word] = stem(word)
        found.append(stems.get(word, ""))
    return any(found[at : at + len(wanted)] == wanted for at in range(len(found) - len(wanted) + 1))


def english() -> Callable[[str], str]:
    """The function that gives a word's stem; words of other languages mostly stay as they are."""
    import snowballstemmer  # noqa: PLC0415 - thirty languages, for few rounds  # pyright: ignore[reportMissingTypeStubs]

    return snowballstemmer.stemmer("english").stemWord  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]


def words_of(text: str) -> list[str]:
    """The words as the stemmer takes them; a hyphen ends a word here, so that `rain-soaked` has rain in it."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return WORD.findall(plain)

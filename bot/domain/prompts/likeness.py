"""Prompts that are alike. What is found is shown to a moderator, and decides nothing."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from rapidfuzz import fuzz, process, utils

LEAST = 85
"""Out of a hundred: from here on, two prompts are shown beside each other."""
AT_A_TIME = 20
"""Texts that are compared in one go, which takes 3 ms for the slowest."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A prompt that another is like."""

    text: str
    is_double: bool
    """True for the same words in the same order."""


class Known:
    """Prompts to compare others with."""

    def __init__(self, texts: Sequence[str] = ()) -> None:
        self._doubles: dict[str, str] = {}
        self._lengths: list[int] = []
        self._sorted: list[str] = []
        self._texts: list[str] = []
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        plain = folded(text)
        self._doubles.setdefault(plain, text)
        place = bisect_right(self._lengths, len(plain))
        self._lengths.insert(place, len(plain))
        self._sorted.insert(place, in_order(plain))
        self._texts.insert(place, text)

    def twin(self, text: str) -> Twin | None:
        """The known prompt that is most like this one; None where none is like it."""
        plain = folded(text)
        if plain in self._doubles:
            return Twin(self._doubles[plain], is_double=True)
        # Texts of other lengths cannot be alike: the ratio is twice what they share of both lengths together.
        first = bisect_left(self._lengths, len(plain) * LEAST // (200 - LEAST))
        after = bisect_right(self._lengths, -(-len(plain) * (200 - LEAST) // LEAST))
        likest = max(self._near(in_order(plain), range(first, after)), default=None, key=itemgetter(0))
        return None if likest is None else Twin(self._texts[likest[1]], is_double=False)

    def _near(self, wanted: str, places: range) -> Iterator[tuple[float, int]]:
        """The likest of every few texts, with its likeness: while the library compares, no other thread has a turn."""
        for begins in places[::AT_A_TIME]:
            few = self._sorted[begins : min(begins + AT_A_TIME, places.stop)]
            # On words put in order beforehand, this is the token_sort_ratio.
            near = process.extractOne(wanted, few, scorer=fuzz.ratio, processor=None, score_cutoff=LEAST)
            if near is not None:
                _, likeness, place = near
                yield likeness, begins + place


def folded(text: str) -> str:
    """The text's words without case, marks and width of gaps; a text of signs alone as it is."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join(utils.default_process(composed).split()) or composed


def in_order(plain: str) -> str:
    return " ".join(sorted(plain.split()))

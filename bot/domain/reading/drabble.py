"""Texts side by side that are drabbles: each has exactly the words of one form."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache

from bot.domain.reading.line import Line
from bot.domain.text import conventions, markup, word_rule
from bot.domain.text.conventions import Way

FORMS = frozenset(rule.low for rule in word_rule.FORMS if rule.low == rule.high)
"""Words of the forms that have a number."""
SLIPS, FEWEST_TO_SLIP = 5, 95
"""Words by which a drabble with a number or a title may miss its form, and the fewest words of one that may."""


def are_of_a_form(texts: Sequence[str]) -> bool:
    """True if each has the words of one form but for a slip, by any way to count."""
    for way in conventions.WAYS.values():
        numbers = [way.count(markup.plain(text)) for text in texts]
        if any(all(number in (form, *slips_of(form)) for number in numbers) for form in FORMS):
            return True
    return False


@cache
def slips_of(form: int) -> tuple[int, ...]:
    """The words that miss a form by a slip."""
    numbers = range(max(form - SLIPS, FEWEST_TO_SLIP), form + SLIPS + 1)
    return tuple(number for number in numbers if number != form)


class Words:
    """The words above each line, counted once, as far as somebody asks: drabbles may end at each of many lines."""

    def __init__(self, lines: Sequence[Line], start: int, way: Way) -> None:
        self.lines = lines
        self.start = start
        self.way = way
        self._above = [0] * (start + 1)

    def end(self, begin: int, number: int) -> int | None:
        """The line below so many words that begin here, if they end with a line."""
        above = self._above
        while len(above) <= begin or above[-1] < above[begin] + number:
            if len(above) > len(self.lines):
                return None
            above.append(above[-1] + words_of(self.lines[len(above) - 1].text, self.way))
        place = bisect_left(above, above[begin] + number)
        return place if above[place] == above[begin] + number else None


@lru_cache(maxsize=4096)  # each start of a story asks for the same lines
def words_of(text: str, way: Way) -> int:
    return way.count(markup.plain(text))

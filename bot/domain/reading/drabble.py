"""Texts side by side that are drabbles: each has exactly the words of one form."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from bot.domain.reading.line import Line
from bot.domain.text import conventions, markup, word_rule
from bot.domain.text.conventions import Convention, Counts

FORMS = tuple(sorted({rule.low for rule in word_rule.FORMS if rule.low == rule.high}))
"""Words of the forms that have a number."""
SLIPS, FEWEST_TO_SLIP = 5, 95
"""Words by which a drabble with a number or a title may miss its form, and the fewest words of one that may."""


def are_of_a_form(texts: Sequence[str]) -> bool:
    """True if each has the words of one form but for a slip, by any way to count."""
    counts = [*map(words_of, texts)]
    ways = product(Convention, map(around, FORMS))
    return any(all(each[convention] in numbers for each in counts) for convention, numbers in ways)


def around(form: int) -> range:
    """The words that a drabble of this form may have."""
    slips = SLIPS * (form >= FEWEST_TO_SLIP)
    return range(form - slips, form + slips + 1)


class Words:
    """The words above each line, counted once, as far as somebody asks: drabbles may end at each of many lines."""

    def __init__(self, lines: Sequence[Line], start: int, convention: Convention) -> None:
        self.lines = lines
        self.start = start
        self.convention = convention
        self._above = [0] * (start + 1)

    def above(self, begin: int, number: int) -> list[int]:
        """The words above each line, as far as there are so many below one, or to the end."""
        above = self._above
        while len(above) <= len(self.lines) and (len(above) <= begin or above[-1] < above[begin] + number):
            above.append(above[-1] + words_of(self.lines[len(above) - 1].text)[self.convention])
        return above

    def are_twice(self, form: int) -> bool:
        """True if there are words for two drabbles of this form."""
        return self.above(self.start, 2 * around(form).start)[-1] >= 2 * around(form).start

    def ends(self, begin: int, form: int) -> Iterator[tuple[int, bool]]:
        """The lines below a drabble of this form that begins here, if it ends with a line, and if it has a slip."""
        numbers = around(form)
        above = self.above(begin, numbers.stop)
        for place in range(bisect_left(above, above[begin] + numbers.start), len(above)):
            if above[place] >= above[begin] + numbers.stop:
                return
            if above[place] > above[place - 1]:  # what is blank below them has no words
                yield place, above[place] != above[begin] + form


@lru_cache(maxsize=4096)  # each start of a story asks for the same lines
def words_of(text: str) -> Counts:
    return conventions.count(markup.plain(text))

"""Texts side by side that are drabbles: each has exactly the words of one form."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from bot.domain.reading.line import Line
from bot.domain.text import conventions, markup, word_rule
from bot.domain.text.conventions import Convention, Counts

FORMS = frozenset(rule.low for rule in word_rule.FORMS if rule.low == rule.high)
"""Words of the forms that have a number."""
SLIPS, FEWEST_TO_SLIP = 5, 95
"""Words by which a drabble with a number or a title may miss its form, and the fewest words of one that may."""


def are_of_a_form(texts: Sequence[str]) -> bool:
    """True if each has the words of one form but for a slip, by any way to count."""
    counts = [*map(words_of, texts)]
    return any(
        all(each[convention] == form or each[convention] in slips_of(form) for each in counts)
        for convention, form in product(Convention, FORMS)
    )


def slips_of(form: int) -> range:
    """The words of a drabble that has a form but for a slip, if there is one."""
    return range(max(form - SLIPS, FEWEST_TO_SLIP), form + SLIPS + 1)


class Words:
    """The words above each line, counted once, as far as somebody asks: drabbles may end at each of many lines."""

    def __init__(self, lines: Sequence[Line], start: int, convention: Convention) -> None:
        self.lines = lines
        self.start = start
        self.convention = convention
        self._above = [0] * (start + 1)

    def above(self, begin: int, number: int) -> list[int]:
        """The words above each line, as far as to the one below so many that begin here."""
        above = self._above
        while len(above) <= len(self.lines) and (len(above) <= begin or above[-1] < above[begin] + number):
            above.append(above[-1] + words_of(self.lines[len(above) - 1].text)[self.convention])
        return above

    def are(self, number: int) -> bool:
        """True if there are so many."""
        return self.above(self.start, number)[-1] >= number

    def end(self, begin: int, number: int) -> int | None:
        """The line below so many words that begin here, if they end with a line."""
        return next(self.ends(begin, range(number, number + 1)), None)

    def ends(self, begin: int, numbers: range) -> Iterator[int]:
        """The lines below so many words that begin here, where they end with a line."""
        above = self.above(begin, numbers.stop - 1)
        known = -1
        for place in range(bisect_left(above, above[begin] + numbers.start), len(above)):
            number = above[place] - above[begin]
            if number not in numbers:
                return
            if number != known:  # what is blank below them has no words
                yield place
            known = number


@lru_cache(maxsize=4096)  # each start of a story asks for the same lines
def words_of(text: str) -> Counts:
    return conventions.count(markup.plain(text))

"""Texts side by side that are drabbles: each has exactly the words of one form."""

from collections.abc import Callable, Sequence
from functools import cache

from bot.domain.text import conventions, markup, word_rule

FORMS = frozenset(rule.low for rule in word_rule.FORMS if rule.low == rule.high)
"""Words of the forms that have a number."""
MOST = max(FORMS) + 5
SLIPS, FEWEST_TO_SLIP = 5, 95
"""Words by which a drabble with a number or a title may miss its form, and the fewest words of one that may."""


def are_of_a_form(texts: Sequence[str], *, named: bool) -> bool:
    """True if all have the words of one form, by any way to count; `named`: each has a number or a title."""
    return any(are_alike(texts, way.count, named=named) for way in conventions.WAYS.values())


def are_alike(texts: Sequence[str], count: Callable[[str], int], *, named: bool) -> bool:
    numbers: list[int] = []
    for text in texts:
        numbers.append(count(markup.plain(text)))
        slips = SLIPS if named and numbers[0] >= FEWEST_TO_SLIP else 0
        if not any(all(abs(number - form) <= slips for number in numbers) for form in FORMS):
            return False  # most often the first is no drabble
    return True


@cache
def slipped(words: int) -> int | None:
    """The form that so many words miss by a slip."""
    near = (form for form in FORMS if 0 < abs(words - form) <= SLIPS)
    return next(near, None) if words >= FEWEST_TO_SLIP else None

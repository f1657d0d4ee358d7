"""The fields that stand above a story and below it."""

from collections.abc import Sequence

from bot.domain.header import form, header
from bot.domain.header.field import Field
from bot.domain.header.header import Fields, Header
from bot.domain.reading import afterword, header_above
from bot.domain.reading.header_part import Piece
from bot.domain.reading.line import Line
from bot.domain.text import numeral

OF_ITS_OWN = frozenset({Field.TITLE, Field.WORD_COUNT, Field.SUMMARY, Field.NOTES})
"""Fields that a story's header states of that story alone."""

NEVER_BELOW = afterword.GONE_BY.union(header_above.ONLY_ONE, {Field.WORD_COUNT, Field.FANDOM, Field.PAIRING})
"""Fields that are shown above a story wherever they were written."""


def header_of(above: Fields, lines: Sequence[Line], end: int) -> Header:
    """The header of a story that ends there: these fields above it, and the fields of its foot."""
    names = {name for name, _ in above}
    found = [(name, header.folded(value)) for name, value in afterword.fields_from(lines, end)]
    found = [(name, value) for name, value in found if name not in names or name not in header_above.ONLY_ONE]
    up = [each for each in found if each[0] in NEVER_BELOW]
    return Header((*above, *up), tuple(each for each in found if each not in up))


def of_further_story(first: Fields, own: Piece) -> Fields:
    """The fields of a further story: its own, and those of the first header that hold for both."""
    names = {name for name, _ in own.fields}
    if not names:
        return first
    shared = [(name, value) for name, value in first if name not in names and name not in OF_ITS_OWN]
    return (*((name, header.folded(value)) for name, value in own.fields), *shared)


def added_up(found: Header, inside: Sequence[str], stories: int) -> Header:
    """The header of several stories; if each states its count, this header states the sum."""
    stated = [*found.all(Field.WORD_COUNT), *inside]
    numbers = [number for number in map(numeral.first, stated) if number is not None]
    if stories == 1 or not len(stated) == len(numbers) == stories:
        return found
    total = f"{sum(numbers)} ({'; '.join(map(header.folded, stated))})"
    return form.replaced(found, (Field.WORD_COUNT,), [(Field.WORD_COUNT, total)])

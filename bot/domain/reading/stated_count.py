"""The number of words that a line states, wherever it stands: in a field, in a sentence, in brackets."""

import re
from collections.abc import Iterator

from bot.domain.header import field_line
from bot.domain.header.field import Field
from bot.domain.reading.line import Line
from bot.domain.text import numeral

LONGEST = 400
"""Characters of a line that may state a count."""

COUNTED = re.compile(
    r"(?<![\w.,])(?P<number>\d{1,3}(?:[.,]\d{3})+|\d{1,5})(?:\s|-)?(?:w|wds?|words?|mots|palabras|palavras|wörter|worte|parole|слов\w{0,2})\b(?!\s?/)",
    re.IGNORECASE,
)
"""`97w`, `100 words`, `1,200-word`."""


def stated(line: Line) -> frozenset[int]:
    """The counts that a line states, for the story beside it."""
    return frozenset(numbers(line)) if len(line.text) <= LONGEST else frozenset()


def numbers(line: Line) -> Iterator[int]:
    for part in field_line.split(line.found) if line.found is not None else ():
        number = numeral.first(part.value) if Field.WORD_COUNT in part.fields else None
        if number:
            yield number
    for match in COUNTED.finditer(line.text):
        yield int("".join(filter(str.isdigit, match["number"])))

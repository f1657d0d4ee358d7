"""The number of words that a line states, wherever it stands: in a field, in a sentence, in brackets."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.domain.header import field_line
from bot.domain.header.field import Field
from bot.domain.reading import phrases
from bot.domain.reading.line import Line
from bot.domain.text import numeral

LONGEST = 400
"""Characters of a line that may state a count."""

COUNTED = re.compile(
    rf"(?<![\w.,])(?P<number>\d{{1,3}}(?:[.,]\d{{3}})+|\d{{1,5}})(?:\s|-)?{phrases.any_of('count of words')}\b(?!\s?/)",
    re.IGNORECASE,
)
"""`97w`, `100 words`, `1,200-word`."""

SAID = re.compile(
    rf"""(?:\A|[.!?,;:(\[—–]\s?|\b(?:this|it|that)(?:['’]s|\sis|\swas)\s|\b(?:comes|came|clocks)\s(?:in\s)?(?:at|to)\s)
    \W{{0,3}}(?:(?:and|it['’]s|all|of|exactly|precisely|only|just|about|around|roughly|almost|some|an?|a\smere)\s){{0,3}}
    (?P<count>{COUNTED.pattern})(?!\s(?:or|challenge|community|limit|max|min|prompt|per|a|an|each|every|later)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
"""The count with which a clause begins: `Hi, exactly 100 words`; but not `I cut 40 words` and `100 words or fewer`."""


def in_prose(text: str) -> str | None:
    """The one count that a note states of its story, as it stands there."""
    if len(text) > LONGEST:
        return None
    found = {match["number"]: match["count"] for match in SAID.finditer(numeral.in_digits(text))}
    return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(maxsize=256)  # as a line's facts are
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

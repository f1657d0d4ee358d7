"""Facts that stand below a story without names: `100 words | rated M | also on AO3`."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from bot.domain.header import field_line, rating
from bot.domain.header.field import Field, FieldName
from bot.domain.header.rating import Rating
from bot.domain.reading import aside, caution, fact
from bot.domain.reading.line import Line
from bot.domain.text import numeral

Facts = tuple[tuple[FieldName, str], ...]

LONGEST, MOST_WORDS_OF_COUNT = 160, 6
BARE_COUNT = re.compile(
    r"\s{0,20}(?:[(\[]\s?(?:\d{2,3}|\d,\d{3}|\d{2,3}/\d{2,3})\s?[)\]]|(?P<words>\d{2,3})/(?P=words))\s{0,20}"
)
"""`(100)`, `100/100`; four digits are a year."""
AROUND = " |*_"


def facts(line: Line) -> Facts | None:
    """The fields of a line that states facts and nothing else; none for an address. None if the line says more."""
    if line.divides or len(line.text) > LONGEST:
        return None
    if line.is_field:
        return labelled(line)
    return None if line.is_sentence else stated(line.text.strip(AROUND))


def labelled(line: Line) -> Facts | None:
    """`wc: 100`, `Rated: M`."""
    found = line.found
    if found is None:
        return None
    words = len(found.value.split())
    counts = found.fields == (Field.WORD_COUNT,) and words <= MOST_WORDS_OF_COUNT and numeral.first(found.value)
    rates = found.fields == (Field.RATING,) and rating.parse(found.value) is not Rating.NOT_RATED
    says = found.fields[:1] == (Field.GENRE,) and rating.said(found.value) != []
    return ((found.fields[0], found.value),) if counts or rates or says else None


@lru_cache(maxsize=4096)  # each reading of a text asks for the facts below its story
def stated(text: str) -> Facts | None:
    """The facts that stand side by side, one of them a fact by itself; else the one that the whole text is."""
    whole = stated_by(text)
    told: list[Facts] = []
    is_sure = False
    for part in split(text):  # up to the first that is no fact, which is soon in a line of a story
        found = beside(part)
        if found is None:
            return whole
        told.append(found)
        is_sure = is_sure or stated_by(part) is not None
    return tuple(chain.from_iterable(told)) if len(told) > 1 and is_sure else whole


def split(text: str) -> Iterator[str]:
    """The parts of a line: parted by bars, and by commas where a part is no fact."""
    for part in fact.APART.split(text):
        yield from fact.trimmed([part] if beside(part) is not None else fact.MARKED_OFF.split(part))


@lru_cache(maxsize=4096)  # each part is asked as one beside others, too
def stated_by(text: str) -> Facts | None:
    """The fields of a text that is one fact by itself."""
    counted = field_line.count(text)
    if counted is not None:
        return ((Field.WORD_COUNT, counted.value),)
    if BARE_COUNT.fullmatch(text) or aside.says_where(text):
        return ()
    found = caution.said(text.strip())
    return None if found is None else (found,)


@lru_cache(maxsize=4096)  # a line without bars is the only part of itself
def beside(text: str) -> Facts | None:
    """The fields of a text that is a fact by itself, or beside one: `PG`, `CW: blood`."""
    found, named = stated_by(text), caution.gone_by(text, may_be_letter=True)
    return (named,) if found is None and named is not None else found

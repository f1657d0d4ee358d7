"""The number of words that a line states, wherever it stands: in a field, in a sentence, in brackets, or as a bare
number below a story that has so many.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import dropwhile

from bot.domain.header import field_line, stated_count
from bot.domain.header.field import Field
from bot.domain.reading import fact, phrases, section
from bot.domain.reading.line import Line
from bot.domain.text import conventions, markup, numeral

LONGEST = 400
"""Characters of a line that may state a count."""

(COUNTED,) = phrases.FORMS["form of a count"]
"""`97w`, `100 words`, `1,200-word`."""
IN_PROSE = phrases.FORMS["form of a count in prose"]
"""The count with which a clause begins: `Hi, exactly 100 words`, `genau 100 Wörter`; but not `I cut 40 words` and `100
words or fewer`. Or one that does not say of what: `Exactly 100, I swear.`, `100 on the nose`.
"""


def in_prose(text: str) -> str | None:
    """The one count that a note states of its story, as it stands there."""
    if len(text) > LONGEST:
        return None
    text = numeral.in_digits(numeral.added_up(text))
    found = {match["number"]: match["count"] for form in IN_PROSE for match in form.finditer(text)}
    return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(maxsize=256)  # as a line's facts are
def stated(line: Line) -> frozenset[int]:
    """The counts that a line states, for the story beside it."""
    if len(line.text) > LONGEST:
        return frozenset()
    parts = field_line.split(line.found) if line.found is not None else ()
    named = (numeral.first(part.value) for part in parts if Field.WORD_COUNT in part.fields)
    found = COUNTED.finditer(numeral.added_up(line.text))
    counted = (int("".join(filter(str.isdigit, match["number"]))) for match in found)
    return frozenset((*filter(None, named), *counted))


# -- counts that only the story above them can confirm -------------------------------------------------

LOOKED_AT = 4
"""Written lines at the end among which such a count may stand."""
MOST_LINES = 100
"""Lines of a story in which titles of sections are looked for, which costs as much as to read a post."""


def believed(lines: Sequence[Line], declared: Collection[int], start: int) -> list[Line]:
    """The lines of a text, each count at its foot believed if it agrees with what is declared, or with the story. These
    may be `100`, `exactly 100!` or `One hundred words.`; but a story may end with a number, or with such a sentence.
    """
    found = list(lines)
    foot = [place for place in range(start, len(lines)) if not lines[place].divides][-LOOKED_AT:]
    for place in foot:
        count = None if lines[place].is_field else stated_count.read(lines[place].text)
        if count is not None and (count.number in declared or has(found[start:place], count.number)):
            found[place] = replace(lines[place], found=field_line.counted(lines[place].text))
    return found


def has(lines: Sequence[Line], number: int) -> bool:
    """True if the story in these lines, below which may be facts, has so many words by any convention."""
    above = [*dropwhile(lambda line: line.divides or fact.of_foot(line) is not None, reversed(lines))]
    text = "\n".join(line.text for line in reversed(above))
    rough = len(text.split())
    if not number <= 2 * rough <= 4 * number:
        return False
    story = section.counted(text) if len(above) < MOST_LINES else text
    return number in conventions.count(markup.plain(story)).values()

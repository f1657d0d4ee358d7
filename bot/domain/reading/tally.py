"""Counts that only the story above them can confirm, such as `100`, `exactly 100!` or `One hundred words.`.

A story may end with a number, or with such a sentence. They are counts where the story has so many words, or where its
header says so.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from bot.domain.header import stated_count
from bot.domain.header.field import Field
from bot.domain.header.field_line import FieldLine, Separator
from bot.domain.reading import foot_fact, section
from bot.domain.reading.line import Line
from bot.domain.text import conventions, markup

LOOKED_AT = 4
"""Written lines at the end among which such a count may stand."""
MOST_LINES = 100
"""Lines of a story in which titles of sections are looked for, which costs as much as to read a post."""


def believed(lines: Sequence[Line], declared: Collection[int], start: int) -> list[Line]:
    """The lines of a text, each count at its foot believed if it agrees with what is declared, or with the story."""
    found = list(lines)
    foot = [place for place in range(start, len(lines)) if not lines[place].divides][-LOOKED_AT:]
    for place in foot:
        stated = None if lines[place].is_field else stated_count.read(lines[place].text)
        if stated is not None and stated.number in agreed(found, declared, start, place, stated.number):
            value = stated_count.bare(lines[place].text)
            found[place] = replace(lines[place], found=FieldLine("words", (Field.WORD_COUNT,), value, Separator.MARK))
    return found


def agreed(lines: Sequence[Line], declared: Collection[int], start: int, place: int, near: int) -> Iterator[int]:
    """The numbers that a count here may have: those declared, and those of the words above it."""
    yield from declared
    end = place
    while end > start and (lines[end - 1].divides or foot_fact.facts(lines[end - 1]) is not None):
        end -= 1
    yield from numbers("\n".join(line.text for line in lines[start:end]), near)


def numbers(text: str, near: int) -> Iterable[int]:
    """The words of a text by each convention, looked at only if they may be near a number."""
    rough = len(text.split())
    if not near <= 2 * rough <= 4 * near:
        return ()
    story = section.counted(text) if text.count("\n") < MOST_LINES else text
    return conventions.count(markup.plain(story)).values()

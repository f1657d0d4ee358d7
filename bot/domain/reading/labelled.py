"""Fields with a name: which one is believed alone, and how far a value goes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.header import field_line, header, rating, shared_value, written_name
from bot.domain.header.field import Field, FieldName
from bot.domain.header.field_line import FieldLine, Separator
from bot.domain.header.rating import Rating
from bot.domain.reading import aside, phrases
from bot.domain.reading.line import Line, block_end, stands_alone, written_from
from bot.domain.text import numeral

PROSE = {
    Field.WARNINGS,
    Field.SPOILERS,
    Field.DISCLAIMER,
    Field.PROMPT,
    Field.WRITTEN_FOR,
    Field.SUMMARY,
    Field.NOTES,
    Field.BETA,
    Field.ARCHIVE,
    Field.FEEDBACK,
}
"""Fields whose values may run over several lines."""

SENTENCE_ENDS = tuple('.!?…"”»*_')
LONGEST_WRAPPED, SHORTEST_WRAPPED = 100, 60
"""The most characters of a line that an editor broke, and the fewest that fill one."""

LONGEST_HEADER = 200
"""Lines from its first field to its last."""

GOES_ON = re.compile(rf"(?:,|&|\b{phrases.any_of('unfinished')})\s*$", re.IGNORECASE)
"""The end of an unfinished line, such as one with a user's name set below it."""

MOST_WORDS_OF_ONE = 12
"""Words of the longest title, prompt or warning that stands alone."""
MOST_WORDS_OF_LONE_RATING = 3
"""Words of a rating that is on no scale we know and stands alone: "five stars, she thought" is a sentence."""


def makes_header(line: Line) -> bool:
    """True if a field alone is believed: its name is a header's, and its value may be one's."""
    if aside.is_told(line.value):
        return False
    if line.fields == (Field.WORD_COUNT,):
        return numeral.first(line.value) is not None
    words = len(line.value.split())
    if line.fields == (Field.RATING,):
        return rating.parse(line.value) is not Rating.NOT_RATED or words <= MOST_WORDS_OF_LONE_RATING
    warns = line.fields == (Field.WARNINGS,) and 0 < words <= MOST_WORDS_OF_ONE and not line.is_told
    return warns or not written_name.is_weak(line.name) or aside.is_remark(line.text)


def unparted(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those with a name that nothing but a blank parts from its value as fields, if one is a title and there
    are others: `title rain`, `fandom harbour`.
    """
    parts = {line: line.text.strip().partition(" ") for line in lines if line.found is None}
    found = {
        line: FieldLine(name, written_name.named(name), value, Separator.NONE)
        for line, (name, _, value) in parts.items()
        if value and written_name.is_telling(name)
    }
    fields = {each.fields for each in found.values()}
    if len(fields) < 2 or (Field.TITLE,) not in fields:
        return lines
    return [replace(line, found=found.get(line, line.found)) for line in lines]


def runs_on(line: Line) -> bool:
    """True if what this line says may take several."""
    return line.found is None or not PROSE.isdisjoint(line.fields)


def is_unfinished(line: Line) -> bool:
    """True if an editor broke a line in the middle of its sentence."""
    return len(line.text.rstrip()) >= SHORTEST_WRAPPED and not line.stripped.endswith(SENTENCE_ENDS)


def wraps(line: Line, following: Line) -> bool:
    """True if the second line continues the first: it starts small or indented, or the first is full or unfinished."""
    if following.divides or len(following.text) > LONGEST_WRAPPED or line.stripped.endswith(SENTENCE_ENDS):
        return False
    start = following.text[:1]
    if GOES_ON.search(line.text[-LONGEST_WRAPPED:]) or (start.islower() and len(line.text) < SHORTEST_WRAPPED):
        return runs_on(line)
    return start.islower() or start.isspace() or is_unfinished(line)


# -- how far a value goes -----------------------------------------------------------------------------

MOST_WORDS_OF_SUMMARY = 30
"""Words of the longest paragraph below `Summary:` that can be the summary."""


def open_end(lines: Sequence[Line], first: int, end: int) -> int:
    """The line below a field's value where the story may start right there: below a value, lines only wrap; below a
    gap, a value is a heading's, a short summary or a remark, and something else is left to be the story.
    """
    name, start = lines[first], first + 1
    if opens_bracket(name):
        return end
    if name.is_bare and start < end:
        right_below = not lines[start].divides
        is_value = right_below or may_be_below(name, "\n".join(each.text for each in lines[start:end]))
        if is_value and written_from(lines, end) < len(lines):
            return end
        start += right_below
    while start < end and (wraps(lines[start - 1], lines[start]) or aside.is_plain_remark(lines[start].text)):
        start += 1
    return start if written_from(lines, start) < len(lines) else first + 1


def may_be_below(name: Line, text: str) -> bool:
    sums_up = name.fields == (Field.SUMMARY,) and len(text.split()) <= MOST_WORDS_OF_SUMMARY
    is_summary = sums_up and aside.SPEECH.search(text) is None
    return is_summary or aside.is_remark(text) or name.separator is Separator.NONE


NUMBER = re.compile(r"\d[\d.,/-]*")


def has_ended(lines: Sequence[Line], index: int, place: int) -> bool:
    """True if the value of a name alone on its line is a number, or indented as this line is not."""
    first = written_from(lines, index + 1)
    if not lines[index].is_bare or place == first:
        return False
    value = lines[first].text
    return NUMBER.fullmatch(value.strip()) is not None or (value[:1].isspace() and not lines[place].text[:1].isspace())


def opens_bracket(line: Line) -> bool:
    return line.is_field and line.text.lstrip().startswith(("[", "(")) and not line.is_bare


WORK_TEXT = re.compile(r"(?:Work|Chapter) Text:?")


def headed(lines: Sequence[Line]) -> Iterator[int]:
    """The places of an archive's headings, such as `Summary`, and of what stands below each, or above `Work Text:`: no
    story starts there. A name with a colon may as well have no value, if no other stands like it.
    """
    start = next((at for at, line in enumerate(lines) if WORK_TEXT.fullmatch(line.stripped)), -1)
    yield from range(start + 1)
    names = (at for at, line in enumerate(lines) if line.is_field and line.is_bare and stands_alone(lines, at))
    gaps = {at: range(at + 1, written_from(lines, at + 1)) for at in names}
    headings = {
        at: gap.stop
        for at, gap in gaps.items()
        if not (lines[gap.stop].is_field or any(lines[place].rules_off for place in gap))
    }
    for at, below in headings.items():
        end = block_end(lines, below)
        is_sure = len(headings) > 1 or lines[at].separator is Separator.NONE
        if is_sure and written_from(lines, end) < len(lines):
            yield from (at, *range(below, end))


# -- the fields of these lines ---------------------------------------------------------------------


def written_in(group: Sequence[Line]) -> Iterator[tuple[FieldName, str]]:
    """The fields of a line with a name, and of the lines its value runs over."""
    if (first := group[0].found) is None:
        return
    apart = ",\n" if lists(group) else "\n"
    value = header.folded("\n".join((first.value, apart.join(field_line.clean(line.text) for line in group[1:]))))
    if opens_bracket(group[0]):
        value = value.removesuffix("]").removesuffix(")")
    for each in field_line.split(replace(first, value=value)):
        if each.fields:
            yield from shared_value.parted(each.fields, tidy(each.fields, each.value))
        elif (other := field_line.other(each)) is not None:
            yield other, each.value


LISTED = frozenset({Field.FANDOM, Field.PAIRING, Field.CHARACTERS, Field.GENRE, Field.WARNINGS})


def lists(group: Sequence[Line]) -> bool:
    """True for names, a line each, below the name of a field that may have several."""
    first, *values = group
    named = first.is_of_archive or not LISTED.isdisjoint(first.fields)
    return first.is_bare and named and not any(GOES_ON.search(each.text) or each.is_told for each in values)


ADDRESS = re.compile(r"(?<!\s)\s*+[<(\[][^<>()\[\]\s@]{1,80}+@[^<>()\[\]\s]{1,80}+[>)\]]")
EMPHASISED = re.compile(r"\A(?P<mark>\*{1,3}|_{1,3})(?P<value>[^*_\s](?:[^*_]*[^*_\s])?)(?P=mark)\Z")

POSTED = re.compile(r"(?:\[(?:personal\sprofile|info)\]\s)?(?P<user>[\w-]+)(?:\sin\s[\w-]+)?", re.IGNORECASE)
"""`[personal profile] ana_b`, `ana_b in harbour_drabbles`."""


def tidy(fields: tuple[Field, ...], value: str) -> str:
    """A value without marks around all of it, and an author's without a mail address and without a site's words."""
    value = EMPHASISED.sub(r"\g<value>", value)
    if fields != (Field.AUTHOR,):
        return value
    posted = POSTED.fullmatch(value)
    return posted["user"] if posted is not None else ADDRESS.sub("", value)

"""The opening of a post: which lines are its header, and where the story starts.

Each function is one rule about what writers do, and knows nothing of the others. `read` puts them together:
believe a header only if it starts with a field; follow it from field to field; see how far the last value
goes; and where that leaves a choice, let the count that the writer declared decide.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.domain import field_line, header, markup, words
from bot.domain.field import OTHER_NAMES, Field
from bot.domain.field_line import FieldLine, Separator
from bot.domain.header import Header
from bot.domain.words import Counts

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
LONGEST_WRAPPED, SHORTEST_WRAPPED = 100, 50
"""Characters of a line that an editor broke."""

LOOKED_AT = 12
"""Written lines that show which separators a writer uses."""

FEWEST_SPREAD = 3
"""Fields that must stand apart before we believe that blank lines say nothing."""

LONGEST_GAP = 40
"""Lines between two fields."""


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    text: str
    found: FieldLine | None

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    @property
    def divides(self) -> bool:
        return self.blank or field_line.is_rule(self.text)

    @property
    def is_field(self) -> bool:
        return self.found is not None and bool(self.found.fields)

    @property
    def is_other(self) -> bool:
        """A header line for certain, though of no field of ours."""
        return (
            self.found is not None
            and self.found.separator is Separator.MARK
            and self.found.name.casefold() in OTHER_NAMES
        )

    @property
    def is_labelled(self) -> bool:
        """`Ana: hello`, or a header line with a name nobody knows."""
        return self.found is not None and self.found.separator is Separator.MARK and self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Opening:
    header: Header
    story: str


def read(text: str) -> Opening:
    whole = text.split("\n")
    lines = [Line(number, line, field_line.read(line)) for number, line in enumerate(whole)]
    separators = trusted(lines)
    lines = closed_up([believed(line, separators) for line in lines])
    first = first_field(lines)
    if first is None:
        return Opening(Header(), text.strip())
    last = last_field(lines, first)
    start = declared_start(lines, first, last, story_start(lines, last))
    story = whole[lines[start].number :] if start < len(lines) else []
    return Opening(header_of(lines[first:start]), "\n".join(story).strip())


# -- what to believe -------------------------------------------------------------------------------


def trusted(lines: Sequence[Line]) -> set[Separator]:
    """The separators this writer uses: a dash or a dot counts if several lines agree."""
    written = [line for line in lines if not line.divides][:LOOKED_AT]
    found = [line.found for line in written if line.found is not None and line.found.fields]
    used = [line.separator for line in found]
    separators = {Separator.MARK}
    if Separator.DASH in used and (len(used) > 1 or Field.TITLE in found[0].fields):
        separators.add(Separator.DASH)
    if used.count(Separator.DOT) > (1 if used[:1] == [Separator.DOT] else 2):
        separators.add(Separator.DOT)
    return separators


def believed(line: Line, separators: set[Separator]) -> Line:
    if line.found is not None and line.found.separator not in separators:
        return Line(line.number, line.text, None)
    return line


def closed_up(lines: list[Line]) -> list[Line]:
    """The lines without the blank ones where those say nothing: pasted from a page, every line has one below."""
    written = [line for line in lines if not line.blank][:LOOKED_AT]
    joined = any(after.number == line.number + 1 for line, after in pairwise(written))
    if joined or sum(line.is_field for line in written) < FEWEST_SPREAD:
        return lines
    return [line for line in lines if not line.blank]


# -- from field to field ---------------------------------------------------------------------------


def first_field(lines: Sequence[Line]) -> int | None:
    """Where the header starts: with a known field, be it below lines of no field of ours; or nowhere."""
    start: int | None = None
    for index, line in enumerate(lines):
        if line.divides:
            continue
        if not line.is_field and not line.is_other:
            return None
        start = index if start is None else start
        if line.is_field:
            return start
    return None


def last_field(lines: Sequence[Line], first: int) -> int:
    """The last line that is a field of the header, going on from field to field.

    A line of no field of ours may be the story's (`Date: 5 May`) when it stands apart from the fields above.
    """
    last = at = first
    seen: set[Field] = set()
    while (following := next_field(lines, at)) is not None:
        seen.update(known(lines[at]))
        if comes_again(lines, at, following, seen):
            break
        at = following
        if lines[at].is_field or last == at - 1:
            last = at
    return last


def known(line: Line) -> tuple[Field, ...]:
    return () if line.found is None else line.found.fields


def comes_again(lines: Sequence[Line], at: int, following: int, seen: set[Field]) -> bool:
    """Whether a field that the header had already stands below prose: then both are the story's."""
    prose = any(not line.divides for line in lines[at + 1 : following])
    return prose and lines[following].is_field and seen.issuperset(known(lines[following]))


def next_field(lines: Sequence[Line], last: int) -> int | None:
    """The next field after one, if only what may stand between two fields lies between.

    Lines such as `Ana: hello` with a gap below them are a story told in dialogue.
    """
    apart = spoken = False
    for index in range(last + 1, min(last + 1 + LONGEST_GAP, len(lines))):
        line = lines[index]
        if line.is_field or line.is_other:
            return None if apart and spoken else index
        if line.divides:
            apart = apart or not is_bare(lines[last]) or index > last + 1
        elif apart or not may_stand_between(lines, last, index):
            return None
        spoken = spoken or line.is_labelled
    return None


def may_stand_between(lines: Sequence[Line], last: int, index: int) -> bool:
    """Whether a line can belong to the field above it when another field follows."""
    line = lines[index]
    return line.is_labelled or is_bare(lines[last]) or runs_on(lines[last]) or wraps(lines[index - 1], line)


def is_bare(line: Line) -> bool:
    """A name whose value comes below."""
    return line.found is not None and not line.found.value


def runs_on(line: Line) -> bool:
    return not PROSE.isdisjoint(known(line))


def wraps(line: Line, following: Line) -> bool:
    """Whether the second line goes on with the first: a small letter, an indent, a line that was full."""
    if line.text.rstrip().endswith(SENTENCE_ENDS) or len(following.text) > LONGEST_WRAPPED:
        return False
    start = following.text[:1]
    return start.islower() or start.isspace() or len(line.text) >= SHORTEST_WRAPPED


# -- from the last field to the story --------------------------------------------------------------


def block_end(lines: Sequence[Line], index: int) -> int:
    """The end of the lines that stand together with this one."""
    return next((end for end in range(index, len(lines)) if lines[end].divides), len(lines))


def written_from(lines: Sequence[Line], index: int) -> int:
    """The first line from here on that says something."""
    return next((start for start in range(index, len(lines)) if not lines[start].divides), len(lines))


def story_start(lines: Sequence[Line], last: int) -> int:
    """Where the story starts by the looks of it."""
    end = block_end(lines, last)
    below = written_from(lines, end)
    if end == last + 1:
        return below
    start = last + 1
    if is_bare(lines[last]):
        start = end if below < len(lines) else last + 2
    while start < end and wraps(lines[start - 1], lines[start]):
        start += 1
    if start < end:
        return start
    return below if below < len(lines) else last + 1


def declared_start(lines: Sequence[Line], first: int, last: int, start: int) -> int:
    """Where the story starts if it is to have as many words as declared; `start` where that does not help."""
    declared = header_of(lines[first : last + 1]).declared_words
    stated = next((index for index in range(first, last + 1) if states_count(lines[index])), last)
    candidates = [start, *possible_starts(lines, stated, last, start)]
    if not declared or len(candidates) == 1:
        return start
    counts = counts_from(lines, candidates)
    fitting = [index for index in candidates if counts[index].ao3 == declared]
    fitting = fitting or [index for index in candidates if counts[index].whitespace == declared]
    return min(fitting, key=lambda index: abs(index - start), default=start)


def states_count(line: Line) -> bool:
    return line.found is not None and any(Field.WORD_COUNT in found.fields for found in field_line.split(line.found))


def possible_starts(lines: Sequence[Line], stated: int, last: int, start: int) -> Iterator[int]:
    """Where else below the stated count a story might start; one may open with `Note: come home`, say."""
    end = block_end(lines, last)
    for index in range(stated + 1, end):
        if not lines[index].divides and (not lines[index].is_field or lines[index - 1].divides):
            yield index
    if is_bare(lines[last]) or end > last + 1:
        yield written_from(lines, end)
    if start < len(lines) and lines[start].is_labelled:
        yield written_from(lines, block_end(lines, start))


def counts_from(lines: Sequence[Line], starts: Sequence[int]) -> dict[int, Counts]:
    """The words from each of these lines to the end."""
    ao3 = whitespace = 0
    counts = dict.fromkeys(starts, Counts(0, 0))
    plain = markup.plain("\n".join(line.text for line in lines)).split("\n")
    for index in range(len(lines) - 1, min(starts) - 1, -1):
        here = words.count(plain[index])
        ao3, whitespace = ao3 + here.ao3, whitespace + here.whitespace
        if index in counts:
            counts[index] = Counts(ao3, whitespace)
    return counts


# -- the header and the story ----------------------------------------------------------------------


def header_of(lines: Sequence[Line]) -> Header:
    fields: list[tuple[Field, str]] = []
    for group in grouped(lines):
        fields += fields_of(group)
    return Header(tuple(fields))


def grouped(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Each field's line with the lines its value runs over."""
    group: list[Line] = []
    for line in lines:
        bare = len(group) == 1 and is_bare(group[0])
        if line.is_field or line.is_other or (line.is_labelled and not bare):
            yield group
            group = [line]
        elif not line.divides:
            group.append(line)
    yield group


def fields_of(group: Sequence[Line]) -> Iterator[tuple[Field, str]]:
    """The fields of one group; a line we have no field for is kept among the notes."""
    if not group or group[0].found is None:
        return
    rest = "".join("\n" + line.text for line in group[1:])
    if not group[0].is_field:
        yield Field.NOTES, header.folded(group[0].text + rest)
        return
    found = [*field_line.split(group[0].found)]
    for each in found[:-1]:
        yield from field_line.shared(each.fields, each.value)
    yield from field_line.shared(found[-1].fields, header.folded(found[-1].value + rest))

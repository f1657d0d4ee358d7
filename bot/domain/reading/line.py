"""The lines of a text, each with its field, if it is a header's line; and the pieces that lines around a story make."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from bot.domain.header import field_line, written_name
from bot.domain.header.field import Field, FieldName, Other
from bot.domain.header.field_line import FieldLine, Separator

LOOKED_AT = 12
"""Written lines that tell which separators a writer uses."""

FEWEST_WORDS_OF_SENTENCE = 8
DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Line:
    number: int = field(compare=False)  # the same line shows the same, wherever it stands
    text: str
    found: FieldLine | None

    blank: bool
    rules_off: bool
    """True if the line is a rule of dashes, stars or the like."""

    @property
    def stripped(self) -> str:
        """Its text without the blanks around it."""
        return self.text.strip()

    @property
    def divides(self) -> bool:
        return self.blank or self.rules_off

    @property
    def name(self) -> str:
        """The name of its field, if it has one; likewise its value, its fields and what parts them."""
        return self.found.name if self.found is not None else ""

    @property
    def value(self) -> str:
        return self.found.value if self.found is not None else ""

    @property
    def separator(self) -> Separator | None:
        return self.found.separator if self.found is not None else None

    @property
    def fields(self) -> tuple[Field, ...]:
        return self.found.fields if self.found is not None else ()

    @property
    def is_field(self) -> bool:
        return bool(self.fields)

    @property
    def is_other(self) -> bool:
        """True if the line is surely a header's, though its name is none of our fields."""
        return self.separator is Separator.MARK and written_name.is_other(self.name)

    @property
    def is_of_archive(self) -> bool:
        """True if the line is a header's even below a gap: no story opens like `Chapters: 1/1`."""
        return written_name.is_of_archive(self.name) and self.is_other and not self.is_told

    @property
    def is_told(self) -> bool:
        """True if the line ends like a sentence."""
        return self.stripped.endswith((".", "!", "?", "”", '"'))

    @property
    def is_sentence(self) -> bool:
        """True for a long sentence without a number, as most lines of a story are: it states no facts."""
        return self.is_told and DIGIT.search(self.text) is None and len(self.text.split()) >= FEWEST_WORDS_OF_SENTENCE

    @property
    def is_labelled(self) -> bool:
        """True for `Ana: hello` and for any header line with a colon."""
        return self.separator is Separator.MARK and self.text[:1].isupper()

    @property
    def is_bare(self) -> bool:
        """True if the line is a name whose value comes below."""
        return self.found is not None and not self.value


class Kind(StrEnum):
    FIELDS = "fields"
    """Lines such as `Title: Rain`."""
    FACTS = "facts"
    """Several values on one line without names: `Rain - PG - Harbour`."""
    MAIL = "mail"
    """What programs write around a text: a mail's headers and what it quotes, where it was posted, and when."""
    TITLE = "title"
    """A title or an author without a label."""
    PLAIN = "plain"
    """Lines that show nothing by themselves: a note without a label."""
    MARK = "mark"
    """A line that tells nothing of the story: marks alone, or that it starts."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The lines from `start` up to `end`, by their places."""

    start: int
    end: int
    kind: Kind
    fields: tuple[tuple[FieldName, str], ...] = ()

    @property
    def names(self) -> set[FieldName]:
        return {name for name, _ in self.fields}


Rule = Callable[[Sequence[Line], int], Piece | None]
"""What begins at a line, by its place."""


class Lines(list[Line]):
    """The lines of a text, with what was found to begin at one."""

    @cached_property
    def known(self) -> dict[tuple[Rule, int], Piece | None]:
        return {}


def once(rule: Rule) -> Rule:
    """The same rule, asked once of each line: each start of a story that is thought of asks for all further stories."""

    def known(lines: Sequence[Line], index: int) -> Piece | None:
        if not isinstance(lines, Lines):
            return rule(lines, index)
        if (rule, index) not in lines.known:
            lines.known[rule, index] = rule(lines, index)
        return lines.known[rule, index]

    return known


def read(text: str) -> Lines:
    """Every line, with its field if it is set in one of the ways that this writer uses."""
    texts = text.split("\n")
    rules = {place for place, each in enumerate(texts) if field_line.is_rule(each)}
    written = [place for place, each in enumerate(texts) if each.strip() and place not in rules]
    top = [field_line.read(field_line.clean(texts[place])) for place in written[:LOOKED_AT]]
    used = trusted([each for each in top if each is not None and each.fields])
    look = field_line.read if Separator.DOT in used else field_line.read_without_dots
    read = {place: look(field_line.clean(texts[place])) for place in written}
    if any(is_sure_heading(each) for place, each in read.items() if place):
        used.add(Separator.NONE)
    found = {place: each for place, each in read.items() if each is not None and each.separator in used}
    return Lines(
        Line(place, each, found.get(place), not each.strip(), place in rules) for place, each in enumerate(texts)
    )


FEWEST_FOR_HEADINGS = 2
"""Labelled fields that make us believe a bare heading, or different headings that make us believe each other."""

FEWEST = {Separator.DASH: 1, Separator.COLUMN: 1, Separator.DOT: 2, Separator.SIGN: 3}
"""Fields parted like this that make us believe them; a sign alone may be an ornament."""

TELLING = {Field.TITLE, Field.DISCLAIMER, Field.NOTES}
"""Fields for which a single line with a dash is enough."""


def trusted(found: Sequence[FieldLine]) -> set[Separator]:
    """The separators that a writer of these fields uses: a colon always, a dash or a dot if several lines agree."""
    used = [each.separator for each in found]
    tells = len(used) > 1 or any(TELLING.intersection(each.fields) for each in found)
    separators = {each for each, fewest in FEWEST.items() if tells and used.count(each) >= fewest} | {Separator.MARK}
    headings = {each.fields for each in found if each.separator is Separator.NONE}
    agree = max(used.count(Separator.MARK), len(headings)) >= FEWEST_FOR_HEADINGS
    return separators | ({Separator.NONE} if agree else set())


def is_sure_heading(found: FieldLine | None) -> bool:
    """True for `Summary` and `Author's Notes`, alone on a line; `Notes` and `Warning` may be a section's title."""
    if found is None or found.separator is not Separator.NONE:
        return False
    return found.fields == (Field.SUMMARY,) or " " in found.name


def block_end(lines: Sequence[Line], index: int, most: int | None = None) -> int:
    """The end of the lines that stand together with this one; at most `most` lines are looked at."""
    stop = len(lines) if most is None else min(len(lines), index + most)
    return next((end for end in range(index, stop) if lines[end].divides), stop)


def stands_alone(lines: Sequence[Line], index: int) -> bool:
    """True if a gap is right below a line, and text below the gap."""
    return index + 1 < len(lines) and lines[index + 1].divides and written_from(lines, index + 1) < len(lines)


def written_from(lines: Sequence[Line], index: int) -> int:
    """The first written line from here on."""
    return next((start for start in range(index, len(lines)) if not lines[start].divides), len(lines))


def last_written(lines: Sequence[Line], start: int, end: int) -> int:
    """The line below the last written one between these."""
    while end > start and lines[end - 1].divides:
        end -= 1
    return end


FIELDS = {each.value: each for each in Field}


def given(match: re.Match[str]) -> Iterator[tuple[FieldName, str]]:
    """What the groups of a pattern give, each called like its field; a `value` is of the field that `name` names."""
    for group, value in match.groupdict().items():
        if value and group != "name":
            yield FIELDS.get(group) or Other((match["name"] if group == "value" else group).capitalize()), value

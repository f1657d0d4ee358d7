"""A header: what a writer says about the story above it."""

import re
from dataclasses import dataclass

from bot.domain import field_line, rating
from bot.domain.field import Field
from bot.domain.field_line import Separator
from bot.domain.rating import Rating

NOTHING = frozenset(
    {
        *("", "no", "nope", "nil", "nothing", "n a", "na", "not applicable", "nada", "zip", "zero"),
        *("none", "none apply", "none needed", "none really", "none at all", "not really", "not any"),
        *("none that i know of", "none i can think of", "none that i can think of", "nothing really"),
        *("nothing at all", "nothing to warn about", "nothing to spoil", "no warnings", "no warning"),
        *("no warnings apply", "no warnings needed", "no archive warnings", "no archive warnings apply"),
        *("no content warnings", "no trigger warnings", "no triggers", "no spoilers", "no spoiler"),
        *("no major spoilers", "no real spoilers"),
    }
)
"""What writers put, in small letters and without its marks, where there is nothing to declare."""

WORDS = re.compile(r"\w+")

SERIES = re.compile(r"(\d{1,6})\s?[x×*]\s?(\d{1,6})\b")
"""`5 x 100`, a series of drabbles."""

NUMBER = re.compile(r"\d{1,3}(?:[,.’']\d{2,3}|[ \u00a0]\d{3}){1,2}(?!\d)|\d{1,9}")
"""A number, its thousands marked or not; a mark before two digits is a slip, and still one number."""


@dataclass(frozen=True, slots=True)
class Header:
    fields: tuple[tuple[Field, str], ...] = ()
    """In order of appearance; a field may come more than once."""

    def get(self, field: Field) -> str | None:
        """The first value of a field that says anything."""
        return next((value for name, value in self.fields if name is field and value.strip()), None)

    @property
    def rating(self) -> Rating:
        return rating.parse(self.get(Field.RATING) or "")

    @property
    def declared_words(self) -> int | None:
        """The count that the writer states."""
        return number_in(self.get(Field.WORD_COUNT) or "")

    @property
    def under_cut(self) -> bool:
        """Whether readers should choose to see the story: something is warned of, or spoiled."""
        return any(field in {Field.WARNINGS, Field.SPOILERS} and declares(value) for field, value in self.fields)


def declares(value: str) -> bool:
    return " ".join(WORDS.findall(value.casefold())) not in NOTHING


def number_in(value: str) -> int | None:
    """The first number of words that a value names."""
    if series := SERIES.search(value):
        return int(series[1]) * int(series[2])
    number = NUMBER.search(value)
    return int(re.sub(r"\D", "", number[0])) if number else None


def folded(value: str) -> str:
    """A value as one line."""
    return " ".join(part for line in value.split("\n") if (part := line.strip()))


def to_lines(header: Header) -> str:
    """The header as `field: value` lines, for a text box and for keeping."""
    return "\n".join(f"{field}: {folded(value)}" for field, value in header.fields)


def from_lines(text: str) -> Header:
    """The header that a text box holds: a line that is no field goes on with the value before it."""
    fields: list[tuple[Field, str]] = []
    for line in text.split("\n"):
        if read := fields_of(line):
            fields += read
        elif fields:
            name, value = fields[-1]
            fields[-1] = (name, folded(f"{value}\n{line}"))
        elif line.strip():
            fields.append((Field.NOTES, line.strip()))
    return Header(tuple(fields))


def strange_lines(text: str) -> list[str]:
    """The lines of a text box that name no field of their own."""
    return [line.strip() for line in text.split("\n") if line.strip() and not fields_of(line)]


def fields_of(line: str) -> list[tuple[Field, str]]:
    """What one line of a text box says: nothing, a field whose value is left as it is, or one for several."""
    read = field_line.read(line)
    if read is None or read.separator is Separator.DOT or not read.fields:
        return []
    if len(read.fields) == 1:
        return [(read.fields[0], read.value)]
    return field_line.shared(read.fields, read.value)

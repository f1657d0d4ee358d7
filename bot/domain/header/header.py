"""A header: the fields that a writer sets above a story, or below it."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from bot.domain.header import field_line, nothing, people, rating, shared_value, stated_count, warning, written_name
from bot.domain.header.field import CAUTIONS, Field, FieldName, Other
from bot.domain.header.field_line import Separator
from bot.domain.header.people import Pairing
from bot.domain.header.rating import Rating
from bot.domain.header.warning import Warnings
from bot.domain.text import conventions, markup, numeral
from bot.domain.text.conventions import Counts

OF_READERS = frozenset(
    {
        *("kudos", "hits", "bookmarks", "views", "likes", "reblogs"),
        *("favs", "favorites", "favourites", "follows", "followers"),
    }
)
"""Names of what readers did."""
FIGURE = re.compile(r"\d[\d.,]*")

RATES = (Field.WARNINGS, Field.SPOILERS, Field.NOTES, Field.GENRE)
"""Fields in which writers also say how a story is rated, as they do in tags and in names of their own."""


BELOW = "[below the story]"
"""Our own line in a header's text, above the fields that stand below the story."""

Fields = tuple[tuple[FieldName, str], ...]


@dataclass(frozen=True, slots=True)
class Header:
    above: Fields = ()
    """The fields above the story, in order of appearance; a field may come more than once."""
    below: Fields = ()
    """The fields below the story, which nobody is to read before it."""

    @property
    def fields(self) -> Fields:
        return (*self.above, *self.below)

    def get(self, field: FieldName) -> str | None:
        """The first value of a field that is not blank."""
        return next((value for name, value in self.fields if name == field and value.strip()), None)

    def beside(self, told: Collection[Field]) -> Fields:
        """The fields above the story without those that are told elsewhere."""
        return tuple(
            (name, value)
            for name, value in self.above
            if value.strip() and (name not in told or self.says_more(name, value))
        )

    def says_more(self, name: FieldName, value: str) -> bool:
        """True for a second title, and for a count with words of its own or another number: no card tells these."""
        match name:
            case Field.TITLE:
                return value != self.get(Field.TITLE)
            case Field.WORD_COUNT:
                return not stated_count.is_without_remark(value) or numeral.first(value) != self.declared_words
            case _:
                return False

    def all(self, field: FieldName) -> list[str]:
        """Every value of a field."""
        return [value for name, value in self.fields if name == field]

    @property
    def rating(self) -> Rating:
        """The highest rating that is stated: if a header states two, the stricter one holds."""
        return max(map(rating.parse, (*self.all(Field.RATING), *self.rated_beside)), default=Rating.NOT_RATED)

    @property
    def rated_beside(self) -> list[str]:
        """The ratings that other fields state. Warnings, a genre and notes may state one (`Warnings: gore, NSFW`), as
        may a sign in a title or a summary, or a title's brackets.
        """
        rates = [value for name, value in self.fields if name in RATES or isinstance(name, Other)]
        said = [part for value in rates for part in rating.said(value)]
        signs = [
            code for name in (Field.TITLE, Field.SUMMARY) for value in self.all(name) for code in rating.codes(value)
        ]
        return [*said, *signs, *(name for title in self.all(Field.TITLE) for name in rating.in_brackets(title))]

    @property
    def unknown_rating(self) -> str | None:
        """A rating on no scale we know, such as `Rating: banana`; None if it says that there is no rating."""
        written = self.get(Field.RATING)
        unread = written is not None and self.rating is Rating.NOT_RATED and not rating.is_none(written)
        return written if unread else None

    @property
    def declared_words(self) -> int | None:
        """The count that the writer states, of several stories the sum."""
        return numeral.first(numeral.added_up(self.get(Field.WORD_COUNT) or ""))

    @property
    def title_words(self) -> Counts:
        return conventions.count(markup.plain(self.get(Field.TITLE) or ""))

    @property
    def warnings(self) -> Warnings:
        return warning.parse("; ".join(self.all(Field.WARNINGS)))

    @property
    def characters(self) -> tuple[str, ...]:
        return people.characters(self.all(Field.CHARACTERS))

    @property
    def pairings(self) -> tuple[Pairing, ...]:
        return people.pairings(self.all(Field.PAIRING))

    @property
    def unsigned(self) -> "Header":
        """The same without its writer's name."""
        return self.where(lambda name, _: name is not Field.AUTHOR)

    @property
    def without_figures(self) -> "Header":
        """The same without what a site counted of its readers."""
        figures = self.figures
        return self.where(lambda name, value: (name, value) not in figures)

    @property
    def figures(self) -> Fields:
        """What a site counted of its readers: `Kudos: 12`, and `Comments: 3` beside it, which is read as a note."""
        found = [(name, value) for name, value in self.fields if FIGURE.fullmatch(value.strip())]
        counted = tuple(each for each in found if isinstance(each[0], Other) and each[0].name.casefold() in OF_READERS)
        return (*counted, *(each for each in found if counted and each[0] is Field.NOTES))

    def where(self, holds: Callable[[FieldName, str], bool]) -> "Header":
        above, below = (tuple(one for one in part if holds(*one)) for part in (self.above, self.below))
        return Header(above, below)

    @property
    def under_cut(self) -> bool:
        """True if the header warns of something or spoils something, so that readers should choose to see the story."""
        return any(field in CAUTIONS and declares(value) for field, value in self.fields)


def declares(value: str) -> bool:
    return not nothing.is_said(value)


def folded(value: str) -> str:
    """A value as one line."""
    return " ".join(part for line in value.split("\n") if (part := line.strip()))


def to_lines(header: Header) -> str:
    """The header as `Field: value` lines, for a text box and for storage."""
    return "\n".join([*lines_of(header.above), *([BELOW] if header.below else []), *lines_of(header.below)])


def lines_of(fields: Fields) -> list[str]:
    return [f"{field.label}: {folded(value)}" for field, value in fields]


def from_lines(text: str) -> Header:
    """The header that a text box holds."""
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if is_below(line)), len(lines))
    return Header(fields_from(lines[:end]), fields_from(lines[end + 1 :]))


def is_below(line: str) -> bool:
    return line.strip().casefold() == BELOW


def fields_from(lines: Sequence[str]) -> Fields:
    """The fields of these lines; a line that is no field goes on with the value before it."""
    fields: list[tuple[FieldName, list[str]]] = []
    for line in lines:
        if read := fields_of(line):
            fields += [(name, [value]) for name, value in read]
        elif fields:
            fields[-1][1].append(line)
        elif line.strip():
            fields.append((Field.NOTES, [line.strip()]))
    return tuple((name, folded("\n".join(parts)) if len(parts) > 1 else parts[0]) for name, parts in fields)


def strange_lines(text: str) -> list[str]:
    """The lines of a text box that name no field we know, a writer's own fields among them."""
    written = [line.strip() for line in text.split("\n") if line.strip() and not is_below(line)]
    return [line for line in written if not is_known(line)]


def is_known(line: str) -> bool:
    read = field_line.written(line)
    return any(isinstance(name, Field) for name, _ in fields_of(line)) or (
        read is not None and written_name.is_other(read.name)
    )


def fields_of(line: str) -> list[tuple[FieldName, str]]:
    """The fields on one line of a text box: none, one with its value unchanged, or several that share a value."""
    read = field_line.written(line)
    if read is None or read.separator is Separator.DOT:
        return []
    if not read.fields:
        other = field_line.other(read)
        return [(other, read.value)] if other is not None else []
    if len(read.fields) == 1:
        return [(read.fields[0], read.value)]
    return shared_value.parted(read.fields, read.value)

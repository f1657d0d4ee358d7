"""A header as a form: boxes to fill in, for writers who have no header to paste.

A box has a field's name and takes one text. A text that the writer does not change stays word for word.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.domain.header import header as headers
from bot.domain.header import shared_value, warning
from bot.domain.header.field import Field, FieldName
from bot.domain.header.header import Fields, Header
from bot.domain.header.rating import Rating
from bot.domain.header.warning import ArchiveWarning

Answers = Mapping[Field, str]

BOXES = 5
"""Boxes that Discord has room for on one page."""

FIRST_PAGE = (Field.TITLE, Field.FANDOM, Field.PAIRING, Field.RATING, Field.WARNINGS)
"""The fields of the first page's boxes; the box of the pairing takes the characters, too."""

PEOPLE = (Field.PAIRING, Field.CHARACTERS)
ASKED_FIRST = frozenset({*FIRST_PAGE, *PEOPLE})

USUAL_ON_SECOND_PAGE = (Field.SUMMARY, Field.NOTES, Field.SPOILERS, Field.WRITTEN_FOR, Field.DISCLAIMER)

NONE_APPLY = "No archive warnings apply"

WARNINGS = {
    "Graphic depictions of violence": ArchiveWarning.VIOLENCE,
    "Major character death": ArchiveWarning.DEATH,
    "Rape/Non-con": ArchiveWarning.NON_CON,
    "Underage sex": ArchiveWarning.UNDERAGE,
    NONE_APPLY: ArchiveWarning.NONE_APPLY,  # and any other wording for nothing to declare
    "Creator chose not to use archive warnings": ArchiveWarning.CHOSE_NOT,
}
"""The box to tick for each of the archive's warnings."""

PART = re.compile(r"[,;|\n]")


def second_page(header: Header, required: Collection[Field]) -> tuple[Field, ...]:
    """The fields of the second page: those that a round requires come first, and of these the missing ones."""
    wanted = [field for field in required if field not in ASKED_FIRST]
    missing = [field for field in wanted if not header.get(field)]
    return tuple(dict.fromkeys((*missing, *wanted, *USUAL_ON_SECOND_PAGE)))[:BOXES]


def shown(header: Header, box: Field) -> str:
    """The text in a box when the form opens."""
    match box:
        case Field.PAIRING:
            return "\n".join(filter(None, (joined(header, field) for field in PEOPLE)))
        case Field.RATING:
            known = header.get(Field.RATING) and not header.unknown_rating
            return rating_name(header.rating) if known else ""  # a rating on no scale is none of the choices
        case Field.WARNINGS:
            return ", ".join(ticked(header))
        case _:
            return joined(header, box)


def filled(header: Header, answers: Answers) -> Header:
    """The header with the answers instead of its old values; fields that were not asked for stay."""
    for box, answer in answers.items():
        if answer.strip() != shown(header, box):
            header = with_answer(header, box, answer)
    return header


def with_answer(header: Header, box: Field, answer: str) -> Header:
    match box:
        case Field.PAIRING:
            return replaced(header, PEOPLE, people(header, answer))
        case Field.WARNINGS:
            return replaced(header, (box,), [(box, warnings(header, answer))])
        case _:
            return replaced(header, (box,), [(box, headers.folded(answer))])


def replaced(header: Header, fields: Collection[FieldName], new: Sequence[tuple[FieldName, str]]) -> Header:
    """The header with new fields in the place of the first old one, or at the end. Empty fields are left out. A field
    from below the story stays below it.
    """
    below = any(field in fields for field, _ in header.below)
    return Header(
        with_new(header.above, fields, [] if below else new), with_new(header.below, fields, new if below else [])
    )


def with_new(old: Fields, fields: Collection[FieldName], new: Sequence[tuple[FieldName, str]]) -> Fields:
    at = next((place for place, (field, _) in enumerate(old) if field in fields), len(old))
    rest = [(field, value) for field, value in old[at:] if field not in fields]
    return (*old[:at], *((field, value) for field, value in new if value), *rest)


def joined(header: Header, field: Field) -> str:
    return "; ".join(filter(None, (headers.folded(value) for name, value in header.fields if name is field)))


def rating_name(found: Rating) -> str:
    """The rating as a header writes it, and as `rating.parse` reads it back."""
    return found.name.replace("_", " ").capitalize()


# -- pairing and characters in one box -------------------------------------------------------------


def people(header: Header, answer: str) -> list[tuple[Field, str]]:
    """`Ana/Ben, Cleo` is a pairing and a character; a line that the writer did not change keeps its field."""
    known = {joined(header, field): field for field in PEOPLE}
    found: dict[Field, list[str]] = {field: [] for field in PEOPLE}
    for line in map(str.strip, answer.split("\n")):
        parts = [line] if line in known else PART.split(line)
        for part in filter(None, map(str.strip, parts)):
            found[known.get(part) or kind(part)].append(part)
    return [(field, ", ".join(parts)) for field, parts in found.items()]


def kind(part: str) -> Field:
    together = "&" in part or shared_value.TOGETHER.search(part) or shared_value.NO_COUPLE.fullmatch(part)
    return Field.PAIRING if together else Field.CHARACTERS


# -- warnings to tick ------------------------------------------------------------------------------


def ticked(header: Header) -> list[str]:
    """The archive's warnings that a header names."""
    found = {each for part in warning_parts(header.all(Field.WARNINGS)) for each in named(part)}
    return [tick for tick, each in WARNINGS.items() if each in found]


def warnings(header: Header, answer: str) -> str:
    """The warnings that are ticked now, and earlier ones that have no tick in the form."""
    chosen = [tick for tick in WARNINGS if tick in answer.split(", ")]
    if len(chosen) > 1:
        chosen = [tick for tick in chosen if tick != NONE_APPLY]
    ticks = {WARNINGS[tick] for tick in chosen}
    before = warning_parts(header.all(Field.WARNINGS))
    return ", ".join([*chosen, *(part for part in before if stays(part, ticks))])


def warning_parts(values: Iterable[str]) -> list[str]:
    return list(filter(None, map(str.strip, warning.BETWEEN.split("; ".join(values)))))


def named(part: str) -> tuple[ArchiveWarning, ...]:
    return warning.parse(part).archive if headers.declares(part) else (ArchiveWarning.NONE_APPLY,)


def stays(part: str, ticks: set[ArchiveWarning]) -> bool:
    """True if a part says more than ticks do, and names no warning whose tick was taken away."""
    found = named(part)
    return not found or (bool(warning.parse(part).free) and ticks.issuperset(found))

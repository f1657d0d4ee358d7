"""A header as a form: boxes to fill in, for writers who have no header to paste.

A box is named by its field and answered by one text. What the writer left as it was shown stays word for word.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.domain.header import field_line, warning
from bot.domain.header import header as headers
from bot.domain.header.field import Field, FieldName
from bot.domain.header.header import Fields, Header
from bot.domain.header.rating import Rating
from bot.domain.header.warning import ArchiveWarning

Answers = Mapping[Field, str]

BOXES = 5
"""As many as Discord has room for on one page."""

FIRST_PAGE = (Field.TITLE, Field.FANDOM, Field.PAIRING, Field.RATING, Field.WARNINGS)
"""The box of the pairing takes the characters too."""

PEOPLE = (Field.PAIRING, Field.CHARACTERS)
ASKED_FIRST = frozenset({*FIRST_PAGE, *PEOPLE})

USUAL_ON_SECOND_PAGE = (Field.SUMMARY, Field.NOTES, Field.SPOILERS, Field.WRITTEN_FOR, Field.DISCLAIMER)

NONE_APPLY = "No archive warnings apply"

WARNINGS = {
    "Graphic depictions of violence": ArchiveWarning.VIOLENCE,
    "Major character death": ArchiveWarning.DEATH,
    "Rape/Non-con": ArchiveWarning.NON_CON,
    "Underage sex": ArchiveWarning.UNDERAGE,
    NONE_APPLY: ArchiveWarning.NONE_APPLY,  # and whatever else says that there is nothing to declare
    "Creator chose not to use archive warnings": ArchiveWarning.CHOSE_NOT,
}
"""What there is to tick for each of the archive's warnings."""

PART = re.compile(r"[,;|\n]")


def second_page(header: Header, required: Collection[Field]) -> tuple[Field, ...]:
    """What a round requires comes first, beginning with what is missing."""
    wanted = [field for field in required if field not in ASKED_FIRST]
    missing = [field for field in wanted if not header.get(field)]
    return tuple(dict.fromkeys((*missing, *wanted, *USUAL_ON_SECOND_PAGE)))[:BOXES]


def shown(header: Header, box: Field) -> str:
    """What a box holds when the form opens."""
    match box:
        case Field.PAIRING:
            return "\n".join(filter(None, (joined(header, field) for field in PEOPLE)))
        case Field.RATING:
            known = header.get(Field.RATING) and not header.unknown_rating
            return rating_name(header.rating) if known else ""  # what no scale knows is none of the choices
        case Field.WARNINGS:
            return ", ".join(ticked(header))
        case _:
            return joined(header, box)


def filled(header: Header, answers: Answers) -> Header:
    """The header with the answers in the place of what was there, and everything that was not asked for."""
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
    """The new fields stand where the first of the old ones stood, or else at the end; empty ones are left out. What one
    of them said below the story is not told above it.
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
    """As it is written in a header, where `rating.parse` reads it back."""
    return found.name.replace("_", " ").capitalize()


# -- pairing and characters in one box -------------------------------------------------------------


def people(header: Header, answer: str) -> list[tuple[Field, str]]:
    """`Ana/Ben, Cleo` is a pairing and a character; a line that was left as it was stays what it was."""
    known = {joined(header, field): field for field in PEOPLE}
    found: dict[Field, list[str]] = {field: [] for field in PEOPLE}
    for line in map(str.strip, answer.split("\n")):
        parts = [line] if line in known else PART.split(line)
        for part in filter(None, map(str.strip, parts)):
            found[known.get(part) or kind(part)].append(part)
    return [(field, ", ".join(parts)) for field, parts in found.items()]


def kind(part: str) -> Field:
    together = "&" in part or field_line.TOGETHER.search(part) or field_line.NO_COUPLE.fullmatch(part)
    return Field.PAIRING if together else Field.CHARACTERS


# -- warnings to tick ------------------------------------------------------------------------------


def ticked(header: Header) -> list[str]:
    """The archive's warnings that a header names."""
    found = {each for part in warning_parts(header.all(Field.WARNINGS)) for each in named(part)}
    return [tick for tick, each in WARNINGS.items() if each in found]


def warnings(header: Header, answer: str) -> str:
    """The warnings that are ticked now, and those that there is nothing to tick for."""
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

"""One value for several fields, such as `Rating/Warnings: PG/none`."""

import re

from bot.domain.header import rating
from bot.domain.header.field import Field, FieldName
from bot.domain.header.rating import Rating

PEOPLE = {Field.PAIRING, Field.CHARACTERS}
TOGETHER = re.compile(r"\S/\S|\bx\b|\s[/×]\s")
"""Marks that tell a couple from a list of people."""

NO_COUPLE = re.compile(r"\W{0,20}+(?:gen|none|n/a|no pairings?)\W*+", re.IGNORECASE)


BETWEEN_VALUES = re.compile(r"\||\s/\s")
BEHIND_FANDOM = re.compile(r"\||\s/\s|;|\s[-–—]\s")
BEHIND_RATING = re.compile(r"[/|,;]|\s[-–—]\s")


def parted(fields: tuple[Field, ...], value: str) -> list[tuple[FieldName, str]]:
    """Each field with its part of a value, or with all of it if the parts cannot be told apart."""
    if PEOPLE.issuperset(fields) and ("|" in value or (len(fields) > 1 and not NO_COUPLE.fullmatch(value))):
        return people([part.strip() for part in value.split("|") if part.strip()])
    if len(fields) == 1:
        return [(fields[0], value)]
    if fields[:1] == (Field.RATING,):
        return rating_first(fields, value)
    between = BEHIND_FANDOM if fields[:1] == (Field.FANDOM,) else BETWEEN_VALUES
    parts = [part.strip() for part in between.split(value)]
    if len(parts) == len(fields):
        return list(zip(fields, parts, strict=True))
    return [(name, value) for name in fields]


def people(parts: list[str]) -> list[tuple[FieldName, str]]:
    """`ana. ben. | ana/ben.`: couples are a pairing, others are characters."""
    found: dict[FieldName, list[str]] = {}
    for part in parts:
        couple = TOGETHER.search(part) or NO_COUPLE.fullmatch(part)
        found.setdefault(Field.PAIRING if couple else Field.CHARACTERS, []).append(part)
    return [(name, " | ".join(values)) for name, values in found.items()]


def rating_first(fields: tuple[Field, ...], value: str) -> list[tuple[FieldName, str]]:
    """`PG/none` for rating and warnings: the part before the first separator, if that is a rating."""
    head, *rest = BEHIND_RATING.split(value, maxsplit=1)
    if rest and rating.parse(head) is not Rating.NOT_RATED:
        return [(fields[0], head.strip()), *((name, rest[0].strip()) for name in fields[1:])]
    return [(name, value) for name in fields]

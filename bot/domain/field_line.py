"""One line of a header, such as `Title: Rain` or `* **Rating** - G`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from bot.domain import field, rating
from bot.domain.field import LONGEST_NAME, Field
from bot.domain.rating import Rating


class Separator(Enum):
    """What parts a name from its value; dashes and dots stand in stories too and need more to be believed."""

    MARK = auto()
    DASH = auto()
    DOT = auto()


@dataclass(frozen=True, slots=True)
class FieldLine:
    """`fields` is empty where the name is none we know."""

    name: str
    fields: tuple[Field, ...]
    value: str
    separator: Separator


LINE = re.compile(
    rf"""
    [ \t]{{0,40}}
    (?:(?:[>•·♛♥★☆✦◦▪–—+]|[*\-](?=\s)|-?\#{{1,3}})[ \t]*)?       # a bullet, a quote, a heading
    (?P<open>[*_~|`]{{0,4}})
    (?P<name>[^\s:：|=.*_~`\[\](][^:：|=.*~`\n]{{0,{LONGEST_NAME}}}?)
    (?P<shut>[*_~|`]{{0,4}})
    [ \t]{{0,10}}
    (?P<separator>:+|：|\||//|=+|\.(?=\s|$)|(?:(?<=\s)-+|[–—]+|-+(?=\s))(?=\s|$))
    (?P<late>[*_~|`]{{0,4}}(?![^\s*_~|`]))?
    [ \t]*
    (?P<value>.*)
    """,
    re.VERBOSE | re.DOTALL,
)

WITHIN = re.compile(r"[;|][ \t]{1,4}(?=([^:;|\n]{1,40}?)[ \t]{0,4}:)")
"""Where a further field may begin in a line that has one."""

RULE = re.compile(r"[\s*~\-_=#+•·♥♡★☆<>^:|/\\—–]{3,}|(?:[xXoO][ \t]?){3,}")
"""A line that only divides: `***`, `~*~`, `-----`."""


def read(line: str) -> FieldLine | None:
    """The name and value of a line that has the form of a field, known or not."""
    match = LINE.fullmatch(line.rstrip())
    if match is None:
        return None
    opened, value = match["open"], match["value"]
    if opened and not match["shut"] and not match["late"]:
        value = value.removesuffix(opened[::-1])
    elif not opened and match["late"]:
        value = match["late"] + value
    fields, separator = field.named(match["name"]), separator_of(match["separator"])
    if separator is not Separator.MARK and not plausible(fields, value):
        return None
    return FieldLine(match["name"].strip(), fields, value.strip(), separator)


def separator_of(mark: str) -> Separator:
    if mark == ".":
        return Separator.DOT
    return Separator.DASH if mark[0] in "-–—" else Separator.MARK


def plausible(fields: tuple[Field, ...], value: str) -> bool:
    """Whether such a value can be: `Words - sharp ones - filled her mouth.` states no count."""
    return fields != (Field.WORD_COUNT,) or not value.strip() or any(map(str.isdecimal, value))


def split(line: FieldLine) -> Iterator[FieldLine]:
    """The fields of a line with several: `Rating: G; Words: 100`."""
    if line.separator is Separator.DOT:
        yield line
        return
    starts = [match for match in WITHIN.finditer(line.value) if field.named(match[1])]
    ends = [match.start() for match in starts] + [len(line.value)]
    yield FieldLine(line.name, line.fields, line.value[: ends[0]].strip(), line.separator)
    for match, end in zip(starts, ends[1:], strict=True):
        further = read(line.value[match.end() : end])
        if further is not None:
            yield further


def is_rule(line: str) -> bool:
    return RULE.fullmatch(line.strip()) is not None


# -- one value for several fields --------------------------------------------------------------

PEOPLE = {Field.PAIRING, Field.CHARACTERS}
TOGETHER = re.compile(r"\S/\S|\bx\b|\s[/×]\s")
"""What tells a couple from a list of people."""

NO_COUPLE = re.compile(r"\W*(?:gen|none|n/a|no pairings?)\W*", re.IGNORECASE)


def shared(fields: tuple[Field, ...], value: str) -> list[tuple[Field, str]]:
    """Each field with its part of a value, or with all of it where nothing says which part is whose."""
    if PEOPLE.issuperset(fields) and ("|" in value or (len(fields) > 1 and not NO_COUPLE.fullmatch(value))):
        return people([part.strip() for part in value.split("|") if part.strip()])
    if len(fields) == 1:
        return [(fields[0], value)]
    if fields[:1] == (Field.RATING,):
        return rating_first(fields, value)
    parts = [part.strip() for part in value.split("|")]
    if len(parts) == len(fields):
        return list(zip(fields, parts, strict=True))
    return [(name, value) for name in fields]


def people(parts: list[str]) -> list[tuple[Field, str]]:
    """`ana. ben. | ana/ben.`: couples are a pairing, others are characters."""
    found: dict[Field, list[str]] = {}
    for part in parts:
        couple = TOGETHER.search(part) or NO_COUPLE.fullmatch(part)
        found.setdefault(Field.PAIRING if couple else Field.CHARACTERS, []).append(part)
    return [(name, " | ".join(values)) for name, values in found.items()]


def rating_first(fields: tuple[Field, ...], value: str) -> list[tuple[Field, str]]:
    """`PG/none` for rating and warnings: the part before the first stroke, when it is a rating."""
    head, *rest = re.split(r"[/|,;]|\s[-–—]\s", value, maxsplit=1)
    if rest and rating.parse(head) is not Rating.NOT_RATED:
        return [(fields[0], head.strip()), *((name, rest[0].strip()) for name in fields[1:])]
    return [(name, value) for name in fields]

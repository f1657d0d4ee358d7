"""What archives say of a story: `Harbour - Rated: T - English - Angst - Words: 100`, `Teen And Up Audiences`."""

import re
from collections.abc import Sequence

from bot.domain.header import field_line, rating, written_name
from bot.domain.header.field import Field, FieldName, Other
from bot.domain.reading import fact, meaning, phrases
from bot.domain.reading.line import Kind, Line, Piece

LONGEST = 400
LISTED = re.compile(
    rf"""(?:(?P<fandom>[^:]{{2,80}}?)(?:\s-\s|,\s))?
    (?:(?:rated|rating):\s(?:fiction\s{{1,3}})?)?(?P<rating>[\w+-]{{1,8}})(?P<mark>\s-\s|,\s)(?P<language>{phrases.any_of("language")})\b
    (?:(?P=mark)(?P<rest>.{{1,300}}))?[\s-]*""",
    re.VERBOSE | re.IGNORECASE,
)
"""A rating and a language, side by side; a fandom may stand in front, and a name before the rating."""
GENRE = re.compile(rf"{fact.GENRE.pattern}|{phrases.any_of('genre of archives')}", re.IGNORECASE)
COMMAS, DASHES = re.compile(r",\s(?!\d{4}\b)"), re.compile(r"\s-\s")
"""What parts the facts; `Jun 3, 2009` is one."""
BETWEEN_GENRES = re.compile(r"\s?[/&]\s?")


def listed(lines: Sequence[Line], index: int) -> Piece | None:
    text = lines[index].text.strip()
    found = LISTED.fullmatch(text) if len(text) <= LONGEST else None
    if found is None or not rating.is_name(found["rating"]):
        return None
    fandom = ((Field.FANDOM, found["fandom"]),) if found["fandom"] else ()
    rated = ((Field.RATING, found["rating"]), (Other("Language"), found["language"]))
    parts = (COMMAS if found["mark"][0] == "," else DASHES).split(found["rest"] or "")
    rest = meaning.meant(kind_of(part.strip()) for part in parts if part.strip())
    return Piece(index, index + 1, Kind.FACTS, (*fandom, *rated, *rest))


def kind_of(part: str) -> tuple[FieldName, str]:
    """A part with its name, a genre, or else people; those in brackets are a couple."""
    named = field_line.read(part)
    name = None if named is None else named.fields[0] if named.fields else field_line.other(named)
    if named is not None and name is not None and (named.fields or written_name.is_other(named.name)):
        return name, named.value
    if all(map(GENRE.fullmatch, BETWEEN_GENRES.split(part))):
        return Field.GENRE, part
    if part.casefold() == "complete":
        return Other("Status"), part
    return (Field.PAIRING if part.startswith("[") else Field.CHARACTERS), part


def is_listing(fields: Sequence[tuple[FieldName, str]]) -> bool:
    """True if these fields are such a line's, or those of several names that only archives have."""
    return sum(isinstance(name, Other) and written_name.is_of_archive(name.name) for name, _ in fields) > 1

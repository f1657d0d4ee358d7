"""Facts on one line, without names: `Rain - PG - Harbour`. Each fact shows by itself which field it is."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from bot.domain.header import field_line, rating, written_name
from bot.domain.header.field import Field, FieldName
from bot.domain.header.rating import Rating
from bot.domain.reading.header_part import Kind, Piece
from bot.domain.reading.line import Line, block_end
from bot.domain.reading.unlabelled import MARKS, MOST_NAMES, author_of, bare, is_short, looks_titled, stands_alone
from bot.domain.text import markup

DASHED = re.compile(r"(?<!\s)(?:\s++(?:[-–—|~•·]|//|::)\s++|\s*+(?:;|(?<!\|)\|(?!\|))\s*+)")
"""The separators between facts; two `|` are Discord's spoiler, and the text between its marks is story."""
IN_BRACKETS = re.compile(r"(?P<title>[^()\[\]]{1,100}+)[(\[](?P<facts>[^()\[\]]{1,200}+)[)\]]\W{0,3}")
LISTED = re.compile(r"[,;|]|\s[-–—]\s")
COUPLE = re.compile(r"\S/\S|\s[x×/]\s|\bgen\b", re.IGNORECASE)
PEOPLE = re.compile(r"\s&\s|\sand\s|\set\s|\sund\s|\by\b|\sи\s")
LONGEST_FACTS = 160


SHARED = re.compile(r"(?P<title>\S.{0,200}?)\s\((?P<words>\d[\d.,]{0,8}\swords?)\)\sby\s(?P<author>\S.{0,100})")
LONGEST_SHARED = 800
"""Characters of such a line, with the addresses that its title and its author may link to."""


def shared(lines: Sequence[Line], index: int) -> Piece | None:
    """`Rain (100 words) by ana`, as the Archive of Our Own offers a story to be shared."""
    text = lines[index].text.strip()
    match = SHARED.fullmatch(markup.plain(text)) if len(text) <= LONGEST_SHARED else None
    if match is None:
        return None
    named = ((Field.TITLE, match["title"]), (Field.WORD_COUNT, match["words"]), (Field.AUTHOR, match["author"]))
    return Piece(index, index + 1, Kind.FACTS, named)


CAUTION = re.compile(
    r"""[\W_]{0,6}(?:(?:cw|tw)\b(?:\s?(?:for\b|[-–—/|]))?|(?:content|trigger)\swarnings?\s(?:for\b|[-–—])
    |warnings?(?:!|\s[-–—])|contains(?=\s(?-i:[a-z]))|⚠\ufe0f?)\s{0,3}(?:\|\|)?[^\W_].{0,90}""",
    re.VERBOSE | re.IGNORECASE,
)
HASHTAGS = re.compile(r"(?:#[\w-]{1,40}[\s,]{0,3}){1,20}")
WORD_OF_TAGS = re.compile(r"[\w-]+")
RATED = re.compile(
    r"""[\W_]{0,4}(?:(?:rated|rating)\s[^\W_][\w+-]{0,11}(?:\sfor\s.{0,60})?|(?:18|21)\+
        |(?:mpaa|fsk|usk|pegi|bbfc)\s?:?\s[^\W_][\w+-]{0,11}|ages?\s?:?\s\d{1,2}\+)[\W_]{0,4}""",
    re.VERBOSE | re.IGNORECASE,
)
"""`rated M`, `18+`, `MPAA: PG`, `Age: 12+`."""


def caution(lines: Sequence[Line], index: int) -> Piece | None:
    """A warning or a rating without a colon, alone on its line; a name below it makes it a title."""
    found = cautioned(lines[index])
    if found is None or index + 1 >= len(lines) or author_of(lines[index + 1].text) is not None:
        return None
    if found[0] is Field.WARNINGS and not stands_alone(lines, index):
        return None
    return Piece(index, index + 1, Kind.FACTS, (found,))


def cautioned(line: Line) -> tuple[Field, str] | None:
    """`CW death`, `⚠️ blood`, `18+`, `rated M`, `Explicit!`: the field of a line that needs no colon."""
    return None if line.is_field or line.divides else caution_in(line.text.strip())


def caution_in(text: str) -> tuple[Field, str] | None:
    if len(text) > LONGEST_FACTS:
        return None
    value = text.strip("[]()*_ ")
    if CAUTION.fullmatch(text):
        return Field.WARNINGS, value
    if HASHTAGS.fullmatch(value) and any(map(rating.is_said, WORD_OF_TAGS.findall(value))):
        return Field.RATING, value
    if is_rated(text) or rating.is_said(text):
        return Field.RATING, value
    return None


def is_rated(text: str) -> bool:
    return RATED.fullmatch(text) is not None and rating.parse(text) is not Rating.NOT_RATED


def may_be_told(line: Line) -> bool:
    """True if a rating reads like a sentence of the story, such as `Explicit.` does."""
    text = line.text.strip()
    return text.endswith(".") and not is_rated(text) and cautioned(line) is not None


BEHIND_TITLE = re.compile(r"[(\[,:|•·~]|(?<=\s)[-–—/](?=\s)")
"""The marks between a title and what readers go by."""
LETTERED = frozenset("|•·~([")
"""Those behind which a letter is a rating."""
IN_FRONT = re.compile(r"[(\[](?P<facts>[^()\[\]]{1,60})[)\]]\s(?P<title>[A-Z][^.!?]{0,60})")
"""`[NSFW] Snow`."""
MOST_BEHIND = 8
"""Marks of a title that are looked behind."""


@lru_cache(maxsize=4096)  # each reading of a text asks for the titles in its story
def titled(text: str) -> tuple[str, tuple[Field, str]] | None:
    """A title, and the rating or warning behind it: `Snow [explicit]`, `Low Tide - NSFW`, `Platform [TW: gore]`."""
    if len(text) > LONGEST_FACTS:
        return None
    text = text.strip(MARKS)
    front = IN_FRONT.fullmatch(text)
    if front is not None and (found := gone_by(front["facts"], may_be_letter=True)) is not None:
        return front["title"], found
    for mark in islice(BEHIND_TITLE.finditer(text), MOST_BEHIND):
        title, rest = bare(text[: mark.start()].rstrip("-–—,:|•·~ ")), text[mark.end() :].strip("()[]-–—*_~ ")
        if not is_unnamed(title):
            continue
        parts = [rest, *map(str.strip, LISTED.split(rest))] if mark[0] in "([" else [rest]
        found = next((each for part in parts if (each := gone_by(part, may_be_letter=mark[0] in LETTERED))), None)
        if found is not None:
            return title, found
    return None


def is_unnamed(title: str) -> bool:
    """True for a title without a name in front, such as `Fic:`."""
    return is_short(title) and looks_titled(title) and ":" not in title and not written_name.named(title)


def gone_by(text: str, *, may_be_letter: bool) -> tuple[Field, str] | None:
    """The rating or the warning that a text is, with its name or without."""
    read = field_line.read(text)
    if read is not None and read.fields in ((Field.RATING,), (Field.WARNINGS,)):
        return read.fields[0], read.value
    if rating.is_name(text) and not text.isdigit() and (may_be_letter or len(text) > 1):
        return Field.RATING, text
    return caution_in(text)


def facts_line(lines: Sequence[Line], index: int) -> Piece | None:
    """`Rain - PG - Harbour`, `"Rain" (Ana/Ben, PG, 100 words)`, with a rating or a count."""
    text = field_line.clean(lines[index].text.strip()).strip("*_ ")
    return listed(lines, index, text) or below_title(lines, index, text)


def below_title(lines: Sequence[Line], index: int, text: str) -> Piece | None:
    found = titled(text) if stands_alone(lines, index) else None
    return None if found is None else Piece(index, index + 1, Kind.FACTS, ((Field.TITLE, found[0]), found[1]))


def listed(lines: Sequence[Line], index: int, text: str) -> Piece | None:
    if len(text) > LONGEST_FACTS or lines[index].is_field:
        return None
    if match := IN_BRACKETS.fullmatch(text):
        parts = [bare(match["title"].rstrip("-–:, \t")), *LISTED.split(match["facts"])]
    else:
        parts = [part for part in DASHED.split(text) if part]
        if len(parts) < 3:
            return None
    fields = told_apart(parts)
    return Piece(index, index + 1, Kind.FACTS, tuple(fields)) if fields else None


def told_apart(parts: Sequence[str]) -> list[tuple[FieldName, str]]:
    """The fields of these facts, if a rating or a count is among them and no field comes twice."""
    fields = sorted_facts(parts)
    names = [name for name, _ in fields]
    return fields if {Field.RATING, Field.WORD_COUNT} & set(names) and len(set(names)) == len(names) else []


def comma_facts(lines: Sequence[Line], index: int) -> Piece | None:
    """`Harbour, Ana & Ben, first frost` with a labelled field right below."""
    parts = [part.strip() for part in lines[index].text.split(",")]
    below = index + 1
    if not (2 <= len(parts) <= 4 and below < len(lines) and lines[below].is_field) or len(lines[index].text) > 100:
        return None
    kinds = [kind_of(part) for part in parts]
    if not any(kinds) or lines[index].text.rstrip().endswith((".", "!", "?")):
        return None
    if len(parts) < 3:
        return None
    rest = iter((Field.FANDOM, Field.PROMPT) if kinds[0] is None else (Field.PROMPT, Field.FANDOM))
    fields = [(kind or next(rest, Field.NOTES), part) for kind, part in zip(kinds, parts, strict=True)]
    return Piece(index, below, Kind.FACTS, tuple(fields))


def sorted_facts(parts: Sequence[str]) -> list[tuple[FieldName, str]]:
    """The fields of these facts: the first is the title, and the first that shows nothing by itself is the fandom."""
    fields: list[tuple[FieldName, str]] = [(Field.TITLE, bare(parts[0]))]
    for part in parts[1:]:
        if kind := kind_of(part):
            fields.append((kind, part.strip()))
        elif Field.FANDOM not in [name for name, _ in fields]:
            fields.append((Field.FANDOM, part.strip()))
        else:
            fields.append((Field.NOTES, part.strip()))
    return fields


def kind_of(part: str) -> Field | None:
    """The field that a value shows by itself."""
    part = part.strip()
    if field_line.count(part) is not None:
        return Field.WORD_COUNT
    if rating.is_name(part) and not part.isdigit():
        return Field.RATING
    if COUPLE.search(part):
        return Field.PAIRING
    return Field.CHARACTERS if PEOPLE.search(part) else None


def facts_below_title(lines: Sequence[Line], index: int) -> Piece | None:
    """A title, and facts without names on the line below it: `Harbour; Ana/Ben; PG; 100 words`."""
    end = block_end(lines, index, 3)
    title = bare(lines[index].text)
    if end != index + 2 or not is_short(title) or len(lines[index + 1].text) > LONGEST_FACTS or lines[index].is_field:
        return None
    parts = [title, *(part for part in LISTED.split(lines[index + 1].text) if part.strip())]
    fields = told_apart(parts)
    return Piece(index, end, Kind.FACTS, tuple(fields)) if fields and len(parts) > MOST_NAMES else None

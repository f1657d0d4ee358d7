"""Ratings and warnings without a name, alone or behind a title: `CW death`, `18+`, `Snow [explicit]`."""

import re
from functools import lru_cache
from itertools import islice

from bot.domain.header import field_line, rating, written_name
from bot.domain.header.field import Field
from bot.domain.header.rating import Rating
from bot.domain.reading import phrases
from bot.domain.reading.line import Line
from bot.domain.reading.title import MARKS, bare, is_short, looks_titled

LONGEST = 160

(WARNING,), (RATED,) = phrases.FORMS["form of a warning"], phrases.FORMS["form of a rating"]
"""`CW: gore`; `rated M`, `18+`, `MPAA: PG`, `Age: 12+`."""
HASHTAGS = re.compile(r"(?:#[\w-]{1,40}[\s,]{0,3}){1,20}")
SAYS_RATED = re.compile(r"\A(?:rated|rating)\s(?=\S)", re.IGNORECASE)


def of_line(line: Line) -> tuple[Field, str] | None:
    """`CW death`, `⚠️ blood`, `18+`, `rated M`, `Explicit!`: the field of a line that needs no colon."""
    return None if line.is_field or line.divides else said(line.stripped)


@lru_cache(maxsize=4096)  # a line is asked once as a header's, and again as a foot's
def said(text: str) -> tuple[Field, str] | None:
    if len(text) > LONGEST:
        return None
    value = text.removeprefix("-# ").strip("[]()*_ ")
    if warns := WARNING.fullmatch(text):
        return Field.WARNINGS, warns["warnings"].rstrip("[]()*_ ")
    is_tagged = HASHTAGS.fullmatch(value) is not None and rating.said(value.replace("#", ",")) != []
    is_rated = RATED.fullmatch(text) is not None and rating.parse(text) is not Rating.NOT_RATED
    if is_tagged or is_rated or rating.is_said(text):
        return Field.RATING, SAYS_RATED.sub("", value)
    return None


def may_be_told(line: Line) -> bool:
    """True if a rating reads like a sentence of the story, such as `Explicit.` does."""
    text = line.stripped
    return text.endswith(".") and rating.is_said(text)


BEHIND_TITLE = re.compile(r"[(\[,:|•·~]|(?<=\s)[-–—/](?=\s)")
"""The marks between a title and what readers go by."""
LETTERED = frozenset("|•·~([")
"""Those behind which a letter is a rating."""
IN_FRONT = re.compile(r"\A[(\[](?P<facts>[^()\[\]]{1,60})[)\]]\s(?P<title>[A-Z][^.!?]{0,60})\Z")
"""`[NSFW] Snow`."""
MOST_BEHIND = 8
"""Marks of a title that are looked behind."""
LISTED = re.compile(r"[,;|]|\s[-–—]\s")


@lru_cache(maxsize=4096)  # each reading of a text asks for the titles in its story
def beside_title(text: str) -> tuple[str, tuple[Field, str]] | None:
    """A title, and the rating or warning behind it: `Snow [explicit]`, `Low Tide - NSFW`, `Platform [TW: gore]`."""
    if len(text) > LONGEST or BEHIND_TITLE.search(text) is None:
        return None
    text = IN_FRONT.sub(r"\g<title> [\g<facts>]", text.strip(MARKS))
    for mark in islice(BEHIND_TITLE.finditer(text), MOST_BEHIND):
        title, rest = bare(text[: mark.start()].rstrip("-–—,:|•·~ ")), text[mark.end() :].strip("()[]-–—*_~ ")
        parts = [rest, *map(str.strip, LISTED.split(rest))] if mark[0] in "([" else [rest]
        for part in parts if is_unnamed(title) else ():
            if found := gone_by(part, may_be_letter=mark[0] in LETTERED):
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
    return said(text)

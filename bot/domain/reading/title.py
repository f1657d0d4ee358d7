"""What a title looks like: short, and its words have capitals as a title's have."""

import re

from bot.domain.header import field_line
from bot.domain.reading import aside, phrases

LONGEST_TITLE, MOST_WORDS_OF_TITLE = 80, 12
SMALL_WORDS = phrases.words("small in titles")
"""Words that a title may write small."""
QUOTES = "\"“”«»„‘’'「」『』"
MARKS = "*_~`#> \t"
ORNAMENT = r"[^\w\s\x00-\x7f“”‘’«»„‹›「」『』…¡¿–—🔞🍋]"
ORNAMENTS = re.compile(rf"\A(?:[*_~#>\s]|{ORNAMENT})++|{ORNAMENT}(?<=[\s*_~#].){ORNAMENT}*+\s*+\Z")
"""Marks and emoji around a line, but for those that rate it."""


def bare(text: str) -> str:
    """A line without the marks and quotes around all of it; speech keeps its quotes."""
    text = ORNAMENTS.sub("", field_line.clean(text).strip()).strip(MARKS)
    if text.startswith("= ") and text.endswith(" ="):
        text = text[2:-2].strip(MARKS)
    inside = text[1:-1]
    if len(text) > 2 and text[0] in QUOTES and text[-1] in QUOTES and not inside.endswith((",", ".", "?", "!", "-")):
        return inside if not set(inside) & set('"“”«»「」') else text
    return text


SPACED_OUT = re.compile(r"(?:\S\s{1,4}){3,40}\S")
"""`L O W   T I D E`."""


def is_short(title: str) -> bool:
    return (
        0 < len(title) <= LONGEST_TITLE
        and (len(title.split()) <= MOST_WORDS_OF_TITLE or SPACED_OUT.fullmatch(title) is not None)
        and any(map(str.isalpha, title))
        and not aside.ends_story(title)
        and not (title[0] in QUOTES and title[-1] in QUOTES)
    )


PART = re.compile(
    r"[\s,:(-]{1,4}(?:part|chapter|episode|book)\s(?:\d{1,3}|[ivx]{1,5}|one|two|three|four|five)(?:\s?(?:of|/)\s?\d{1,3})?\)?$",
    re.IGNORECASE,
)
"""`, part 1 of 3` behind a title."""


def looks_titled(title: str) -> bool:
    """True if the words of a line have capitals as a title's have."""
    title = PART.sub("", title)
    words = [word.strip(QUOTES + "()[]…-–:!?*_") for word in title.split()]
    words = [word for word in words if word and word[0].isalpha()]
    capitals = all(word[0].isupper() or word in SMALL_WORDS for word in words)
    return capitals and bool(words) and words[0][0].isupper() and "," not in title


MOST_WORDS_OF_LISTED = 4


def is_listed(title: str) -> bool:
    """True for `Tuesday, As Always` and `Tuesday, as always`, which read like titles and not like speech."""
    first, _, rest = title.partition(", ")
    plain = looks_titled(first) and set(title).isdisjoint('"“”«»:')
    small = rest.partition(" ")[0] in SMALL_WORDS and len(title.split()) <= MOST_WORDS_OF_LISTED
    return plain and (small or looks_titled(title.replace(", ", " ")))

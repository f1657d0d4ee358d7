"""The sections of a story. Scene breaks part them: lines of marks alone, lines of letters drawn like marks, and the
headers of stories inside it. Titles and headers of sections are not counted.
"""

import re
import unicodedata
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.domain.reading import drabble

SPOKEN = frozenset(".…?!¿¡,;:'’‘‚\"“”„()[]«»‹›`|>")
"""Marks of speech or of Discord: a line of these alone is no break."""

DRAWN = (frozenset("oO0"), frozenset("xX"), frozenset("xo"))
"""Letters that make a line like `oOo`, `o0o` or `xXx`."""

NUMBER = re.compile(
    r"""
    [*_]{0,3}(?:part\s)?
    (?:[(\[](?P<shut>\d{1,2}|[ivx]{1,5})[)\]]
      | \#(?P<hash>\d{1,2})[.:)]?
      | (?P<open>\d{1,2}|[ivx]{1,5})(?:
            /\d{1,2}[.:)]? | \\?[.:)]  # Discord's writers put a backslash where it would make a list
          | (?=[*_]{0,3}[ \t]?[-–—|•·][*_]{0,3}[ \t]) | (?<=[*_]\d)(?=[*_]) | (?<=[*_]\d\d)(?=[*_])
        )
    )
    [*_]{0,3}(?:[ \t]?[-–—|•·])?[*_]{0,3}[ \t]{1,3}(?=\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""`1) `, `I. `, `#1 `, `1 - `, `**1** `, before a section's first words."""
ORDERS = [*map(str, range(1, 100))], ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]


def sections(story: str) -> tuple[str, ...]:
    """The text of each section; breaks side by side, or at an edge, part nothing."""
    return laid_out(story).texts


def counted(story: str) -> str:
    """The story without its sections' titles, headers and numbers."""
    layout = laid_out(story)
    return "\n".join(line for place, line in enumerate(layout.lines) if place not in layout.headings)


def naming(story: str) -> list[str]:
    """The lines and numbers that name the sections: they are posted and not counted."""
    layout = laid_out(story)
    names = layout.numbers | {place: layout.lines[place] for place in layout.headings}
    return [name for place in sorted(names) if (name := names[place].strip()) and not is_break(name)]


@dataclass(frozen=True, slots=True)
class Layout:
    lines: Sequence[str]
    """The story's lines without its sections' numbers; all else is told by their places."""
    headings: AbstractSet[int]
    """The lines of the sections' titles and headers."""
    texts: tuple[str, ...]
    """The text of each section."""
    numbers: dict[int, str]
    """The section's number that stood before a line's words."""


@lru_cache(maxsize=8)  # while a draft is judged, the same story is asked for its words again and again
def laid_out(story: str) -> Layout:
    """How breaks part a story. Where nothing else does, numbers part drabbles; those of a list are words of it."""
    lines, headings = story.split("\n"), header_lines(story)
    breaks = headings | {place for place, line in enumerate(lines) if is_break(line)}
    layout = unnumbered(lines, headings, parted(lines, breaks))
    if len(layout.texts) != 1:
        return layout
    below_gaps = {place for place, line in enumerate(lines) if NUMBER.match(line) and not lines[place - 1].strip()}
    drabbles = unnumbered(lines, headings, parted(lines, breaks, below_gaps))
    return drabbles if drabbles.numbers and drabble.are_of_a_form(drabbles.texts) else layout


def parted(lines: Sequence[str], breaks: AbstractSet[int], starts: AbstractSet[int] = frozenset()) -> list[list[int]]:
    """The lines between these, as far as any are written: without the breaks, but with each start."""
    edges = sorted({0, *breaks, *starts, len(lines)})
    parts = ([place for place in range(*each) if place not in breaks] for each in pairwise(edges))
    return [part for part in parts if any(lines[place].strip() for place in part)]


def unnumbered(lines: Sequence[str], headings: AbstractSet[int], bodies: Sequence[Sequence[int]]) -> Layout:
    """These sections without the number before the first words of each, if they are numbered from one on."""
    starts = [next(place for place in body if lines[place].strip()) for body in bodies]
    found = [match for place in starts if (match := NUMBER.match(lines[place]))]
    said = [str(match[match.lastgroup or 0]).casefold() for match in found]
    in_order = len(bodies) > 1 and said in [order[: len(bodies)] for order in ORDERS]
    numbers = {place: match[0] for place, match in zip(starts, found, strict=True)} if in_order else {}
    words = [line.removeprefix(numbers.get(place, "")) for place, line in enumerate(lines)]
    return Layout(words, headings, tuple("\n".join(words[at] for at in body).strip() for body in bodies), numbers)


def header_lines(story: str) -> set[int]:
    """The lines of further stories' headers, which break as marks do."""
    from bot.domain.reading import heading, line  # noqa: PLC0415 - all the rules of the reader, for the first text that comes

    lines = line.read(story)
    headers = heading.headers(lines, 0)
    return {number for piece in headers for number in range(heading.closed_from(lines, piece), piece.end)}


def is_break(line: str) -> bool:
    """True for a line of marks alone, and for a pattern of the `DRAWN` letters, the same from either end."""
    bare = "".join(line.replace("\\", "").split())  # the backslash before a mark is Discord's
    marked = bare != "" and all(unicodedata.category(each)[0] in "PSM" and each not in SPOKEN for each in bare)
    drawn = bare.strip("*~-–—=_.·•")
    is_drawn = len(drawn) >= 3 and drawn == drawn[::-1] and any(letters.issuperset(drawn) for letters in DRAWN)
    return marked or is_drawn

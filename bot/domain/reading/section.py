"""The sections of a story. Scene breaks part them: lines of marks alone, lines of letters drawn like marks, and the
headers of stories inside it. Titles and headers of sections are not counted.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.reading import drabble

SPOKEN = frozenset(".…?!¿¡,;:'’‘‚\"“”„()[]«»‹›`|>")
"""Marks of speech or of Discord: a line of these alone is no break."""

DRAWN = (frozenset("oO0"), frozenset("xX"), frozenset("xo"))
"""Letters that make a line like `oOo`, `o0o` or `xXx`."""


def sections(story: str) -> tuple[str, ...]:
    """The text of each section; breaks side by side, or at an edge, part nothing."""
    lines, layout = story.split("\n"), laid_out(story)
    return tuple("\n".join(layout.unnumbered(lines, part)).strip() for part in layout.bodies)


def counted(story: str) -> str:
    """The story without its sections' titles, headers and numbers."""
    lines, layout = story.split("\n"), laid_out(story)
    return "\n".join(layout.unnumbered(lines, [place for place in range(len(lines)) if place not in layout.headings]))


def naming(story: str) -> list[str]:
    """The lines and numbers that name the sections: they are posted and not counted."""
    layout = laid_out(story)
    beside, numbers = layout.headings, layout.numbers
    named = (
        line.strip() if number in beside else numbers.get(number, "").strip()
        for number, line in enumerate(story.split("\n"))
    )
    return [line for line in named if line and not is_break(line)]


@dataclass(frozen=True, slots=True)
class Layout:
    """The line numbers of each section, and those of the sections' titles and headers; and the section's number that
    stands before a line's words.
    """

    bodies: tuple[Sequence[int], ...]
    headings: frozenset[int]
    numbers: Mapping[int, str]

    def unnumbered(self, lines: Sequence[str], places: Iterable[int]) -> Iterator[str]:
        return (lines[place].removeprefix(self.numbers.get(place, "")) for place in places)


@lru_cache(maxsize=8)  # while a draft is judged, the same story is asked for its words again and again
def laid_out(story: str) -> Layout:
    lines = story.split("\n")
    headers = header_lines(story)
    parts = between_breaks(lines, headers)
    bodies, numbers = numbered(lines, parts)
    return Layout(tuple(bodies), frozenset(headers), numbers)


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
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def numbered(lines: Sequence[str], parts: Sequence[Sequence[int]]) -> tuple[Sequence[Sequence[int]], dict[int, str]]:
    """The sections, and the number before the first words of each, if they are numbered from one on. Where nothing else
    parts them, numbers part drabbles; those of a list are words of it.
    """
    whole = parts
    parts = parted(lines, whole[0]) if len(whole) == 1 else whole
    starts = [next(place for place in part if lines[place].strip()) for part in parts]
    found = [match for place in starts if (match := NUMBER.match(lines[place]))]
    numbers = {place: match[0] for place, match in zip(starts, found, strict=False)}
    said = [str(match[match.lastgroup or 0]).casefold() for match in found]
    in_order = said in ([str(number + 1) for number in range(len(starts))], [*ROMAN[: len(starts)]])
    if len(starts) < 2 or not in_order or (len(whole) == 1 and not are_drabbles(lines, parts, numbers)):
        return whole, {}
    return parts, numbers


def parted(lines: Sequence[str], part: Sequence[int]) -> list[list[int]]:
    """The lines from one number below a gap to the next."""
    found: list[list[int]] = [[]]
    for place in part:
        below_gap = NUMBER.match(lines[place]) and not lines[place - 1].strip()
        if below_gap and any(lines[above].strip() for above in found[-1]):
            found.append([])
        found[-1].append(place)
    return found


def are_drabbles(lines: Sequence[str], parts: Sequence[Sequence[int]], numbers: Mapping[int, str]) -> bool:
    texts = ["\n".join(lines[place].removeprefix(numbers.get(place, "")) for place in part) for part in parts]
    return drabble.are_of_a_form(texts)


def header_lines(story: str) -> set[int]:
    """The lines of further stories' headers, which break as marks do."""
    from bot.domain.reading import heading, line  # noqa: PLC0415 - all the rules of the reader, for the first text that comes

    lines = line.read(story)
    headers = heading.headers(lines, 0)
    return {number for piece in headers for number in range(heading.closed_from(lines, piece), piece.end)}


def between_breaks(lines: Sequence[str], headers: AbstractSet[int]) -> list[list[int]]:
    found: list[list[int]] = [[]]
    for number, line in enumerate(lines):
        if number in headers or is_break(line):
            found.append([])
        else:
            found[-1].append(number)
    return [part for part in found if any(lines[number].strip() for number in part)]


def is_break(line: str) -> bool:
    bare = "".join(line.replace("\\", "").split())  # the backslash before a mark is Discord's
    return bool(bare) and (is_marks(bare) or is_drawn(bare.strip("*~-–—=_.·•")))


def is_marks(bare: str) -> bool:
    return all(unicodedata.category(each)[0] in "PSM" and each not in SPOKEN for each in bare)


def is_drawn(bare: str) -> bool:
    """True if a line is a pattern of the `DRAWN` letters, the same from either end."""
    return len(bare) >= 3 and bare == bare[::-1] and any(letters.issuperset(bare) for letters in DRAWN)

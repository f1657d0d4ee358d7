"""The sections of a story. Scene breaks part them: lines of marks alone, lines of letters drawn like marks, and the
headers of stories inside it. Titles and headers of sections are not counted.
"""

import unicodedata
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

SPOKEN = frozenset(".…?!¿¡,;:'’‘‚\"“”„()[]«»‹›`|>")
"""Marks of speech or of Discord: a line of these alone is no break."""

DRAWN = (frozenset("oO0"), frozenset("xX"), frozenset("xo"))
"""Letters that make a line like `oOo`, `o0o` or `xXx`."""


def sections(story: str) -> tuple[str, ...]:
    """The text of each section; breaks side by side, or at an edge, part nothing."""
    lines = story.split("\n")
    return tuple("\n".join(lines[number] for number in part).strip() for part in laid_out(story).bodies)


def counted(story: str) -> str:
    """The story without its sections' titles and headers."""
    beside = laid_out(story).headings
    if not beside:
        return story
    return "\n".join(line for number, line in enumerate(story.split("\n")) if number not in beside)


def naming(story: str) -> list[str]:
    """The lines that name the sections: they are posted and not counted."""
    beside = laid_out(story).headings
    named = (line.strip() for number, line in enumerate(story.split("\n")) if number in beside)
    return [line for line in named if line and not is_break(line)]


@dataclass(frozen=True, slots=True)
class Layout:
    """The line numbers of each section, and those of the sections' titles and headers."""

    bodies: tuple[Sequence[int], ...]
    headings: frozenset[int]


@lru_cache(maxsize=8)  # while a draft is judged, the same story is asked for its words again and again
def laid_out(story: str) -> Layout:
    lines = story.split("\n")
    headers = header_lines(story)
    parts = between_breaks(lines, headers)
    bodies = untitled(lines, parts)
    titles = {number for part, body in zip(parts, bodies, strict=True) for number in set(part) - set(body)}
    return Layout(tuple(bodies), frozenset(headers | titles))


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


def untitled(lines: Sequence[str], parts: Sequence[list[int]]) -> Sequence[list[int]]:
    """The sections without their titles, if all have one; or if all but the first have one, and all have equally many
    words.
    """
    bodies = [without_title(lines, part) for part in parts]
    titled = [part != body for part, body in zip(parts, bodies, strict=True)]
    lengths = {sum(len(lines[number].split()) for number in body) for body in bodies}
    are_titles = len(parts) > 1 and all(titled[1:]) and (titled[0] or len(lengths) == 1)
    return bodies if are_titles else parts


def without_title(lines: Sequence[str], part: list[int]) -> list[int]:
    from bot.domain.reading import heading  # noqa: PLC0415 - likewise

    written = [number for number in part if lines[number].strip()]
    stands_alone = len(written) > 1 and written[1] > written[0] + 1
    return part[part.index(written[1]) :] if stands_alone and heading.is_title(lines[written[0]]) else part


def is_break(line: str) -> bool:
    bare = "".join(line.replace("\\", "").split())  # the backslash before a mark is Discord's
    return bool(bare) and (is_marks(bare) or is_drawn(bare.strip("*~-–—=_.·•")))


def is_marks(bare: str) -> bool:
    return all(unicodedata.category(each)[0] in "PSM" and each not in SPOKEN for each in bare)


def is_drawn(bare: str) -> bool:
    """True if a line is a pattern of the `DRAWN` letters, the same from either end."""
    return len(bare) >= 3 and bare == bare[::-1] and any(letters.issuperset(bare) for letters in DRAWN)

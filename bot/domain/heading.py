"""Headings inside a text: the header above a second story, the titles above the sections of one."""

import re
from collections.abc import Sequence

from bot.domain import field_name, foot, opening, remark, unlabelled
from bot.domain.field import Field
from bot.domain.line import Line, written_from
from bot.domain.piece import Piece

FEWEST_WORDS = 20
"""Above a header inside a text, and below it, where each is a story of its own."""

MOST_WORDS_OF_ONE = 12
"""Of a title or a prompt."""

OPENING = (Field.TITLE, Field.PROMPT)
"""Fields of which one alone opens another story; of others it takes two."""

NUMBERED = re.compile(
    r"""[\W_]{0,6}(?:(?:part|chapter|section|drabble|scene|day)\s)?
    (?:\#?\d{1,3}|[ivxl]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)
    (?:\s?[-–:.)]\s?.{0,80})?[\W_]{0,6}""",
    re.VERBOSE | re.IGNORECASE,
)
"""`2. Harbour`, `Part Two`, `III`."""


def headers(lines: Sequence[Line], start: int) -> tuple[Piece, ...]:
    """The headers of further stories below the one that starts here."""
    found: list[Piece] = []
    since, index = start, start + 1
    while index < len(lines):
        piece = header_at(lines, index, since)
        if piece is None:
            index += 1
        else:
            found.append(piece)
            since = index = written_from(lines, piece.end)
    return tuple(found)


def header_at(lines: Sequence[Line], index: int, since: int) -> Piece | None:
    if not lines[index].is_field or not lines[index - 1].divides or closes(lines[index]):
        return None
    piece = opening.fields(lines, index, broken=False)
    if piece is None or not opens_story(piece):
        return None
    return piece if tells(lines[since:index]) and tells(lines[piece.end :]) else None


def opens_story(piece: Piece) -> bool:
    """Whether a writer begins another story like this: a title or a prompt, or several fields."""
    if any(remark.is_told(value) for _, value in piece.fields):
        return False
    if any(name in OPENING and is_short(value) for name, value in piece.fields):
        return True
    return len({name for name, _ in piece.fields if isinstance(name, Field) and not field_name.is_weak(name)}) > 1


def is_short(value: str) -> bool:
    """Whether a title or a prompt can be such, rather than a sentence of the story."""
    words = len(value.split())
    return 0 < words <= MOST_WORDS_OF_ONE and not (words > 2 and value.rstrip().endswith("."))


def tells(lines: Sequence[Line]) -> bool:
    """Whether there is enough here for a story."""
    words = 0
    for line in lines:
        words += 0 if line.is_field else len(line.text.split())
        if words >= FEWEST_WORDS:
            return True
    return False


def closed_from(lines: Sequence[Line], header: Piece) -> int:
    """Where the foot of the story above a header begins: its note, its count, a rule."""
    index = header.start
    while index > 1 and (lines[index - 1].divides or closes(lines[index - 1])):
        index -= 1
    return index


def closes(line: Line) -> bool:
    return foot.is_plain_foot(line) or foot.is_tally(line)


def is_title(line: str) -> bool:
    """Whether a line that stands alone is set as a section's title is."""
    if NUMBERED.fullmatch(line[: unlabelled.LONGEST_TITLE]):
        return True
    title = unlabelled.bare(line)
    if not unlabelled.is_short(title) or title.endswith((".", ",", ";", ":", "!", "?")):
        return False
    return title != line.strip() or unlabelled.looks_titled(title)

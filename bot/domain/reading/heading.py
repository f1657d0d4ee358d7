"""Headings inside a text: the header above a second story, the titles above the sections of one."""

import re
from collections.abc import Sequence

from bot.domain.header import field_name
from bot.domain.header.field import Field
from bot.domain.reading import afterword, aside, opening, unlabelled
from bot.domain.reading.header_part import Kind, Piece
from bot.domain.reading.line import Line, written_from
from bot.domain.text import markup, word_rule, words

FEWEST_WORDS = 20
"""Above a header inside a text, and below it, where each is a story of its own."""

LOOKED_AT = 60
"""Lines in which so many have to be."""

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
    return tuple(found) or drabbles(lines, start)


DRABBLES = frozenset(rule.low for rule in word_rule.FORMS if rule.low == rule.high)
MOST_DRABBLES = 20


def drabbles(lines: Sequence[Line], start: int) -> tuple[Piece, ...]:
    """Where further ones begin that a rule alone parts: each has the same number of words, which is a form's."""
    breaks = [place for place in range(start, len(lines)) if lines[place].rules_off]
    if not 0 < len(breaks) <= MOST_DRABBLES:
        return ()
    starts = [start, *(written_from(lines, place) for place in breaks)]
    ends = [*breaks, next((place for place in range(starts[-1], len(lines)) if closes(lines[place])), len(lines))]
    texts = ("\n".join(line.text for line in lines[begin:end]) for begin, end in zip(starts, ends, strict=True))
    numbers = {words.count(markup.plain(text)).ao3 for text in texts}
    if len(numbers) != 1 or numbers.isdisjoint(DRABBLES):
        return ()
    return tuple(Piece(place, place + 1, Kind.MARK) for place in breaks)


def header_at(lines: Sequence[Line], index: int, since: int) -> Piece | None:
    if not lines[index].is_field or not lines[index - 1].divides or closes(lines[index]):
        return None
    if not tells(lines[max(since, index - LOOKED_AT) : index]):
        return None
    piece = opening.fields(lines, index, broken=False)
    if piece is None or not opens_story(piece):
        return None
    return piece if tells(lines[piece.end : piece.end + LOOKED_AT]) else None


def opens_story(piece: Piece) -> bool:
    """Whether a writer begins another story like this: a title or a prompt, or several fields."""
    if any(aside.is_told(value) for _, value in piece.fields):
        return False
    if any(name in OPENING and is_short(value) for name, value in piece.fields):
        return True
    return len({name for name, _ in piece.fields if isinstance(name, Field) and not field_name.is_weak(name)}) > 1


def is_short(value: str) -> bool:
    """Whether a title or a prompt can be such, rather than a sentence of the story."""
    length = len(value.split())
    return 0 < length <= MOST_WORDS_OF_ONE and not (length > 2 and value.rstrip().endswith("."))


def tells(lines: Sequence[Line]) -> bool:
    """Whether there is enough here for a story."""
    return sum(len(line.text.split()) for line in lines if not line.is_field) >= FEWEST_WORDS


def closed_from(lines: Sequence[Line], header: Piece) -> int:
    """Where the foot of the story above a header begins: its note, its count, a rule."""
    index = header.start
    while index > 1 and (lines[index - 1].divides or closes(lines[index - 1])):
        index -= 1
    return index


def closes(line: Line) -> bool:
    return afterword.is_plain_foot(line) or afterword.is_tally(line)


def is_title(line: str) -> bool:
    """Whether a line that stands alone is set as a section's title is."""
    if NUMBERED.fullmatch(line[: unlabelled.LONGEST_TITLE]):
        return True
    title = unlabelled.bare(line)
    if not unlabelled.is_short(title) or title.endswith((".", ",", ";", ":", "!", "?")):
        return False
    return title != line.strip() or unlabelled.looks_titled(title)

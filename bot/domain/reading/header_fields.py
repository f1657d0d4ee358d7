"""The fields that stand above a story and below it."""

from collections.abc import Iterator, Sequence

from bot.domain.header import form, header
from bot.domain.header.field import Field, FieldName
from bot.domain.header.header import Fields, Header
from bot.domain.reading import afterword, labelled
from bot.domain.reading.header_part import Kind, Piece
from bot.domain.reading.line import Line
from bot.domain.text import numeral

Values = Sequence[tuple[FieldName, str]]

NEAREST_FIRST = ((Kind.FIELDS,), (Kind.FACTS, Kind.TITLE, Kind.BYLINE), (Kind.MAIL,))
"""The sources of a title and an author, the most believed first: a label, a line that stands alone, a mail's headers.
"""

ONLY_ONE = (Field.TITLE, Field.AUTHOR)

OF_ITS_OWN = frozenset({Field.TITLE, Field.WORD_COUNT, Field.SUMMARY, Field.NOTES})
"""Fields that a story's header states of that story alone."""


NEVER_BELOW = afterword.GONE_BY.union(ONLY_ONE, {Field.WORD_COUNT})
"""Fields that are shown above a story wherever they were written."""


def header_of(above: Fields, lines: Sequence[Line], end: int) -> Header:
    """The header of a story that ends there: these fields above it, and the fields of its foot."""
    names = {name for name, _ in above}
    found = [(name, header.folded(value)) for name, value in afterword.fields_from(lines, end)]
    found = [(name, value) for name, value in found if name not in names or name not in ONLY_ONE]
    up = [each for each in found if each[0] in NEVER_BELOW]
    return Header((*above, *up), tuple(each for each in found if each not in up))


def fields(lines: Sequence[Line], pieces: Sequence[Piece], start: int) -> Fields:
    """The fields above a story that starts there."""
    used = [piece for piece in above(lines, pieces, start) if piece.fields]
    found: list[tuple[FieldName, str]] = []
    for place, piece in enumerate(used):
        if continues(used, place):
            name, value = found[-1]
            found[-1] = (name, header.folded(f"{value}\n{piece.fields[0][1]}"))
        else:
            found += [each for each in piece.fields if each not in found]
    return tuple((name, header.folded(value)) for name, value in resolved(found, used))


def of_further_story(first: Fields, own: Piece) -> Fields:
    """The fields of a further story: its own, and those of the first header that hold for both."""
    names = {name for name, _ in own.fields}
    if not names:
        return first
    shared = [(name, value) for name, value in first if name not in names and name not in OF_ITS_OWN]
    return (*((name, header.folded(value)) for name, value in own.fields), *shared)


def added_up(found: Header, inside: Sequence[str], stories: int) -> Header:
    """The header of several stories; if each states its count, this header states the sum."""
    stated = [*found.all(Field.WORD_COUNT), *inside]
    numbers = [number for number in map(numeral.first, stated) if number is not None]
    if stories == 1 or not len(numbers) == len(stated) == stories:
        return found
    total = f"{sum(numbers)} ({'; '.join(map(header.folded, stated))})"
    return form.replaced(found, (Field.WORD_COUNT,), [(Field.WORD_COUNT, total)])


def above(lines: Sequence[Line], pieces: Sequence[Piece], start: int) -> Iterator[Piece]:
    """The pieces above a start. A value that reaches beyond it ends there; one that ended too early goes on to it."""
    for place, piece in enumerate(pieces):
        below = pieces[place + 1].start if place + 1 < len(pieces) else start
        if piece.kind is Kind.FIELDS and (piece.start < start < piece.end or goes_on(lines, piece, below, start)):
            yield Piece(piece.start, start, Kind.FIELDS, labelled.header_of(lines[piece.start : start]).fields)
        elif piece.end <= start:
            yield piece
    if pieces and (rest := unread(lines, pieces[-1].end, start)):
        yield Piece(pieces[-1].end, start, Kind.REMARK, ((Field.NOTES, rest),))


def goes_on(lines: Sequence[Line], piece: Piece, below: int, start: int) -> bool:
    """True if the last value goes on to the story without a gap."""
    return piece.end < below == start and not any(each.divides for each in lines[piece.end - 1 : below])


def unread(lines: Sequence[Line], end: int, start: int) -> str:
    """The text between the header and a story that starts farther down, if a gap parts them."""
    if not any(each.divides for each in lines[end - 1 : start]):
        return ""
    return header.folded("\n".join(each.text for each in lines[end:start] if not each.divides))


def continues(pieces: Sequence[Piece], place: int) -> bool:
    """True if prose goes on with a long value above it, or a remark with the notes above it."""
    if not place or pieces[place - 1].kind is not Kind.FIELDS:
        return False
    last, kind = pieces[place - 1].fields[-1][0], pieces[place].kind
    if pieces[place].fields[0][0] is not Field.NOTES:
        return False
    return (kind is Kind.LEAD and last in labelled.PROSE) or (kind is Kind.REMARK and last is Field.NOTES)


def resolved(found: Values, pieces: Sequence[Piece]) -> list[tuple[FieldName, str]]:
    """The fields, with title and author only from the source that is believed most."""
    kept = list(found)
    for name in ONLY_ONE:
        ranked = [
            [value for each, value in piece.fields if each is name]
            for kinds in NEAREST_FIRST
            for piece in pieces
            if piece.kind in kinds
        ]
        best = next((values for values in ranked if values), None)
        if best is not None:
            kept = [(each, value) for each, value in kept if each is not name or value in best]
    return kept

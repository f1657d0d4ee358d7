"""The reader: where a text's story may start and end, the likeliest first, each with its reasons."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from bot.domain.header import field_line
from bot.domain.header.field import Field
from bot.domain.header.header import Header
from bot.domain.reading import afterword, header_above, header_fields, heading, line, opening, tally, unlabelled_facts
from bot.domain.reading.afterword import Foot
from bot.domain.reading.header_part import Kind, Piece
from bot.domain.reading.line import Line, written_from
from bot.domain.reading.opening import Opening
from bot.domain.reading.reading import Bounds, Reading, Reason, whole_lines
from bot.domain.text import conventions, markup
from bot.domain.text.conventions import Convention, Counts

WEIGHTS = {
    Reason.LABELLED_HEADER: 1.0,
    Reason.UNLABELLED_HEADER: 0.0,
    Reason.NO_HEADER: 0.5,
    Reason.GAP_ABOVE: 0.5,
    Reason.MAY_BE_TOLD: -2.0,
    Reason.LOOKS_LIKE_START: 2.5,
    Reason.LOOKS_LIKE_END: 2.0,
    Reason.END_MARKED: 0.5,
    Reason.COUNT_AGREES: 5.0,
    Reason.COUNT_AGREES_BY_SPACES: 4.5,
    Reason.COUNT_DIFFERS: 0.0,
}
"""The weight of each reason, as the logarithm of odds."""

FARTHER = 0.05
"""The cost of each line by which a reading departs from the looks."""

MOST_STARTS, MOST_READINGS = 40, 8


@dataclass(frozen=True, slots=True)
class Text:
    """A text with all that was found in it."""

    whole: tuple[str, ...]
    """Its lines, each with its end."""
    lines: list[Line]
    """The lines, without blank ones in a header where these say nothing; below it blank lines stay, for they part
    paragraphs.
    """
    opening: Opening
    headers: tuple[Piece, ...]
    """The headers of further stories below the first."""
    foot: Foot


def of(text: str) -> tuple[Reading, ...]:
    """The readings of a text whose lines end in line feeds, the best first; there is always one."""
    found = read(text)
    candidates = list(dict.fromkeys(product(possible_starts(found), possible_ends(found))))
    weighed = weigh(found, [(start, end) for start, end in candidates if start <= end])
    best = sorted(weighed, key=lambda each: -each[2])[:MOST_READINGS]
    total = sum(math.exp(score - best[0][2]) for _, _, score, _ in weighed)
    return tuple(
        reading(found, start, end, math.exp(score - best[0][2]) / total, reasons) for start, end, score, reasons in best
    )


@lru_cache(maxsize=2)  # a text's readings, its stories and its writer's choice are asked for one after the other
def read(text: str) -> Text:
    whole, every = whole_lines(text), line.read(text)
    closed_up = line.closed_up(every)
    top = opening.read(closed_up)
    below = closed_up[top.start].number if top.start < len(closed_up) else len(every)
    lines = [*closed_up[: top.start], *every[below:]]
    top, headers = with_sections(lines, top)
    last = written_from(lines, headers[-1].end) if headers else top.start
    lines = tally.believed(lines, top, last)
    return Text(whole, lines, top, headers, afterword.read(lines, last))


def with_sections(lines: Sequence[Line], top: Opening) -> tuple[Opening, tuple[Piece, ...]]:
    """The opening, and the headers of the further stories. A title right above the first story belongs to that story,
    if the others have titles too.
    """
    headers = heading.headers(lines, top.start)
    if not headers or headers[0].kind is not Kind.TITLE or not top.pieces:
        return top, headers
    *above, last = top.pieces
    line_alone = last.kind is not Kind.FIELDS and last.end == last.start + 1
    own = line_alone and (heading.is_numbered(lines[last.start]) or Field.TITLE in opening.known(above))
    titled = heading.headers(lines, last.start) if own else ()
    if not titled or titled[0].start != last.start:
        return top, headers
    return Opening(tuple(above), last.start), titled


# -- where the story may start and end -------------------------------------------------------------


def possible_starts(found: Text) -> list[int]:
    """The start by the looks of it, then others: at each piece without a label, within the last value and below it."""
    return [found.opening.start, *list(dict.fromkeys(other_starts(found)))[:MOST_STARTS]]


def other_starts(found: Text) -> Iterator[int]:
    lines, pieces, start = found.lines, found.opening.pieces, found.opening.start
    if sum(len(piece.fields) for piece in pieces) == 1:
        yield 0
    last = max((place for place, piece in enumerate(pieces) if piece.kind is Kind.FIELDS), default=None)
    yield from (piece.start for piece in pieces[0 if last is None else last + 1 :])
    if last is not None and pieces[last].end <= start:
        yield from within(lines, pieces[last])
    if start < len(lines) and last is not None and (lines[start].is_labelled or ends_bare(lines, pieces[last])):
        yield line.written_from(lines, line.block_end(lines, start))
    if start < len(lines) and last is not None and pieces[last].end == start and not lines[start - 1].divides:
        yield from range(start + 1, line.block_end(lines, start, MOST_STARTS))


def within(lines: Sequence[Line], piece: Piece) -> Iterator[int]:
    """The lines that may start a story below the stated count: those without a name, and those below a gap (`Note: come
    home`).
    """
    stated = next((place for place in range(piece.end - 1, piece.start - 1, -1) if states_count(lines[place])), None)
    first = piece.start if stated is None else stated
    for place in range(max(first + 1, piece.end - MOST_STARTS), piece.end):
        if not lines[place].divides and (not lines[place].is_field or lines[place - 1].divides):
            yield place


def ends_bare(lines: Sequence[Line], piece: Piece) -> bool:
    """True if the last name of a header has no value."""
    return next((each.is_bare for each in reversed(lines[piece.start : piece.end]) if not each.divides), False)


def states_count(each: Line) -> bool:
    if each.found is None:
        return False
    return any(Field.WORD_COUNT in part.fields for part in field_line.split(each.found))


def possible_ends(found: Text) -> list[int]:
    """The end by the looks of it, then others below every further story's header."""
    last = afterword.last_written(found.lines, found.opening.start, len(found.lines))
    lowest = found.headers[-1].end if found.headers else 0
    return list(dict.fromkeys((found.foot.end, last, *(end for end in found.foot.others if end > lowest))))


# -- the reasons for each --------------------------------------------------------------------------

Weighed = tuple[int, int, float, tuple[Reason, ...]]


def weigh(found: Text, candidates: Sequence[tuple[int, int]]) -> list[Weighed]:
    declared = header_of(found, found.opening.start, found.foot.end).declared_words
    sums = counts_above(found.lines, [place for each in candidates for place in each])
    weighed: list[Weighed] = []
    for start, end in candidates:
        reasons = tuple(reasons_for(found, start, end, declared, sums[end] - sums[start]))
        away = abs(start - found.opening.start) + abs(end - found.foot.end)
        weighed.append((start, end, sum(WEIGHTS[reason] for reason in reasons) - FARTHER * away, reasons))
    return weighed


def counts_above(lines: Sequence[Line], places: Sequence[int]) -> dict[int, Counts]:
    """The number of words above each of these places."""
    plain = markup.plain("\n".join(each.text for each in lines)).split("\n")
    counts, total = {0: conventions.NONE}, conventions.NONE
    for above, place in pairwise(sorted({0, *places})):
        total = counts[place] = total + conventions.count("\n".join(plain[above:place]))
    return counts


def reasons_for(found: Text, start: int, end: int, declared: int | None, counts: Counts) -> Iterator[Reason]:
    top, bottom = found.opening, found.foot
    above = [piece for piece in top.pieces if piece.start < start]
    if not above:
        yield Reason.NO_HEADER
    else:
        yield Reason.LABELLED_HEADER if above[-1].kind is Kind.FIELDS else Reason.UNLABELLED_HEADER
    if 0 < start <= len(found.lines) and found.lines[start - 1].divides:
        yield Reason.GAP_ABOVE
    if any(unlabelled_facts.may_be_told(each) for each in beside(found, above, end)):
        yield Reason.MAY_BE_TOLD
    if start == top.start:
        yield Reason.LOOKS_LIKE_START
    if end == bottom.end:
        yield Reason.LOOKS_LIKE_END
        if bottom.marked:
            yield Reason.END_MARKED
    if declared:
        if counts[Convention.AO3] == declared:
            yield Reason.COUNT_AGREES
        elif counts[Convention.WHITESPACE] == declared:
            yield Reason.COUNT_AGREES_BY_SPACES
        else:
            yield Reason.COUNT_DIFFERS


def beside(found: Text, above: Sequence[Piece], end: int) -> Iterator[Line]:
    """The last line above a story and the first below it."""
    if above:
        yield found.lines[above[-1].end - 1]
    yield from found.lines[line.written_from(found.lines, end) :][:1]


# -- one reading -----------------------------------------------------------------------------------


def reading(found: Text, start: int, end: int, confidence: float, reasons: tuple[Reason, ...]) -> Reading:
    whole, lines = found.whole, found.lines
    first = lines[start].number if start < len(lines) else len(whole)
    after = lines[end - 1].number + 1 if start < end else first
    return Reading(Bounds(first, after), header_of(found, start, end), whole, confidence, reasons)


def header_of(found: Text, start: int, end: int) -> Header:
    """The header of the story between these lines: the fields above, inside and below it, and of no other story."""
    own = next((piece for piece in reversed(found.headers) if piece.end <= start), None)
    below = next((piece.start for piece in found.headers if piece.start >= end), len(found.lines))
    first = header_above.fields(text_above(found, start if own is None else found.opening.start))
    above = first if own is None else header_fields.of_further_story(first, own)
    further = [piece for piece in found.headers if start < piece.start < end]
    inside = Header(tuple(each for piece in found.headers if start <= piece.start < end for each in piece.fields))
    gone_by = [each for each in inside.fields if each[0] in afterword.GONE_BY]
    rated = [(Field.RATING, said) for said in inside.rated_beside]
    cautions = heading.cautions(found.lines[start:end])
    above += tuple(each for each in dict.fromkeys((*gone_by, *rated, *cautions)) if each not in above)
    whole = header_fields.header_of(above, found.lines[:below], end if start < end else below)
    return header_fields.added_up(whole, list(counts_inside(found, further)), 1 + len(further))


def text_above(found: Text, start: int) -> str:
    return "".join(found.whole[: found.lines[start].number if start < len(found.lines) else len(found.whole)])


def counts_inside(found: Text, further: Sequence[Piece]) -> Iterator[str]:
    """The counts stated between stories: at the foot of one and in the header of the next."""
    for piece in further:
        above = found.lines[heading.closed_from(found.lines, piece) : piece.start]
        yield from (each.found.value for each in above if each.found is not None and Field.WORD_COUNT in each.fields)
        yield from (value for name, value in piece.fields if name is Field.WORD_COUNT)


def stories(text: str) -> tuple[Reading, ...]:
    """Each story by itself; none if there is only one."""
    found = read(text)
    if not found.headers:
        return ()
    *above, (last, _) = heading.stories(found.lines, found.opening.start, found.headers)
    places = [
        *((start, afterword.last_written(found.lines, start, end)) for start, end in above),
        (last, found.foot.end),
    ]
    return tuple(reading(found, start, end, 1.0, ()) for start, end in places)


def bounded(text: str, bounds: Bounds) -> Reading:
    """The reading with the story between these lines, as its writer chose them."""
    found = read(text)
    bounds = Bounds(max(0, bounds.start), min(len(found.whole), max(bounds.start, bounds.end)))
    start = next((at for at, each in enumerate(found.lines) if each.number >= bounds.start), len(found.lines))
    end = next((at for at, each in enumerate(found.lines) if each.number >= bounds.end), len(found.lines))
    return Reading(bounds, header_of(found, start, end), found.whole, 1.0, ())

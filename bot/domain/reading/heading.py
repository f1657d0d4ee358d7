"""Headings inside a text: the header above a second story, the titles above the sections of one."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from bot.domain.header import field_line, rating, stated_count, written_name
from bot.domain.header.field import Field
from bot.domain.header.header import Header
from bot.domain.header.rating import Rating
from bot.domain.reading import afterword, aside, byline, caution, drabble, fact, header_above, labelled, section
from bot.domain.reading.header_part import Kind, Piece
from bot.domain.reading.line import Line, stands_alone, written_from
from bot.domain.reading.title import LONGEST_TITLE, MARKS, MOST_WORDS_OF_TITLE, QUOTES, bare, is_short, looks_titled
from bot.domain.text import conventions, markup

FEWEST_WORDS, FEWEST_OF_TITLED = 20, 5
"""Words above a header inside a text, and below it, that make each a story; with a title and more fields, fewer do."""

LOOKED_AT = 60
"""Lines in which these words have to stand."""


OPENING = (Field.TITLE, Field.PROMPT)
"""Fields that open another story alone; of others it takes two."""

SAID_IN_STORIES = {Field.DISCLAIMER, Field.NOTES, Field.PROMPT, Field.FEEDBACK, Field.BETA, Field.ARCHIVE}
"""Fields whose names also open a line in the middle of a story."""

ON_SIGNS = frozenset({"warning", "caution", "contains", "warnung", "attention", "aviso", "avviso", "attenzione"})
"""Names of warnings that stand on a story's doors as well."""

NUMBERED = re.compile(
    r"""[\W_]{0,6}(?:(?:part|chapter|section|drabble|scene|day)\s)?
    (?:\#?\d{1,3}|[ivxl]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)
    (?:\s?(?:/|of)\s?\d{1,3})?(?:\s?[-–:.)]\s?(?P<title>(?:[^\W_].{0,78}[^.,;"”\s])?))?(?:[^\w.,;"”]|_){0,6}""",
    re.VERBOSE | re.IGNORECASE,
)
"""`2. Harbour`, `Part Two`, `III`, `1/3`."""


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


# -- stories that no header parts -------------------------------------------------------------------

MOST_DRABBLES = 20

Divider = Callable[[Sequence[Line], int], Piece | None]


def drabbles(lines: Sequence[Line], start: int) -> tuple[Piece, ...]:
    """The rules, single fields or titles that part drabbles: each story has as many words as the others, and a form has
    that number. A title above the first drabble is among them.
    """
    for divider in DIVIDERS:
        pieces = tuple(islice(parting(lines, start, divider), MOST_DRABBLES))
        if pieces and are_drabbles(lines, start, pieces):
            return pieces
    written = lines[: afterword.last_written(lines, start, len(lines))]
    firsts = first_drabbles(written, start)
    return next(filter(None, (counted_off(written, start, form, firsts[form]) for form in sorted(firsts))), ())


def parting(lines: Sequence[Line], start: int, divider: Divider) -> Iterator[Piece]:
    place = start
    while place < len(lines):
        piece = divider(lines, place)
        if piece is not None:
            yield piece
        place = place + 1 if piece is None else piece.end


def are_drabbles(lines: Sequence[Line], start: int, pieces: Sequence[Piece]) -> bool:
    texts = ["\n".join(line.text for line in lines[begin:end]) for begin, end in stories(lines, start, pieces)]
    numbered = all(is_numbered(lines[piece.start]) for piece in pieces)
    named = numbered or (pieces[0].start == start and all(piece.kind is Kind.TITLE for piece in pieces))
    return len(texts) > 1 and drabble.are_of_a_form(texts, named=named)


def stories(lines: Sequence[Line], start: int, pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """The first line of each story that these pieces part, and its end: the next one's header or its own foot."""
    starts = [start] * (pieces[0].start > start) + [written_from(lines, piece.end) for piece in pieces]
    *above, last = starts
    further = (piece for piece in pieces if piece.start > start)
    yield from ((begin, closed_from(lines, piece)) for begin, piece in zip(above, further, strict=True))
    yield last, next((place for place in range(last, len(lines)) if closes(lines[place])), len(lines))


def rule_at(lines: Sequence[Line], place: int) -> Piece | None:
    parts = lines[place].rules_off or (not lines[place].blank and section.is_break(lines[place].text))
    return Piece(place, place + 1, Kind.MARK) if parts else None


def field_at(lines: Sequence[Line], place: int) -> Piece | None:
    """A field or a warning of a kind that stories do not say."""
    line = lines[place]
    if not is_below_gap(lines, place) or closes(line) or line.is_told:
        return None
    if not line.is_field:
        return caution_at(lines, place)
    return None if SAID_IN_STORIES.issuperset(line.fields) else labelled.fields(lines, place)


def caution_at(lines: Sequence[Line], place: int) -> Piece | None:
    """A rating or a warning without a colon; below a warning is a gap."""
    piece = header_above.cautions(lines, place)
    warns = piece is not None and Field.WARNINGS in dict(piece.fields)
    return None if warns and not stands_alone(lines, place) else piece


def number_at(lines: Sequence[Line], place: int) -> Piece | None:
    return title_piece(lines, place) if is_numbered(lines[place]) else None


def set_off_at(lines: Sequence[Line], place: int) -> Piece | None:
    """A title with marks, such as `**Harbour**`."""
    text = lines[place].text.strip()
    return title_piece(lines, place) if text[:1] in MARKS and is_title(text) else None


def bare_at(lines: Sequence[Line], place: int) -> Piece | None:
    if lines[place].divides or not is_below_gap(lines, place) or not is_title(lines[place].text):
        return None
    piece = title_piece(lines, place)
    return piece if piece is None or piece.end > place + 1 or stands_alone(lines, place) else None


DIVIDERS: tuple[Divider, ...] = (rule_at, field_at, number_at, set_off_at, bare_at)


COUNTED = re.compile(r"(?<!\s)\s{0,3}[(\[](?P<count>\d{1,5} words?)[)\]]\s{0,3}$", re.IGNORECASE)
"""`(100 words)`, behind a title."""


def title_piece(lines: Sequence[Line], place: int) -> Piece | None:
    if lines[place].divides or not is_below_gap(lines, place):
        return None
    title = bare(COUNTED.sub("", lines[place].text)).rstrip(": ")
    match, counted = NUMBERED.fullmatch(title), COUNTED.search(lines[place].text)
    named = ((Field.TITLE, title),) if match is None or match["title"] else ()
    count = ((Field.WORD_COUNT, counted["count"]),) if counted is not None else ()
    facts = fact.line(lines, place, titled=False) or header_above.rated_title(lines, place)
    rated = tuple(each for each in facts.fields if each[0] in afterword.GONE_BY) if facts is not None else ()
    below = right_below(lines, place + 1)
    if below is None:
        return Piece(place, place + 1, Kind.TITLE, (*named, *count, *rated))
    return Piece(place, below.end, Kind.TITLE, (*named, *count, *rated, *below.fields))


def right_below(lines: Sequence[Line], place: int) -> Piece | None:
    """The fields or the byline right below a title."""
    if place >= len(lines) or lines[place].divides:
        return None
    return labelled.fields(lines, place) or byline.author(lines, place)


def is_below_gap(lines: Sequence[Line], place: int) -> bool:
    return place == 0 or lines[place - 1].divides


def is_numbered(line: Line) -> bool:
    return len(line.text) <= LONGEST_TITLE and NUMBERED.fullmatch(line.text) is not None


# -- drabbles that their words alone part ------------------------------------------------------------

MOST_BETWEEN = 3
"""Short lines between two drabbles: a count, thanks, a title."""


Span = tuple[int, int]
"""A drabble's first line, and the line after its last."""


def first_drabbles(lines: Sequence[Line], start: int) -> Mapping[int, Span]:
    """For each form, the first drabble with so many words, if one begins here or below the short lines here."""
    found: dict[int, Span] = {}
    for form, span in drabbles_from(lines, (start, *below_short(lines, start)), drabble.FORMS):
        found.setdefault(form, span)
    return found


def counted_off(lines: Sequence[Line], start: int, form: int, first_of_all: Span) -> tuple[Piece, ...]:
    """The short lines, whatever they say, between drabbles of exactly so many words; and those above the first."""
    found: list[Piece] = []
    begin, end = first_of_all
    if begin > start:
        found.append(between(lines, start, begin))
    first = last = begin
    while end > last and len(found) < MOST_DRABBLES:
        _, (begin, below) = next(drabbles_from(lines, below_short(lines, end), {form}), (form, (end, end)))
        if begin == end:
            break
        found.append(between(lines, written_from(lines, end), begin))
        last, end = begin, below
    return tuple(found) if last > first and is_over(lines, last, end) else ()


def drabbles_from(lines: Sequence[Line], begins: Iterable[int], forms: Collection[int]) -> Iterator[tuple[int, Span]]:
    """The drabbles of these forms that begin at one of these lines, each with its form."""
    most = max(forms)
    for begin in begins:
        words = 0
        for place in range(begin, len(lines)):
            more = words_of(lines[place].text)
            words += more
            if more and words in forms and all(each.divides or is_foot(each) for each in lines[place + 1 : place + 2]):
                yield words, (begin, place + 1)
            if words >= most:
                break


@lru_cache(maxsize=4096)  # each start of a story asks for the same lines
def words_of(text: str) -> int:
    return conventions.by_ao3(markup.plain(text))


def below_short(lines: Sequence[Line], end: int) -> Iterator[int]:
    """The lines that may begin a drabble below one to three short lines."""
    place = written_from(lines, end)
    for _ in range(MOST_BETWEEN):
        if place >= len(lines) or not may_part(lines[place]):
            return
        title = title_piece(lines, place)
        place = written_from(lines, place + 1 if title is None else title.end)
        yield place


def between(lines: Sequence[Line], first: int, begin: int) -> Piece:
    """The lines between two drabbles, without the foot of the one above."""
    top = next((place for place in range(first, begin) if not (lines[place].divides or closes(lines[place]))), begin)
    titles = (place for place in range(top, begin) if not (lines[place].divides or is_foot(lines[place])))
    title = next((title_piece(lines, place) for place in titles), None)
    return Piece(top, begin, Kind.MARK) if title is None else Piece(top, begin, Kind.TITLE, title.fields)


def may_part(line: Line) -> bool:
    """True if a line is short, and neither speech nor the end of a sentence."""
    text = line.text.strip()
    if is_foot(line):
        return True
    told = text.startswith(tuple(QUOTES)) or text.endswith((*QUOTES, ".", ",", ";", "…", "—"))
    short = len(text) <= LONGEST_TITLE and len(text.split()) <= MOST_WORDS_OF_TITLE
    return short and not told and not line.is_field


def is_foot(line: Line) -> bool:
    """True if a line between two stories names neither: a count, a note, thanks, an end, tags, marks."""
    text = line.text.strip()
    if closes(line) or aside.ends_story(text) or afterword.is_farewell(text) or afterword.TAGS.match(text):
        return True
    stated = stated_count.read(text)
    return section.is_break(text) or (stated is not None and stated.number in drabble.FORMS)


def is_over(lines: Sequence[Line], start: int, end: int) -> bool:
    """True if the story that starts there ends here: a foot at most is below."""
    if all(line.divides or is_foot(line) for line in lines[end:]):
        return True
    return afterword.read(lines, start).end == end


# -- a header above another story -------------------------------------------------------------------


def header_at(lines: Sequence[Line], index: int, since: int) -> Piece | None:
    block = begins_block(lines, index)
    if not (block or lines[index - 1].divides):
        return None
    piece = shared(lines, index) or labelled_at(lines, index) or coded_at(lines, index)
    if piece is None:
        return None
    fewest = FEWEST_OF_TITLED if block and Field.TITLE in dict(piece.fields) else FEWEST_WORDS
    above, below = lines[max(since, index - LOOKED_AT) : index], lines[piece.end : piece.end + LOOKED_AT]
    return piece if tells(above, fewest) and tells(below, fewest) else None


def labelled_at(lines: Sequence[Line], index: int) -> Piece | None:
    if not lines[index].is_field or closes(lines[index]):
        return None
    piece = labelled.fields(lines, index)
    return piece if piece is not None and (opens_story(piece) or goes_by(lines[index])) else None


def goes_by(line: Line) -> bool:
    """True if a line rates what is below it or warns of it: nobody should meet that unwarned, so it parts stories."""
    if line.found is None or line.is_told:
        return False
    if line.fields == (Field.RATING,):
        return rating.parse(line.found.value) > Rating.TEEN
    if line.fields != (Field.WARNINGS,) or written_name.plain(line.found.name) in ON_SIGNS:
        return False
    return is_brief(line.found.value) and Header(((Field.WARNINGS, line.found.value),)).under_cut


def coded_at(lines: Sequence[Line], index: int) -> Piece | None:
    """`18+`, `⚠️ gore`, alone on a line."""
    text = lines[index].text
    return caution_at(lines, index) if rating.codes(text) or text.startswith("⚠") else None


def shared(lines: Sequence[Line], index: int) -> Piece | None:
    """`Rain (100 words) by ana`, and the fields that the Archive of Our Own writes below it."""
    named = byline.shared(lines, index)
    below = right_below(lines, written_from(lines, index + 1)) if named is not None else None
    return named if named is None or below is None else replace(below, start=index, fields=named.fields + below.fields)


def begins_block(lines: Sequence[Line], index: int) -> bool:
    """True if the line is the first of a header's, with a field right below."""
    return not lines[index - 1].is_field and index + 1 < len(lines) and lines[index + 1].is_field


def opens_story(piece: Piece) -> bool:
    """True if a writer begins another story like this: with a title or a prompt, or with several fields."""
    if any(aside.is_told(value) for _, value in piece.fields):
        return False
    if any(name in OPENING and is_brief(value) for name, value in piece.fields):
        return True
    return len({name for name, _ in piece.fields if isinstance(name, Field) and not written_name.is_weak(name)}) > 1


def is_brief(value: str) -> bool:
    """True if the value is short enough for a title or a prompt, and no sentence of the story."""
    length = len(value.split())
    return 0 < length <= labelled.MOST_WORDS_OF_ONE and not (length > 2 and value.rstrip().endswith("."))


def tells(lines: Sequence[Line], fewest: int) -> bool:
    """True if these lines have enough words for a story."""
    return sum(len(line.text.split()) for line in lines if not line.is_field) >= fewest


def closed_from(lines: Sequence[Line], header: Piece) -> int:
    """The line with which the foot of the story above a header begins: its note, its count, thanks, an end, tags."""
    index = header.start
    while index > 1 and (lines[index - 1].divides or is_foot(lines[index - 1])):
        index -= 1
    return index


def cautions(lines: Sequence[Line]) -> Iterator[tuple[Field, str]]:
    """The ratings and warnings in titles among these lines, whatever parts the sections."""
    for place, line in enumerate(lines):
        apart = not line.divides and is_below_gap(lines, place)
        if apart and (stands_alone(lines, place) or rating.codes(line.text)):
            found = caution.beside_title(line.text)
            if found is not None:
                yield found[1]


def closes(line: Line) -> bool:
    return afterword.is_plain_foot(line) or afterword.is_tally(line)


@lru_cache(maxsize=4096)  # each start of a story asks for the titles below it
def is_title(line: str) -> bool:
    """True if a line, which stands alone, looks like a section's title."""
    if len(field_line.clean(line)) > caution.LONGEST:
        return False
    if len(line) <= LONGEST_TITLE and NUMBERED.fullmatch(line):
        return True
    if caution.beside_title(line) is not None:
        return True
    title = bare(COUNTED.sub("", line))
    if not is_short(title) or title.endswith((".", ",", ";", ":", "!", "?")):
        return False
    return title != line.strip() or looks_titled(title)

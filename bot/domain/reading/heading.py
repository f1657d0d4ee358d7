"""Headings inside a text: the header above a second story, the titles above the sections of one."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from bot.domain.header import header, rating, stated_count, written_name
from bot.domain.header.field import Field
from bot.domain.header.rating import Rating
from bot.domain.reading import afterword, aside, byline, caution, fact, header_above, labelled, phrases, section
from bot.domain.reading.drabble import FORMS, Words
from bot.domain.reading.line import DIGIT, Kind, Line, Piece, last_written, once, stands_alone, written_from
from bot.domain.reading.site_line import is_pressed
from bot.domain.reading.title import LONGEST_TITLE, MOST_WORDS_OF_TITLE, QUOTES, bare, is_short, looks_titled
from bot.domain.text.conventions import Convention

FEWEST_WORDS, FEWEST_OF_TITLED = 20, 5
"""Words above a header inside a text, and below it, that make each a story; with a title and more fields, fewer do."""

LOOKED_AT = 60
"""Lines in which these words have to stand."""

OPENING = (Field.TITLE, Field.PROMPT)
"""Fields that open another story alone; of others it takes two."""

SURE = frozenset({Field.WORD_COUNT, *afterword.GONE_BY})
"""Facts of which it takes one if no field has its name."""

ON_SIGNS = phrases.words("on signs")
"""Names of warnings that stand on a story's doors as well."""

NUMBERED = re.compile(
    r"""[\W_]{0,6}(?:(?:part|chapter|section|drabble|scene|day)\s)?
    (?:\#?\d{1,3}|[ivxl]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)
    (?:\s?(?:/|of)\s?\d{1,3})?(?:\s?[-–:.)]\s?(?P<title>(?:[^\W_].{0,78}[^.,;"”\s])?))?(?:[^\w.,;"”]|_){0,6}""",
    re.VERBOSE | re.IGNORECASE,
)
"""`2. Harbour`, `Part Two`, `III`, `1/3`."""


def headers(lines: Sequence[Line], start: int) -> tuple[Piece, ...]:
    """The headers of further stories below the one that starts here: by what they say, by the words between them, or
    by titles below breaks.
    """
    return max(tuple(further(lines, start)), drabbles(lines, start), titles(lines, start), key=len)


def further(lines: Sequence[Line], start: int) -> Iterator[Piece]:
    since = start
    for index in (place for place in range(start + 1, len(lines)) if not lines[place].divides):
        if index >= since and (piece := header_at(lines, index, since)) is not None:
            yield piece
            since = written_from(lines, piece.end)


def titles(lines: Sequence[Line], start: int) -> tuple[Piece, ...]:
    """The titles of sections, if one without facts is here, and others are below breaks."""
    if not is_title_alone(lines, start):
        return ()
    below = (place for place in range(start + 1, len(lines)) if is_below_break(lines, place))
    places = (start, *(place for place in below if is_title_alone(lines, place)))
    found = tuple(filter(None, (naming(lines, place) for place in places)))
    return found if len(places) > 1 and len(found[0].names) < 2 else ()


def is_title_alone(lines: Sequence[Line], place: int) -> bool:
    """True if a title without a label stands here with a gap above and below."""
    apart = is_below_gap(lines, place) and stands_alone(lines, place)
    return apart and not lines[place].is_field and is_title(lines[place].text)


def is_below_break(lines: Sequence[Line], place: int) -> bool:
    """True if the last line above that is not blank parts a story."""
    if lines[place].divides:  # first, since each line of a long gap would look up all of it
        return False
    above = next((at for at in range(place - 1, -1, -1) if not lines[at].blank), place)
    return section.is_break(lines[above].text)


def stories(lines: Sequence[Line], start: int, end: int, pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """The first line of each story that these pieces part, and the one after its last: none is of a foot."""
    starts = [start] * (pieces[0].start > start) + [written_from(lines, piece.end) for piece in pieces]
    ends = [*(closed_from(lines, piece) for piece in pieces if piece.start > start), end]
    return [(first, last_written(lines, first, last)) for first, last in zip(starts, ends, strict=True)]


# -- what names a story ------------------------------------------------------------------------------


@once
def naming(lines: Sequence[Line], place: int) -> Piece | None:
    """What names the story below: fields; or, below a gap, a title or other facts, with the fields or byline below."""
    if lines[place].is_field:
        return header_above.labelled_part(lines, place)
    if not is_below_gap(lines, place):
        return None
    found = facts(lines, place)
    if found is None:
        title = bare(lines[place].text).rstrip(": ")
        match = NUMBERED.fullmatch(title)
        found = Piece(place, place + 1, Kind.TITLE, ((Field.TITLE, title),) if match is None or match["title"] else ())
    end, top = found.end, written_from(lines, found.end)
    if top == len(lines):
        return found
    below = header_above.labelled_part(lines, top) or fact.line(lines, end, titled=True) or byline.author(lines, end)
    return Piece(place, below.end if below else end, Kind.TITLE, (*found.fields, *(below.fields if below else ())))


@once
def facts(lines: Sequence[Line], place: int) -> Piece | None:
    """What a line says of a story without names, such as `Snow (18+)`, `2. Sugar (58 words)`, `⚠️ gore`."""
    if ":" not in lines[place].text and fact.MAY_PART.search(lines[place].stripped) is None:  # as in most of a story
        return header_above.cautions(lines, place)
    found = byline.shared(lines, place) or fact.line(lines, place, titled=False)
    return found or header_above.rated_title(lines, place) or header_above.cautions(lines, place)


def is_below_gap(lines: Sequence[Line], place: int) -> bool:
    return place == 0 or lines[place - 1].divides


def is_numbered(text: str) -> bool:
    return NUMBERED.fullmatch(text) is not None


# -- drabbles that their words alone part ------------------------------------------------------------

MOST_DRABBLES = 25
MOST_BETWEEN = 3
"""Short lines between two drabbles: a count, thanks, a title."""


def drabbles(lines: Sequence[Line], start: int) -> tuple[Piece, ...]:
    """What parts drabbles of one form, and stands above the first: rules, and short lines whatever they say. Where each
    has a number or a title, they may have the form's words by any way to count, and miss them by a slip.
    """
    above = (Piece(start, start, Kind.MARK), *partings(lines, start))
    fewest = sum(len(line.text.split()) for line in lines[start:]) / MOST_DRABBLES
    ways = [Words(lines, start, convention) for convention in Convention]
    rows = ((words, form) for words in ways for form in FORMS if form >= fewest and words.are_twice(form))
    return next(filter(None, (in_a_row(words, above, form) for words, form in rows)), ())


def in_a_row(words: Words, above: Sequence[Piece], form: int) -> tuple[Piece, ...]:
    """What stands above each drabble of this form, if there are several, with nothing but a foot below them."""
    lines, end, exact = words.lines, words.start, words.convention is Convention.AO3
    found: list[Piece] = []
    while below := drabble_below(words, above, form):
        piece, end, slipped = below
        found.append(piece)
        exact = exact and not slipped
        above = tuple(partings(lines, end))
    if len(found) < 2 or not (exact or are_told_apart(lines, found)) or not all(map(is_foot, lines[end:])):
        return ()
    return tuple(found if found[0].end > words.start else found[1:])


def drabble_below(words: Words, above: Sequence[Piece], form: int) -> tuple[Piece, int, bool] | None:
    """Which of these stands above a drabble, where that ends, and if it has a slip: one without goes first; others end
    above another's name.
    """
    found = (
        (piece, end, slipped)
        for piece in reversed(above)
        for end, slipped in words.ends(piece.end, form)
        if (is_above_name(words.lines, end) if slipped else all(map(is_foot, words.lines[end : end + 1])))
    )
    return min(found, key=itemgetter(2), default=None)


def is_above_name(lines: Sequence[Line], place: int) -> bool:
    """True if a number, a title or a foot is below a gap here, or nothing is."""
    below = written_from(lines, place)
    return below == len(lines) or (below > place and (is_title(lines[below].text) or is_foot(lines[below])))


def are_told_apart(lines: Sequence[Line], pieces: Sequence[Piece]) -> bool:
    """True if each further drabble has a number or a rule above it, or every drabble a title."""
    named = [lines[piece.start].text for piece in pieces if piece.start < piece.end]
    return all(map(is_numbered, named)) or (len(named) == len(pieces) and all(map(is_title, named)))


def partings(lines: Sequence[Line], end: int) -> Iterator[Piece]:
    """What may part a drabble from the text above it, without the foot there: a rule, or one to three short lines."""
    begin = top = written_from(lines, end)
    parting = Piece(begin, begin, Kind.MARK)
    if any(line.rules_off for line in lines[end:begin]):
        yield parting
    for _ in range(MOST_BETWEEN):
        if begin == len(lines) or not may_part(lines[begin]):
            return
        named = (None if is_foot(lines[begin]) else naming(lines, begin)) or Piece(begin, begin + 1, Kind.MARK)
        below = written_from(lines, named.end)
        top = below if top == begin and closes(lines[begin]) else top
        begin, parting = below, Piece(top, below, Kind.TITLE, (*parting.fields, *named.fields))
        yield parting


def may_part(line: Line) -> bool:
    """True if a line is a field or short, and neither speech nor the end of a sentence."""
    text = line.stripped
    told = text.startswith(tuple(QUOTES)) or text.endswith((*QUOTES, ".", ",", ";", "…", "—"))
    short = len(text) <= LONGEST_TITLE and len(text.split()) <= MOST_WORDS_OF_TITLE
    return is_foot(line) or is_numbered(line.text) or ((short or line.is_field) and not told)


@lru_cache(maxsize=4096)  # each drabble that may end there asks for the lines below it
def is_foot(line: Line) -> bool:
    """True if a line between two stories names neither: none, a count, a note, thanks, an end, tags, marks."""
    text = line.stripped
    stated = stated_count.read(text)
    closing = line.divides or closes(line) or (stated is not None and stated.number in FORMS)
    said = aside.ends_story(text) or aside.is_farewell(text) or is_pressed(text)
    return closing or said or section.is_break(text) or afterword.TAGS.match(text) is not None


# -- a header above another story -------------------------------------------------------------------


def header_at(lines: Sequence[Line], index: int, since: int) -> Piece | None:
    """The header of another story, if one begins here, with enough words of a story above and below."""
    block = not lines[index - 1].is_field and lines[min(index + 1, len(lines) - 1)].is_field
    if not (block or lines[index - 1].divides):
        return None
    line = lines[index]
    signed = not line.is_field and is_signed(lines, index)
    may_open = not closes(line) if line.is_field else not line.is_sentence and facts(lines, index) is not None
    piece = naming(lines, index) if may_open or signed else None
    if piece is None or not piece.fields or not (signed or opens_story(piece) or goes_by(lines, piece)):
        return None
    fewest = FEWEST_OF_TITLED if block and Field.TITLE in piece.names else FEWEST_WORDS
    above, below = lines[max(since, index - LOOKED_AT) : index], lines[piece.end : piece.end + LOOKED_AT]
    named = {name for each in lines[max(0, since - LOOKED_AT) : since] for name in each.fields}
    note = named and piece.kind is Kind.FIELDS and Field.TITLE in piece.names - named  # above its header's title
    return piece if tells(above, min(FORMS) if note else fewest) and tells(below, fewest) else None


def is_signed(lines: Sequence[Line], place: int) -> bool:
    """True for a title right above its count, or below a break and right above its writer."""
    below = "".join(each.stripped for each in lines[place + 1 : place + 2])
    is_by = byline.BYLINE.fullmatch(below) is not None and is_below_break(lines, place)
    return is_counted(lines, place) or (is_by and is_title(lines[place].text))


def is_counted(lines: Sequence[Line], place: int) -> bool:
    """True for a title below a gap and right above its count: `# Snow`, `-# 100 words, G`."""
    below = next(iter(lines[place + 1 : place + 2]), lines[place])
    may_count = Field.WORD_COUNT in below.fields or (not below.is_field and DIGIT.search(below.text) is not None)
    piece = naming(lines, place) if may_count and is_title(lines[place].text) else None
    return piece is not None and Field.WORD_COUNT in piece.names and piece.end > place + 1


def goes_by(lines: Sequence[Line], piece: Piece) -> bool:
    """True if it rates what is below it or warns of it: nobody should meet that unwarned, so it parts stories."""
    line, (name, value) = lines[piece.start], piece.fields[0]
    if name is Field.RATING:
        return rating.parse(value) > Rating.TEEN and not caution.may_be_told(line)
    is_sign = written_name.plain(line.name) in ON_SIGNS if line.name else not stands_alone(lines, piece.start)
    return name is Field.WARNINGS and not is_sign and is_brief(value) and header.declares(value)


def below_counted(lines: Sequence[Line], start: int) -> int:
    """The line below a title with its count, such as `2. Sugar (58 words)`, if it is here; else this line."""
    piece = naming(lines, start) if "word" in lines[start].text or is_counted(lines, start) else None
    counts = piece and piece.kind is not Kind.FIELDS and Field.WORD_COUNT in piece.names and opens_story(piece)
    return written_from(lines, piece.end) if piece and counts else start


def opens_story(piece: Piece) -> bool:
    """True if a writer begins another story like this: with the name of a title or of a prompt, or with several fields,
    and without names with a count or what readers go by.
    """
    named = piece.kind is Kind.FIELDS
    opens = named and any(name in OPENING and is_brief(value) for name, value in piece.fields)
    names = {name for name in piece.names if isinstance(name, Field)}
    return opens or (len(names) > 1 and (named or not names.isdisjoint(SURE)))


def is_brief(value: str) -> bool:
    """True if the value is short enough for a title or a prompt, and no sentence of the story."""
    length = len(value.split())
    return 0 < length <= labelled.MOST_WORDS_OF_ONE and not (length > 2 and value.rstrip().endswith("."))


def tells(lines: Sequence[Line], fewest: int) -> bool:
    """True if these lines have enough words for a story."""
    return sum(len(line.text.split()) for line in lines if not (line.is_field or is_foot(line))) >= fewest


def closed_from(lines: Sequence[Line], header: Piece) -> int:
    """The line with which the foot of the story above a header begins: its note, its count, thanks, an end, tags."""
    index = header.start
    while index > 1 and is_foot(lines[index - 1]):
        index -= 1
    return index


@lru_cache(maxsize=4096)  # likewise
def closes(line: Line) -> bool:
    """True for a count, and for a note with a name that only headers use."""
    return afterword.is_tally(line) or (line.fields == (Field.NOTES,) and written_name.is_telling(line.name))


@lru_cache(maxsize=4096)  # each start of a story asks for the titles below it
def is_title(line: str) -> bool:
    """True if a line, which stands alone, looks like a section's title."""
    title = bare(line)
    is_set = is_short(title) and not title.endswith(tuple(".:!?")) and (title != line.strip() or looks_titled(title))
    return not title.endswith((",", ";")) and (is_set or is_numbered(line) or caution.beside_title(line) is not None)

"""The opening of a post: piece by piece from the top, until the story starts."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.domain.header import rating, written_name
from bot.domain.header.field import Field, FieldName
from bot.domain.header.rating import Rating
from bot.domain.reading import aside, caption, fact, labelled, mail_head, unlabelled, unlabelled_facts
from bot.domain.reading.header_part import Kind, Piece
from bot.domain.reading.line import Line, are_broken, block_end, written_from
from bot.domain.text import numeral

Rule = Callable[[Sequence[Line], int], Piece | None]

AT_THE_TOP: tuple[Rule, ...] = (mail_head.headers,)
"""Rules for the very top of a text."""

ANYWHERE: tuple[Rule, ...] = (
    mail_head.posted,
    mail_head.quoted,
    unlabelled.start_mark,
    unlabelled_facts.caution,
    unlabelled.title_in_rule,
    unlabelled_facts.shared,
    unlabelled_facts.facts_line,
    unlabelled_facts.comma_facts,
    unlabelled.byline,
    unlabelled.address,
    unlabelled.underlined_title,
    fact.below_title,
    fact.block,
    unlabelled.title_block,
    unlabelled.title_above_byline,
    unlabelled.title_above_name,
    unlabelled_facts.facts_below_title,
    unlabelled.title_and_author,
    unlabelled.chapter,
    unlabelled.disclaimer,
    unlabelled.dedication,
    unlabelled.bracketed,
)
"""Rules for any place in an opening, tried in this order after the labelled fields."""

BELOW_PROSE: tuple[Rule, ...] = (
    unlabelled.start_mark,
    unlabelled.title_in_rule,
    unlabelled.underlined_title,
    unlabelled.title_above_byline,
    unlabelled.byline,
)
"""Rules for the line below a paragraph; if one holds, that paragraph is no story."""

MOST_PIECES = 60
MOST_LEAD_BLOCKS, MOST_LEAD_LINES, LONGEST_LEAD = 2, 30, 1_500
"""Paragraphs, lines and characters of prose that may stand above a header or within one."""
MOST_WORDS_OF_LEAD = 40
"""Words of such prose if it speaks to nobody: with more, it is a story, and the header below is another story's."""
LONGEST_PREFACE = 600
LONG_RULE = re.compile(r"[-_=*~#]{8,200}")
ONCE = {Field.TITLE, Field.RATING, Field.WORD_COUNT, Field.FANDOM}
SAID_IN_STORIES = {Field.DISCLAIMER, Field.NOTES, Field.PROMPT, Field.FEEDBACK, Field.BETA, Field.ARCHIVE}
"""Fields whose names also open a line in the middle of a story."""
OPENS_ANOTHER = {Field.TITLE, Field.PROMPT}
"""Fields that below prose, and a second time, belong to another story."""
MOST_WORDS_OF_ONE = 12
"""Words of the longest title, prompt or warning that stands alone."""
MOST_WORDS_OF_LONE_RATING = 3
"""Words of a rating that is on no scale we know and stands alone: "five stars, she thought" is a sentence."""


@dataclass(frozen=True, slots=True)
class Opening:
    pieces: tuple[Piece, ...]
    start: int
    """The first line of the story, by the looks of it."""


def read(lines: Sequence[Line]) -> Opening:
    broken = are_broken(lines)
    pieces: list[Piece] = []
    index = written_from(lines, 0)
    while index < len(lines) and len(pieces) < MOST_PIECES:
        piece = next_piece(lines, index, pieces, broken=broken)
        if piece is None:
            break
        pieces.append(piece)
        index = written_from(lines, piece.end)
    if not pieces:
        return Opening((), 0)
    return Opening(tuple(pieces), index)


def next_piece(lines: Sequence[Line], index: int, pieces: Sequence[Piece], *, broken: bool) -> Piece | None:
    """The piece that the first matching rule finds here."""
    if pieces and pieces[-1].kind is Kind.FIELDS and pieces[-1].end == index and not lines[index - 1].divides:
        return unlabelled.start_mark(lines, index) or unlabelled_facts.caution(
            lines, index
        )  # else the story follows the last field at once
    for rule in AT_THE_TOP if not pieces else ():
        if (piece := rule(lines, index)) is not None:
            return piece
    if (piece := fields(lines, index, broken=broken)) is not None and not tells_again(piece, pieces):
        return piece
    if not pieces and (piece := below_own_names(lines, index, broken=broken)) is not None:
        return piece
    for rule in ANYWHERE:
        if (piece := rule(lines, index)) is not None and fits(piece, pieces):
            return piece
    return (
        title(lines, index, pieces)
        or preface(lines, index)
        or note(lines, index)
        or lead(lines, index, pieces, broken=broken)
    )


# -- rules that look at earlier pieces --------------------------------------------------------------


def known(pieces: Sequence[Piece]) -> set[FieldName]:
    return {name for piece in pieces if piece.kind is not Kind.MAIL for name, _ in piece.fields}


def titles(pieces: Sequence[Piece]) -> set[str]:
    return {caption.same(value) for piece in pieces for name, value in piece.fields if name is Field.TITLE}


def tells_again(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """True if a field comes again that a header has once, with a sentence: `Title: that was the hard part`."""
    if len(piece.fields) != 1 or piece.fields[0][0] not in ONCE & known(pieces):
        return False
    return len(piece.fields[0][1].split()) > MOST_WORDS_OF_ONE


def fits(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """True if a piece can follow the others: a second title must repeat the first, and a start mark or a remark
    needs a piece above it.
    """
    if piece.kind in {Kind.MARK, Kind.REMARK}:
        return bool(pieces)
    if piece.kind is Kind.TITLE and Field.TITLE in known(pieces):
        return piece_title(piece) in titles(pieces)
    return True


def piece_title(piece: Piece) -> str:
    return next((caption.same(value) for name, value in piece.fields if name is Field.TITLE), "")


def title(lines: Sequence[Line], index: int, pieces: Sequence[Piece]) -> Piece | None:
    """A bare title if there is none yet, or the same title once more."""
    if caption.same(lines[index].text) in titles(pieces):
        return Piece(index, index + 1, Kind.TITLE)
    if Field.TITLE in known(pieces) or lines[index].is_field or lines[index].is_other:
        return None
    return unlabelled.bare_title(lines, index)


def note(lines: Sequence[Line], index: int) -> Piece | None:
    """A remark without a label, if something follows it."""
    piece = unlabelled.note(lines, index)
    if piece is None or written_from(lines, piece.end) >= len(lines):
        return None
    return piece


def fields(lines: Sequence[Line], index: int, *, broken: bool) -> Piece | None:
    """Labelled fields, as far as they go."""
    first = first_field(lines, index)
    if first is None:
        return None
    last = labelled.last_field(lines, first)
    if first == last and not makes_header(lines[first]):
        return None
    end = labelled.story_start(lines, last, broken=broken)
    return Piece(index, end, Kind.FIELDS, labelled.header_of(lines[first:end]).fields)


def first_field(lines: Sequence[Line], index: int) -> int | None:
    """`index` if labelled fields start here: with a known one or an archive's, perhaps below lines of no field of ours.
    Else None.
    """
    for place in range(index, min(index + labelled.LONGEST_GAP, len(lines))):
        if lines[place].divides:
            continue
        if lines[place].is_field or lines[place].is_of_archive:
            return index
        if not lines[place].is_other:
            return None
    return None


def below_own_names(lines: Sequence[Line], index: int, *, broken: bool) -> Piece | None:
    """A header that begins with a writer's own names, such as `Song: Blue Hour`, right above ours."""
    end = block_end(lines, index, labelled.LONGEST_GAP)
    first = next((place for place in range(index, end) if lines[place].is_field), index)
    above = lines[index:first]
    right_above = lines[first].number - lines[index].number == len(above)  # not across a gap, as below a title
    if not above or not right_above or not all(line.is_labelled and not line.is_told for line in above):
        return None
    below = fields(lines, first, broken=broken)
    if below is None or SAID_IN_STORIES.issuperset(name for name, _ in below.fields):
        return None
    return replace(below, start=index, fields=(*labelled.header_of(above).fields, *below.fields))


def makes_header(line: Line) -> bool:
    """True if a field alone is believed: its name is a header's, and its value may be one's."""
    found = line.found
    if found is None or aside.is_told(found.value):
        return False
    if found.fields == (Field.WORD_COUNT,):
        return numeral.first(found.value) is not None
    if found.fields == (Field.RATING,):
        return (
            rating.parse(found.value) is not Rating.NOT_RATED or len(found.value.split()) <= MOST_WORDS_OF_LONE_RATING
        )
    if found.fields == (Field.WARNINGS,) and 0 < len(found.value.split()) <= MOST_WORDS_OF_ONE and not line.is_told:
        return True
    return not written_name.is_weak(found.name) or aside.is_remark(line.text) or aside.introduces(found.value)


def preface(lines: Sequence[Line], index: int) -> Piece | None:
    """A remark of the writer above a long rule, with the story below the rule."""
    end = index
    while end < min(index + MOST_LEAD_LINES, len(lines)) and LONG_RULE.fullmatch(lines[end].text.strip()) is None:
        end += 1
    if end >= min(index + MOST_LEAD_LINES, len(lines)) or written_from(lines, end) >= len(lines):
        return None
    text = labelled.header.folded("\n".join(line.text for line in lines[index:end]))
    if any(line.is_field for line in lines[index:end]):
        return None
    if end - index > 1 and lines[end - 2].divides and unlabelled.underlined_title(lines, end - 1):
        return None
    speaks = len(text) <= LONGEST_PREFACE and (aside.introduces(text) or aside.is_remark(text))
    if len(lines) - end < end - index or aside.SPEECH.search(text) or not (speaks or aside.is_plain_remark(text)):
        return None
    return Piece(index, end, Kind.REMARK, ((Field.NOTES, text),))


def lead(lines: Sequence[Line], index: int, pieces: Sequence[Piece], *, broken: bool) -> Piece | None:
    """Prose above a header or between its fields, with more of the header right below."""
    end = index
    for _ in range(MOST_LEAD_BLOCKS):
        stop = block_end(lines, end, MOST_LEAD_LINES)
        text = "\n".join(line.text for line in lines[index:stop])
        end = written_from(lines, stop)
        if end >= len(lines) or len(text) > LONGEST_LEAD or aside.SPEECH.search(text):
            return None
        speaks = aside.is_remark(text) or aside.introduces(text)
        if not speaks and (len(text.split()) > MOST_WORDS_OF_LEAD or interrupts(lines, end, pieces, broken=broken)):
            return None
        if goes_on(lines, end, pieces, broken=broken):
            return Piece(index, stop, Kind.LEAD, ((Field.NOTES, labelled.header.folded(text)),))
    return None


def interrupts(lines: Sequence[Line], index: int, pieces: Sequence[Piece], *, broken: bool) -> bool:
    """True if the field here, below a header, may be a line of the story that only looks labelled."""
    below = fields(lines, index, broken=broken)
    if below is None or not known(pieces) - SAID_IN_STORIES:
        return False
    return {name for name, _ in below.fields} <= SAID_IN_STORIES


def goes_on(lines: Sequence[Line], index: int, pieces: Sequence[Piece], *, broken: bool) -> bool:
    """True if a header starts here or goes on with a new field, and a story follows."""
    below = fields(lines, index, broken=broken) or unlabelled_facts.comma_facts(lines, index)
    if below is None:
        return any(rule(lines, index) for rule in BELOW_PROSE) and written_from(lines, index + 1) < len(lines)
    if written_from(lines, below.end) >= len(lines):
        return False
    names = {name for name, _ in below.fields if isinstance(name, Field)}
    new = names - known(pieces)
    if OPENS_ANOTHER & names & known(pieces):
        return False
    return bool(new) and (len(new) > 1 or makes_header(lines[index]))

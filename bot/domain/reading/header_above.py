"""The head of a story that is known to start below: each line is a field, a fact, a title, a byline, or else a note."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.domain.header import field_line, header, rating, written_name
from bot.domain.header.field import Field, FieldName, Other
from bot.domain.header.field_line import Separator
from bot.domain.header.header import Fields
from bot.domain.reading import (
    aside,
    byline,
    caption,
    caution,
    fact,
    labelled,
    line,
    mail_head,
    meaning,
    site_line,
)
from bot.domain.reading.line import Kind, Line, Piece, once, written_from

Titles = frozenset[str]
"""The titles that stand behind their name, as `caption.same` gives them."""


@lru_cache(maxsize=16)  # several readings of a text start at the same line
def fields(text: str) -> Fields:
    """The fields that the text above a story gives."""
    lines = [believed(each) for each in labelled.unparted(line.read(unframed(text)))]
    lines = [as_field(lines, place) for place in range(len(lines))]
    found = meaning.by_category(resolved(pieces(lines)))
    return tuple((name, header.folded(value)) for name, value in (*found, *meaning.stated(found)))


@once
def labelled_part(lines: Sequence[Line], index: int) -> Piece | None:
    """The labelled fields that begin at a line, as far as they go."""
    first = lines[index]
    if not (first.is_field or first.is_of_archive):
        return None
    last = last_labelled(lines[index:])
    if last.start == 0 and not labelled.makes_header(first):
        return None
    end = written_from(lines, labelled.open_end(lines, index + last.start, index + last.end))
    return Piece(index, end, Kind.FIELDS, tuple(resolved(pieces(lines[index:end]))))


def last_labelled(lines: Sequence[Line]) -> Piece:
    """The last field with a name, up to where something else stands below a gap, or a field comes again. A name that
    nobody knows (`Date: 5 May`) counts only without a gap above it.
    """
    last = Piece(0, 1, Kind.FIELDS)
    seen: set[Field] = set()
    for piece in read(lines[: labelled.LONGEST_HEADER], frozenset()):
        first, apart = lines[piece.start], any(line.divides for line in lines[last.start : piece.start])
        again = first.is_field and seen.issuperset(first.fields)
        ends = again or aside.is_told(first.text) or not (first.is_field or first.is_other)
        if piece.kind is Kind.PLAIN or (apart and ends):
            break
        own = first.is_other or (first.is_labelled and not first.is_told)
        if first.is_field or first.is_of_archive or (own and not apart):
            last = piece
        seen.update(first.fields)
    return last


FRAME = re.compile(
    r"^(?:>{1,3}|-#)[ \t]+|^[*|#][ \t]{2,}(?=\S.*(?<=[ \t]{2})[*|#]$)|(?<=\S)[ \t]{2,}[*|#]$"
    r"|^\|[ \t](?=\S.*[ \t]\|$)|(?<=\S)[ \t]\|$",
    re.MULTILINE,
)
QUOTED = re.compile(r"^>{1,3}[ \t].*\n(?=[^>\n])", re.MULTILINE)
"""The last line of a quotation; what stands below it is the writer's own again."""


ESCAPED = re.compile(r"\\([*_~`|>#+.()\[\]!-])")
"""A mark that an editor wrote for Discord to show as it is: `\\*\\*Rain\\*\\*`."""


def unframed(text: str) -> str:
    """The text without the marks of a quotation or of small print, if no mail is quoted in it."""
    text = ESCAPED.sub(r"\1", text)
    if FRAME.search(text) is None or any(map(mail_head.is_of_mail, line.read(text))):
        return text
    return FRAME.sub("", QUOTED.sub(r"\g<0>\n", text))


PLACED = frozenset({Separator.DASH, Separator.COLUMN, Separator.DOT})


def believed(each: Line) -> Line:
    """The line with a field for which only its place speaks: `Legal - not mine`, alone with a dash; `🎵 Song: jazz`."""
    if each.is_field or each.is_other or each.divides:
        return each
    if (found := field_line.read(field_line.undecorated(field_line.clean(each.text)))) is None:
        return each
    is_known = found.fields and found.name[:1].isupper() and found.separator in PLACED
    is_other = found.separator is Separator.MARK and written_name.is_other(found.name)
    return replace(each, found=found) if is_known or is_other else each


MOST_WORDS_OF_SMALL_NAME = 2


def as_field(lines: Sequence[Line], place: int) -> Line:
    """The line with its name as a name of the writer's own: `mood: damp` right beside `rating: pg`, `Mood - damp`
    between two such lines; or `Words`, right above a number, as the name that it is.
    """
    each, beside = lines[place], lines[max(place - 1, 0) : place + 2]
    name, below = each.text.strip(" *_#"), "".join(line.text for line in lines[place + 1 : place + 2])
    if each.found is None and below.strip().isdecimal() and written_name.named(name) == (Field.WORD_COUNT,):
        return replace(each, found=field_line.FieldLine(name, (Field.WORD_COUNT,), "", Separator.NONE))
    marks = [other.separator for other in beside if other.is_field or other is each]
    dashed, small = marks == [Separator.DASH] * 3, each.name.islower() and len(marks) > 1
    if each.found is None or each.is_field or len(each.name.split()) > MOST_WORDS_OF_SMALL_NAME:
        return each
    own = replace(each.found, separator=Separator.MARK) if dashed else replace(each.found, name=each.name.capitalize())
    return replace(each, found=own) if dashed or small else each


def pieces(lines: Sequence[Line]) -> list[Piece]:
    """All that stands in these lines, each written line in one piece."""
    titles = frozenset(caption.titles(lines))
    return list(notes(lines, caption.chosen(lines, list(read(lines, titles)))))


# -- line by line ----------------------------------------------------------------------------------


def read(lines: Sequence[Line], titles: Titles) -> Iterator[Piece]:
    index = written_from(lines, 0)
    while index < len(lines):
        piece = at(lines, index, titles) or Piece(index, index + 1, Kind.PLAIN)
        if piece.kind is Kind.FIELDS:
            piece = with_value(lines, index, titles)
        elif piece.kind is not Kind.MAIL:
            titles |= {caption.same(value) for name, value in piece.fields if name is Field.TITLE}
        yield piece
        index = written_from(lines, piece.end)


def at(lines: Sequence[Line], index: int, titles: Titles) -> Piece | None:
    """What begins at a line; None if the line shows nothing by itself."""
    return (
        by_rule(lines, index)
        or fact.line(lines, index, titled=bool(titles) or is_titled(lines, index))
        or (None if titles or is_named(lines, index) else fact.title_and_facts(lines, index))
        or rated_title(lines, index)
        or byline.told(lines, index)
        or own_field(lines, index)
    )


def is_named(lines: Sequence[Line], index: int) -> bool:
    """True if a bold line is right above this one, or a title and the name of its writer."""
    below_author = index > 1 and not lines[index - 2].divides and byline.author(lines, index - 1) is not None
    return below_author or caption.is_headed(lines, index)


MOST_BESIDE_TITLE = 4
"""Lines that may stand between a title and its facts."""


def is_titled(lines: Sequence[Line], index: int) -> bool:
    """True if a title may stand right above this line, or above the name of its writer."""
    for place in range(index, max(index - MOST_BESIDE_TITLE, 0), -1):
        above = by_rule(lines, place - 1)
        if above is None:
            return caption.is_above(lines, place)
    return False


def by_rule(lines: Sequence[Line], index: int) -> Piece | None:
    return next((piece for rule in RULES if (piece := rule(lines, index)) is not None), None)


def field(lines: Sequence[Line], index: int) -> Piece | None:
    """A line with a name that we know."""
    return Piece(index, index + 1, Kind.FIELDS) if lines[index].is_field or lines[index].is_other else None


def own_field(lines: Sequence[Line], index: int) -> Piece | None:
    """A line with a name of the writer's own; a `Note to self: ...` is a note."""
    found = lines[index].found
    is_own = found is not None and found.value != "" and field_line.other(found) is not None
    is_note = is_own and written_name.named(lines[index].name.split()[0]) == (Field.NOTES,)
    return Piece(index, index + 1, Kind.FIELDS) if is_own and not is_note else None


def cautions(lines: Sequence[Line], index: int) -> Piece | None:
    """A warning or a rating without a colon; above a byline it is a title."""
    found = caution.of_line(lines[index])
    if found is None or (index + 1 < len(lines) and byline.BYLINE.fullmatch(site_line.short(lines[index + 1]))):
        return None
    return Piece(index, index + 1, Kind.FACTS, tuple(meaning.meant([found])))


def rated_title(lines: Sequence[Line], index: int) -> Piece | None:
    """`Snow [explicit]`, `Platform - CW: gore`; or `NSFW, CW: gore`."""
    if (found := caution.beside_title(field_line.clean(lines[index].text))) is None:
        return None
    name = Field.RATING if rating.is_name(found[0]) else Field.TITLE
    return Piece(index, index + 1, Kind.FACTS, ((name, found[0]), found[1]))


RULES = (
    mail_head.headers,
    mail_head.subject,
    site_line.listed,
    field,
    cautions,
    site_line.formed,
    site_line.headed,
    mail_head.quoted,
    caption.chapter,
    byline.shared,
    byline.author,
)
"""What a line may be by itself, tried in this order."""


# -- a field and its value -------------------------------------------------------------------------

LONGEST_BRACKET = 30
"""Lines that a bracket may enclose."""


def with_value(lines: Sequence[Line], index: int, titles: Titles) -> Piece:
    """The field that is here, with all lines of its value, and the signs of a rating beside a count: `🔞 100 words`."""
    end = value_end(lines, index, titles)
    group = [each for each in lines[index:end] if not each.divides]
    fields = tuple(meaning.meant(labelled.written_in(group), group))
    signs = rating.codes(lines[index].text) if [name for name, _ in fields] == [Field.WORD_COUNT] else ()
    return Piece(index, end, Kind.FIELDS, (*fields, *((Field.RATING, sign) for sign in signs)))


def value_end(lines: Sequence[Line], index: int, titles: Titles) -> int:
    """The line below the value of the field that is here, which may go on to the end of a bracket."""
    inside = lines[index : index + LONGEST_BRACKET] if labelled.opens_bracket(lines[index]) else ()
    for place, each in enumerate(inside, index):
        if each.stripped.endswith((")", "]")):
            return place + 1
    end = index + 1
    while (below := written_from(lines, end)) < len(lines) and goes_on(lines, index, below, titles):
        end = below + 1
    return end


def goes_on(lines: Sequence[Line], index: int, place: int, titles: Titles) -> bool:
    """True if the value of a field goes on with this line."""
    first, each = lines[index], lines[place]
    if (
        (each.is_field or each.is_other or caption.same(each.text) in titles)
        or (each.is_bare and not first.is_bare)
        or (each.found is not None and each.text[:2] == first.text[:2] in {"**", "__"})  # a bold name below another
        or labelled.has_ended(lines, index, place)
    ):
        return False
    if lines[place - 1].divides:
        return goes_on_below_gap(lines, index, place, titles)
    if labelled.is_unfinished(lines[place - 1]):
        return True
    if begins(lines, index, place, titles) or (not titles and caption.closes(lines, place)):
        return False
    long = first.is_bare or labelled.runs_on(first)
    return long or lines[place - 1].stripped.endswith(",") or labelled.wraps(lines[place - 1], each)


def goes_on_below_gap(lines: Sequence[Line], index: int, place: int, titles: Titles) -> bool:
    """True if a name has its value below a gap, or a gap is in the middle of a sentence."""
    first, last = lines[index], next(each for each in reversed(lines[:place]) if not each.divides)
    if first.is_bare and last is first:
        return not begins(lines, index, place, titles) if labelled.runs_on(first) else at(lines, place, titles) is None
    middle = lines[place].text[:1].islower() or labelled.GOES_ON.search(last.text) is not None
    return labelled.runs_on(first) and labelled.is_unfinished(last) and middle


def begins(lines: Sequence[Line], index: int, place: int, titles: Titles) -> bool:
    """True if something else begins in the middle of a value. Facts that are as well words of a sentence do not, nor
    does an address that a sentence leads to.
    """
    first, piece = lines[index], at(lines, place, titles)
    if piece is None:
        return False
    names = piece.names
    if first.is_bare and place == written_from(lines, index + 1):
        # Below an empty summary, archives have `Drama / P12 / Gen`.
        return len(names) > 1 and Field.RATING in names and labelled.runs_on(first)
    vague = piece.kind is Kind.FACTS and len(names) > 1 and not names & fact.SURE
    led_to = not names and labelled.GOES_ON.search(lines[place - 1].text) is not None
    return not ((vague or led_to) and labelled.runs_on(first))


# -- lines that show nothing by themselves ---------------------------------------------------------


def notes(lines: Sequence[Line], found: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, with plain lines that stand together as one note."""
    titled = any(Field.TITLE in piece.names for piece in found)
    listings = {place for piece in found if site_line.is_listing(piece.fields) for place in (piece.start, piece.end)}
    for piece in together(found):
        if piece.kind is Kind.PLAIN:
            beside_listing = not listings.isdisjoint((piece.start, piece.end))
            text = " ".join(" ".join(field_line.clean(each.text).split()) for each in lines[piece.start : piece.end])
            yield replace(piece, fields=tuple(remark(text, titled=titled, beside_listing=beside_listing)))
        else:
            yield piece


def together(found: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces, with plain ones side by side as one."""
    joined: list[Piece] = []
    for piece in found:
        if joined and joined[-1].kind is piece.kind is Kind.PLAIN and joined[-1].end == piece.start:
            joined[-1] = replace(joined[-1], end=piece.end)
        else:
            joined.append(piece)
    return joined


SPACED = re.compile(r"\w(?: \w){3,}")
"""`S P O I L E R`, a letter a line, with which lists kept a story off the screen."""


def remark(text: str, *, titled: bool, beside_listing: bool) -> Fields:
    """A summary, if it stands right beside an archive's list of facts; a dedication; or, behind facts, a disclaimer
    or a note.
    """
    if SPACED.fullmatch(text):
        return ()
    if beside_listing and aside.PERSON.search(text) is None:
        return ((Field.SUMMARY, text),)
    if aside.DEDICATION.match(text):
        return ((Other("Dedication"), text),)
    if aside.FEEDBACK_ASKED.fullmatch(text):
        return ((Field.FEEDBACK, text),)
    facts, rest = fact.leading(text[1:-1].strip() if aside.ASIDE.fullmatch(text) else text, titled=titled)
    if aside.OWNERSHIP.search(rest.lower()) or meaning.owns(meaning.sentences(rest)[0]):
        return (*facts, *disclaimed(rest))
    return (*facts, *fact.said(rest))


def disclaimed(text: str) -> Iterator[tuple[FieldName, str]]:
    """A disclaimer, and what its last sentences say of the story."""
    said = meaning.sentences(text)
    end = 1 + max((place for place, each in enumerate(said) if meaning.owns(each)), default=0)
    while end < len(said) and not aside.is_plain_remark(said[end]):
        end += 1
    yield Field.DISCLAIMER, " ".join(said[:end]).strip("[]()*_ ")
    if said[end:]:
        yield Field.NOTES, " ".join(said[end:])


# -- the fields of all pieces ----------------------------------------------------------------------

RANKS = {Kind.FIELDS: 0, Kind.FACTS: 1, Kind.TITLE: 1, Kind.MAIL: 2, Kind.PLAIN: 2, Kind.MARK: 2}
"""The sources of a title and an author, the most believed first: a name, a line by itself, what programs write."""
ONLY_ONE: tuple[FieldName, ...] = (Field.TITLE, Field.AUTHOR)


def resolved(found: Sequence[Piece]) -> list[tuple[FieldName, str]]:
    """The fields of all pieces, a title and an author only from the sources that are believed most."""
    least = {name: min((RANKS[each.kind] for each in found if name in each.names), default=0) for name in ONLY_ONE}
    every: list[tuple[FieldName, str]] = []
    for place, piece in enumerate(found):
        if place and continues(found, place):
            name, value = every[-1]
            every[-1] = (name, f"{value}\n{piece.fields[0][1]}")
            continue
        for each in piece.fields:
            is_new = piece.kind is Kind.FIELDS or each not in every
            if is_new and RANKS[piece.kind] <= least.get(each[0], RANKS[piece.kind]):
                every.append(each)
    return every


def continues(found: Sequence[Piece], place: int) -> bool:
    """True if a paragraph goes on with the value of the field above it: with notes, or between two fields."""
    above, piece = found[place - 1], found[place]
    if above.kind is not Kind.FIELDS or piece.kind is not Kind.PLAIN or piece.names != {Field.NOTES}:
        return False
    last, text = above.fields[-1][0], piece.fields[0][1]
    between = place + 1 < len(found) and found[place + 1].kind is Kind.FIELDS and last in labelled.PROSE
    return last is Field.NOTES or (between and text[:1].isalpha() and aside.PERSON.search(text) is None)

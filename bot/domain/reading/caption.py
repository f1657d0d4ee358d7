"""The title of a story, and which part of it this is, where no name says so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.header import field_line, rating, written_name
from bot.domain.header.field import Field, Other
from bot.domain.reading import aside, byline, phrases
from bot.domain.reading.line import Kind, Line, Piece, written_from
from bot.domain.reading.title import bare, is_listed, is_short, looks_titled

LONGEST = 140
RULING = "-=~*_+#<>"

(CHAPTER,) = phrases.FORMS["form of a chapter"]
"""`Chapter 2: The Lamp`, `Part the Third  Oil`, `Prologue`."""
HEADING = re.compile(r"#{1,3} ")
BOLD = re.compile(r"\A\s*(?:\*{2,3}|_{2,3}|[\"“«„])[^*_\"”»]{1,80}(?:\*{2,3}|_{2,3}|[\"”»“])\s*\Z")
BESIDE = re.compile(
    r"\A\[(?:fan\s?)?(?:fic(?:let|tion)?|drabble|one-?shot|story)\]\s|\s[(\[]\d{1,2}/\d{1,2}[)\]]\Z", re.IGNORECASE
)
"""`[fic] ` and ` (1/1)` beside a title."""
TAGGED = re.compile(r"#\w[^#]{0,40}\s#\w|[^<]{0,100}<(?:@|a?:\w)|(?:for\s)?@[^\W\d][\w.-]{1,31}[\s,:]")
"""Tags, or a line that mentions an account."""
MIDDLE = re.compile(r"\w{3}[.!?]\s+\S")
"""The end of a sentence in the middle of a line."""


def chapter(lines: Sequence[Line], index: int) -> Piece | None:
    """A chapter's line, with its name behind it or in quotes below it."""
    text = lines[index].stripped
    if len(text) > LONGEST or (match := CHAPTER.fullmatch(text)) is None:
        return None
    name, end = match["name"] or match["behind"], index + 1
    below = lines[end].stripped if end < len(lines) else ""
    if name is None and bare(below) != below and is_short(bare(below)):
        name, end = below, index + 2
    return Piece(index, end, Kind.FACTS, ((Other("Chapter"), bare(name or match["whole"])),))


# -- which line is the title -----------------------------------------------------------------------


def chosen(lines: Sequence[Line], found: Sequence[Piece]) -> list[Piece]:
    """The pieces, with the line that is the title as such a piece. A line that only repeats the title says nothing."""
    found = list(found)
    titles = {same(value) for piece in found for name, value in piece.fields if name is Field.TITLE}
    if not any(Field.TITLE in piece.names for piece in found if piece.kind is not Kind.MAIL):
        best = max((Candidate(lines, found, place) for place in range(len(found))), key=sign, default=None)
        if best is not None and sign(best) > (ALONE if titles else 0):
            titles = {same(best.title)}
            found[best.place] = replace(best.piece, kind=Kind.TITLE, fields=((Field.TITLE, best.title),))
            name_below(best, found)
        elif not titles:
            found = list(map(named_chapter, found))
    return [
        replace(piece, kind=Kind.MARK)
        if piece.kind is Kind.PLAIN and same(lines[piece.start].text) in titles
        else piece
        for piece in found
    ]


def named_chapter(piece: Piece) -> Piece:
    """A chapter's line, its name as the title of a story that has no other."""
    is_named = piece.names == {Other("Chapter")} and CHAPTER.fullmatch(piece.fields[0][1]) is None
    return replace(piece, fields=((Field.TITLE, piece.fields[0][1]),)) if is_named else piece


@dataclass(frozen=True, slots=True)
class Candidate:
    """A piece that may be the title."""

    lines: Sequence[Line]
    pieces: Sequence[Piece]
    place: int

    @property
    def piece(self) -> Piece:
        return self.pieces[self.place]

    @property
    def text(self) -> str:
        return self.lines[self.piece.start].text

    @property
    def title(self) -> str:
        return shown(self.text)

    def beside(self, step: int) -> Kind | None:
        """What stands right above it (-1), or right below (1), with no gap between."""
        place = max(self.place + step, 0)
        near = (
            each
            for each in self.pieces[place : place + 1]
            if self.piece.start == each.end or self.piece.end == each.start
        )
        return next((each.kind for each in near), None)

    @property
    def line_below(self) -> str:
        return "" if self.beside(1) is None else self.lines[self.piece.end].text

    @property
    def begins(self) -> bool:
        """True if no plain line stands right above it."""
        return self.beside(-1) is not Kind.PLAIN

    @property
    def is_alone(self) -> bool:
        """True if none stands right below it, either."""
        return self.begins and self.beside(1) is not Kind.PLAIN


def above_byline(each: Candidate) -> bool:
    named = each.beside(1) is not None and Field.AUTHOR in each.pieces[each.place + 1].names
    return named and not byline.SIGNED.fullmatch(each.line_below) and not is_headed(each.lines, each.piece.start)


def above_facts(each: Candidate) -> bool:
    """A line above facts, or above a name with facts below it: `Low Tide`, `Ruth Salt`, `Harbour, PG, 100 words`."""
    named = byline.FULL_NAME.fullmatch(bare(each.line_below)) is not None
    return replace(each, place=each.place + named).beside(1) is Kind.FACTS


def set_off(each: Candidate) -> bool:
    """A line with marks or quotes around it, or Discord's heading."""
    marked = not each.text.strip().startswith(each.title)
    apart = is_in_rule(each.text) or each.is_alone or is_bold(each)
    return HEADING.match(each.text) is not None or (marked and apart)


def is_bold(each: Candidate) -> bool:
    """True for a bold or quoted line that begins its paragraph, if the next is neither."""
    return each.begins and BOLD.match(each.text) is not None and BOLD.match(each.line_below) is None


def on_page(each: Candidate) -> bool:
    """The title on an archive's page, with the author below it: above `Summary` or the archive's own
    fields, or below these.
    """
    author = each.pieces[each.place + 1 : each.place + 2]
    if not author or author[0].kind is not Kind.PLAIN:
        return False
    below = each.lines[written_from(each.lines, author[0].end) :][:1]
    summed_up = any((line.is_bare and line.fields == (Field.SUMMARY,)) or line.is_of_archive for line in below)
    return summed_up or any(each.lines[piece.start].is_of_archive for piece in each.pieces[: each.place])


def looks_like_one(each: Candidate) -> bool:
    """A line that looks like a title, alone or the first of two or three that do."""
    titled = (looks_titled(each.title) or is_listed(each.title)) and each.title[-1] not in "!?"
    last = closes(each.lines, each.piece.start)
    return titled and (each.is_alone or last or (each.begins and len(titles_below(each)) > 0))


def stands_alone(each: Candidate) -> bool:
    return (
        each.is_alone
        and aside.PERSON.search(each.title) is None
        and (each.title[-1] != "." or each.title.endswith(".."))
    )


SIGNS = (
    above_byline,
    set_off,
    above_facts,
    on_page,
    looks_like_one,
    stands_alone,
)
"""The signs of a title, the strongest first. Of several lines with the same sign, the first is the title."""
ALONE = len(SIGNS) - SIGNS.index(stands_alone)
"""A sign that is too weak where a mail's subject says what the story is called."""


def sign(each: Candidate) -> int:
    """How strong the strongest sign of a title is; 0 for none."""
    if not may_be(each.text) or not (each.piece.kind is Kind.PLAIN or is_unknown(each)):
        return 0
    return next((len(SIGNS) - place for place, holds in enumerate(SIGNS) if holds(each)), 0)


def is_unknown(each: Candidate) -> bool:
    """True for `Harbour: Low Tide` on its own, which has the form of a field of no known name."""
    line = each.lines[each.piece.start]
    is_known = line.is_field or written_name.is_other(line.name) or rating.is_name(line.name)
    is_own = each.piece.kind is Kind.FIELDS and not is_known and not line.value.isdigit()
    is_alone = each.beside(-1) is None and each.beside(1) is not Kind.FIELDS
    return is_own and is_alone and looks_titled(each.title.replace(":", ""))


def may_be(text: str) -> bool:
    title = shown(text)
    if not is_short(title) or TAGGED.match(text):
        return False
    ends = title.endswith((",", ";", ":")) or MIDDLE.search(title) is not None
    return not ends and not aside.DEDICATION.match(title) and not aside.is_plain_remark(title)


def shown(text: str) -> str:
    """A title without the marks around it, and without what says how much of a story it is."""
    title = bare(text.strip().strip(RULING).strip() if is_in_rule(text) else text)
    return bare(BESIDE.sub("", title))


def is_in_rule(text: str) -> bool:
    text = text.strip()
    return set(RULING).issuperset(text[:3] + text[-3:])


def same(title: str) -> str:
    """A title for comparison."""
    return bare(title).casefold().strip(" .")


def titles_below(each: Candidate) -> range:
    """The places of one or two plain lines, all right below this one, if they look like titles as well: a subtitle, a
    fandom, a name.
    """
    end = each.place + 1
    while replace(each, place=end - 1).beside(1) is Kind.PLAIN:
        end += 1
    places = range(each.place + 1, end)
    below = [bare(each.lines[each.pieces[at].start].text) for at in places]
    return places if len(below) <= 2 and all(map(looks_titled, below)) and all(map(may_be, below)) else range(0)


def name_below(each: Candidate, found: list[Piece]) -> None:
    """Take the name right below a title for its author, and a line between them for its fandom."""
    if any(Field.AUTHOR in piece.names for piece in found if piece.kind is not Kind.MAIL):
        return
    is_on_page = on_page(each)
    below = range(each.place + 1, each.place + 2) if is_on_page else titles_below(each)
    names = [bare(each.lines[found[at].start].text) for at in below]
    if names and (is_on_page or byline.FULL_NAME.fullmatch(names[-1])):
        for at, field, name in zip(reversed(below), (Field.AUTHOR, Field.FANDOM), reversed(names), strict=False):
            found[at] = replace(found[at], kind=Kind.TITLE, fields=((field, name),))


# -- for those who read from line to line ----------------------------------------------------------


def titles(lines: Iterable[Line]) -> Iterator[str]:
    """The titles that stand behind their name."""
    for line in lines:
        if line.found is not None and Field.TITLE in line.fields:
            yield same(next(iter(field_line.split(line.found))).value)


def is_above(lines: Sequence[Line], index: int) -> bool:
    """True if a title may stand right above this line."""
    above = lines[index - 1].text if index and not lines[index - 1].divides else ""
    return may_be(above) and (is_headed(lines, index) or aside.PERSON.search(above) is None)


def is_headed(lines: Sequence[Line], index: int) -> bool:
    """True if a bold line or Discord's heading stands right above this line."""
    above = lines[index - 1].text if index else ""
    return HEADING.match(above) is not None or BOLD.match(above) is not None


def closes(lines: Sequence[Line], index: int) -> bool:
    """True if the last line of a header is a title, below a value that has ended."""
    text = lines[index].text
    ended = index > 0 and lines[index - 1].is_told
    return ended and written_from(lines, index + 1) == len(lines) and looks_titled(bare(text)) and may_be(text)

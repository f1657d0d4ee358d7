"""The reader: where a text's story may start and end, the likeliest first, each with its reasons and its header."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import takewhile

from bot.domain.documents import furniture
from bot.domain.header import form, header, written_name
from bot.domain.header.field import Field
from bot.domain.header.header import Fields, Header
from bot.domain.reading import (
    afterword,
    aside,
    byline,
    caution,
    header_above,
    heading,
    judgement,
    likeliest,
    line,
    line_fact,
    mail_head,
)
from bot.domain.reading.judgement import Cut, Judged
from bot.domain.reading.likeliest import Scores
from bot.domain.reading.line import Line, Piece, block_end, last_written, written_from
from bot.domain.reading.reading import FEWEST_WORDS_OF_STORY, Bounds, Reading, Reason, whole_lines
from bot.domain.text import numeral


@dataclass(frozen=True, slots=True)
class Text:
    """A text with all that was found in it."""

    whole: tuple[str, ...]
    """Its lines, each with its end."""
    lines: Sequence[Line]
    """Those above what stands around it, as they are read."""
    cuts: tuple[Cut, ...]
    """Where its story may start and end, the likeliest first; there is always one."""
    headers: tuple[Piece, ...]
    """The headers of further stories below the first."""
    shown: Mapping[int, frozenset[str]]
    """What is shown by the lines near the text's top and its end, by their places."""


def of(text: str) -> tuple[Reading, ...]:
    """The readings of a text whose lines end in line feeds, the best first; there is always one. Where the best may
    start with a title, or end with a note, the next is the one without it.
    """
    found = read(text)
    best, *others = found.cuts
    why = tuple(reasons(found, best))
    if Reason.MAY_BE_NOTE in why:
        others.sort(key=lambda cut: cut.start != best.start or cut.end >= best.end)
    if Reason.MAY_BE_TITLE in why:
        others.sort(key=lambda cut: cut.end != best.end or cut.start <= best.start)
    further = (reading(text, cut.start, cut.end, cut.odds) for cut in others)
    return (reading(text, best.start, best.end, best.odds, why), *further)


@lru_cache(maxsize=2)  # a text's readings, its stories and its writer's choice are asked for one after the other
def read(text: str) -> Text:
    judged = judgement.read(line.read(mail_head.unmarked(furniture.without(text))))
    end = len(judged.lines)
    if is_header_alone(judged):
        return Text(whole_lines(text), judged.lines, (Cut(end, end, 1.0, ()),), (), {})
    scores = likeliest.scores(judged)
    start = likeliest.start(judged, scores)
    if (others := afterword.others_below(judged.lines, start)) < len(judged.lines):
        judged = judgement.read(line.Lines(judged.lines[:others]))
        scores = likeliest.scores(judged)
        start = likeliest.start(judged, scores)
    judged = judgement.footed(judged, start)
    ruled = likeliest.ruled(judged, scores)
    start, headers = with_sections(judged, likeliest.starts(judged, ruled))
    if headers:
        judged = judgement.footed(judged, written_from(judged.lines, headers[-1].end))
        ruled = around(judged, likeliest.ruled(judged, scores), start, headers)
    cuts = told_apart(judged.lines, likeliest.cuts(judged, ruled))
    shown = {judged.written[each]: facts for each, facts in judged.parts.items()}
    return Text(whole_lines(text), judged.lines, tuple(cuts), headers, shown)


def told_apart(lines: Sequence[Line], cuts: Sequence[Cut]) -> list[Cut]:
    """The cuts that differ by more than marks and `The End`, each with the odds of all that do not. Marks below a
    story, and above one that begins the text, are its own: a silence such as `“…”` is no note.
    """
    top, found = written_from(lines, 0), dict[tuple[int, int], Cut]()
    for cut in cuts:
        first, end = written_from(lines, cut.start), cut.end
        start = top if top < first and all(map(closes, lines[top:first])) else cut.start
        last = next((place for place in reversed(range(start, end)) if not closes(lines[place])), start)
        while (below := written_from(lines, end)) < len(lines) and is_marks(lines[below]):
            end = below + 1
        known = found.get((start, last), replace(cut, start=start, end=end, odds=0.0))
        found[start, last] = replace(known, odds=known.odds + cut.odds)
    return sorted(found.values(), key=lambda cut: cut.odds, reverse=True)


def closes(line: Line) -> bool:
    return line.divides or is_marks(line) or aside.ends_story(line.stripped)


def is_marks(line: Line) -> bool:
    return not any(map(str.isalnum, line.text)) and caution.of_line(line) is None


def with_sections(judged: Judged, likely: Sequence[int]) -> tuple[int, tuple[Piece, ...]]:
    """The story's start, and the headers of further stories: below labelled fields, below a title with its count, below
    the likeliest starts, or among drabbles that begin with the text.
    """
    lines, top, start = judged.lines, judged.written[0], likely[0]
    places = (judged.written[each] for each in judged.starts)
    counted = (place for place in places if heading.below_counted(lines, place) > place)
    starts = (judged.below_labels, next(counted, start), *likely)
    below = (heading.below_counted(lines, each) for each in starts if 0 <= each < len(lines))
    for first in dict.fromkeys(place for place in below if place < len(lines)):
        found, headers = titled(lines, first)
        if headers:
            is_title = headers[0].start == found
            return start if found < start and not is_title and are_of_header(lines[found:start]) else found, headers
    drabbles = heading.drabbles(lines, top) if judged.below_labels < 0 and top not in starts else ()
    if drabbles and drabbles[0].start == top and any(byline.author(lines, at) for at in range(top, drabbles[0].end)):
        return written_from(lines, drabbles[0].end), drabbles[1:]
    return (top if drabbles else start), drabbles


def are_of_header(lines: Sequence[Line]) -> bool:
    """True for fields with names of a writer's own, such as `FSK: 12`, below those that end a header by themselves."""
    return all(each.divides or (each.is_labelled and not each.is_told) for each in lines)


def is_header_alone(judged: Judged) -> bool:
    """True if there is no story: the text begins with labelled fields, and these are all of it."""
    lines, end = judged.lines, judged.below_labels
    return end == len(lines) or (end >= 0 and all(each.is_field for each in lines if not each.divides))


def titled(lines: Sequence[Line], start: int) -> tuple[int, tuple[Piece, ...]]:
    """The story's start, and the headers of further stories. A title right above the first story belongs to that story,
    if the others have titles too.
    """
    headers = heading.headers(lines, start)
    title = last_written(lines, 0, start) - 1
    if title < 0 or not may_name_section(lines, title):
        return start, headers
    with_first = heading.headers(lines, title)
    return (title, with_first) if with_first and with_first[0].start == title else (start, headers)


def may_name_section(lines: Sequence[Line], title: int) -> bool:
    """True if a line above a story may be its first section's title: another title is above it."""
    if lines[title].is_field or not heading.is_below_gap(lines, title) or byline.author(lines, title) is not None:
        return False
    return Field.TITLE in dict(header_above.fields("\n".join(each.text for each in lines[:title])))


def around(judged: Judged, scores: Scores, start: int, headers: Sequence[Piece]) -> Scores:
    """The cuts of which all stories are a part: each starts above the further headers, and ends where the last story,
    which may state its own count, is likely to end.
    """
    first = min(bisect_left(judged.written, start), judged.starts[-1])
    below = headers[-1].end
    ends = {each for each in judged.ends if judged.written[each - 1] >= below} or {len(judged.written)}
    last = bisect_left(judged.written, below)
    of_last = last if last in judged.starts else first
    return {(first, end): score for (begin, end), score in scores.items() if begin == of_last and end in ends}


# -- the reasons for a reading ---------------------------------------------------------------------

COUNTED = {
    "agrees.by.ao3": Reason.COUNT_AGREES,
    "agrees.by.spaces": Reason.COUNT_AGREES_BY_SPACES,
    "agrees.with.title": Reason.COUNT_AGREES_WITH_TITLE,
    "differs": Reason.COUNT_DIFFERS,
}
"""What a stated count shows, as a reason."""


def reasons(found: Text, cut: Cut) -> Iterator[Reason]:
    lines = found.lines
    if cut.start <= written_from(lines, 0):
        yield Reason.NO_HEADER
    else:
        has_labels = any(each.is_field for each in lines[: cut.start])
        yield Reason.LABELLED_HEADER if has_labels else Reason.UNLABELLED_HEADER
        if lines[cut.start - 1].divides:
            yield Reason.GAP_ABOVE
    yield from (COUNTED[fact] for fact in cut.count if fact in COUNTED)
    if is_prose_beside(found, cut):
        yield Reason.MORE_BESIDE
    if may_start_below(found, cut):
        yield Reason.MAY_BE_TITLE
    if may_end_above(found, cut):
        yield Reason.MAY_BE_NOTE
    below = written_from(lines, cut.end)
    if below < len(lines) and aside.ends_story(lines[below].stripped):
        yield Reason.END_MARKED


READS_LIKE_A_STORY = frozenset({"prose", "in.quotes"})
"""Facts of a paragraph that may as well be the story's."""


def is_prose_beside(found: Text, cut: Cut) -> bool:
    """True if a paragraph right beside a story reads like its own, or as much as another story stands beside it."""
    apart = (place for place, facts in found.shown.items() if "prose" in facts and not cut.start <= place < cut.end)
    words = sum(len(found.lines[place].text.split()) for place in apart)
    return words >= FEWEST_WORDS_OF_STORY or any(
        caution.may_be_told(each) or not READS_LIKE_A_STORY.isdisjoint(line_fact.of_line(each))
        for each in paragraphs_beside(found.lines, cut)
    )


def paragraphs_beside(lines: Sequence[Line], cut: Cut) -> Iterator[Line]:
    """The plain lines that stand together right above a story, and right below it, each as one line."""
    for apart in (lines[: cut.start][::-1], lines[cut.end :]):
        first = written_from(apart, 0)
        near = [*takewhile(lambda each: each.found is None and not each.divides, apart[first:])]
        if near:
            text = " ".join(each.stripped for each in sorted(near, key=lambda each: each.number))
            yield replace(near[0], text=text)


TITLES, BELOW_TITLES = frozenset({"titled", "title.by"}), frozenset({"speech", "byline"})


def may_start_below(found: Text, cut: Cut) -> bool:
    """True if a story's first line may be the header's: it has a name that only headers have, or its paragraph tells
    how the story came about; or it is the text's first and looks like a title, and the next does not.
    """
    start = written_from(found.lines, cut.start)
    below, end = written_from(found.lines, start + 1), block_end(found.lines, start, MOST_LINES_OF_NOTE)
    if below >= cut.end or "agrees" in cut.count:
        return False
    first, shows = found.lines[start], found.shown.get(start, frozenset[str]())
    if "field" in shows and written_name.is_telling(first.name):
        return True
    if end < cut.end and aside.may_open_post(" ".join(each.text.strip() for each in found.lines[start:end])):
        return True
    if start > written_from(found.lines, 0) or first.is_told or "speech" in shows or TITLES.isdisjoint(shows):
        return False
    return found.lines[below].is_told or not BELOW_TITLES.isdisjoint(found.shown.get(below, ()))


NAMED = frozenset({"field", "other", "labelled.short"})
OF_POSTS = frozenset("own about chats count this.story smiley signed date furniture field.notes".split())  # noqa: SIM905
MOST_WORDS_OF_NOTE, MOST_LINES_OF_NOTE = 10, 4


def may_end_above(found: Text, cut: Cut) -> bool:
    """True if a story's last line may be a note: it has a name, speaks of posts, or is no sentence where others are."""
    written = [each for each in found.lines[cut.start : cut.end] if not each.divides][-2:]
    if len(written) < 2 or "agrees" in cut.count or len(written[1].text.split()) > MOST_WORDS_OF_NOTE:
        return False
    above, last = written
    shows = found.shown.get(cut.end - 1, frozenset[str]())
    if not OF_POSTS.isdisjoint(shows) or (above.is_told and aside.may_be_farewell(last.stripped)):
        return True
    return not last.is_told and "speech" not in shows and (above.is_told or not NAMED.isdisjoint(shows))


# -- one reading -----------------------------------------------------------------------------------


def reading(text: str, start: int, end: int, confidence: float = 1.0, reasons: tuple[Reason, ...] = ()) -> Reading:
    """A reading that keeps no more than the text: who looks at its header late has the text read again."""
    find_header = cache(lambda: header_of(read(text), start, end))
    return Reading(Bounds(start, end), find_header, read(text).whole, confidence, reasons)


OF_ITS_OWN = frozenset({Field.TITLE, Field.WORD_COUNT, Field.SUMMARY, Field.NOTES})
"""Fields that a story's header states of that story alone."""

NEVER_BELOW = afterword.GONE_BY.union(header_above.ONLY_ONE, {Field.WORD_COUNT, Field.FANDOM, Field.PAIRING})
"""Fields that are shown above a story wherever they were written."""


def header_of(found: Text, start: int, end: int) -> Header:
    """The header of the story between these lines: the fields above, inside and below it, and of no other story."""
    own = next((piece for piece in reversed(found.headers) if piece.end <= start), None)
    below = next((piece.start for piece in found.headers if piece.start >= end), len(found.lines))
    first = header_above.fields("".join(found.whole[: start if own is None else found.cuts[0].start]))
    above = first if own is None else of_further_story(first, own)
    inside = [piece for piece in found.headers if start <= piece.start < end]
    told = Header(tuple(each for piece in inside for each in piece.fields))
    gone_by = [each for each in told.fields if each[0] in afterword.GONE_BY]
    rated = [(Field.RATING, said) for said in told.rated_beside]
    titled = (caution.beside_title(each.text) for each in found.lines[start:end][:1])
    beside = [title[1] for title in titled if title is not None]
    above += tuple(each for each in dict.fromkeys((*gone_by, *rated, *beside)) if each not in above)
    whole = with_foot(above, found.lines[:below], end if start < end else below)
    further = [piece for piece in inside if piece.start > start]
    counts = [count for piece in further for count in counts_at(found.lines, piece)]
    return added_up(whole, counts, 1 + len(further))


def of_further_story(first: Fields, own: Piece) -> Fields:
    """The fields of a further story: its own, and those of the first header that hold for both."""
    if not own.fields:
        return first
    shared = [(name, value) for name, value in first if name not in own.names and name not in OF_ITS_OWN]
    return (*((name, header.folded(value)) for name, value in own.fields), *shared)


def with_foot(above: Fields, lines: Sequence[Line], end: int) -> Header:
    """The header of a story that ends there: these fields above it, and the fields of its foot."""
    names = dict(above)
    told = afterword.fields_from(lines, end, names.get(Field.TITLE, ""))
    only = names.keys() & header_above.ONLY_ONE
    found = [(name, header.folded(value)) for name, value in told if name not in only]
    up = [each for each in found if each[0] in NEVER_BELOW]
    return Header((*above, *up), tuple(each for each in found if each not in up))


def counts_at(lines: Sequence[Line], piece: Piece) -> Iterator[str]:
    """The counts stated between two stories: at the foot of one and in the header of the next."""
    above = lines[heading.closed_from(lines, piece) : piece.start]
    yield from (each.value for each in above if Field.WORD_COUNT in each.fields)
    yield from (value for name, value in piece.fields if name is Field.WORD_COUNT)


def added_up(found: Header, inside: Sequence[str], stories: int) -> Header:
    """The header of several stories; if each states its count, this header states the sum."""
    stated = [*found.all(Field.WORD_COUNT), *inside]
    numbers = [number for number in map(numeral.first, stated) if number is not None]
    if stories == 1 or not len(stated) == len(numbers) == stories:
        return found
    total = f"{sum(numbers)} ({'; '.join(map(header.folded, stated))})"
    return form.replaced(found, (Field.WORD_COUNT,), [(Field.WORD_COUNT, total)])


def stories(text: str) -> tuple[Reading, ...]:
    """Each story by itself; none if there is only one, as where a foot is all that a header has below it."""
    found = read(text)
    best = found.cuts[0]
    places = heading.stories(found.lines, best.start, best.end, found.headers) if found.headers else []
    if any(end <= start for start, end in places):
        return ()
    return tuple(reading(text, start, end) for start, end in places)


def bounded(text: str, bounds: Bounds) -> Reading:
    """The reading with the story between these lines, as its writer chose them."""
    found = read(text)
    start, end = max(0, bounds.start), min(len(found.whole), max(bounds.start, bounds.end))
    return reading(text, start, end)

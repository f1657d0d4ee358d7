"""Where a story starts and ends: the odds of each cut are the sum of what its lines, its borders and its words show.

The weights are learnt from labelled posts, by `make weights`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, pairwise
from math import fsum

from bot.domain.header import written_name
from bot.domain.header.field import Field
from bot.domain.reading import afterword, aside, evidence, genre, labelled, mail_head, phrases, site_line, stated_count
from bot.domain.reading.line import Line, Lines
from bot.domain.reading.line_fact import sized
from bot.domain.text import conventions, markup

MOST_LINES = 60
"""Written lines from the top among which a story may start, and lines from the end among which it may end."""

FORMS = frozenset({50, 100, 150, 200, 221, 250, 300, 500})
"""Words of the forms of short stories that have a number."""

TINY, SHORT = 10, 25
"""Words of stories that are hardly any."""
RULED_END, BELOW_NONE, AT_ONCE, BELOW_LABELS, BELOW_TITLE, NO_STORY = 4.0, 4.3, 3.0, 1.0, 2.5, 12.0
"""What it is worth that the rules for a foot find the same end; that a story starts below a line that is surely none,
at once below labelled fields or with a long paragraph there, otherwise below these, or below a title alone; and what it
costs that it starts or ends with a line that is surely none.
"""
AGREES = 3.0
"""What it is worth that a story has as many words as its writer says, beyond what is learnt: few texts that are learnt
from state a count, and wherever one agreed the cut was right.
"""
CHATTED = 4.0
"""What it costs that the text's first line, or its last, is the story's though it chats: of 35 such lines none was."""
NONE = frozenset({"caution", "dated", "facts.alone"})
COUNTING = frozenset({"facts.alone", "field", "facts", "parts.shown"})
NO_START = NONE | {"title.again", "dedication"}
"""Facts of lines with which no story ends, and with which none starts."""
SHOWN_BELOW_TITLES = NO_START | frozenset("byline title.by field mail date count url titled aside".split())  # noqa: SIM905
"""Facts of lines that stand between a title and its story."""
OF_WRITER = frozenset({Field.NOTES, Field.DISCLAIMER})
"""Fields whose telling names no story has: `A/N: ...`."""
CLOSE_OR_LONG = frozenset({"gap.none", "par.words.3", "par.words.4"})

WAYS = ("agrees.by.ao3", "agrees.by.spaces", "agrees.with.title")
"""The ways in which a stated count may agree."""

LENGTHS = (0, 12, 40, 100, 250)
"""Words above or below a story."""

HEADER, FOOT, START, END, CUT = PARTS = ("header", "foot", "start", "end", "cut")


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    found: dict[str, dict[str, float]] = {part: {} for part in PARTS}
    for part, fact, weight in phrases.table("weights.tsv"):
        found[part][fact] = float(weight)
    return found


Bounds = tuple[int, int]
"""The story's first line and the one after its last, by their numbers among the written lines."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The story's first line and the one after its last, by their places among the lines."""

    start: int
    end: int
    odds: float
    """Its share of the odds of all cuts."""
    count: tuple[str, ...]
    """What a count shows that is stated beside it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is known of a text's written lines, for each that is near its top or its end."""

    lines: Sequence[Line]
    written: tuple[int, ...]
    """The places of all written lines."""
    parts: Mapping[int, frozenset[str]]
    """What tells which part a line belongs to, by the line's number among the written ones."""
    borders: Mapping[int, frozenset[str]]
    """What tells whether the story starts or ends above it."""
    stated: Mapping[int, Bounds]
    """The counts that lines state, each with the first line above a story and the last below one that may state it."""
    counts: Mapping[int, tuple[int, int]]
    """The words above it, as the Archive of Our Own counts and between spaces; last, those of the whole text."""
    title_words: int
    headed: frozenset[int]
    """The lines of an archive's headings and of what stands below these."""
    below_labels: int
    """The line below the labelled fields with which the text begins; -1 if it begins otherwise."""
    foot: int = -1
    """The line after the story's last by the rules for a foot; -1 while these do not know where the story starts."""

    @property
    def starts(self) -> range:
        return range(min(MOST_LINES, len(self.written)))

    @property
    def ends(self) -> range:
        return range(max(1, len(self.written) - MOST_LINES + 1), len(self.written) + 1)


def read(lines: Sequence[Line]) -> Judged:
    written = tuple(place for place, each in enumerate(lines) if not each.divides)
    near = [each for each in range(len(written)) if each < MOST_LINES or each >= len(written) - MOST_LINES]
    of_story = genre.lines_of_story(lines, [written[each] for each in near])
    below_labels = evidence.end_of_labels(lines)
    seen = evidence.read(lines, [written[each] for each in near], below_labels, of_story)
    parts = {each: frozenset(evidence.of_part(seen, at)) for at, each in enumerate(near)}
    return Judged(
        lines,
        written,
        parts,
        {each: frozenset(evidence.of_border(seen, at)) for at, each in enumerate(near) if at},
        stated_counts(lines, written, parts),
        counts_above(lines, written, near),
        title_words(lines[written[each]] for each in near),
        frozenset(labelled.headed(lines)),
        below_labels,
    )


def footed(judged: Judged, start: int) -> Judged:
    """The same, with the counts at its foot that its story agrees with, and what the rules for a foot say."""
    stated = {number for number, (first, _) in judged.stated.items() if judged.written[first] < start}
    believed = Lines(stated_count.believed(judged.lines, stated, start))
    lines = judged.lines if believed == judged.lines else believed  # what is known of them stays known
    return replace(judged, lines=lines, foot=afterword.end_of_story(lines, start, judged.written[-MOST_LINES:]))


def stated_counts(
    lines: Sequence[Line], written: Sequence[int], parts: Mapping[int, frozenset[str]]
) -> dict[int, Bounds]:
    """For each number, the first line that states it, and the last that says nothing else; -1 if there is none: a story
    may end with `100 words in her hand`.
    """
    found: dict[int, Bounds] = {}
    for each, shows in parts.items():
        for number in stated_count.stated(lines[written[each]]):
            first, last = found.get(number, (each, -1))
            found[number] = first, last if COUNTING.isdisjoint(shows) else each
    return found


def counts_above(lines: Sequence[Line], written: Sequence[int], near: Sequence[int]) -> dict[int, tuple[int, int]]:
    plain = markup.plain("\n".join(each.text for each in lines)).split("\n")
    edges = [*(written[each] for each in near), len(lines)]
    texts = ["\n".join(plain[above:below]) for above, below in pairwise(edges)]
    by_ao3 = accumulate(map(conventions.by_ao3, texts), initial=0)
    by_spaces = accumulate(map(conventions.by_whitespace, texts), initial=0)
    return dict(zip((*near, len(written)), zip(by_ao3, by_spaces, strict=True), strict=True))


def title_words(lines: Iterator[Line]) -> int:
    return conventions.by_ao3(next((each.value for each in lines if Field.TITLE in each.fields and each.value), ""))


def ruled_end(judged: Judged, end: int) -> float:
    found = judged.written[end - 1] + 1 == judged.foot
    return RULED_END * found - NO_STORY * is_any(judged, end - 1, NONE)


def ruled_start(judged: Judged, start: int) -> float:
    shows = judged.parts[start]
    is_opened = start > 0 and genre.is_sound(judged.lines, judged.written[0])  # a text that opens with a sound
    is_aside = shows >= {"aside", "below.labels"}  # `(no cut, it is short)`, alone below a header
    none = is_opened or is_any(judged, start, NO_START) or is_aside
    found = BELOW_NONE * (start > 0 and is_any(judged, start - 1, NO_START)) - NO_STORY * none
    if "below.labels" in shows and "own" not in shows:  # whose the characters are stands there, too
        is_named = "labelled" in shows and "labelled.told" not in shows  # `Mona: no`, which is nobody's field
        found += AT_ONCE if is_named or is_any(judged, start, CLOSE_OR_LONG) else BELOW_LABELS
    if start == 1 and "titled" in judged.parts[0] and "gap.none" not in shows and SHOWN_BELOW_TITLES.isdisjoint(shows):
        found += BELOW_TITLE
    return found


def ruled_tags(judged: Judged, end: int) -> float:
    """What it is worth that tags stand right below a story, which may be of several words each."""
    below = judged.lines[judged.written[end]].text if end < len(judged.written) else ""
    return RULED_END * (afterword.TAGS_OF_WORDS.fullmatch(below) is not None)


def ruled_chat(judged: Judged, each: int) -> float:
    """What it costs that a story has this line, the first or the last that is written, which speaks as members do among
    themselves; what is quoted is a person's in the story.
    """
    shows, text = judged.parts[each], judged.lines[judged.written[each]].text
    chats = shows >= {"plain", "chats.much"} and "speech" not in shows
    return -CHATTED * (chats + len(aside.MENTION.findall(text)))


def ruled_name(judged: Judged, start: int) -> float:
    """What names show beyond what is learnt: no story starts with a field of the header, whatever a count says, nor in
    what archives put above it; one may start below a title that is set as one.
    """
    of_archive = judged.written[start] in judged.headed
    below = start > 0 and judged.written[start - 1] in judged.headed
    titled = start == 1 and site_line.is_title(judged.lines, judged.written[0])
    found = BELOW_NONE * (below or (titled and not is_any(judged, 1, SHOWN_BELOW_TITLES)))
    return found - NO_STORY * (of_archive or (start > 0 and is_of_header(judged, start)))


def is_of_header(judged: Judged, start: int) -> bool:
    """True for a field right below another line, among others, or below a mail's headers, and where a value goes on;
    below a gap, `Note: ...` may be the story's.
    """
    place = judged.written[start]
    first, above = judged.lines[place], judged.lines[place - 1]
    if not (first.is_field or first.is_other):
        return first.text[:1].islower() and labelled.is_unfinished(above) and is_value(judged.lines, place - 1)
    among = "above.labels" in judged.parts[start] and not written_name.is_weak(first.name)
    is_headed = mail_head.is_of_mail(judged.lines[judged.written[start - 1]])
    is_writers = (is_headed or not OF_WRITER.isdisjoint(first.fields)) and written_name.is_telling(first.name)
    return among or not above.divides or is_writers


def is_value(lines: Sequence[Line], place: int) -> bool:
    """True if a line stands right below a field whose value may take several, or is its first."""
    first = next((at for at in range(place, -1, -1) if lines[at].is_field or lines[at].divides), place)
    return lines[first].is_field and labelled.runs_on(lines[first])


def is_any(judged: Judged, each: int, facts: frozenset[str]) -> bool:
    """True if a written line shows any of these facts."""
    return not facts.isdisjoint(judged.parts[each])


def scores_of_starts(judged: Judged) -> dict[int, float]:
    """For each start, how much the lines above it look like a header, and its border like the start of a story."""
    header, start, cut = weights()[HEADER], weights()[START], weights()[CUT]
    above = accumulate((shown(judged.parts[each], header) for each in judged.starts), initial=0.0)
    of_lists = frozenset(genre.of_lists(judged.lines[: judged.written[judged.starts[-1]] + 1]))
    return {
        each: total
        - NO_STORY * (judged.written[each] in of_lists)
        + shown(judged.borders.get(each, ()), start)
        + shown(of_start(judged, each), cut)
        + ruled_start(judged, each)
        + ruled_name(judged, each)
        for each, total in zip(judged.starts, above, strict=False)
    }


def scores_of_ends(judged: Judged) -> dict[int, float]:
    foot, end, cut = weights()[FOOT], weights()[END], weights()[CUT]
    below = accumulate((shown(judged.parts[each], foot) for each in reversed(judged.ends[:-1])), initial=0.0)
    return {
        each: total + shown(judged.borders.get(each, ()), end) + shown(of_end(judged, each), cut)
        for each, total in zip(reversed(judged.ends), below, strict=True)
    }


def shown(facts: Iterable[str], weight: Mapping[str, float]) -> float:
    return fsum(filter(None, map(weight.get, facts)))


# -- what the whole of a cut shows -------------------------------------------------------------------


def of_start(judged: Judged, start: int) -> Iterator[str]:
    yield from ("no.header",) * (start == 0)
    yield f"above.{sized(judged.counts[start][0], LENGTHS)}"


def of_end(judged: Judged, end: int) -> Iterator[str]:
    yield from ("no.foot",) * (end == len(judged.written))
    yield f"below.{sized(judged.counts[len(judged.written)][0] - judged.counts[end][0], LENGTHS)}"


def of_words(words: int) -> Iterator[str]:
    yield from ("form",) * (words in FORMS)
    yield from ("tiny",) * (words < TINY)
    yield from ("short",) * (words < SHORT)


def of_count(judged: Judged, start: int, end: int) -> tuple[str, ...]:
    """Whether a count that is stated above the story or below it is its own."""
    (words, by_spaces), (words_above, by_spaces_above) = judged.counts[end], judged.counts[start]
    words, by_spaces = words - words_above, by_spaces - by_spaces_above
    beside = {number for number, (first, last) in judged.stated.items() if first < start or last >= end}
    said = zip(WAYS, (words, by_spaces, words + judged.title_words), strict=True)
    agreeing = (("agrees", way) for way, number in said if number in beside)
    return next(agreeing, ("differs",)) if beside else ()


def ruled_count(words: int, count: Collection[str]) -> float:
    """What it is worth that a story has as many words as is stated: of a few words, many do, and it is worth less."""
    return AGREES * min(1.0, words / TINY) * ("agrees" in count)

"""What a text shows of each of its written lines: facts of the line, its paragraph, its place and what is around it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.domain.reading import byline, caption, header_above, heading, line, line_fact
from bot.domain.reading.line import Line
from bot.domain.reading.line_fact import sized

SHORTEST_WRAPPED, LONGEST_WRAPPED = 45, 100
"""Characters of a line that an editor broke."""
NEAR, BELOW, FAR = 5, 10, 25
"""Lines in which something around a line is looked for."""
NOT_SURE = frozenset({"weak", "field.told"})
"""Facts of fields that may be the story's."""

MACHINES = frozenset("mail wrote date quoted furniture tags address url".split())  # noqa: SIM905
"""Facts of lines that programs write."""
SHAPED = frozenset("field labelled other mail byline date end.mark caution facts.alone".split())  # noqa: SIM905
"""Facts of lines that begin something of their own, whatever stands right above."""
SHARED = frozenset(
    """field labelled other titled byline count own about chats plain small speech third mail date bare end.mark chapter
    facts words.4 par.remark par.words.3 par.words.4""".split()  # noqa: SIM905
)
"""Facts that also tell something of the lines beside theirs."""
GOING_ON = frozenset("own about chats speech third second first at url smiley past this.story titled".split())  # noqa: SIM905
"""Facts that count where a paragraph goes on."""

BESIDE = (
    ("above.field", "field", 1, 1 + BELOW, 1),
    ("above.fields", "field", 1, 1 + BELOW, 3),
    ("below.field", "field", -NEAR, 0, 1),
    ("above.start.mark", "start.mark", 1, 1 + NEAR, 1),
    ("above.speech", "speech", 1, 1 + BELOW, 1),
    ("above.machine", "machine", 1, 1 + NEAR, 1),
    ("below.machine", "machine", -NEAR, 0, 1),
)
"""What it shows that so many lines of a kind are around, and from which line on, up to which, seen from this one."""


@dataclass(frozen=True, slots=True)
class SeenLine:
    """What is seen of a written line."""

    alone: tuple[str, ...]
    paragraph: tuple[str, ...]
    around: tuple[str, ...]
    gap: str
    """What parts it from the written line above."""
    goes_on: bool
    """True if an editor broke its paragraph right above it."""


def read(lines: Sequence[Line], places: Sequence[int], below_labels: int, of_story: frozenset[int]) -> list[SeenLine]:
    """What is seen of the lines at these places, which are all written. `below_labels`: the line below the fields with
    which the text begins; `of_story`: lines that only its story's kind makes look like others: as good as speech.
    """
    alone = [("speech",) if place in of_story else line_fact.of_line(lines[place]) for place in places]
    if places and places[-1] == below_labels:
        alone[-1] = tuple(fact for fact in alone[-1] if fact != "facts.alone")  # there is nothing else to be the story
    kinds = {kind: [kind in each for each in alone] for kind in ("end.mark", "start.mark", "speech")}
    kinds["field"] = ["field" in each and NOT_SURE.isdisjoint(each) for each in alone]
    kinds["machine"] = [not MACHINES.isdisjoint(each) for each in alone]
    titles = {*(caption.same(lines[place].text) for place in places[:1]), *caption.titles(lines[at] for at in places)}
    end, paragraph, found = -1, (), list[SeenLine]()
    for at, place in enumerate(places):
        if place >= end:
            end = line.block_end(lines, place)
            paragraph = tuple(line_fact.of_paragraph(lines[place:end], alone[at]))
        gap = gaps(lines, place)
        wrapped = gap[0] == "gap.none" and at > 0 and SHORTEST_WRAPPED <= len(lines[place - 1].text) <= LONGEST_WRAPPED
        has_ended = "ends" in alone[at - 1]
        around = (
            f"top.{sized(at, (0, 1, 3, 9, 19))}",
            f"end.{sized(len(places) - 1 - at, (0, 1, 3, 9))}",
            *of_others(kinds, at, len(places)),
            *gap,
            *("title.again",) * (at > 0 and caption.same(lines[place].text) in titles),
            *("below.labels",) * (place == below_labels),
            *("above.labels",) * (place < below_labels),
            *("mid.sentence",) * (wrapped and "plain" in alone[at - 1] and not has_ended),
            *("machine",) * kinds["machine"][at],
        )
        goes_on = wrapped and SHAPED.isdisjoint(alone[at]) and ("small" in alone[at] or not has_ended)
        found.append(SeenLine(alone[at], paragraph, around, gap[0], goes_on))
    return found


def end_of_labels(lines: Sequence[Line]) -> int:
    """The line below the labelled fields with which a text begins; -1 if it begins otherwise. Where nothing is written,
    that is the end.
    """
    first = line.written_from(lines, 0)
    if first == len(lines):
        return first
    piece = (heading.naming if byline.shared(lines, first) else header_above.labelled_part)(lines, first)
    if piece is not None and piece.end == len(lines):
        piece = header_above.labelled_part(lines[: end_of_unnamed(lines)], first)
    return -1 if piece is None else line.written_from(lines, piece.end)


def end_of_unnamed(lines: Sequence[Line]) -> int:
    """The line below the most words that stand together without a name, if they may be a story between the fields above
    and those of its foot; else the text's end.
    """
    named = (-1, *(place for place, each in enumerate(lines) if each.is_field), len(lines))
    parts = (lines[above + 1 : below] for above, below in pairwise(named))
    words, end = max(zip((sum(len(each.text.split()) for each in part) for part in parts), named[1:], strict=True))
    return end if words >= heading.FEWEST_WORDS else len(lines)


def gaps(lines: Sequence[Line], place: int) -> list[str]:
    """The kinds of what parts a line from the one above, the strongest first."""
    between = lines[line.last_written(lines, 0, place) : place]
    blanks = sum(each.blank for each in between)
    kinds = {
        "gap.none": not between,
        "gap.rule": blanks < len(between),
        "gap.wide": blanks > 1,
        "gap.blank": blanks > 0,
    }
    return [kind for kind, parts in kinds.items() if parts]


def of_others(kinds: Mapping[str, Sequence[bool]], at: int, length: int) -> Iterator[str]:
    """What stands farther above and below. `kinds`: which lines are of each kind."""
    yield from ("below.end.mark",) * any(kinds["end.mark"][max(at - FAR, length // 3) : at])
    for fact, kind, first, last, fewest in BESIDE:
        yield from (fact,) * (sum(kinds[kind][max(at + first, 0) : max(at + last, 0)]) >= fewest)


# -- what speaks for a line's part in the text -------------------------------------------------------


def of_part(seen: Sequence[SeenLine], at: int) -> Iterator[str]:
    """What tells whether a line belongs to the header, to the story or to the foot."""
    each = seen[at]
    if each.goes_on:
        yield from (f"on {fact}" for fact in each.alone if fact in GOING_ON)
        return
    yield from each.alone
    yield from each.paragraph if at == 0 or each.gap != "gap.none" else ()
    yield from each.around
    yield from (f"^ {fact}" for above in seen[at - 1 : at] for fact in above.alone if fact in SHARED)
    yield from (f"v {fact}" for below in seen[at + 1 : at + 2] for fact in below.alone if fact in SHARED)


def of_border(seen: Sequence[SeenLine], at: int) -> Iterator[str]:
    """What tells whether the story starts or ends right above a line."""
    each, above = seen[at], seen[at - 1]
    yield from each.alone
    yield from each.paragraph
    yield from each.around
    yield from (f"^ {fact}" for fact in (*above.alone, *above.paragraph))
    yield from (f"{each.gap} {fact}" for fact in each.alone if fact in SHARED)
    yield from (f"{each.gap} ^ {fact}" for fact in above.alone if fact in SHARED)
    if "machine" in above.around:
        yield "^ machine"

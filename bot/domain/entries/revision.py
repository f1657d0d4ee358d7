"""A revision: a writer edits a draft's text, and keeps what they gave in other ways.

The writer's last word on a field holds. Where the new text differs from the old one in a field, the text is that word.
Elsewhere it is their form or their own header, and a field that they emptied stays empty. A revision may add a warning
but never overrules one.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.domain.entries.draft import Draft, Understanding
from bot.domain.header import form, warning
from bot.domain.header import header as headers
from bot.domain.header.field import CAUTIONS, Field, FieldName
from bot.domain.header.header import Header
from bot.domain.header.warning import ArchiveWarning
from bot.domain.reading import caution, manuscript
from bot.domain.reading.reading import Bounds

Values = Sequence[str]


@dataclass(frozen=True, slots=True)
class Change:
    """The values of a field, before and after; a field without a value has none."""

    field: FieldName
    before: Values
    after: Values


Overrules = Callable[[Values, Change], bool]
"""Whether a change of the text's holds against the writer's own values of the field."""


def revised(draft: Draft, text: str) -> Draft:
    """The draft with another text, and with the corrections that still hold."""
    bounds = carried_bounds(draft, text)
    old = draft if bounds is not None else replace(draft, bounds=None)
    return with_header(old, replace(draft, text=text, bounds=bounds), by_text(named(text)))


def rebounded(draft: Draft, bounds: Bounds | None) -> Draft:
    """The draft with its story elsewhere in the text. What the writer said otherwise than the text does holds."""
    return with_header(draft, replace(draft, bounds=bounds), lambda mine, change: mine == change.before)


def corrected(draft: Draft, before: Header, after: Header) -> Draft:
    """A draft that changes an entry, with what moderators corrected in the entry's header meanwhile."""
    read = draft.read().header
    found = corrected_header(read, before, after)
    return draft if found == as_kept(read) else replace(draft, header=headers.to_lines(found))


def corrected_header(given: Header, before: Header, after: Header) -> Header:
    return joined(as_kept(given), as_kept(before), as_kept(after), lambda _mine, _change: True)


def with_header(old: Draft, new: Draft, overrules: Overrules) -> Draft:
    """The new draft; a writer's own header follows what changed in the text's."""
    if old.header is None or new.header is None:
        return new
    given = headers.from_lines(old.header)
    before, after = (as_kept(replace(each, header=None).read().header) for each in (old, new))
    header = joined(given, before, after, overrules)
    return replace(new, header=old.header if header == given else headers.to_lines(header))


def carried_bounds(draft: Draft, text: str) -> Bounds | None:
    """The writer's bounds in another text."""
    if draft.bounds is None or manuscript.is_too_long(text):
        return None
    return carried(draft.bounds, draft.text, text)


def beside(draft: Draft) -> list[Change]:
    """The fields in which the writer's own header differs from the text's."""
    return changes(replace(draft, header=None).read().header, draft.read().header)


def named(text: str) -> set[FieldName]:
    """The fields that a text has by name."""
    return {name for line in manuscript.meant(text).split("\n") for name, _ in headers.fields_of(line)}


def as_kept(header: Header) -> Header:
    """The header as storage gives back a writer's own."""
    return headers.from_lines(headers.to_lines(header))


MOST_TAKEN_IN = 200
"""Lines of a header or a foot that are looked at where a writer takes them into the story."""


def warned_inside(understood: Understanding) -> list[str]:
    """The lines that rate the story or warn of it, and that the writer took out of the header into the story."""
    at_first, now = understood.readings[0], understood.reading
    taken_in = (*now.lines[now.bounds.start : at_first.bounds.start], *now.lines[at_first.bounds.end : now.bounds.end])
    gone = set(at_first.header.fields).difference(understood.manuscript.header.fields)
    cautions = {(field, value) for field, value in gone if field in (*CAUTIONS, Field.RATING)}
    lines = (line.strip() for line in taken_in[:MOST_TAKEN_IN])
    return [line for line in lines if not cautions.isdisjoint(cautions_of(line))]


def cautions_of(line: str) -> Iterator[tuple[FieldName, str]]:
    """The fields of a line, by their names or without: `CW death`, `Snow [explicit]`."""
    yield from headers.fields_of(line)
    if unnamed := caution.said(line):
        yield unnamed
    if behind_title := caution.beside_title(line):
        yield behind_title[1]


# -- the header -----------------------------------------------------------------------------------


def changes(before: Header, after: Header) -> list[Change]:
    found = (Change(field, said(before, field), said(after, field)) for field in names(before, after))
    return [change for change in found if change.before != change.after]


def by_text(named: Collection[FieldName]) -> Overrules:
    """True if a new text says a field otherwise than the old one. A field without a name in the text is a guess: where
    the text had none before, it overrules nothing.
    """

    def overrules(mine: Values, change: Change) -> bool:
        is_guess = not change.before and change.field not in named
        return mine == change.before or (bool(change.after) and not is_guess)

    return overrules


def joined(given: Header, before: Header, after: Header, overrules: Overrules) -> Header:
    """The writer's own header after the text's changed from `before` to `after`, above the story and below it."""
    above = joined_on_one_side(Header(given.above), Header(before.above), Header(after.above), overrules)
    below = joined_on_one_side(Header(given.below), Header(before.below), Header(after.below), overrules)
    return Header(above.fields, below.fields)


def joined_on_one_side(given: Header, before: Header, after: Header, overrules: Overrules) -> Header:
    for change in changes(before, after):
        field, mine = change.field, said(given, change.field)
        if field in CAUTIONS:
            new = cautions(field, mine, change)
        elif overrules(mine, change):
            new = change.after
        else:
            continue
        given = form.replaced(given, (field,), [(field, value) for value in new])
    return given


def cautions(field: FieldName, given: Values, change: Change) -> Values:
    """The text's warnings, and those that the writer gave beyond the text."""
    beyond = warned_beyond if field is Field.WARNINGS else spoiled_beyond
    more = beyond(given, (*change.before, *change.after))
    return [*(value for value in change.after if not more or headers.declares(value)), *more]


def warned_beyond(given: Values, text: Values) -> Values:
    known, said_so = meanings(text), form.warning_parts(text)
    parts = [part for part in form.warning_parts(given) if part not in said_so and warns_of_more(part, known)]
    return [", ".join(parts)] if parts else []


def warns_of_more(part: str, known: AbstractSet[ArchiveWarning | str]) -> bool:
    """True if a part warns of more than `known`. A part that we cannot read, such as `no character death`, may."""
    found = meanings([part])
    return not found <= known if found else headers.declares(part)


def spoiled_beyond(given: Values, text: Values) -> Values:
    return [value for value in given if headers.declares(value) and value not in text]


def meanings(values: Values) -> set[ArchiveWarning | str]:
    """The subjects of these warnings, however they are worded."""
    found = warning.parse("; ".join(values))
    return {*found.archive, *map(str.casefold, found.free)} - {ArchiveWarning.NONE_APPLY}


def said(header: Header, field: FieldName) -> Values:
    return [folded for value in header.all(field) if (folded := headers.folded(value))]


def names(*found: Header) -> Iterator[FieldName]:
    return iter(dict.fromkeys(name for header in found for name, _ in header.fields))


# -- where the story is ---------------------------------------------------------------------------

TOP, FOOT = "\ntop", "\nfoot"
"""Texts that no line can have."""


def carried(bounds: Bounds, before: str, after: str) -> Bounds | None:
    """The writer's bounds in another text, if they part the same lines there; else None."""
    numbers, old = written_lines(before)
    starts, ends = (sum(number < bound for number in numbers) for bound in (bounds.start, bounds.end))
    numbers, new = written_lines(after)
    if {*old[starts : starts + 2], *old[ends : ends + 2]}.isdisjoint(new[1:-1]):
        return None
    start, end = gap(old, new, starts), gap(old, new, ends)
    if start is None or end is None or start >= end:
        return None
    return Bounds(numbers[start], numbers[end - 1] + 1)


def written_lines(text: str) -> tuple[list[int], list[str]]:
    """The numbers of the lines that are not blank; and those lines, between top and foot."""
    written = [(number, line.strip()) for number, line in enumerate(manuscript.meant(text).split("\n")) if line.strip()]
    return [number for number, _ in written], [TOP, *(line for _, line in written), FOOT]


def gap(old: Sequence[str], new: Sequence[str], above: int) -> int | None:
    """The line above the old gap, in the new text; an edit may have changed one of the two lines beside it."""
    both = same(list(pairwise(old)), list(pairwise(new)), above)
    if both is not None:
        return both
    if old[above + 1] not in new:
        return same(old, new, above)
    below = same(old, new, above + 1) if old[above] not in new else None
    return None if below is None else below - 1


def same(old: Sequence[object], new: Sequence[object], place: int) -> int | None:
    """The same line's place in the new text, if the line is there as often as in the old one."""
    one = old[place]
    places = [each for each, other in enumerate(new) if other == one]
    return places[old[:place].count(one)] if old.count(one) == len(places) else None

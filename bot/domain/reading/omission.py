"""The lines that a reading leaves out: neither story nor header, whichever rule dropped them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile, groupby

from bot.domain.documents import furniture
from bot.domain.header import field_line, written_name
from bot.domain.header import header as headers
from bot.domain.header.field import Field, FieldName
from bot.domain.header.field_line import FieldLine
from bot.domain.header.header import Header
from bot.domain.reading import fact, mail_head, manuscript, phrases, section, site_line
from bot.domain.reading.reading import FEWEST_WORDS_OF_STORY, Reading
from bot.domain.text import conventions, markup

MOST_WORDS_OF_NOTE = 20
"""Words that a reading may leave out without a question to the writer."""

WORD = re.compile(r"[^\W_]+")
BETWEEN_FACTS = re.compile(r"[,;|•·~()\[\]]|\s[-–—]\s")
SPOKEN = frozenset("….?!“”")
"""Marks that say something without a word; others adorn."""
BEHIND_LINK = re.compile(r"\]\(<?https?://[^\s()<>]{1,2000}>?\)")
"""The address of a link; a reader sees only the link's text."""

PLAIN = phrases.words("beside a name")
"""Words around a title or a name, as in `a Harbour fanfic by`, that say nothing alone."""


@dataclass(frozen=True, slots=True)
class Omission:
    """Lines side by side that are left out."""

    text: str
    words: int
    is_asked: bool = True
    """False for a mail's headers and a page's buttons: a program wrote them, and nobody misses them."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a header tells, looked up once for all lines of a text."""

    fields: frozenset[tuple[FieldName, str]]
    names: frozenset[FieldName]
    values: frozenset[str]
    title: list[str]
    words: Counter[str]
    """Every word of its values, as often as it occurs and has not answered for one of the text yet."""


def told_by(header: Header) -> Told:
    values = [value for _, value in header.fields]
    return Told(
        frozenset(header.fields),
        frozenset(name for name, _ in header.fields),
        frozenset(values),
        WORD.findall((header.get(Field.TITLE) or "").casefold()),
        Counter(word for value in values for word in WORD.findall(value.casefold())),
    )


@lru_cache(maxsize=8)  # asked again and again while a draft is judged
def omissions(reading: Reading, given: Header | None = None) -> tuple[Omission, ...]:
    """What is left out of a text. `given`: the header that its writer gave instead of the text's."""
    told = told_by(reading.header if given is None else with_replaced(given, reading))
    found: list[Omission] = []
    head, above = mail_head.parted(reading.above)
    for part in (head, above, reading.below):
        is_asked = part is not head
        lines: list[str] = []
        for line in part.split("\n"):
            if not says_something(line):
                continue
            if is_told(line, told):
                found += together(lines, is_asked=is_asked)
                lines = []
            elif site_line.is_furniture(line):
                found += [*together(lines, is_asked=is_asked), *together([line.strip()], is_asked=False)]
                lines = []
            else:
                lines.append(line.strip())
        found += together(lines, is_asked=is_asked)
    return tuple(found)


def with_replaced(given: Header, reading: Reading) -> Header:
    """The header that a writer gave, and the text's fields that it replaces: these have names there, so that their
    writer knew of them. What was only taken for a field is none of them, nor is the prose below a named one.
    """
    theirs = [(name, headers.folded(value)) for name, value in reading.header.fields]
    replaced = (
        (name, value)
        for name, value in (*fields_by_name(reading.above), *fields_by_name(reading.below))
        if any(name == other and whole.startswith(value) for other, whole in theirs)
    )
    mine = [headers.folded(value) for _, value in given.fields]
    return Header((*given.fields, *((name, value) for name, value in replaced if value not in mine)))


def fields_by_name(text: str) -> Iterator[tuple[FieldName, str]]:
    """The fields that have a name, each with the lines right below that go on with its value."""
    for _, paragraph in groupby(text.split("\n"), key=lambda line: not line.strip()):
        lines = dropwhile(lambda line: not headers.fields_of(line), paragraph)
        yield from headers.from_lines("\n".join(lines)).fields


def prose_below(header: Header) -> tuple[Omission, ...]:
    """Notes below the story that are long enough for a story of their own."""
    found = (Omission(value, conventions.by_ao3(markup.plain(value))) for _, value in header.below)
    return tuple(each for each in found if each.words >= FEWEST_WORDS_OF_STORY)


def not_counted(story: str) -> tuple[Omission, ...]:
    """The lines that name a story's sections: they are posted and not counted."""
    return tuple(together(section.naming(story)))


def more_than_a_note(left_out: Sequence[Omission]) -> bool:
    return sum(each.words for each in left_out if each.is_asked) > MOST_WORDS_OF_NOTE


def together(lines: Sequence[str], *, is_asked: bool = True) -> Iterator[Omission]:
    if lines:
        text = "\n".join(lines)
        yield Omission(text, conventions.by_ao3(markup.plain(text)), is_asked)


def says_something(line: str) -> bool:
    ours = line in {manuscript.STORY, manuscript.END, furniture.LINE}
    only_divides = field_line.is_rule(line) and "=" not in line  # an element's attributes may hold words
    return not ours and not only_divides and (WORD.search(line) is not None or not SPOKEN.isdisjoint(line))


def is_told(line: str, told: Told) -> bool:
    """True if the header says all that this line says. Each word of the header answers for one word of the text, so
    that no line hides behind another's words; a title may stand in the text twice.
    """
    said = WORD.findall(BEHIND_LINK.sub("]", line).casefold())
    if not said:
        return line.strip("()[]*_ ") in told.values
    if said == told.title:
        return True
    missing = Counter(said) - Counter(labels(line, told))
    left = told.words
    mine = Counter({word: min(number, left[word]) if word in PLAIN else number for word, number in missing.items()})
    if mine - left or (missing and not mine.total()):
        return False
    left.subtract(mine)
    return True


def labels(line: str, told: Told) -> Iterator[str]:
    """The words of the field names on a line, and those beside a count, if the header has these fields."""
    counted = field_line.count(field_line.clean(line).strip())
    counts = (value for name, value in told.fields if name is Field.WORD_COUNT)
    if counted is not None and any(counted.value in value for value in counts):  # a sum names all that it adds up
        yield from words_beside(line, counted.value)
    if len(line) <= fact.LONGEST:
        yield from beside_facts(line, told)
    found = field_line.read(field_line.clean(line))
    for each in field_line.split(found) if found is not None else ():
        if is_known(each, told) and not written_name.says_more(each.name):
            yield from WORD.findall(each.name.casefold())
        if (Field.RATING, each.name) in told.fields:  # `NSFW: yes`
            yield from WORD.findall(each.value.casefold())


def is_known(found: FieldLine, told: Told) -> bool:
    """True if a header has this field, or another with its value: `Note: I own nothing.` is a disclaimer."""
    if found.fields and found.value.strip() in told.values:
        return True
    return not told.names.isdisjoint(found.fields) or field_line.other(found) in told.names


def beside_facts(line: str, told: Told) -> Iterator[str]:
    """The words that only name what a fact is about, as in `for Ana`."""
    for part in BETWEEN_FACTS.split(field_line.clean(line)):
        named = fact.kind_of(part)
        if named is not None and named in told.fields:
            yield from words_beside(part, named[1])


def words_beside(text: str, value: str) -> Iterator[str]:
    return (Counter(WORD.findall(text.casefold())) - Counter(WORD.findall(value.casefold()))).elements()

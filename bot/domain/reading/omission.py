"""The lines that a reading leaves out: neither story nor header, whichever rule dropped them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, dropwhile, groupby

from bot.domain.documents import furniture
from bot.domain.header import field_line, rating, written_name
from bot.domain.header import header as headers
from bot.domain.header.field import Field, FieldName
from bot.domain.header.field_line import FieldLine
from bot.domain.header.header import Header
from bot.domain.reading import fact, header_above, mail_head, manuscript, phrases, section, site_line
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

FOLDED = re.compile(r"\n\t(?=(?:by|for|with|id)\s)")
"""Where a mail's `Received: from ...` goes on."""

PLAIN = phrases.words("beside a name")
"""Words around a title or a name, as in `a Harbour fanfic by`, that say nothing alone."""


@dataclass(frozen=True, slots=True)
class Omission:
    """Lines side by side that are left out."""

    text: str
    words: int
    is_asked: bool = True
    """False for a mail's headers and a page's buttons: a program wrote them, and nobody misses them."""


class Told:
    """What a header tells, looked up once for all lines of a text."""

    def __init__(self, header: Header) -> None:
        values = [value for _, value in header.fields]
        self.names = frozenset(name for name, _ in header.fields)
        self.values = frozenset(values)
        self.title = words_of(header.get(Field.TITLE) or "")
        self.words = Counter(word for value in values for word in words_of(value))
        """Every word of its values, as often as it occurs and has not answered for one of the text yet."""


@lru_cache(maxsize=8)  # asked again and again while a draft is judged
def omissions(reading: Reading, given: Header | None = None) -> tuple[Omission, ...]:
    """What is left out of a text. `given`: the header that its writer gave instead of the text's."""
    told = Told(reading.header if given is None else with_named(given, reading))
    return tuple(chain(left_out(FOLDED.sub(" ", reading.above), told), left_out(reading.below, told)))


def left_out(part: str, told: Told) -> Iterator[Omission]:
    """The lines of a part that say something and are not told, those together that stand side by side."""

    def asks(line: str) -> bool | None:
        by_program = mail_head.NAME.match(line) is not None or site_line.is_furniture(line)
        return None if is_told(line, told) else not by_program

    for asked, lines in groupby(filter(says_something, part.split("\n")), key=asks):
        if asked is not None:
            yield together(map(str.strip, lines), is_asked=asked)


def with_named(given: Header, reading: Reading) -> Header:
    """The header that a writer gave, and the text's fields with a name: their writer knew of these. What was only taken
    for a field is none of them, nor is the prose below a named one. A site's figures are nobody's to tell.
    """
    named = [each for part in (reading.above, reading.below) for each in fields_by_name(header_above.unframed(part))]
    taken = [(name, headers.folded(value)) for name, value in reading.header.fields]
    known = (each for each in named if any(each[0] == name and value.startswith(each[1]) for name, value in taken))
    every = (*given.fields, *known, *reading.header.figures)
    return Header(tuple(dict.fromkeys((name, headers.folded(value)) for name, value in every)))


def fields_by_name(text: str) -> Iterator[tuple[FieldName, str]]:
    """The fields that have a name, each with the lines right below that go on with its value."""
    for _, paragraph in groupby(text.split("\n"), key=lambda line: not line.strip() or field_line.is_rule(line)):
        lines = dropwhile(lambda line: not headers.fields_of(line), paragraph)
        yield from headers.from_lines("\n".join(lines)).fields


def prose_below(header: Header) -> tuple[Omission, ...]:
    """Notes below the story that are long enough for a story of their own."""
    found = (together([value]) for _, value in header.below)
    return tuple(each for each in found if each.words >= FEWEST_WORDS_OF_STORY)


def not_counted(story: str) -> tuple[Omission, ...]:
    """The lines that name a story's sections: they are posted and not counted."""
    names = section.naming(story)
    return (together(names),) if names else ()


def more_than_a_note(left_out: Sequence[Omission]) -> bool:
    return sum(each.words for each in left_out if each.is_asked) > MOST_WORDS_OF_NOTE


def together(lines: Iterable[str], *, is_asked: bool = True) -> Omission:
    text = "\n".join(lines)
    return Omission(text, conventions.by_ao3(markup.plain(text)), is_asked)


def says_something(line: str) -> bool:
    ours = line in {manuscript.STORY, manuscript.END, furniture.LINE}
    return not (ours or field_line.is_rule(line)) and (WORD.search(line) is not None or not SPOKEN.isdisjoint(line))


def is_told(line: str, told: Told) -> bool:
    """True if the header says all that this line says. Each word of the header answers for one word of the text, so
    that no line hides behind another's words; a title may stand in the text twice.
    """
    said = words_of(BEHIND_LINK.sub("]", line))
    if not said:
        return line.strip("()[]*_ ") in told.values
    if said == told.title:
        return True
    missing = Counter(said) - Counter(labels(line, told))
    answered = missing & told.words
    if not PLAIN.issuperset(missing - answered) or (missing and not answered):
        return False
    told.words.subtract(answered)
    return True


def labels(line: str, told: Told) -> Iterator[str]:
    """The words that only name what is told: a field, or what a fact without a name is about, as in `for Ana`."""
    line = header_above.unframed(field_line.clean(line))  # a table's row, too
    for part in (line, *BETWEEN_FACTS.split(line)) if len(line) <= fact.LONGEST else ():
        known = fact.kind_of(part)
        if known is not None and known[0] in told.names:
            yield from (Counter(words_of(part)) - Counter(words_of(known[1]))).elements()
    found = field_line.read(line)
    for each in field_line.split(found) if found is not None else ():
        if is_known(each, told) and not written_name.says_more(each.name):
            yield from words_of(each.name)
        if rating.is_name(each.name) and each.name in told.values:  # `NSFW: yes`
            yield from words_of(each.value)


def is_known(found: FieldLine, told: Told) -> bool:
    """True if a header has this field, or another with its value: `Note: I own nothing.` is a disclaimer."""
    is_said = found.fields != () and found.value.strip() in told.values
    return is_said or not told.names.isdisjoint(found.fields) or field_line.other(found) in told.names


def words_of(text: str) -> list[str]:
    return WORD.findall(text.casefold())

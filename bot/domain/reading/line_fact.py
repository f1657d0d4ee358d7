"""What a line shows by itself: facts, each with a name under which its weights stand in `data/reading/weights.tsv`."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache

from bot.domain.header import field_line, written_name
from bot.domain.header.field import Field
from bot.domain.reading import (
    afterword,
    aside,
    byline,
    caption,
    caution,
    fact,
    heading,
    mail_head,
    phrases,
    site_line,
    stated_count,
)
from bot.domain.reading.line import Line
from bot.domain.reading.title import bare, is_listed, is_short, looks_titled

LOOKED_AT = 600
"""Characters of a line, from its start, that are searched."""
LONGEST_PARAGRAPH = 1_500
"""Characters of a paragraph that are searched."""
SHORT, MOST_WORDS_OF_SHORT, MOST_WORDS_OF_FACTS = 200, 14, 30
"""Characters and words of a line that may be a title or a byline, and words of one that may list facts."""
FEWEST_LISTED = 3
"""Parts of a line that lists facts."""
CENTRED = 8
"""Blanks before a line that was set in the middle."""

SIGNS = phrases.any_of("sign of chat")
CHATS = re.compile(rf"\b{phrases.any_of('chat')}\b|{SIGNS}")
"""What members say to each other about what they post, in small letters."""
MAY_CHAT = re.compile(rf"\b(?=\w){phrases.any_of('chat', 'may be chat')}\b|{SIGNS}")
"""The same, and words that tell only together."""

BEGINS = {
    "closes": aside.SHORT,
    "dedication": aside.DEDICATION,
    "furniture": re.compile(phrases.any_of("under a post"), re.IGNORECASE),  # `(2 comments)`, `167 notes`, `Reply`
    "tags": afterword.TAGS,
    "quoted": re.compile(r">"),
    "dash": re.compile(r"[—–]."),
    "small": re.compile(r"[^\W\d_A-ZÀ-ÞА-Я]"),
    "discord.small": re.compile(r"-#"),
    "greets": re.compile(rf"\W{{0,3}}{phrases.any_of('greets')}\b", re.IGNORECASE),
}
"""Patterns for a line's start."""

SAYS = aside.SAYS | {
    "third": re.compile(r"\b(?:he|she|they|him|her|his|hers|them|their|herself|himself)\b"),
    "first": re.compile(r"\b(?:i|i['’]\w+|my|me|mine|we|our)\b"),
    "second": re.compile(r"\b(?:you|your|please|thanks?|sorry)\b"),
}
"""Patterns for words at any place in a line, in small letters."""

HAS = {
    "speech": aside.SPEECH,
    "saying": aside.SAYING,
    "past": re.compile(r"\b(?:was|were|had|said|asked|looked|\w{3,40}ed)\b"),
    "at": re.compile("@"),
    "url": re.compile(r"http|www\."),
    "underscore": re.compile(r"_(?<=\w_)\w"),
    "smiley": re.compile(r"[:;]-?[)(DP]|<3|\^_?\^"),
    "digit": re.compile(r"\d"),
    "year": re.compile(r"(?:19|20)\d\d\b(?<!\w\d{4})"),
    "ends": re.compile(r"[.!?…][\"”»'’*_)\]]{0,3}$"),
    "ends.comma": re.compile(r"[,;]$"),
}
"""Patterns for what else may stand at any place in a line."""

ALL_OF_IT = {
    "wrote": mail_head.WROTE,
    "date": mail_head.DATE,
    "chapter": caption.CHAPTER,
    "numbered": heading.NUMBERED,
    "aside": aside.ASIDE,
    "signed": byline.SIGNED,
    "start.mark": aside.START,
    "end.mark": aside.END,
    "in.quotes": re.compile(r"[\"“«„].*[\"”»“][.!?]?"),
    "in.brackets": re.compile(r"[\[({<].{0,200}[\])}>]\W{0,2}"),
    "in.bold": re.compile(r"\W{0,4}(?:\*\*|__).{1,120}(?:\*\*|__)\W{0,3}"),
}
"""Patterns for a whole line, if it is short."""

OF_ANY: dict[str, Callable[[Line], object]] = {
    "count": stated_count.stated,
    "facts.alone": lambda line: fact.of_foot(line) is not None,
    "centred": lambda line: line.text[:CENTRED].isspace(),
    "indented": lambda line: line.text[:1].isspace() and not line.text[:CENTRED].isspace(),
    "capitals": lambda line: line.text.isupper(),
}
"""What holds for a whole line, however long."""

FACTS_APART = re.compile(r"(?<!\s)(?:\s++(?:[-–—|~•·.]|//)\s++|\s*+[;|]|,\s|::)")

SPEAKS = frozenset(
    """own about this.story first second count url at mail date wrote furniture closes dedication
    greets address byline caution facts facts.alone numbered chapter title.by in.brackets aside smiley year
    digit""".split()  # noqa: SIM905
)
"""Facts of lines that may be a writer's own."""
FEWEST_WORDS_OF_PROSE = 8


@lru_cache(maxsize=256)  # a line beside the story is looked at again for each reading
def of_line(line: Line) -> tuple[str, ...]:
    found = tuple(looks(line))
    told = {"plain", "ends"} <= set(found) and SPEAKS.isdisjoint(found)
    return (*found, "prose") if told and len(line.text.split()) >= FEWEST_WORDS_OF_PROSE else found


def looks(line: Line) -> Iterator[str]:
    text = line.stripped
    head, words = text[:LOOKED_AT], len(text.split())
    small = head.lower()
    yield from of_label(line)
    yield from (name for name, pattern in BEGINS.items() if pattern.match(head))
    yield from (name for name, pattern in SAYS.items() if pattern.search(small))
    yield from (name for name, pattern in HAS.items() if pattern.search(head))
    if len(text) <= SHORT:
        yield from (name for name, pattern in ALL_OF_IT.items() if pattern.fullmatch(text))
        yield from (name for name, holds in OF_SHORT.items() if holds(line))
        yield from of_parts(line)
    if words <= MOST_WORDS_OF_SHORT and len(text) <= SHORT:
        yield from of_title(line)
    chat = {found[0] for found in MAY_CHAT.finditer(small)}
    yield from ("chats",) * any(map(CHATS.fullmatch, chat))
    yield from ("chats.much",) * (len(chat) > 1)
    yield from (name for name, holds in OF_ANY.items() if holds(line))
    yield f"words.{sized(words, (3, 7, 14, 30))}"


def of_label(line: Line) -> Iterator[str]:
    """What a line's name and its value show."""
    if line.found is None:
        yield "plain"
    elif line.is_field:
        yield "field"
        yield from (f"field.{field.value}" for field in line.fields)
        yield from ("weak",) * written_name.is_weak(line.name)
        yield from ("bare",) * line.is_bare
        yield from ("field.told",) * line.is_told
        yield from ("field.small",) * line.text[:1].islower()
    elif line.is_other:
        yield "other"
    elif line.is_labelled and (line.is_bare or any(map(str.isalpha, line.value))):
        yield "labelled"
        yield from ("labelled.bare",) * line.is_bare
        yield from ("labelled.told",) * line.is_told
        yield from ("labelled.short",) * (field_line.other(line.found) is not None)


def of_title(line: Line) -> Iterator[str]:
    """Whether a short line looks like a title."""
    title = bare(line.text)
    if byline.authored([line], 0):
        yield "byline"
    if not is_short(title):
        return
    if title != line.stripped:
        yield "set.off"
    if title.endswith((".", ",", ";", ":")):
        return
    yield "titled" if looks_titled(title) or is_listed(title) else "open.end"


OF_PARAGRAPH = ("own", "about", "speech", "third", "second")

OF_SHORT: dict[str, Callable[[Line], bool]] = {
    "mail": lambda line: mail_head.NAME.match(line.stripped) is not None,
    "caution": lambda line: caution.of_line(line) is not None or names_warnings(line),
    "dated": lambda line: site_line.is_dated(line.text),
    "address": lambda line: aside.says_where(line.text),
    "title.by": lambda line: byline.title_by(line.stripped) != (),
    "facts": lambda line: fact.line([line], 0, titled=False) is not None,
}


def of_parts(line: Line) -> Iterator[str]:
    """What the parts of a short line show, if it may list facts."""
    if line.is_field or len(line.text.split()) > MOST_WORDS_OF_FACTS:
        return
    parts = [part for part in FACTS_APART.split(line.stripped) if part.strip()]
    yield from ("parts",) * (len(parts) >= FEWEST_LISTED)
    yield from ("parts.shown",) * any(map(fact.kind_of, parts))


def names_warnings(line: Line) -> bool:
    """True for `Warnings: ...`, however long; a story may begin with `Warning: ...`."""
    return line.fields == (Field.WARNINGS,) and line.name.casefold().endswith("warnings")


def of_paragraph(lines: Sequence[Line], first: Collection[str]) -> Iterator[str]:
    """The facts of a paragraph whose first line shows these by itself."""
    text = "\n".join(line.text for line in lines)
    head, words = text[:LONGEST_PARAGRAPH], len(text.split())
    only = len(lines) == 1 and len(text) <= LOOKED_AT  # the line was searched already
    found = first if only else aside.said(head)
    yield from (f"par.{name}" for name in OF_PARAGRAPH if name in found)
    yield from ("par.remark",) * aside.remarks(head, found)
    yield f"par.words.{sized(words, (4, 12, 30, 70))}"
    yield f"par.lines.{sized(len(lines), (1, 2, 4))}"


def sized(number: int, limits: Sequence[int]) -> int:
    """The place of a number among these limits."""
    return sum(number > limit for limit in limits)

"""The author of a story, where no name says who that is, and what is said beside: `A Harbour crossover by Ana`."""

import re
from collections.abc import Iterator, Sequence

from bot.domain.header import field_line, rating, written_name
from bot.domain.header.field import Field
from bot.domain.reading import fact, phrases
from bot.domain.reading.line import Kind, Line, Piece, given, last_written
from bot.domain.reading.title import MARKS, bare, is_listed, looks_titled
from bot.domain.text import markup

LONGEST = 140
MOST_WORDS_OF_AUTHOR = 7

BYLINE, ALSO = phrases.FORMS["form of a byline"]
"""`by Ana`, `A Harbour fanfic by Ana.`, `Written by: Ana <address>`, `Humour/by Ana`; and `and Ben` below."""
TITLE_BY = re.compile(phrases.any_of("title and its author"), re.IGNORECASE)
"""`“Rain” by Ana`, `**Rain** — by @ana`, `**Rain**, @ana`, `“Rain” – ana`, `“Rain”, a 100-word comedy by Ana`."""
(SIGNED,), (ADDRESSES,) = phrases.FORMS["form of a signature"], phrases.FORMS["form of addresses"]
(FULL_NAME,) = phrases.FORMS["form of a full name"]
"""`Ruth Salt`, `R. L. Salt`."""
BESIDE_OTHERS = phrases.FORMS["form of an author beside others"]
"""A line with those above and below it: `A Ruth Salt fanfic` below `Salt and Rope presents`, `Ana` below `by`, `-Ana`
below a paragraph, `Ana Salt` above her address; or `Ana Salt <ana@example.com>`, `Ana Salt ana at example.com`; `ana_b`
below `[May 4th, 2009|07:12 am]`, or between a title and `May 4th, 2009`.
"""
(OF_KIND,) = phrases.FORMS["form of a kind of story"]
"""`A Harbour ficlet`, `The Harbour Books (short story)`, `RAIN: a Harbour vignette`."""
SHARED = re.compile(r"(?P<title>\S.{0,200}?)\s\((?P<word_count>\d[\d.,]{0,8}\swords?)\)\sby\s(?P<author>\S.{0,100})")
LONGEST_SHARED = 800
"""Characters of such a line, with the addresses that its title and its author may link to."""
OF_FANFIC = re.compile(rf"\s{phrases.any_of('fanfic')}\b", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\([^()]{0,80}\)")
PRONOUNS = re.compile(r"\s[(\[](?:she|he|they|it|any)(?:/\w{1,10}){1,3}[)\]]\Z", re.IGNORECASE)
INNER_COMMA = re.compile(r",(?=[\"”])")

NO_FANDOM = phrases.words("no fandom")
"""Words that begin a kind of story and no fandom: `My first drabble`."""


def author(lines: Sequence[Line], index: int) -> Piece | None:
    """`by Ana`, a name above its address, a name that signs; or an address alone."""
    found, end = authored(lines, index), index + 1
    if found and end < len(lines) and (also := ALSO.fullmatch(lines[end].stripped)):
        found[-1], end = (Field.AUTHOR, f"{found[-1][1]} and {also['author']}"), index + 2
    return None if found is None else Piece(index, end, Kind.TITLE, tuple(found))


def authored(lines: Sequence[Line], index: int) -> list[fact.Fact] | None:
    text = field_line.clean(lines[index].text).strip()
    if len(text) > LONGEST:
        return None
    if ADDRESSES.fullmatch(text):
        return []
    if (match := BYLINE.fullmatch(text)) and (name := named(match["author"])):
        return [*about(match["genre"] or match["what"] or match["world"] or "", text), (Field.AUTHOR, name)]
    name = beside(lines, index)
    return None if name is None else [(Field.AUTHOR, name)]


def beside(lines: Sequence[Line], index: int) -> str | None:
    """The name that the lines beside it, or an address behind it, tell to be an author's."""
    places = (last_written(lines, 0, index) - 1, index, index + 1)
    around = "\n".join(lines[at].stripped[:LONGEST] if 0 <= at < len(lines) else "" for at in places)
    found = next(filter(None, (form.fullmatch(around) for form in BESIDE_OTHERS)), None)
    return named(found["author"]) if found is not None else None


def about(what: str, text: str) -> Iterator[fact.Fact]:
    """The rating, and the genre or the fandom, in `explicit Harbour` of `An explicit Harbour drabble by Ana`."""
    first, _, rest = what.strip().partition(" ")
    if rating.is_name(first):
        yield Field.RATING, first
        what = rest
    if fact.GENRE.fullmatch(what):
        yield Field.GENRE, what
    elif is_fandom(what) and not OF_FANFIC.search(text):
        yield Field.FANDOM, what


def shared(lines: Sequence[Line], index: int) -> Piece | None:
    """`Rain (100 words) by ana`, as the Archive of Our Own offers a story to be shared."""
    text = lines[index].stripped
    match = SHARED.fullmatch(markup.plain(text)) if len(text) <= LONGEST_SHARED and "word" in text else None
    return None if match is None else Piece(index, index + 1, Kind.FACTS, tuple(given(match)))


def told(lines: Sequence[Line], index: int) -> Piece | None:
    """`“Rain” by Ana`, `RAIN: a Harbour vignette`, `A Harbour ficlet`."""
    text = field_line.clean(lines[index].text).strip()
    if len(text) > LONGEST or text.endswith(":"):
        return None
    fields, kind = title_by(text), OF_KIND.fullmatch(text)
    if kind is not None and not fields and (fields := tuple(about(kind["of"], text))) and kind["title"]:
        fields = ((Field.TITLE, bare(kind["title"])), *fields)
    is_nameless = index > 0 and kind is not None and (is_fandom(kind["of"]) or text[:2].casefold() == "a ")
    kind_of_piece = Kind.TITLE if Field.TITLE in dict(fields) else Kind.FACTS
    return Piece(index, index + 1, kind_of_piece, fields) if fields or is_nameless else None


def title_by(text: str) -> tuple[fact.Fact, ...]:
    match = TITLE_BY.fullmatch(text)
    if match is None or (name := named(match["author"])) is None:
        return ()
    if role := written_name.named(f"{match['title']} by"):
        return ((role[0], name),)
    title = INNER_COMMA.sub("", match["title"].strip())
    if bare(title) == title and not (looks_titled(title) or is_listed(title)):
        return ()
    return tuple((dict(given(match)) | {Field.TITLE: bare(title), Field.AUTHOR: name}).items())


def is_fandom(what: str) -> bool:
    return looks_titled(what) and what.partition(" ")[0].casefold() not in NO_FANDOM


def named(author: str) -> str | None:
    """A name, if it can be one: `the old wall` is none, nor is `Ana · 100 words`."""
    author = PRONOUNS.sub("", author.lstrip(MARKS).rstrip(MARKS.replace(">", "")))
    if any(kind is not None and kind[0] in fact.SURE for kind in map(fact.kind_of, fact.APART.split(author)[1:])):
        return None
    words = IN_BRACKETS.sub("", author).split()
    small = len(words) > 1 and words[0][:1].islower()
    return author if 0 < len(words) <= MOST_WORDS_OF_AUTHOR and not small else None

"""The author of a story, where no name says who that is, and what is said beside: `A Harbour crossover by Ana`."""

import re
from collections.abc import Iterator, Sequence

from bot.domain.header import field_line, rating, written_name
from bot.domain.header.field import Field, FieldName
from bot.domain.reading import fact, phrases
from bot.domain.reading.header_part import Kind, Piece, given
from bot.domain.reading.line import Line, written_from
from bot.domain.reading.title import MARKS, bare, is_listed, looks_titled
from bot.domain.text import markup

LONGEST = 140
MOST_WORDS_OF_NAME, MOST_WORDS_OF_AUTHOR = 3, 7

ADDRESS = r"(?:<?(?:mailto:)?[^\s@<>()\[\]]{1,60}@[^\s<>()\[\]]{1,60}>?|https?://\S{1,120}|www\.\S{1,120})"
ADDRESSES = re.compile(rf"[<(\[]?{ADDRESS}[>)\]]?(?:[\s,]{{1,4}}{ADDRESS}){{0,2}}")
BY = r"(?:by|par|von|por|da|di)"
FANFIC = r"(?:fic|fan\s?-?fic(?:tion)?)"
STORY = rf"(?:{FANFIC}|story|tale|drabble|ficlet|one-?shot|spamfic|poem|vignette|crossover|short|snippet)"
AUTHOR = r"(?P<author>[^\s,.;:!?](?:[^\n,;()]|\([^()\n]{0,60}\)){0,80}?)"
DAY = rf"(?:(?:\d{{1,2}}[/.-]){{1,2}}\d{{2,4}}|(?:{phrases.any_of('month')}\s)?(?:\d{{1,2}},\s)?(?:19|20)\d\d)"
BESIDE = rf"(?:,?\s\(?{DAY}\)?)?"
BEHIND = rf"{BESIDE}(?:\s\[[^\[\]]{{0,30}}\])?(?:\s{{0,5}}[-–—:,]?\s{{0,5}}[<(\[]?{ADDRESS}[>)\]]?)?[\s.*_~-]{{0,8}}"

BYLINE = re.compile(
    rf"""[\W_]{{0,8}}+(?:
        (?:(?:an?|the|another|my)\s(?:(?P<what>[^?"“”]{{1,60}}?)\s)?)?(?:short\s)?{STORY},?\s{{1,5}}
      | (?:written|created|posted|penned|brought\sto\syou),?\s{{1,5}} | (?P<genre>\w{{3,12}})\s?/\s?
    )?
    {BY}\b\s{{0,5}}[,:]?\s{{0,5}}{AUTHOR}{BEHIND}""",
    re.VERBOSE | re.IGNORECASE,
)
"""`by Ana`, `A Harbour fanfic by Ana.`, `Written by: Ana <address>`, `Humour/by Ana`."""
BY_ALONE = re.compile(rf"[\W_]{{0,40}}(?:written\s)?{BY}[\W_]{{0,10}}", re.IGNORECASE)
TITLE_BY = re.compile(
    rf"(?P<title>[^\n]{{1,100}}?)(?:(?:,|\s[-–—~|•·]{{1,2}})?\s(?:{STORY}\s)?{BY}:?\s{{1,5}}|\s[-–—]\s(?=@[a-z_])){AUTHOR}{BEHIND}",
    re.IGNORECASE,
)
"""`“Rain” by Ana`, `**Rain** — by @ana`."""
WITH_ADDRESS = re.compile(
    rf"(?P<author>[^\n<(]{{2,60}}?)(?:\s{{0,5}}[<(\[]{ADDRESS}[>)\]]|\s\S{{1,40}}\sat\s[\w-]{{1,30}}(?:\.[\w-]{{1,20}}){{1,3}})"
)
"""`Ana Salt <ana@example.com>`, `Ana Salt ana at example.com`."""
ALSO = re.compile(rf"(?:and|&)\s{{1,5}}(?P<author>[A-Z][^\n]{{1,60}}?){BEHIND}")
SIGNED = re.compile(r"\s{0,20}[-–—~]{1,3}\s?(?P<author>[A-Z][\w'.-]{1,30}(?:\s[A-Z][\w'.-]{1,20}){0,2})\s*")
PRESENTS = re.compile(
    r"(?P<author>(?!\w{1,20}ly\s)[A-Z][\w'’-]{1,20}(?:\s[\w'’-]{1,20}){0,2}?)\s(?:\w{1,20}ly\s)?presents\W{0,5}",
    re.IGNORECASE,
)
"""`Ana proudly presents:`"""
OF_KIND = re.compile(
    rf"[\W_]{{0,3}}+(?:an?\s)?(?P<of>\S.{{0,60}}?)\s(?P<bracket>[(\[](?:an?\s)?)?(?:short\s|side\s?)?{STORY}[)\]]?[\W_]{{0,5}}",
    re.IGNORECASE,
)
"""`A Harbour ficlet`, `The Harbour Books (short story)`."""
SHARED = re.compile(r"(?P<title>\S.{0,200}?)\s\((?P<word_count>\d[\d.,]{0,8}\swords?)\)\sby\s(?P<author>\S.{0,100})")
LONGEST_SHARED = 800
"""Characters of such a line, with the addresses that its title and its author may link to."""
OF_FANFIC = re.compile(rf"\s{FANFIC}\b", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\([^()]{0,80}\)")
PRONOUNS = re.compile(r"\s[(\[](?:she|he|they|it|any)(?:/\w{1,10}){1,3}[)\]]\Z", re.IGNORECASE)
INNER_COMMA = re.compile(r",(?=[\"”])")
MARKS_IN_NAMES = re.compile(r"[.'’-]")

NO_FANDOM = phrases.words("no fandom")
"""Words that begin a kind of story and no fandom: `My first drabble`."""


def author(lines: Sequence[Line], index: int) -> Piece | None:
    """`by Ana`, a name above its address, a name that signs; or an address alone."""
    found = authored(lines, index)
    if found is None:
        return named_below(lines, index)
    end = index + 1
    if end < len(lines) and found and (also := ALSO.fullmatch(lines[end].text.strip())):
        found = [*found[:-1], (Field.AUTHOR, f"{found[-1][1]} and {also['author']}")]
        end += 1
    while end < len(lines) and is_address(lines[end]):
        end += 1
    return Piece(index, end, Kind.BYLINE, tuple(found))


def named_below(lines: Sequence[Line], index: int) -> Piece | None:
    """`by`, alone on its line, and the name below it."""
    below = written_from(lines, index + 1)
    if BY_ALONE.fullmatch(lines[index].text) is None or below == len(lines):
        return None
    name = named(lines[below].text)
    return None if name is None else Piece(index, below + 1, Kind.BYLINE, ((Field.AUTHOR, name),))


def authored(lines: Sequence[Line], index: int) -> list[tuple[FieldName, str]] | None:
    text = field_line.clean(lines[index].text).strip()
    if len(text) > LONGEST:
        return None
    if is_address(lines[index]):
        return []
    if (match := BYLINE.fullmatch(text)) and (name := named(match["author"])):
        return [*beside(match), (Field.AUTHOR, name)]
    name = presented(lines, index) or signed(lines, index) or addressed(lines, index)
    return None if name is None else [(Field.AUTHOR, name)]


def beside(match: re.Match[str]) -> Iterator[tuple[FieldName, str]]:
    """The genre or the fandom in `a Misc. story by Ana`, `A Harbour crossover by Ana`."""
    what = match["genre"] or match["what"] or ""
    rated, what = without_rating(what)
    yield from rated
    if fact.GENRE.fullmatch(what):
        yield Field.GENRE, what
    elif is_fandom(what) and not OF_FANFIC.search(match[0]):
        yield Field.FANDOM, what


def without_rating(what: str) -> tuple[tuple[tuple[FieldName, str], ...], str]:
    """The rating that begins the kind of a story, and the rest: `explicit Harbour`."""
    first, _, rest = what.strip().partition(" ")
    if len(first) > 1 and (rating.is_name(first) or first.casefold() == "smutty"):
        return ((Field.RATING, first),), rest
    return (), what


def presented(lines: Sequence[Line], index: int) -> str | None:
    """The name in `A Ruth Salt fanfic`, right below `Salt and Rope presents`."""
    if not index or PRESENTS.fullmatch(lines[index - 1].text.strip()) is None:
        return None
    kind = OF_KIND.fullmatch(lines[index].text.strip())
    return kind["of"] if kind is not None else None


def signed(lines: Sequence[Line], index: int) -> str | None:
    """The name in `-Ana`, right below a paragraph."""
    match = SIGNED.fullmatch(lines[index].text) if index and not lines[index - 1].divides else None
    return match["author"] if match is not None else None


def addressed(lines: Sequence[Line], index: int) -> str | None:
    """The name in `Ana Salt <ana@example.com>`, or right above such an address."""
    text = lines[index].text.strip()
    match = WITH_ADDRESS.fullmatch(text)
    if match is not None:
        return match["author"] if is_name(match["author"]) else None
    return text if index + 1 < len(lines) and is_address(lines[index + 1]) and is_name(text) else None


def shared(lines: Sequence[Line], index: int) -> Piece | None:
    """`Rain (100 words) by ana`, as the Archive of Our Own offers a story to be shared."""
    text = lines[index].text.strip()
    match = SHARED.fullmatch(markup.plain(text)) if len(text) <= LONGEST_SHARED and "word" in text else None
    if match is None:
        return None
    return Piece(index, index + 1, Kind.FACTS, tuple(given(match)))


def told(lines: Sequence[Line], index: int) -> Piece | None:
    """`“Rain” by Ana`, `RAIN: a Harbour vignette`, `A Harbour ficlet`."""
    text = field_line.clean(lines[index].text).strip()
    if len(text) > LONGEST or text.endswith((",", ";", ":")):
        return None
    fields = title_by(text) or title_and_kind(text)
    if fields:
        return Piece(index, index + 1, Kind.TITLE if Field.TITLE in dict(fields) else Kind.FACTS, fields)
    return of_kind(text, index)


def of_kind(text: str, index: int) -> Piece | None:
    """`A Harbour ficlet`, `An explicit Harbour drabble`; `A drabble` names no fandom."""
    kind = OF_KIND.fullmatch(text)
    rated, what = without_rating(kind["of"]) if kind is not None else ((), "")
    if what == "A":
        return Piece(index, index + 1, Kind.FACTS) if index else None
    if kind is None or ":" in what or ". " in what or not (is_fandom(what) or (rated and not what)):
        return None
    if what and (kind["bracket"] or not OF_FANFIC.search(text)):
        return Piece(index, index + 1, Kind.FACTS, (*rated, (Field.FANDOM, what)))
    return Piece(index, index + 1, Kind.FACTS, rated) if rated or index else None


def title_by(text: str) -> tuple[tuple[FieldName, str], ...]:
    match = TITLE_BY.fullmatch(text)
    name = named(match["author"]) if match is not None else None
    if match is None or name is None:
        return ()
    if role := written_name.named(f"{match['title']} by"):
        return ((role[0], name),)
    title = INNER_COMMA.sub("", match["title"].strip()).rstrip(",")
    if bare(title) == title and not (looks_titled(title) or is_listed(title)):
        return ()
    return (Field.TITLE, bare(title)), (Field.AUTHOR, name)


def title_and_kind(text: str) -> tuple[tuple[FieldName, str], ...]:
    title, _, behind = text.strip(MARKS).partition(": ")
    kind = OF_KIND.fullmatch(behind) if behind[:2].casefold() in {"a ", "an"} else None
    return ((Field.TITLE, bare(title)), (Field.FANDOM, kind["of"])) if kind and is_fandom(kind["of"]) else ()


def is_fandom(what: str) -> bool:
    return looks_titled(what) and what.partition(" ")[0].casefold() not in NO_FANDOM


def is_address(line: Line) -> bool:
    """True if the line is an address and nothing else."""
    text = line.text.strip()
    return len(text) <= LONGEST and ADDRESSES.fullmatch(text) is not None


def named(author: str) -> str | None:
    """A name, if it can be one: `the old wall` is none."""
    author = PRONOUNS.sub("", author.strip(MARKS))
    words = IN_BRACKETS.sub("", author).split()
    small = len(words) > 1 and words[0][:1].islower()
    return author if 0 < len(words) <= MOST_WORDS_OF_AUTHOR and not small else None


def is_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= MOST_WORDS_OF_NAME and all(map(is_capital, words))


def is_full_name(text: str) -> bool:
    """True for `Ruth Salt` and `R. L. Salt`."""
    *first, _ = text.split() or [""]
    return is_name(text) and (len(first) == 1 or (len(first) == 2 and any(len(each) <= 2 for each in first)))


def is_capital(word: str) -> bool:
    return word[:1].isupper() and MARKS_IN_NAMES.sub("", word).isalpha()

"""Facts without their names: `Rain - PG - Harbour`, `[G] [100 words] **Rain**`, `Ana & Ben . 100 words . fluff`.

A fact shows by its form which field it is; what shows nothing is told by its place.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, repeat

from bot.domain.header import field_line, rating, stated_count, written_name
from bot.domain.header.field import Field, FieldName
from bot.domain.header.rating import Rating
from bot.domain.reading import aside, caution, phrases
from bot.domain.reading.line import Kind, Line, Piece, block_end, given
from bot.domain.reading.title import ORNAMENTS, bare, is_short, looks_titled
from bot.domain.text import numeral

LONGEST, MOST_WORDS = 200, 8
"""Characters of a line of facts, and words of one of them."""
MOST_WORDS_UNKNOWN, MOST_UNKNOWN = 4, 2
"""Words of a fact between commas that shows nothing by itself, and the number of such facts."""

FEWEST_WORDS_SAID = 4
"""Words in small letters of a fact that tells something of no field: `all of them talking`."""

MOST_IN_BLOCK = 5
"""Lines of a title with its facts."""

MAY_PART = re.compile(r"[^\w\s:'’\"“”](?!\Z)|::")
FEWEST_BEFORE_COUNT = 3
"""Facts of which one may be a bare count though the others show nothing."""
BRACKETS = re.compile(r"\[([^\[\]]{1,160})\]|\(([^()]{1,160})\)|\{([^{}]{1,160})\}|【([^【】]{1,160})】")
APART = re.compile(
    r"(?<!\s)(?:\s++(?:[-–—|~•·.+/\\*»=]|//|::|\|\||[^\w\s\x00-\x7f“”‘’«»„‹›…¡¿–—×]{1,3}+)\s++|\s*+(?:;|[•·・✦★☆♥│┃]|(?<!\|)\|(?!\|))\s*+)"
)
"""The marks between facts, any ornament among them; two `|` right beside a word are Discord's spoiler."""
LISTED = re.compile(
    r"[,;•·](?![^()]{0,60}\))|(?<!\|)\|(?!\|)|(?<=\w\w)[.!]\s|(?<=\s[A-Z])\.\s(?=\d)|(?<=[Rr]ated\s[A-Z])\.\s"
    r"|\s[-–—/~]\s"
)
MARKED_OFF = re.compile(rf"{LISTED.pattern}|[()\[\]{{}}]|\|\|")
"""The marks between facts where nothing else stands: brackets and spoilers too."""
(REQUEST,), (TITLE_BY,) = phrases.FORMS["form of a request"], phrases.FORMS["form of a title above facts"]
(SET_OFF_BY,) = phrases.FORMS["form of a title beside facts"]
"""`**Rain** by Ana`, `Rain, by Ana`, `Rain by @ana`: beside facts, `Death by Water` is a title."""
EMPHASISED = re.compile(r"[*_]{2,3}[^*_]{1,80}[*_]{2,3}")
INTRODUCED = re.compile(r"([^*_()\[\]|]{1,30} [^*_()\[\]|]{1,40}[.:!])\s(?=\*\*[^*]{1,80}\*\*)")
"""`Here you go: ` in front of a title."""
SMALL_PRINT = re.compile(r"\A(?:-#|>{1,3}|#{1,3})\s+")
BARE_COUNT = re.compile(
    r"(?:\d{2,3}|\d,\d{3})(?=[.,]?(?:\s|\Z))|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty) words\Z"
)
"""`100`, `six words`; four digits are a year."""
NUMBERED = re.compile(r"\A(?:\#?\d{1,3}|[IVX]{1,5})[.):]\s{1,3}(?=\S)")
"""`IV. ` before a title."""

POLITE = re.compile(r"thank|sorry\b", re.IGNORECASE)
"""What members say to each other and no fact does: `Sorry for the wait`."""
QUOTED = re.compile(r"[\"“«„][^\"“”«»„]{2,80}[\"”»“]")
TOGETHER = re.compile(r"(?<=\S)\s(?:&|and|et|und|y|и)\s(?=\S)")
GENRE = re.compile(rf"{phrases.any_of('genre')}\.?", re.IGNORECASE)
GENRES = re.compile(rf"(?P<genre>{GENRE.pattern}(?:,\s.{{1,60}})?)", re.IGNORECASE)
FORMS = (caution.WARNING, *phrases.FORMS["form of a prompt"], GENRES, *phrases.FORMS["form of a fact"])
"""The forms by which a fact shows its field, tried in this order; the group with its value is called like the field."""

SURE = frozenset({Field.WORD_COUNT, Field.RATING})
PEOPLE = frozenset({Field.PAIRING, Field.CHARACTERS})
WEAK = PEOPLE | {Field.GENRE, Field.WRITTEN_FOR}
"""Fields whose forms titles have as well: `Love & War - A Story`."""
MANY = PEOPLE | {Field.GENRE, Field.WARNINGS, Field.NOTES}
"""Fields of which a line may have several facts."""

PLACES = (Field.TITLE, Field.FANDOM, Field.GENRE)
"""The fields of the facts that show nothing by themselves, in their order; further ones are notes."""

Fact = tuple[FieldName, str]


@lru_cache(maxsize=4096)  # a part is asked about in a bracket, between marks and in a list
def kind_of(part: str) -> Fact | None:
    """The field that a fact shows by its form, and its value."""
    part = part.strip()
    if (found := field_line.count(part)) is not None:
        return Field.WORD_COUNT, found.value
    if rating.is_name(part.strip("|")) and not part.isdigit() and part.casefold() != "gen":
        return Field.RATING, caution.SAYS_RATED.sub("", part)
    if (shown := next(filter(None, (form.fullmatch(part) for form in FORMS)), None)) is not None:
        return next(given(shown))
    return (Field.CHARACTERS, part) if are_people(part) else None


def kinds_of(parts: Sequence[str]) -> list[Fact | None]:
    """The field that each fact shows by its form; beside one that does, or two, a bare number is a count, and so is
    `100 or so`.
    """
    kinds = list(map(kind_of, parts))
    if not any(kinds) and len(parts) < FEWEST_BEFORE_COUNT:
        return kinds
    return [kind or bare_count(part) for part, kind in zip(parts, kinds, strict=True)]


def names_of(kinds: Iterable[Fact | None]) -> set[FieldName]:
    return {kind[0] for kind in kinds if kind is not None}


def bare_count(part: str) -> Fact | None:
    counts = BARE_COUNT.match(part) is not None and stated_count.read(part) is not None
    return (Field.WORD_COUNT, part.rstrip(".")) if counts else None


def are_people(part: str) -> bool:
    """True for `Ana & Ben` and `Ana and Ben`."""
    sides = [side.strip() for side in TOGETHER.split(part)]
    return len(sides) > 1 and ("&" in part or all(side[:1].isupper() for side in sides))


# -- a line of facts -------------------------------------------------------------------------------


def line(lines: Sequence[Line], index: int, *, titled: bool) -> Piece | None:
    """A line of facts; `titled`: the title stands elsewhere."""
    text = lines[index].stripped
    if len(text) > LONGEST or lines[index].is_field or lines[index].is_sentence or MAY_PART.search(text) is None:
        return None
    if text[:1] in aside.QUOTES and aside.is_told(text):
        return None
    text = SMALL_PRINT.sub("", field_line.clean(text))
    alone = kind_of(text) if text.startswith(("(", "[")) else None  # `(100)`
    fields = (alone,) if alone is not None and alone[0] is Field.WORD_COUNT else told(text, titled=titled)
    return Piece(index, index + 1, Kind.FACTS, fields) if fields else None


@lru_cache(maxsize=4096)  # a line is asked as one of a header, and again as a title
def told(text: str, *, titled: bool) -> tuple[Fact, ...]:
    """The fields of a line of facts; none if it is anything else."""
    said = INTRODUCED.match(text)
    if said is not None and not looks_titled(said[1].rstrip(".:!")) and kind_of(said[1].rstrip(".:!")) is None:
        found = told(text[said.end() :], titled=titled)
        return ((Field.NOTES, said[1]), *found) if found else ()
    outside, inside = bracketed(NUMBERED.sub("", text))
    apart, listed = APART.split(outside), LISTED.split(outside)
    if len(trimmed(apart)) > 1 or inside:
        parts, set_off = authored(apart), EMPHASISED.fullmatch(apart[0].strip()) is not None
        weak = frozenset[Field]() if set_off else WEAK - PEOPLE if titled else WEAK
        titled = titled or (not set_off and is_request([*parts, *inside]))
        if fields := placed([*parts, *inside], PLACES[titled:], fewest=1, weak=weak):
            return tuple(fields)
    parts = [*authored(listed), *inside]
    return tuple(in_list(parts, titled=titled)) if len(listed) + len(inside) > 1 and may_be_facts(parts) else ()


def authored(parts: Sequence[str]) -> list[str]:
    """The parts, the first as a title and its author."""
    first, rest = parts[0].strip(), trimmed(parts[1:])
    by = SET_OFF_BY.fullmatch(first) or (None if rest else TITLE_BY.fullmatch(first))
    return [*([bare(by["title"]), f"by {by['author']}"] if by is not None else trimmed([first])), *rest]


def is_request(parts: Sequence[str]) -> bool:
    """True for `For Ben`, `Harbour`, `prompt: frost`, and for `Harbour`, `Ana/Ben`, `“frost”`, which name no title."""
    kinds = [kind and kind[0] for kind in kinds_of(parts)]
    return kinds[0] is Field.WRITTEN_FOR or (kinds[-1] is Field.PROMPT and kinds[0] is None and kinds[1] in PEOPLE)


def bracketed(text: str) -> tuple[str, list[str]]:
    """What stands outside a line's brackets, and the facts in them: `[G] [100 words] Rain`, `Rain (Ana/Ben, PG)`."""
    inside = ["".join(found) for found in BRACKETS.findall(text)]
    parts = [
        part for each in inside for part in trimmed(requested(f"({each})" if BARE_COUNT.fullmatch(each) else each))
    ]
    if not any(map(kind_of, parts)):
        return text, []
    return BRACKETS.sub(" ", text).strip(), parts


def requested(text: str) -> list[str]:
    """The facts in `For Ben: Harbour; frost`: the last is what was asked for."""
    if (request := REQUEST.fullmatch(text)) is None:
        return LISTED.split(text)
    *rest, last = LISTED.split(request["rest"])
    return [request["whom"], *rest, f"prompt: {last}"]


def trimmed(parts: Iterable[str]) -> list[str]:
    return [part for each in parts if (part := ORNAMENTS.sub("", each).strip(" \t*_,;:~"))]


def in_list(parts: Sequence[str], *, titled: bool) -> list[Fact]:
    """`Rain, Ana/Ben, PG`; `Harbour, Ana & Ben, first frost`. A sentence has commas too, so more has to show itself."""
    kinds = kinds_of(parts)
    names = names_of(kinds)
    unknown = [part for part, kind in zip(parts, kinds, strict=True) if kind is None]
    long = len(unknown) > MOST_UNKNOWN or any(len(part.split()) > MOST_WORDS_UNKNOWN for part in unknown)
    if long or aside.PERSON.search(" ".join(unknown)) or any(map(POLITE.match, unknown)):
        return []
    is_title = names == {Field.RATING} if kinds[0] else len(names) == 1 and not looks_titled(title_of(parts[0]))
    if unknown and is_title:  # `Adults, Alone`
        return []
    if unknown and len(parts) in {3, 4} and not SURE & names and names & PEOPLE:
        return placed(parts, (Field.FANDOM, Field.PROMPT), fewest=1)
    return placed(parts, PLACES[titled or kinds[0] is not None :], fewest=2)


def placed(
    parts: Sequence[str], unknown: Sequence[FieldName], *, fewest: int, weak: frozenset[Field] = WEAK
) -> list[Fact]:
    """The fields of these facts, if enough of them show what they are, and no field comes twice. `weak`: the fields
    whose form tells nothing beside one other fact, which may be a part of the title.
    """
    if not may_be_facts(parts):
        return []
    kinds = kinds_of(parts)
    people = [place for place, kind in enumerate(kinds) if kind is not None and kind[0] in PEOPLE]
    if len(people) > 1 and "&" not in parts[people[0]] and kinds[people[0]] == (Field.CHARACTERS, parts[people[0]]):
        kinds[people[0]] = None  # `Sense and Salt | Ana & Ben`
    if unknown[0] is Field.TITLE and QUOTED.fullmatch(parts[0]):
        kinds[0] = None
    names = names_of(kinds)
    needed = 2 if len(parts) == 2 and weak.issuperset(names) else fewest
    if not SURE & names and (len(names) < needed or (names == {Field.WRITTEN_FOR} and any(map(says, parts[1:])))):
        return []
    kinds[-1] = kinds[-1] or kind_of(parts[-1].removesuffix("."))  # `..., PG.`
    fields: dict[FieldName, str] = {}
    rest = chain((name for name in unknown if name in MANY or name not in names), repeat(Field.NOTES))
    for part, kind in zip(parts, kinds, strict=True):
        name, value = (
            by_name(part)
            or kind
            or (Field.NOTES if says(part) and fields and SURE & names else next(rest), title_of(part))
        )
        if kind is None and name is Field.GENRE and value[:1].isupper() and " " in value:
            name = Field.CHARACTERS
        if name in fields and name not in MANY:
            return []
        fields[name] = f"{fields[name]}, {value}" if name in fields else value
    return list(fields.items())


def says(part: str) -> bool:
    """True for `letters are my whole life`, which names nothing."""
    return part[:1].islower() and len(part.split()) >= FEWEST_WORDS_SAID and kind_of(part) is None


def by_name(part: str) -> Fact | None:
    """`fandom: Harbour` among other facts."""
    found = field_line.read(part) if ":" in part else None
    return None if found is None or len(found.fields) != 1 else (found.fields[0], found.value)


def may_be_facts(parts: Sequence[str]) -> bool:
    """True if these are several, and none is a sentence."""
    return len(parts) > 1 and all(len(part.split()) <= MOST_WORDS for part in parts)


def title_of(part: str) -> str:
    return bare(NUMBERED.sub("", part)).strip()


# -- a title above facts ----------------------------------------------------------------------------


def title_and_facts(lines: Sequence[Line], index: int) -> Piece | None:
    """A title, and below it nothing but facts, one of them a rating or a count: `PG-13, 100 words`, `E / 100`."""
    end = block_end(lines, index, MOST_IN_BLOCK + 1)
    title, below = bare(lines[index].text), lines[index + 1 : end]
    if not is_short(title) or any(each.is_field and SURE.isdisjoint(each.fields) for each in below):
        return None
    marked = (MARKED_OFF.split(SMALL_PRINT.sub("", field_line.clean(each.stripped))) for each in below)
    parts = trimmed(chain.from_iterable(marked))
    stacked = len(parts) == len(below) and all(each.found is None for each in below)
    facts = placed(parts, PLACES[1:], fewest=1) if stacked or None not in kinds_of(parts) else []
    is_sure = bool(facts) and not SURE.isdisjoint(names_of(map(kind_of, parts)))
    return Piece(index, end, Kind.FACTS, ((Field.TITLE, title), *facts)) if is_sure else None


# -- facts and nothing else -------------------------------------------------------------------------

Facts = tuple[Fact, ...]

MOST_WORDS_OF_COUNT = 6
MARKED_COUNT = re.compile(
    r"\s{0,20}(?:[(\[]\s?(?:\d{2,3}|\d,\d{3}|\d{2,3}/\d{2,3})\s?[)\]]|(?P<words>\d{2,3})/(?P=words))\s{0,20}"
)
"""`(100)`, `100/100`."""
AROUND = " |*_"


def of_foot(line: Line) -> Facts | None:
    """The fields of a line that states facts and nothing else, such as `100 words | rated M | also on AO3`; none for an
    address. None if the line says more.
    """
    if line.divides or len(line.text) > LONGEST:
        return None
    if line.is_field:
        return labelled(line)
    return None if line.is_sentence else stated(line.text.strip(AROUND))


def labelled(line: Line) -> Facts | None:
    """`wc: 100`, `Rated: M`."""
    value, words = line.value, len(line.value.split())
    counts = line.fields == (Field.WORD_COUNT,) and words <= MOST_WORDS_OF_COUNT and numeral.first(value)
    rates = line.fields == (Field.RATING,) and rating.parse(value) is not Rating.NOT_RATED
    says = line.fields[:1] == (Field.GENRE,) and rating.said(value) != []
    return ((line.fields[0], value),) if counts or rates or says else None


@lru_cache(maxsize=4096)  # each reading of a text asks for the facts below its story
def stated(text: str) -> Facts | None:
    """The facts that stand side by side, one of them a fact by itself; else the one that the whole text is."""
    parts = list(split(text)) if MAY_PART.search(text) is not None else ()
    if len(parts) > 1 and None not in map(beside, parts) and any(stated_by(part) is not None for part in parts):
        return tuple(chain.from_iterable(filter(None, map(beside, parts))))
    return stated_by(text)


def split(text: str) -> Iterator[str]:
    """The parts of a line: parted by bars, and by commas where a part is no fact."""
    for part in APART.split(text):
        yield from trimmed([part] if beside(part) is not None else MARKED_OFF.split(part))


@lru_cache(maxsize=4096)  # each part is asked as one beside others, too
def stated_by(text: str) -> Facts | None:
    """The fields of a text that is one fact by itself."""
    if (counted := field_line.count(text)) is not None:
        return ((Field.WORD_COUNT, counted.value),)
    if MARKED_COUNT.fullmatch(text) or aside.says_where(text):
        return ()
    found = caution.said(text.strip())
    return None if found is None else (found,)


@lru_cache(maxsize=4096)  # a line without bars is the only part of itself
def beside(text: str) -> Facts | None:
    """The fields of a text that is a fact by itself, or beside one: `PG`, `CW: blood`."""
    found, gone_by = stated_by(text), caution.gone_by(text, may_be_letter=True)
    return (gone_by,) if found is None and gone_by is not None else found


# -- facts in a note -------------------------------------------------------------------------------

BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])\s+")

MOST_SENTENCES = 4


def leading(text: str, *, titled: bool) -> tuple[tuple[Fact, ...], str]:
    """The facts with which a note begins, one of them a rating or a count, and the rest: `Harbour. G. I wrote ...`."""
    sentences = BETWEEN_SENTENCES.split(text)
    for end in range(min(len(sentences) - 1, MOST_SENTENCES), 0, -1):
        front = " ".join(sentences[:end]).rstrip(".!")
        found = told(front, titled=titled) if len(front) <= LONGEST else ()
        if not found and (alone := caution.said(front)) is not None:
            found = (alone,)
        if SURE.intersection(name for name, _ in found):
            return found, " ".join(sentences[end:])
    return (), text


def said(text: str) -> Iterator[Fact]:
    """A note, and the facts in its sentences: `... 100 words, PG.`; one that warns, or has a name, is no part of it."""
    kept: list[str] = []
    only_facts = True
    for sentence in BETWEEN_SENTENCES.split(text):
        named, warned = field_line.read(sentence), kind_of(sentence)
        if named is not None and len(named.fields) == 1 and named.value and written_name.is_telling(named.name):
            yield named.fields[0], named.value.rstrip(".")
            continue
        if warned is not None and warned[0] in {Field.SPOILERS, Field.WARNINGS}:
            yield warned
            continue
        kept.append(sentence)
        facts = [*filter(None, map(kind_of, trimmed(sentence.rstrip(".!").split(","))))]
        if len(facts) == sentence.count(",") + 1 and all(name in SURE for name, _ in facts):
            yield from facts
        else:
            only_facts = False
    if kept and not only_facts:
        yield Field.NOTES, " ".join(kept)

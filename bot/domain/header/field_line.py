"""One line of a header, such as `Title: Rain` or `* **Rating** - G`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from bot.domain.header import field_names, rating, stated_count, written_name
from bot.domain.header.field import Field, Other
from bot.domain.header.rating import Rating
from bot.domain.header.written_name import LONGEST_NAME
from bot.domain.text import numeral


class Separator(Enum):
    """The separator of a name and its value. Stories have dashes and dots too, so these need more to be believed."""

    MARK = auto()
    DASH = auto()
    COLUMN = auto()
    SIGN = auto()
    DOT = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class FieldLine:
    """`fields` is empty if we do not know the name."""

    name: str
    fields: tuple[Field, ...]
    value: str
    separator: Separator


LINE = re.compile(
    rf"""
    [ \t]{{0,80}}+
    (?:(?:[>»•·♛♥★☆✦◦▪◆♦–—+]|[*\-~](?=\s)|-?\#{{1,3}}+|::|\d{{1,2}}[.)](?=\s))[ \t]*+)?  # a bullet, a quote, a heading
    (?P<open>[*_~|`]{{0,4}})
    (?P<name>[^\s:：|=.*_~`\[\](](?:[^:：|=.*~`\n(\[]|\((?:s|es|en|n)\)(?=\s?/)){{0,{LONGEST_NAME}}}?(?![^\W_]|\x20\w)
        (?:[(\[][^()\[\]\n]{{0,120}}+[)\]])?)
    (?P<shut>[*_~|`]{{0,4}})
    [ \t]{{0,10}}
    (?P<separator>
        \.?:+|：|\?(?=[*_]{{2}}\s)|\.{{2,80}}:|\.{{4,80}}|[»›→➜➤➔➡]+|(?<!\|)\|(?!\|)|//|=+>?|;(?=\s)|\.(?=\s|$)
        |(?:(?<=\s)-{{1,80}}+|(?<![–—])[–—]{{1,80}}+|(?<!-)-{{1,80}}+(?=\s))(?=\s|$)|--(?=[^\s-])|\t+|[ ]{{3,}}
    )
    (?P<late>[*_~|`]{{0,4}}(?![^\s*_~|`]))?
    [ \t]*
    (?P<value>.*)
    """,
    re.VERBOSE | re.DOTALL,
)

BRACKETED = re.compile(r"\s{0,40}[\[{(<]\s?(?P<inside>[^\[\]{}()<>]{1,60})[\]})>]\s*")
"""`[Disclaimer]`, alone on its line."""

TAG = re.compile(
    r"</?(?:b|i|u|em|strong|span|font|small|big|center|p|div|br|li|ul|h[1-6])\b[^<>]{0,200}/?>", re.IGNORECASE
)
USER = re.compile(r"<lj\s+(?:user|comm)=[\"']?([\w-]{1,40})[\"']?\s*/?>(?:</lj>)?", re.IGNORECASE)

NO_MARK = r"(?:[\w,'’“”\"]|!(?!!)|\x20(?=[\w“”\"])|-(?=\w))"
UNPARTED = rf"(?:[*-]\s)?[“\"]?[^\W\d_]{NO_MARK}{{0,{LONGEST_NAME}}}+"
NAMELESS = re.compile(rf"{UNPARTED}(?:{NO_MARK}|[?…]?\Z)")
"""The start of a line that no mark parts where its name could end, as of most lines in a story."""
SENTENCE = re.compile(rf"{UNPARTED}\.\s*\Z")
"""A short line that no mark parts, but for the dot at its end."""

COLON = re.compile(r"(?<=\S)[ \t]{0,2}:(?=\s|\*|$)|(?<=[a-z][ds]):(?=\d)|(?<=\w)\s[-–—]\s")
BEFORE = re.compile(r"(?:^|(?<=[\s(\[*_])|(?<=[\d?])(?=[A-Z][a-z]{2,10}\Z))[^\W\d_]")
"""Where a further field's name may end, and where it may begin: archives' tallies are copied as `Words:100Hits:9`."""
MOST_WORDS = 4
"""Words of a field's name in the middle of a line."""

RULE = re.compile(r"[\s*~\-_=#+•·♥♡★☆<>^:|/\\—–.oO0xX@$%&\u2500-\u25ff]{3,}")
SHORT_RULE = re.compile(r"[*~\-_=#+•·♥—–]{1,2}")
MARKS_OF_RULES = re.compile(r"[*~\-_=#+•·♥♡★☆<>^|/\\—–\u2500-\u25ff]{2}|(?:[xXoO][ \t]*){3,}|(?:[*~#=+_-]\s*){3,}")
"""A line that only divides: `***`, `~*~`, `-----`, `xxx`, `-o-o-`."""
KISSES = re.compile(r"(?:xo){2,9}", re.IGNORECASE)
"""Where a letter ends: `xoxo`."""


def clean(line: str) -> str:
    """The line without HTML's tags; a user's name stays."""
    if "<" not in line:
        return line
    return TAG.sub("", USER.sub(r"\1", line))


@lru_cache(maxsize=4096)  # a header is read for each line above which its story may start
def read(line: str) -> FieldLine | None:
    """The name and value of a line that has the form of a field, known or not, if the value suits the name."""
    found = written(line)
    return found if found is None or plausible(found.fields, found.value, found.separator) else None


def read_without_dots(line: str) -> FieldLine | None:
    """The same, where no dot parts a name from its value: there, a sentence is no name with its value below."""
    return count(line) if SENTENCE.match(line) else read(line)


def written(line: str) -> FieldLine | None:
    """The name and value of a line that has the form of a field, whatever its value."""
    line = line.rstrip()
    if not line:
        return None
    if NAMELESS.match(line):
        return count(line) or heading(line)
    bare = undecorated(line)
    found = formed(bare) if bare != line else None
    if found is not None and found.fields:
        return found
    return formed(line) or by_sign(line)


BY_SIGN = {sign: field for field, signs in field_names.SIGNS.items() for sign in signs.split()}
SIGN = re.compile(
    rf"\s{{0,10}}(?P<sign>{'|'.join(map(re.escape, BY_SIGN))})\ufe0f?[*_ \t|]{{1,10}}(?P<value>[^\W_].*)", re.DOTALL
)


def by_sign(line: str) -> FieldLine | None:
    """`✍️ ana`: a sign alone names the field."""
    match = SIGN.fullmatch(line)
    return match and FieldLine(
        match["sign"], (BY_SIGN[match["sign"]],), match["value"].rstrip(" \t*_|"), Separator.SIGN
    )


EMOJI = re.compile(r"<a?:\w{1,64}:\d{1,20}>|:\w{2,64}:(?=\s)")
"""An emoji that Discord writes in letters: `<:lamp:12>`, and `:lamp:` where a message was copied."""
DECORATION = re.compile(rf"(?:{EMOJI.pattern}|[\d#*]\ufe0f?\u20e3|[^\w\x00-\x7f“”‘’«»„‹›…¡¿–—]|\s){{1,60}}+")
OPENED_BY = re.compile(
    rf"(?:>\s|[*_]{{2,5}})(?=(?:{EMOJI.pattern}|[\d#*]\ufe0f?\u20e3|[^\w\x00-\x7f“”‘’«»„‹›…¡¿–—]){{1,12}}\s)"
)
"""The marks in front of an emoji that begins a name: `**📖 Title:** Rain`, `> <:lamp:12> Title: Rain`."""


def undecorated(line: str) -> str:
    """The line without the emoji and the ornaments in front of it, and without those at its end that mirror them."""
    if (opened := OPENED_BY.match(line)) is not None:
        return opened[0] + undecorated(line[opened.end() :])
    front = DECORATION.match(line)
    if front is None:
        return line
    ornament = EMOJI.sub("", front[0]).strip()
    line = line[front.end() :]
    for emoji in EMOJI.findall(front[0]):
        line = line.removesuffix(emoji).rstrip()
    return line.rstrip(ornament + " ") if line.endswith(tuple(ornament)) else line


def formed(line: str) -> FieldLine | None:
    inside = unbracketed(line)
    match = LINE.fullmatch(inside)
    if match is None or (inside != line and not written_name.named(match["name"])):
        return set_off(line) or ornamented(line) or count(line) or bracketed(line) or heading(line)
    opened, value = match["open"], match["value"]
    if opened and not match["shut"] and not match["late"]:
        value = value.removeprefix(opened) if value.count(opened) % 2 else value  # `**Title: **Rain`
        value = value.removesuffix(opened[::-1])
    elif not opened and match["late"]:
        value = match["late"] + value
    fields, separator = fields_of(match["name"], value), separator_of(match["separator"])
    named = Field.WORD_COUNT in fields and value.strip()
    if not named and stated_count.read(line) is not None:  # `not counting the title: 100`
        counted = count(line)
        if counted is not None or fields:
            return counted
    if match["separator"].startswith((";", "..")) and not fields:
        return None
    return FieldLine(match["name"].strip(), fields, value.strip(), separator)


def fields_of(name: str, value: str) -> tuple[Field, ...]:
    """The fields of a name; a length in words is a count, as in `Length: 100`, but not in `Length: ficlet`."""
    is_length = stated_count.read(value) is not None and stated_count.words(name) in stated_count.OF_LENGTHS
    return (Field.WORD_COUNT,) if is_length else written_name.named(name)


def other(line: FieldLine) -> Other | None:
    """The writer's own field on a line; a sentence with a colon has too many words for one."""
    name = line.name.strip(" *_~:")
    if ":" in name or written_name.named(name):  # the rest of a known name that was not meant
        return None
    known = written_name.is_other(name)
    if line.separator not in {Separator.MARK, Separator.COLUMN} or not (
        known or (name[:1].isupper() and len(name.split()) <= MOST_WORDS)
    ):
        return None
    return Other(name[:1].upper() + name[1:])


def bracketed(line: str) -> FieldLine | None:
    """`[Disclaimer]` alone on a line: its value stands below."""
    match = BRACKETED.fullmatch(line)
    fields = written_name.named(match["inside"]) if match is not None else ()
    if match is None or not fields:
        return None
    return FieldLine(match["inside"].strip(), fields, "", Separator.MARK)


OPENED = re.compile(r"\s{0,40}[\[(](?P<inside>[^\[\]()]{1,60}(?:\([^()]{0,60}\))?\s?[:–-].*)", re.DOTALL)


def unbracketed(line: str) -> str:
    """The text in the bracket that a line opens: `[Rating: G]`, `(Notes: thanks`."""
    match = OPENED.fullmatch(line)
    if match is None:
        return line
    inside = match["inside"].rstrip()
    return inside.removesuffix("]" if line.lstrip().startswith("[") else ")")


ORNAMENT = r"(?:[^\w\x00-\x7f“”‘’«»„‹›…¡¿–—]|~|[-=]?>+|[\\/]){1,6}+"
"""A mark that parts a name from its value, with blanks around it: `✧`, `‣`, `->`."""

SET_OFF = re.compile(
    rf"""
    \s{{0,20}}+(?:[*•-]\s{{1,3}})?(?:
        (?P<mark>\*{{1,3}}|_{{1,3}}|[♥♡★☆`~])\s?(?P<marked>[^*_:♥♡★☆`~]{{2,30}}?)\s?(?P=mark)
      | __\*\*(?P<both>[^*_:]{{2,30}})\*\*__
      | [\[【({{<「](?P<inside>(?:[^\[\]()【】{{}}<>「」:]|\((?:s|es|en|n)\)){{2,30}})[\]】)}}>」]:?
    )(?:\s++(?:{ORNAMENT}\s++)?|(?<=】))(?P<value>\S.*)
    """,
    re.VERBOSE | re.DOTALL,
)


def set_off(line: str) -> FieldLine | None:
    """`[Rating] PG`, `(Rating): PG`, `**Rating** PG`: only the marks around the name part it from the value."""
    match = SET_OFF.fullmatch(line)
    name = (match["marked"] or match["both"] or match["inside"]).strip() if match is not None else ""
    if match is None or (name[:1].islower() and match["mark"] not in {"**", "__"}):
        return None
    is_count = not any(map(str.isdigit, name)) and written_name.named(name) == (Field.WORD_COUNT,)
    counts = is_count and numeral.first(match["value"]) is not None
    if not (counts or written_name.is_telling(name)):
        return None
    return FieldLine(name, written_name.named(name), match["value"].strip(), Separator.MARK)


ORNAMENTED = re.compile(
    rf"[*_]{{0,3}}(?P<name>[^\W\d_](?:[\w'’ /]|-(?!>)){{1,28}}+)(?:(?<=\s){ORNAMENT}|!!)\s++(?P<value>\w.*)",
    re.DOTALL,
)


def ornamented(line: str) -> FieldLine | None:
    """`rating ✧ explicit`, `Rating ~ E`, `fandom!! harbour`: an ornament parts the name from the value."""
    match = ORNAMENTED.fullmatch(line.strip())
    name = match["name"] if match is not None else ""
    shouts = f"{name}!!" in line and name[:1].islower() and written_name.exact(name)
    if match is None or not (shouts or written_name.is_telling(name)):
        return None
    return FieldLine(name.strip(), written_name.named(name), match["value"].strip(), Separator.MARK)


HEADING = re.compile(r"[\s*_#]{0,6}(?P<name>[^\W\d_][\w'’ /-]{2,24}?)[\s*_#]{0,6}")


def heading(line: str) -> FieldLine | None:
    """`Summary` alone on a line, with nothing behind it."""
    match = HEADING.fullmatch(line)
    if match is None or not match["name"][0].isupper() or not written_name.is_telling(match["name"]):
        return None
    marked = line.strip()[0] in "*#_"
    separator = Separator.MARK if marked else Separator.NONE
    return FieldLine(match["name"], written_name.named(match["name"]), "", separator)


def count(line: str) -> FieldLine | None:
    """`*322 words*`, `wc 322`, alone on its line: a count names itself."""
    stated = stated_count.read(line)
    return counted(line) if stated is not None and stated.is_plain else None


def counted(line: str) -> FieldLine:
    """A line that states a count, as a field."""
    return FieldLine("words", (Field.WORD_COUNT,), stated_count.bare(line), Separator.MARK)


def separator_of(mark: str) -> Separator:
    if mark == ".":
        return Separator.DOT
    if mark.isspace():
        return Separator.COLUMN
    return Separator.DASH if mark[0] in "-–—" else Separator.MARK


MOST_WORDS_OF_RATING = 6
"""Words of a rating that is on no scale we know: "five stars, she thought, and a soup" is a sentence."""


def plausible(fields: tuple[Field, ...], value: str, separator: Separator) -> bool:
    """True if the field can have this value: `Words - sharp ones - filled her mouth.` states no count."""
    if fields == (Field.RATING,) and rating.parse(value) is Rating.NOT_RATED:
        return len(value.split()) <= MOST_WORDS_OF_RATING
    if fields != (Field.WORD_COUNT,) or not value.strip():
        return True
    if separator is Separator.MARK:
        return len(value) < stated_count.LONGEST
    return numeral.first(value) is not None


LONGEST_SPLIT = 2_000
"""Characters of a value that are searched for further fields."""


def split(line: FieldLine) -> Iterator[FieldLine]:
    """The fields of a line with several: `Rating: G; Words: 100`, `Thanks for reading! Disclaimer: not mine`."""
    if line.separator is Separator.DOT or COLON.search(line.value, 0, LONGEST_SPLIT) is None:
        yield line
        return
    starts = list(further(line.value, line.separator))
    ends = [start for start, _, _, _ in starts] + [len(line.value)]
    yield FieldLine(line.name, line.fields, between(line.value[: ends[0]]), line.separator)
    for (_, name, fields, begin), end in zip(starts, ends[1:], strict=True):
        yield FieldLine(name, fields, between(line.value[begin:end]), Separator.MARK)


STRAY = re.compile(r"\A[*_]{1,3}\s|\s[*_]{1,3}\Z")
"""Marks that belong to a name beside a value: `Rain **` above `Rating:** G`."""


ORNAMENT_BEHIND = re.compile(r"\s[•·・┃│✦⋆✧♡♥–—-]\s*\Z")


def between(value: str) -> str:
    """A value without the mark between it and the next field."""
    value = (
        STRAY.sub("", STRAY.sub("", value.strip())).rstrip("|").removesuffix("//").removesuffix(" /").rstrip(" ;,|[(~")
    )
    value = ORNAMENT_BEHIND.sub("", value)
    return value if "[" in value else value.removesuffix("]")


MARKS = " \t*_:"
"""Marks that may stand around a name in the middle of a line."""


def further(value: str, separator: Separator) -> Iterator[tuple[int, str, tuple[Field, ...], int]]:
    """The further fields of a line: where each begins, its name, its fields, and where its value begins."""
    end = 0
    for colon in COLON.finditer(value, 0, LONGEST_SPLIT):
        if ":" not in colon.group() and separator not in {Separator.DASH, Separator.COLUMN}:
            continue
        found = name_before(value, max(end, colon.start() - LONGEST_NAME), colon.start())
        if found is None or not value[:found].strip() or not parted(value, found):
            continue
        name = value[found : colon.start()].strip(MARKS)
        end = colon.end()
        yield found, name, written_name.named(name), end


WRITABLE = re.compile(r"[\w '’/-]+")
"""A name that nobody knows, of characters with which a line of its own can begin."""


def name_before(value: str, low: int, high: int) -> int | None:
    """The start of the longest known name that ends here."""
    starts = [low + match.start() for match in BEFORE.finditer(value[low:high])]
    for start in starts[-MOST_WORDS:]:
        name = value[start:high].strip(MARKS)
        own = written_name.is_other(name) or (after_bar(value, start) and WRITABLE.fullmatch(name))
        if written_name.exact(name) or (name[:1].isupper() and own):
            return start
    return None


def after_bar(value: str, start: int) -> bool:
    """True if a bar stands before a name; behind a bar, a field may have any name."""
    return value[:start].rstrip().endswith("|")


PARTS = re.compile(r"[;|,/•·~]\Z|[^\w\s\x00-\x7f“”‘’«»„‹›…¡¿–—]\Z")


LEADS_ON = re.compile(r"\b(?:for|from|of|to|in|on|with|by|the|an?|my|this|für|pour|para|per|для)\Z", re.IGNORECASE)
"""A word that needs what stands behind it: `For Challenge 118: Moon` is one value."""


def parted(value: str, start: int) -> bool:
    """True if a field may begin here: after a mark, or with a capital where writers only put a space."""
    before = value[:start].rstrip(" \t*_([")
    return PARTS.search(before) is not None or (value[start].isupper() and LEADS_ON.search(before) is None)


def is_rule(line: str) -> bool:
    line = line.strip()
    if KISSES.fullmatch(line):
        return False
    return SHORT_RULE.fullmatch(line) is not None or (
        RULE.fullmatch(line) is not None and MARKS_OF_RULES.search(line) is not None
    )

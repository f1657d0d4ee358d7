"""Unlabelled lines above a story: titles, bylines, disclaimers, remarks.

Each function is one rule: it returns the piece that begins at a line, or None.
"""

import re
from collections.abc import Iterator, Sequence

from bot.domain.header import field_line, header, written_name
from bot.domain.header.field import Field, FieldName, Other
from bot.domain.reading import aside
from bot.domain.reading.header_part import Kind, Piece
from bot.domain.reading.line import Line, block_end, written_from

LONGEST_TITLE, MOST_TITLE_WORDS = 80, 12
LONGEST_BYLINE = 100
CENTRED = 8
"""Blanks before a line that was set in the middle."""
LONGEST_DEDICATION = 300
MOST_LINES = 40
"""Lines of the longest paragraph that is looked at."""
SMALL_WORDS = frozenset(
    """a an and as at but by de der des die das du e el en et for from in into is la le les nor of off on or per s so t
    the to un una une up und upon via vs with y zu aus im am il lo i gli di da o os do dos na no и в на с""".split()  # noqa: SIM905
)
"""Words that a title may write small."""

BYLINE = re.compile(
    r"""
    [\W_]{0,8}+
    (?:
        (?:(?:an?|the|another|my)\s(?:[^.?"“”]{1,60}?\s)?)?(?:short\s)?
        (?:story|tale|drabble|ficlet|fic|fan\s?-?fic(?:tion)?|one-?shot|spamfic|poem|vignette
            |written|created|brought\sto\syou|penned),?\s
    )?
    (?:by|par|von|por|da|di)\b\s?:?\s*+
    (?P<author>[^\s,.;:"“”!?][^,.;:"“”!?\n]{0,38}?)
    (?:\s*[<(\[][^<>()\[\]\n]{3,60}[>)\]])?
    [\s.*_~-]{0,8}
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""`by Ana`, `A Harbour fanfic by Ana.`, `Written by: Ana <address>`."""

PRESENTS = re.compile(r"(?P<author>[A-Z][\w'’-]{1,20}(?:\s[\w'’-]{1,20}){0,2}?)\s(?:\w+ly\s)?presents\W{0,5}")
"""`Ana proudly presents:`"""

RULING = "-=~*_+#<>"
KIND_OF_STORY = re.compile(
    r"(?P<fandom>.{2,60}?)[(\[](?:an?\s)?(?:short\s)?(?:story|fic|fan\s?fic(?:tion)?|drabble|ficlet|one-?shot|poem)[)\]]\s*+",
    re.IGNORECASE,
)
"""`The Harbour Books (short story)`."""

QUOTES = "\"“”«»„‘’'"
MARKS = "*_~# \t"
ORNAMENTS = re.compile(
    r"\A(?:[*_~#\s]|[^\w\s\x00-\x7f“”‘’«»„‹›…¡¿–—🔞🍋])++|(?<=[\s*_~#])[^\w\s\x00-\x7f“”‘’«»„‹›…¡¿–—🔞🍋]++\s*+\Z"
)
"""Marks and emoji around a line, but for those that rate it."""


# -- titles and bylines ----------------------------------------------------------------------------


def byline(lines: Sequence[Line], index: int) -> Piece | None:
    """`by Ana`, on a line of its own."""
    author = author_of(lines[index].text)
    if author is None:
        return None
    end = index + 1
    while end < len(lines) and is_address(lines[end]):
        end += 1
    return Piece(index, end, Kind.BYLINE, ((Field.AUTHOR, author),))


def address(lines: Sequence[Line], index: int) -> Piece | None:
    """An address, alone on its line."""
    return Piece(index, index + 1, Kind.BYLINE) if is_address(lines[index]) else None


def is_address(line: Line) -> bool:
    """True if the line is an address, as it stands below a name."""
    text = line.text.strip()
    return len(text) <= LONGEST_BYLINE and len(text.split()) <= 3 and ("@" in text or "http" in text or "www." in text)


def author_of(line: str) -> str | None:
    if len(line) > LONGEST_BYLINE:
        return None
    match = BYLINE.fullmatch(field_line.clean(line).strip()) or PRESENTS.fullmatch(line.strip())
    if match is None:
        return None
    author = match["author"].strip(MARKS)
    small = author[:1].islower() and len(author.split()) > 1
    return author if author and len(author.split()) <= 5 and not small else None


def title_in_rule(lines: Sequence[Line], index: int) -> Piece | None:
    """A title between marks: `---- Rain ----`."""
    text = lines[index].text.strip()
    title = text.strip(RULING).strip()
    if not (set(RULING).issuperset(text[:3] + text[-3:]) and is_short(title)):
        return None
    return Piece(index, index + 1, Kind.TITLE, ((Field.TITLE, title),))


def underlined_title(lines: Sequence[Line], index: int) -> Piece | None:
    """A title with a rule right below it, perhaps with its fandom above: `The Harbour Books (short story)`."""
    end = block_end(lines, index, 4)
    if not (index < end <= index + 3 and end < len(lines) and lines[end].rules_off):
        return None
    author = author_of(lines[end - 1].text) if end > index + 1 else None
    last = end - 1 if author is None else end - 2
    title = bare(lines[last].text)
    if not is_short(title) or title.endswith((".", ",", ";", ":")):
        return None
    fields: list[tuple[FieldName, str]] = [(Field.TITLE, title)]
    if author is not None:
        fields.append((Field.AUTHOR, author))
    for line in lines[index:last]:
        if kind := KIND_OF_STORY.fullmatch(line.text.strip()):
            fields.append((Field.FANDOM, kind["fandom"].strip()))
        elif not is_short(line.text.strip()):
            return None
    return Piece(index, end + 1, Kind.TITLE, tuple(fields))


def title_above_byline(lines: Sequence[Line], index: int) -> Piece | None:
    """A title with a byline, a labelled author or a chapter below it."""
    below = index + 1
    if below < len(lines) and lines[below].divides:
        below = written_from(lines, below)
    title = bare(lines[index].text)
    if below >= len(lines) or below > index + 4 or not is_short(title) or title.endswith((",", ";", ":")):
        return None
    if (
        author_of(lines[below].text) is None
        and Field.AUTHOR not in lines[below].fields
        and chapter_of(lines[below]) is None
    ):
        return None
    return Piece(index, index + 1, Kind.TITLE, ((Field.TITLE, title),))


OF_KIND = re.compile(
    r"""
    [\W_]{0,3}+(?:an?\s)?(?P<fandom>\S.{0,50}?)\s(?:short\s|side\s?)?
    (?:story|fan\s?-?fic(?:tion)?|fic|drabble|ficlet|one-?shot|crossover)\W{0,5}
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""`A Harbour short story`"""
RATED = re.compile(r"rated:?\s(?P<rating>.{1,12})", re.IGNORECASE)
MOST_IN_BLOCK = 5
"""Lines of the longest block."""


def title_block(lines: Sequence[Line], index: int) -> Piece | None:
    """A title, and below it only a fandom, a chapter, a rating or a byline."""
    end = block_end(lines, index, MOST_IN_BLOCK + 1)
    end = next((at for at in range(index, end) if lines[at].is_field), end)
    if not 2 <= end - index <= MOST_IN_BLOCK or written_from(lines, end) >= len(lines):
        return None
    if not is_short(bare(lines[index].text)):
        return None
    fields = list(titled(lines[index].text.strip(MARKS)))
    for line in lines[index + 1 : end]:
        found = told(line)
        if found is None:
            return None
        fields.append(found)
    return Piece(index, end, Kind.TITLE, tuple(fields))


TITLE_BY = re.compile(r"(?P<title>[^,]{1,80}?),?\s(?:by|von|par)\s(?P<author>[A-Z\w][^,.;:!?\"]{0,38}?)", re.IGNORECASE)


def titled(text: str) -> Iterator[tuple[FieldName, str]]:
    """The fields of `“Rain” by Ana`, or of a title alone."""
    match = TITLE_BY.fullmatch(text)
    if match is not None and match["title"][:1] in QUOTES:
        yield Field.TITLE, bare(match["title"])
        yield Field.AUTHOR, match["author"]
    else:
        yield Field.TITLE, bare(text)


def told(line: Line) -> tuple[FieldName, str] | None:
    """The field that a line below a title states."""
    text = line.text.strip()
    if (author := author_of(text)) is not None:
        return Field.AUTHOR, author
    if (kind := OF_KIND.fullmatch(text)) and looks_titled(kind["fandom"]):
        return Field.FANDOM, kind["fandom"]
    if chapter := chapter_of(line):
        return Other("Chapter"), chapter["name"] or text
    if rated := RATED.fullmatch(text):
        return Field.RATING, rated["rating"]
    return None


def title_and_author(lines: Sequence[Line], index: int) -> Piece | None:
    """`Rain, by Ana`, alone on its line."""
    match = TITLE_BY.fullmatch(lines[index].text.strip(MARKS)) if len(lines[index].text) <= LONGEST_BYLINE else None
    if match is None or not stands_alone(lines, index) or len(match["author"].split()) > 4:
        return None
    if not (looks_titled(bare(match["title"])) or match["title"][:1] in QUOTES):
        return None
    return Piece(
        index,
        index + 1,
        Kind.TITLE,
        ((Field.TITLE, bare(match["title"])), (Field.AUTHOR, match["author"].strip(MARKS))),
    )


def bare_title(lines: Sequence[Line], index: int) -> Piece | None:
    """A short line that stands alone and looks like a title."""
    text = lines[index].text
    title = bare(text)
    if above_fields(lines, index) and is_short(title) and not title.endswith((".", ",", ";", ":", "!")):
        return Piece(index, index + 1, Kind.TITLE, ((Field.TITLE, title),))
    if not stands_alone(lines, index) or not is_short(title):
        return None
    below = written_from(lines, index + 1)
    gap = sum(line.blank for line in lines[index + 1 : below])
    centred = len(text) - len(text.lstrip()) >= CENTRED or "\t\t" in text[:8]
    set_off = title != text.strip() or centred
    wide = gap >= 2 and lines[below : below + 1] != [] and not lines[below].blank
    asks = title.endswith(("?", "!"))
    if (asks and not (wide or centred)) or (title.endswith((".", ",", ";", ":")) and not title.endswith("...")):
        return None
    if looks_titled(title) or is_listed(title) or set_off or wide:
        return Piece(index, index + 1, Kind.TITLE, ((Field.TITLE, title),))
    return None


def above_fields(lines: Sequence[Line], index: int) -> bool:
    """True if two lines of fields are right below, or a gap below one that only headers have."""
    below = lines[index + 1 : index + 3]
    if len(below) < 2 or below[0].found is None or not below[0].is_field:
        return False
    only_headers = Field.WORD_COUNT in below[0].fields or not written_name.is_weak(below[0].found.name)
    return below[1].is_field or (below[1].divides and only_headers and not below[0].is_told)


def bare(text: str) -> str:
    """A line without the marks and quotes around all of it; speech keeps its quotes."""
    text = ORNAMENTS.sub("", field_line.clean(text).strip()).strip(MARKS)
    inside = text[1:-1]
    if len(text) > 2 and text[0] in QUOTES and text[-1] in QUOTES and not inside.endswith((",", ".", "?", "!", "-")):
        return inside if not set(inside) & set('"“”«»') else text
    return text


def is_short(title: str) -> bool:
    return (
        0 < len(title) <= LONGEST_TITLE
        and len(title.split()) <= MOST_TITLE_WORDS
        and any(map(str.isalpha, title))
        and not aside.ends_story(title)
        and not (title[0] in QUOTES and title[-1] in QUOTES)
    )


PART = re.compile(
    r"[\s,:(-]{1,4}(?:part|chapter|episode|book)\s(?:\d{1,3}|[ivx]{1,5}|one|two|three|four|five)(?:\s?(?:of|/)\s?\d{1,3})?\)?$",
    re.IGNORECASE,
)
"""`, part 1 of 3` behind a title."""


def looks_titled(title: str) -> bool:
    """True if the words of a line have capitals as a title's have."""
    title = PART.sub("", title)
    words = [word.strip(QUOTES + "()[]…-–:!?*_") for word in title.split()]
    words = [word for word in words if word and word[0].isalpha()]
    large = [word for word in words if word[0].isupper()]
    rest = [word for word in words if not word[0].isupper()]
    return bool(large) and words[0][0].isupper() and all(word in SMALL_WORDS for word in rest) and "," not in title


MOST_WORDS_OF_LISTED = 4


def is_listed(title: str) -> bool:
    """True for `Tuesday, As Always` and `Tuesday, as always`, which read like titles and not like speech."""
    first, comma, rest = title.partition(", ")
    if not comma or set(title) & set('"“”«»:'):
        return False
    small = rest.partition(" ")[0] in SMALL_WORDS and len(title.split()) <= MOST_WORDS_OF_LISTED
    return looks_titled(first) and (small or looks_titled(title.replace(", ", " ")))


def stands_alone(lines: Sequence[Line], index: int) -> bool:
    return index + 1 < len(lines) and lines[index + 1].divides and written_from(lines, index + 1) < len(lines)


# -- paragraphs ------------------------------------------------------------------------------------


def paragraph(lines: Sequence[Line], index: int) -> tuple[int, str]:
    end = block_end(lines, index, MOST_LINES)
    return end, header.folded("\n".join(field_line.clean(line.text) for line in lines[index:end]))


def disclaimer(lines: Sequence[Line], index: int) -> Piece | None:
    """A paragraph that says whose the characters are."""
    end, text = paragraph(lines, index)
    if any(line.is_field for line in lines[index:end]) or not aside.is_disclaimer(text):
        return None
    return Piece(index, end, Kind.DISCLAIMER, tuple(ownership(text)))


BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])\s+")


def ownership(text: str) -> Iterator[tuple[FieldName, str]]:
    """The disclaimer up to the last sentence about whose the characters are, and the rest as a note."""
    sentences = BETWEEN_SENTENCES.split(text)
    last = max((place for place, each in enumerate(sentences) if aside.OWNERSHIP.search(each)), default=0)
    yield Field.DISCLAIMER, " ".join(sentences[: last + 1]).strip("[]()*_ ")
    if sentences[last + 1 :]:
        yield Field.NOTES, " ".join(sentences[last + 1 :])


def bracketed(lines: Sequence[Line], index: int) -> Piece | None:
    """`(no cut, it is short)`, alone on its line."""
    text = lines[index].text.strip()
    if lines[index].is_field or aside.ASIDE.fullmatch(text) is None or not stands_alone(lines, index):
        return None
    return Piece(index, index + 1, Kind.REMARK, ((Field.NOTES, text[1:-1].strip()),))


MOST_NAMES = 3


def title_above_name(lines: Sequence[Line], index: int) -> Piece | None:
    """A title and a name below it, with fields below both."""
    end = block_end(lines, index, 3)
    below = written_from(lines, end)
    if end != index + 2 or below >= len(lines) or not lines[below].is_field:
        return None
    title, name = (bare(line.text) for line in lines[index:end])
    if not (looks_titled(title) and looks_titled(name) and is_short(title) and len(name.split()) <= MOST_NAMES):
        return None
    return Piece(index, end, Kind.TITLE, ((Field.TITLE, title), (Field.AUTHOR, name)))


def dedication(lines: Sequence[Line], index: int) -> Piece | None:
    """`Dedicated to Ruth`, as a paragraph of its own."""
    end, text = paragraph(lines, index)
    if aside.DEDICATION.match(text) is None or len(text) > LONGEST_DEDICATION or aside.SPEECH.search(text):
        return None
    return Piece(index, end, Kind.REMARK, ((Other("Dedication"), text),))


def chapter(lines: Sequence[Line], index: int) -> Piece | None:
    """`Chapter 2: The Lamp`, alone on its line."""
    match = chapter_of(lines[index])
    if match is None:
        return None
    name = match["name"] or lines[index].text
    return Piece(index, index + 1, Kind.FACTS, ((Other("Chapter"), name.strip(MARKS)),))


def chapter_of(line: Line) -> re.Match[str] | None:
    return aside.CHAPTER.fullmatch(line.text.strip()) if len(line.text) <= LONGEST_BYLINE else None


def note(lines: Sequence[Line], index: int) -> Piece | None:
    """A paragraph in which the writer speaks to the readers."""
    end, text = paragraph(lines, index)
    if lines[index].is_field or not aside.is_plain_remark(text):
        return None
    return Piece(index, end, Kind.REMARK, ((Field.NOTES, text),))


def start_mark(lines: Sequence[Line], index: int) -> Piece | None:
    """A line such as `Start reading`."""
    if aside.starts_story(lines[index].text):
        return Piece(index, index + 1, Kind.MARK)
    return None

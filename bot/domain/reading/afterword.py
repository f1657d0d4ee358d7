"""The foot of a post: notes, counts and a signature below the story."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bot.domain.header import rating, written_name
from bot.domain.header.field import CAUTIONS, Field, FieldName
from bot.domain.reading import (
    aside,
    fact,
    genre,
    header_above,
    mail_head,
    site_line,
)
from bot.domain.reading.line import Line, block_end, last_written, written_from

MOST_OF_TEXT = 0.6
"""The largest share of the text that a foot may be."""

ALONE = {Field.NOTES, Field.DISCLAIMER, Field.FEEDBACK, Field.WORD_COUNT, Field.BETA, Field.SPOILERS, Field.PROMPT}
"""Fields each of which makes a foot by itself."""

GONE_BY = frozenset({Field.RATING, *CAUTIONS})
"""Fields that readers choose by; those of a further story hold for the whole post."""

FRAMES = " \t-–—#~|"
TAGS = re.compile(
    r"""(?:-\#\s)?[*_>|~ ]{0,4}+(?:(?=(?:\#\w++[\s,*_|~]*+){1,30}+$)|(?:(?:(?:additional|freeform)\s)?tags|keywords
    |current\s(?:mood|music|location))[*_]{0,3}\s?[:–-])""",
    re.VERBOSE | re.IGNORECASE,
)
"""Lines that a journal puts below a post."""
TAGS_OF_WORDS = re.compile(r"(?:#[^\W\d][^#]{1,40}){2,30}")
"""`#ghost roommate #she is fine about it`, as Tumblr has them."""
FORUM_MARK = "_" * 17
"""What forums put above a signature."""
SIGNATURE_MARK = re.compile(r"--\s?|_{10,}|-{20,}|={20,}|\*{20,}")
NAME = re.compile(r"[^\W\d_]{3,40}|\d")
"""A name's word. A line with a number is no name."""
AFTER_NAME = re.compile(r",? \([^()]{1,99}\)\W{0,5}$|, [^.!?]{1,99}$")
"""` (hiding)`, `, off to bed`: what a signature below a rule says of its name; a sentence says more."""
MOST_LINES_SIGNED = 3
LONGEST_SIGNATURE, MOST_WORDS_OF_FAREWELL = 12, 12
"""Lines of a signature, and words of a farewell with an address."""


def end_of_story(lines: Sequence[Line], start: int, places: Iterable[int]) -> int:
    """The line after the last of the story that starts there: the first of these at which a foot begins, or the text's
    end.
    """
    first = max(start + 1, len(lines) - int(MOST_OF_TEXT * (len(lines) - start)))
    signing = (
        line for line in lines[:start] if Field.AUTHOR in line.fields or line.name.casefold() in mail_head.SENDER
    )
    names = frozenset(name for line in signing for name in NAME.findall(line.value.casefold()))
    begins = next(
        (each for each in places if each >= first and (begins_foot(lines, each) or is_signed(lines, each, names))),
        len(lines),
    )
    return last_written(lines, start, begins)


def others_below(lines: Sequence[Line], start: int) -> int:
    """The line below such a story from which on others write: above a reader's comment, or in a mail above the next one
    of a digest; or the text's end.
    """
    is_mailed = any(map(mail_head.is_of_mail, lines[:start]))
    for at in range(start + 1, len(lines)):
        if site_line.opens_comments(lines[at].text) or (is_mailed and mail_head.headers(lines, at) is not None):
            return at
    return len(lines)


def begins_foot(lines: Sequence[Line], index: int) -> bool:
    """True if nothing from here on is the story's; below labelled fields, some prose may belong to none of them."""
    text = lines[index].stripped
    if aside.ends_story(text) or TAGS.match(text) or is_signature(lines, index):
        return True
    if is_labelled(lines, index):
        above = sum(len(line.text) for line in lines[:index])
        return apart_from(lines, index) <= max(MOST_APART, MOST_OF_ABOVE * above)
    if aside.POSTSCRIPT.match(text) and any(genre.OF_LETTER.fullmatch(line.stripped) for line in lines[:index]):
        return False  # a letter has its own
    end = block_end(lines, index) if lines[index].is_labelled else index + 1
    return is_apart(lines[index:end]) and not apart_from(lines, index)


def is_signature(lines: Sequence[Line], index: int) -> bool:
    """True for the last lines below a mark or a rule, an address among them, and for a last farewell with one."""
    last, text = lines[index:], lines[index].text
    if len(last) > LONGEST_SIGNATURE:
        return False
    above = lines[index - 1].stripped
    if SIGNATURE_MARK.fullmatch(above):
        return above == FORUM_MARK or any(aside.ADDRESS.search(line.text) for line in last)
    is_brief = len(text.split()) <= MOST_WORDS_OF_FAREWELL and is_last(lines, index)
    return is_brief and aside.ADDRESS.search(text) is not None and aside.SPEECH.search(text) is None


def is_signed(lines: Sequence[Line], index: int, names: frozenset[str]) -> bool:
    """True for a last paragraph with its writer's name on the first line or on the last: `Gruß`, `Ana`."""
    block = lines[index : block_end(lines, index)]
    if not names or len(block) > MOST_LINES_SIGNED or not lines[index - 1].divides:
        return False
    first = AFTER_NAME.sub("", block[0].text) if lines[index - 1].rules_off else block[0].text
    told = map(NAME.findall, (first.casefold(), block[-1].text.casefold()))
    return any(words and names.issuperset(words) for words in told) and not apart_from(lines, index + len(block))


def is_last(lines: Sequence[Line], index: int) -> bool:
    """True if nothing is written below this paragraph."""
    return written_from(lines, block_end(lines, index)) == len(lines)


def is_apart(lines: Sequence[Line]) -> bool:
    """True for what writers say to their readers, for facts, tags and end marks, even right below a story."""
    text = "\n".join(line.text for line in lines).strip()
    is_said = aside.is_farewell(text) or aside.is_plain_remark(text) or aside.ends_story(text)
    return is_said or all(map(is_fact, lines)) or TAGS.match(text) is not None


def is_labelled(lines: Sequence[Line], index: int) -> bool:
    """True for notes, a disclaimer, or several fields. What readers go by, and what stories say as well, counts only in
    the last paragraph, and a note only if it speaks to somebody: `Contains: gore`, `Note: I wrote this.`.
    """
    line = lines[index]
    if not line.is_field:
        return False
    if not (lines[index - 1].divides or (written_name.is_telling(line.name) and not line.is_told)):
        return False
    if header_above.last_labelled(lines[index:]).start > 0:
        return True
    if not GONE_BY.isdisjoint(line.fields):
        return is_last(lines, index) and not line.is_told
    speaks = aside.PERSON.search(line.value) is not None
    is_sure = not written_name.is_weak(line.name) or (speaks and is_last(lines, index))
    return is_sure and not ALONE.isdisjoint(line.fields)


MOST_APART, MOST_OF_ABOVE = 120, 0.1
"""The most prose below a foot's labelled fields that belongs to none of them: so many characters, or this share of the
text above, whichever is more. With more prose, the story goes on.
"""


def apart_from(lines: Sequence[Line], index: int) -> int:
    """The characters from here on that belong to no field and are none of a foot's."""
    below = lines[index:]
    belongs = {line.number for line in belonging(below)}
    rest = (line for line in below if line.divides or line.number not in belongs)
    plain = ([*paragraph] for divides, paragraph in groupby(rest, key=lambda line: line.divides) if not divides)
    return sum(len(line.text) for each in plain if not is_apart(each) for line in each)


def is_fact(line: Line) -> bool:
    in_small_print = line.text.startswith("-# ") and listed(line) != ()
    return in_small_print or fact.of_foot(line) is not None or line.is_of_archive or site_line.is_pressed(line.text)


def is_tally(line: Line) -> bool:
    """True if the line says how many words there are, or where else the story stands, and nothing else."""
    found = fact.of_foot(line)
    return found is not None and all(name is Field.WORD_COUNT for name, _ in found)


# -- its fields ------------------------------------------------------------------------------------


def fields_from(lines: Sequence[Line], begins: int, title: str = "") -> tuple[tuple[FieldName, str], ...]:
    """The fields of a foot: each runs to the next label or to the end. `title`: the story's, if it stands above."""
    below = lines[begins : last_written(lines, begins, len(lines))]
    plain = [line for line in below if not line.is_field]
    facts = [each for line in plain for each in fact.of_foot(line) or listed(line, title) or tagged(line)]
    first = next((at for at, line in enumerate(below) if line.is_field), len(below))
    said = ((Field.NOTES, line.stripped) for line in below[:first] if aside.is_farewell(line.text))
    own = list(belonging(below[first:]))
    pieces = header_above.notes(own, list(header_above.read(own, frozenset())))
    return (*facts, *said, *header_above.resolved(list(pieces)))


def listed(line: Line, title: str = "") -> tuple[fact.Fact, ...]:
    """The facts of a line such as `— “Rain”, Harbour, 100 words`, one of them a count or a rating."""
    text = line.text.strip(FRAMES)
    titled = title != "" and title.casefold() not in text.casefold()
    found = fact.told(text, titled=titled) or fact.leading(text, titled=titled)[0]
    return found if fact.SURE.intersection(name for name, _ in found) else ()


def tagged(line: Line) -> Iterator[tuple[FieldName, str]]:
    """The ratings among tags."""
    if (tags := TAGS.match(line.text)) is not None:
        yield from ((Field.RATING, said) for said in rating.said(line.text[tags.end() :]))


def belonging(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines that belong to fields. Notes go on over gaps."""
    notes = apart = False
    for line in lines:
        if line.is_field or line.is_other:
            notes, apart = Field.NOTES in line.fields, False
        elif fact.of_foot(line) or site_line.is_furniture(line.text):
            continue
        apart = apart or line.divides
        if notes or not apart:
            yield line

"""The foot of a post: notes, counts and a signature below the story."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from bot.domain.header import field_line, rating, written_name
from bot.domain.header.field import CAUTIONS, Field, FieldName
from bot.domain.header.field_line import FieldLine
from bot.domain.reading import (
    aside,
    byline,
    elsewhere,
    fact,
    farewell,
    foot_fact,
    genre,
    header_above,
    labelled,
    site_line,
)
from bot.domain.reading.line import Line, block_end, last_written, written_from

LOOKED_AT = 40
"""Paragraphs from the end in which a foot may begin."""

MOST_OF_TEXT = 0.6
"""The largest share of the text that a foot may be."""

ALONE = {Field.NOTES, Field.DISCLAIMER, Field.FEEDBACK, Field.WORD_COUNT, Field.BETA, Field.SPOILERS, Field.PROMPT}
"""Fields each of which makes a foot by itself."""

GONE_BY = frozenset({Field.RATING, *CAUTIONS})
"""Fields that readers choose by; those of a further story hold for the whole post."""

FRAMES = " \t-–—#~|"
SIGNATURE_MARK = re.compile(r"--\s?|_{10,}|-{20,}|={20,}|\*{20,}")
TAGS = re.compile(
    r"""(?:-\#\s)?[*_>|~ ]{0,4}+(?:(?=(?:\#\w++[\s,*_|~]*+){1,30}+$)|(?:(?:(?:additional|freeform)\s)?tags|keywords
    |current\s(?:mood|music|location))[*_]{0,3}\s?[:–-])""",
    re.VERBOSE | re.IGNORECASE,
)
"""Lines that a journal puts below a post."""
MAILS_MARK = "-- "
"""The line above a mail's signature, https://www.rfc-editor.org/rfc/rfc3676#section-4.3; `--` may break scenes."""
LONGEST_SIGNATURE, MOST_WORDS_OF_NAME, MOST_WORDS_OF_FAREWELL = 12, 3, 12
"""Lines of a signature, and words of its first line: a name, or a farewell with an address."""


def end_of_story(lines: Sequence[Line], start: int) -> int:
    """The line after the last of the story that starts there: its foot's first or the text's end."""
    blocks = starts_of_blocks(lines, start)
    begins = next((index for index in blocks if begins_foot(lines, index)), len(lines))
    end = last_written(lines, start, begins)
    marked = end > start and aside.ends_story(lines[end - 1].text.strip())
    return last_written(lines, start, end - 1) if marked else end


def starts_of_blocks(lines: Sequence[Line], start: int) -> list[int]:
    """The lines with which the last paragraphs begin, none the story's first, no more than a foot may be."""
    first = max(start + 1, len(lines) - int(MOST_OF_TEXT * (len(lines) - start)))
    begins = (index for index in range(len(lines) - 1, first - 1, -1) if may_begin(lines, index))
    return list(islice(begins, LOOKED_AT))[::-1]


def may_begin(lines: Sequence[Line], index: int) -> bool:
    """True if a foot may begin here: below a gap, or with a line that is no story's even right below one."""
    line = lines[index]
    if line.divides or not index:
        return False
    return lines[index - 1].divides or (
        is_named(line)
        or is_fact(line)
        or farewell.is_said(line.text)
        or aside.is_plain_remark(line.text)
        or TAGS.match(line.text) is not None
    )


def is_named(line: Line) -> bool:
    """True for a field by a name that only headers use, and whose value is no sentence; a note may be one."""
    found = line.found
    telling = found is not None and line.is_field and written_name.is_telling(found.name)
    return is_plain_foot(line) or (telling and not line.is_bare and not line.is_told)


def is_plain_foot(line: Line) -> bool:
    """True if the line is a note that begins a foot even right below the story."""
    found = line.found
    return found is not None and found.fields == (Field.NOTES,) and written_name.is_telling(found.name)


def begins_foot(lines: Sequence[Line], index: int) -> bool:
    """True if the story is over here: each paragraph is none of it, up to an end mark, fields or a signature, or to the
    end of the text.
    """
    place = index
    while place < len(lines) and not any(rule(lines, place) for rule in RULES):
        end = block_end(lines, place, labelled.LONGEST_GAP + 1)
        if end - place > labelled.LONGEST_GAP or not belongs_below(lines, place, end):
            return False
        place = written_from(lines, end)
    return True


# -- the rules -------------------------------------------------------------------------------------


def end_mark(lines: Sequence[Line], index: int) -> bool:
    """`The End`, alone, with no speech below it."""
    return aside.ends_story(lines[index].text.strip()) and not is_speech(lines, index + 1)


def labelled_foot(lines: Sequence[Line], index: int) -> bool:
    """Labelled notes, a disclaimer or several fields, with no story below them."""
    line = lines[index]
    if not line.is_field or line.found is None or tells_on(lines, index):
        return False
    if header_above.last_labelled(lines[index:]) > 0:
        return True
    if GONE_BY.intersection(line.fields) and is_last(lines, index):
        return not line.is_told
    telling = not written_name.is_weak(line.found.name) or is_last_note(lines, index, line.found)
    return telling and bool(ALONE.intersection(line.fields))


LAST_NOTES = frozenset({"note", "comment", "comments"})
"""Names that stories use as well; they begin a foot only as a last paragraph that speaks to somebody."""


def is_last_note(lines: Sequence[Line], index: int, found: FieldLine) -> bool:
    """True for a last paragraph such as `Note: I wrote this`, or `AN: ...` where nobody else speaks as in a script."""
    if not is_last(lines, index):
        return False
    if found.name == "AN":
        return True
    return written_name.plain(found.name) in LAST_NOTES and aside.PERSON.search(found.value) is not None


def is_last(lines: Sequence[Line], index: int) -> bool:
    return written_from(lines, block_end(lines, index)) == len(lines)


MOST_APART, MOST_OF_ABOVE = 120, 0.1
"""The most prose below a foot's fields that belongs to none of them: so many characters, or this share of the text
above, whichever is more. With more prose, the story goes on.
"""


def tells_on(lines: Sequence[Line], index: int) -> bool:
    """True if the story goes on below: too much prose belongs to no field and is no remark."""
    below = lines[index:]
    belongs = {line.number for line in belonging(below)}
    most = max(MOST_APART, MOST_OF_ABOVE * sum(len(line.text) for line in lines[:index]))
    apart = place = 0
    while place < len(below) and apart <= most:
        end = block_end(below, place)
        text = "\n".join(line.text for line in below[place:end] if line.number not in belongs)
        if text and not aside.is_remark(text):
            apart += len(text)
        place = written_from(below, end)
    return apart > most


def belongs_below(lines: Sequence[Line], index: int, end: int) -> bool:
    """True if a paragraph says something to the readers, or states facts, each alone on its line."""
    text = "\n".join(line.text for line in lines[index:end])
    if farewell.is_said(text) or all(map(is_fact, lines[index:end])):
        return True
    if farewell.is_postscript(text):
        return not is_letter(lines[:index])
    above = end
    while above - 1 > index and lines[index].found is None and aside.is_plain_remark(lines[above - 1].text):
        above -= 1  # a remark right below a paragraph makes none of it
    return aside.is_plain_remark("\n".join(each.text for each in lines[index:above]))


def is_letter(lines: Sequence[Line]) -> bool:
    """True if a line greets somebody or takes its leave: letters have postscripts of their own."""
    return any(genre.greets(line) or genre.closes(line) for line in lines)


MOST_READ = 6_000
"""Characters that are searched."""


def signature(lines: Sequence[Line], index: int) -> bool:
    """A signature, some lines long: tags, a mail's mark above it, or an address or a name that stands below a rule or
    last.
    """
    if len(lines) - index > LONGEST_SIGNATURE:
        return False
    text = "\n".join(line.text for line in lines[index:])[:MOST_READ]
    if lines[index - 1].text == MAILS_MARK or TAGS.match(lines[index].text):
        return True
    ruled = SIGNATURE_MARK.fullmatch(lines[index - 1].text.strip()) is not None
    last = is_signed(lines[index]) and written_from(lines, block_end(lines, index)) == len(lines)
    if aside.SPEECH.search(text) or not (ruled or last):
        return False
    return elsewhere.ADDRESS.search(text) is not None or byline.SIGNED.fullmatch(lines[index].text) is not None


def is_signed(line: Line) -> bool:
    """True if the line is short enough to begin a signature; a name alone is no sentence."""
    words = len(line.text.split())
    if elsewhere.ADDRESS.search(line.text):
        return words <= MOST_WORDS_OF_FAREWELL
    return words <= MOST_WORDS_OF_NAME and not line.is_told


def is_fact(line: Line) -> bool:
    return foot_fact.facts(line) is not None or line.is_of_archive or site_line.is_pressed(line.text)


def is_tally(line: Line) -> bool:
    """True if the line says how many words there are, or where else the story stands, and nothing else."""
    found = foot_fact.facts(line)
    return found is not None and all(name is Field.WORD_COUNT for name, _ in found)


RULES = (end_mark, labelled_foot, signature)


def is_speech(lines: Sequence[Line], index: int) -> bool:
    """True if somebody still speaks from here on: the story goes on."""
    text = "\n".join(line.text for line in lines[index : index + 4 * LONGEST_SIGNATURE])[:MOST_READ]
    return len(aside.SPEECH.findall(text)) > 2


# -- its fields ------------------------------------------------------------------------------------


def fields_from(lines: Sequence[Line], begins: int) -> tuple[tuple[FieldName, str], ...]:
    """The fields of a foot: each runs to the next label or to the end, and a last signature names the author."""
    facts = [
        each
        for line in lines[begins:]
        if not line.is_field
        for each in foot_fact.facts(line) or listed(line) or tagged(line)
    ]
    return (*facts, *labelled_from(lines, begins))


def listed(line: Line) -> tuple[tuple[FieldName, str], ...]:
    """The facts of a line such as `— “Rain”, Harbour, 100 words`, one of them a count or a rating."""
    found = (
        () if line.divides or site_line.is_furniture(line.text) else fact.told(line.text.strip(FRAMES), titled=False)
    )
    return found if fact.SURE.intersection(name for name, _ in found) else ()


def tagged(line: Line) -> Iterator[tuple[FieldName, str]]:
    """The ratings and the counts among tags."""
    tags = TAGS.match(line.text)
    if tags is not None:
        yield from ((Field.RATING, said) for said in rating.said(line.text[tags.end() :]))
        counts = (field_line.count(tag.strip()) for tag in line.text.split("#"))
        yield from ((Field.WORD_COUNT, found.value) for found in counts if found is not None)


def labelled_from(lines: Sequence[Line], begins: int) -> tuple[tuple[FieldName, str], ...]:
    first = next((at for at in range(begins, len(lines)) if lines[at].is_field), len(lines))
    said = tuple((Field.NOTES, line.text.strip()) for line in lines[begins:first] if is_farewell(line.text))
    if first == len(lines):
        return said
    last = next(index for index in range(len(lines) - 1, -1, -1) if not lines[index].blank)
    signed = byline.SIGNED.fullmatch(lines[last].text) if last > first else None
    end = last if signed else len(lines)
    found = labelled.fields_in(list(belonging(lines[first:end])))
    return (*said, *found, *(((Field.AUTHOR, signed["author"]),) if signed else ()))


def is_farewell(text: str) -> bool:
    return farewell.is_said(text) or farewell.is_postscript(text)


def belonging(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines that belong to fields. Notes go on over gaps; the value of a name alone on its line may stand below
    one.
    """
    notes = bare = apart = False
    for line in lines:
        if not line.is_field and (foot_fact.facts(line) or site_line.is_furniture(line.text)):
            continue
        if line.is_field or line.is_other:
            notes, bare, apart = Field.NOTES in line.fields, line.is_bare, False
        elif line.divides:
            apart = not bare
        else:
            bare = False
        if notes or not apart:
            yield line

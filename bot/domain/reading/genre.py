"""Lines that look like a header's or a foot's only by the kind of their story: a script's cues, verse, sounds; and how
letters begin and end.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.domain.header.field_line import Separator
from bot.domain.reading import aside, byline, caution, fact, phrases, stated_count
from bot.domain.reading.line import Line, block_end, last_written, written_from

FEWEST_TURNS = 2
"""Times that somebody speaks in a script."""
SCENE = re.compile(r"(?:int|ext)\b\.?(?:/(?:int|ext)\.?)?\s.{2,80}", re.IGNORECASE)
"""`INT. LIGHTHOUSE - NIGHT`."""
OF_LETTER = re.compile(
    rf"""[\W_]{{0,6}}(?:{phrases.any_of("greeting")}\b[^\n]{{0,40}}[,!—:-]
    |{phrases.any_of("leave")}\b[^\n]{{0,30}}|[-–—~]\s?\w{{1,20}})""",
    re.VERBOSE | re.IGNORECASE,
)
"""How a letter begins, or ends: `Dear Ruth,`, `Yours, Ben`, `—Ben`."""
MOST_WORDS_OF_VERSE = 9
SOUND = re.compile(r"<[^\W\d_]+(?: [a-zß-öø-ÿа-яё]+){0,2}[.!?…]{0,3}>")

ITEM = re.compile(r"\s{0,4}(?:[-*•–]|\d{1,2}[.)])\s{1,3}[a-zß-öø-ÿа-яё].{0,60}")
FEWEST_ITEMS = 3
"""Things that make a list, each in small letters."""


def lines_of_story(lines: Sequence[Line], near: Sequence[int]) -> frozenset[int]:
    """The places of all such lines, among these."""
    sounds = (place for place in near if is_sound(lines, place))
    return frozenset((*cues(lines, near), *of_verse(lines, near), *sounds))


def cues(lines: Sequence[Line], near: Sequence[int]) -> Iterator[int]:
    """`Ana: You came.`, with a name that comes again; and headings of scenes."""
    turns = Counter(map(speaker, lines))
    for place in near:
        name, text = speaker(lines[place]), lines[place].text
        if (name and turns[name] >= FEWEST_TURNS) or (len(text) < 90 and SCENE.fullmatch(text.strip())):
            yield place


def speaker(line: Line) -> str:
    """The name in front of a line, if it is none of a header's."""
    is_cue = line.separator is Separator.MARK and line.value != "" and not (line.is_field or line.is_other)
    return line.name.strip("*_ ").casefold() if is_cue else ""


def is_sound(lines: Sequence[Line], place: int) -> bool:
    """True for `<whimper>` alone on its line; `<Rain>`, with which a text begins, is a title, and `<end>` an end."""
    text = lines[place].text.strip()
    if SOUND.fullmatch(text) is None or aside.ends_story(text):
        return False
    return text[1].islower() or place > written_from(lines, 0)


def of_verse(lines: Sequence[Line], near: Sequence[int]) -> Iterator[int]:
    """Paragraphs of short lines that go on small or indented, or behind a comma."""
    for _, together in groupby(enumerate(near), key=lambda each: each[1] - each[0]):
        places = [place for _, place in together]
        going_on = sum(goes_on(lines[each], lines[places[0]]) for each in places)
        if going_on >= max(2, len(places) / 2) and all(may_be_verse(lines[each]) for each in places):
            yield from places


def of_lists(lines: Sequence[Line]) -> Iterator[int]:
    """The places at which no story starts, since a list goes on there or has just ended: three things or more, a line
    each, perhaps below `In the drawer:`. Facts are no such things, nor is what speaks of the story.
    """
    place = written_from(lines, 0)
    while place < len(lines):
        end = block_end(lines, place)
        first = place + (lines[place].text.rstrip().endswith(":") and end > place + 1)
        above = last_written(lines, 0, first) - 1
        named = above >= 0 and lines[above].text.rstrip().endswith(":")
        is_header = named and (lines[above].is_field or len(lines[above].text.split()) == 1)
        items = lines[first:end]
        if len(items) >= FEWEST_ITEMS and not is_header and all(map(is_thing, items)):
            yield from range(first + (not named), written_from(lines, end) + 1)
        place = written_from(lines, end)


def is_thing(line: Line) -> bool:
    text = line.text.strip(" -*•–")
    if line.found is not None or ITEM.fullmatch(line.text) is None or fact.kind_of(text) is not None:
        return False
    return not (aside.PERSON.search(text) or aside.is_plain_remark(text) or aside.said(text))


def goes_on(line: Line, first: Line) -> bool:
    indented = line.text[:1].isspace() and not first.text[:1].isspace()
    return indented or line.text[:1].islower() or line.text.rstrip().endswith((",", ";"))


def may_be_verse(line: Line) -> bool:
    if line.found is not None or len(line.text.split()) > MOST_WORDS_OF_VERSE:
        return False
    return byline.authored([line], 0) is None and caution.of_line(line) is None and not stated_count.stated(line)

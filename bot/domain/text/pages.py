"""A long text in pages that end where a reader would pause."""

import re
import unicodedata
from collections.abc import Iterator
from enum import IntEnum

_PAUSE = re.compile(r"\s+|[。！？]+[」』）”]*")
_SENTENCE_ENDS = ".!?…。！？"
_MARKS = "*_~|"
_CLOSERS = "\"'”’»)]*_~|」』）"

_ZERO_WIDTH_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_FLAG_TAGS = range(0xE0020, 0xE0080)


class _Pause(IntEnum):
    SPACE = 0
    SENTENCE = 1
    LINE = 2
    PARAGRAPH = 3


def split(text: str, first: int, rest: int) -> tuple[str, ...]:
    """Pages of at most `first` and then `rest` characters; joined, they are the text again.

    Characters are UTF-16 units, the largest count anybody makes of a text. A page ends after a paragraph, else a line,
    a sentence, a word, else at any place that is not inside a visible character. White space stays at the end of the
    page before, where Discord drops it and nobody sees it.
    """
    pages: list[str] = []
    start, limit = 0, first
    while (end := _furthest(text, start, limit)) < len(text):
        cut = _pause_before(text, start, end) or _seam_before(text, start, end)
        pages.append(text[start:cut])
        start, limit = cut, rest
    return (*pages, text[start:])


def _furthest(text: str, start: int, limit: int) -> int:
    """The end of a full page that starts here; it has one character at least."""
    room = limit
    for index in range(start, len(text)):
        room -= 2 if text[index] > "\uffff" else 1
        if room < 0:
            return max(index, start + 1)
    return len(text)


def _pause_before(text: str, start: int, end: int) -> int | None:
    """The last of the longest pauses; a pause that leaves most of the page empty does not count."""
    earliest = start + (end - start) // 4
    pauses = [(pause, cut) for pause, cut in _pauses(text, start, end) if cut >= earliest]
    return max(pauses)[1] if pauses else None


def _pauses(text: str, start: int, end: int) -> Iterator[tuple[_Pause, int]]:
    for found in _PAUSE.finditer(text, start, end):
        cut = found.end()
        if cut == end and text[cut].isspace():
            continue  # the next page would begin with white space
        yield _kind(text, start, found), cut


def _kind(text: str, start: int, found: re.Match[str]) -> _Pause:
    breaks = found[0].count("\n")
    if breaks:
        return _Pause.PARAGRAPH if breaks > 1 else _Pause.LINE
    last = found.end() - 1 if not found[0].isspace() else found.start() - 1
    while last > start and text[last] in _CLOSERS:
        last -= 1
    return _Pause.SENTENCE if last >= start and text[last] in _SENTENCE_ENDS else _Pause.SPACE


def _seam_before(text: str, start: int, end: int) -> int:
    """The last place between two visible characters, or the very end if there is none."""
    cut = end
    while cut > start and _joined(text, start, cut):
        cut -= 1
    return cut if cut > start else end


def _joined(text: str, start: int, cut: int) -> bool:
    before, after = text[cut - 1], text[cut]
    if before == "\\" or (before == after and after in _MARKS):
        return True
    if ord(before) in _FLAG_LETTERS and ord(after) in _FLAG_LETTERS:
        return _flag_letters_before(text, start, cut) % 2 == 1
    return (
        _ZERO_WIDTH_JOINER in {before, after}
        or unicodedata.category(after).startswith("M")
        or ord(after) in _SKIN_TONES
        or ord(after) in _FLAG_TAGS
    )


def _flag_letters_before(text: str, start: int, cut: int) -> int:
    index = cut
    while index > start and ord(text[index - 1]) in _FLAG_LETTERS:
        index -= 1
    return cut - index

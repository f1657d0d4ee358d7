"""The headings of archives: `Summary` and `Notes`, each above a quotation, and `Work Text:` above the story."""

import re
from collections.abc import Iterator, Sequence

from bot.domain.header import written_name
from bot.domain.header.field_line import Separator
from bot.domain.reading import labelled
from bot.domain.reading.line import Line, block_end, written_from

WORK_TEXT = re.compile(r"(?:Work|Chapter) Text:?")


def headed(lines: Sequence[Line]) -> Iterator[int]:
    """The places of headings and of what stands below them: no story starts there. A name with a colon may as well have
    no value, if no other stands like it.
    """
    start = next((at for at, line in enumerate(lines) if is_above_story(line)), -1)
    yield from range(start + 1)
    seen = False
    for at, line in enumerate(lines):
        below = labelled.below_gap(lines, at)
        if below is None or line.found is None or written_name.is_weak(line.found.name):
            continue
        end = block_end(lines, below)
        following = written_from(lines, end)
        is_last = following == len(lines)
        sure = seen or line.found.separator is Separator.NONE or (not is_last and labelled.below_gap(lines, following))
        if sure and not is_last:
            yield from (at, *range(below, end))
        seen = True


def is_above_story(line: Line) -> bool:
    return WORK_TEXT.fullmatch(line.text.strip()) is not None

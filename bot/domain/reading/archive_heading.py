"""The headings of archives: `Summary` and `Notes`, each above a quotation, and `Work Text:` above the story."""

import re
from collections.abc import Iterator, Sequence

from bot.domain.header.field_line import Separator
from bot.domain.reading import labelled
from bot.domain.reading.line import Line, block_end, written_from

WORK_TEXT = re.compile(r"(?:Work|Chapter) Text:?")


def headed(lines: Sequence[Line]) -> Iterator[int]:
    """The places of headings and of what stands below them: no story starts there. A name with a colon may as well have
    no value, if no other stands like it.
    """
    start = next((at for at, line in enumerate(lines) if WORK_TEXT.fullmatch(line.text.strip())), -1)
    yield from range(start + 1)
    headings = {at: below for at in range(len(lines)) if (below := labelled.below_gap(lines, at)) is not None}
    for at, below in headings.items():
        found, end = lines[at].found, block_end(lines, below)
        is_sure = len(headings) > 1 or (found is not None and found.separator is Separator.NONE)
        if is_sure and written_from(lines, end) < len(lines):
            yield from (at, *range(below, end))

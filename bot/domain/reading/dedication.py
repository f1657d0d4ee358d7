"""For whom a story was written, where no name says so."""

import re
from collections.abc import Sequence

from bot.domain.header import field_line, header
from bot.domain.header.field import Field, Other
from bot.domain.reading import aside, site_line
from bot.domain.reading.header_part import Kind, Piece
from bot.domain.reading.line import Line, block_end, written_from

ASKED_FOR = r"(?:wanted|asked\sfor|requested|prompted|gave\sme(?:\sthe\sprompt)?)"
FOR_WHOM = re.compile(
    rf"""[\W_]{{0,6}}for\s(?P<value>(?P<whom>@?[^\W\d_][\w.-]{{1,30}})(?:
        (?P<who>,?\s(?:who|whose)\s(?:{ASKED_FOR}\s(?P<prompt>[^\s()][^()]{{0,120}})|[^()]{{1,120}})) | ,\s[^()]{{1,60}}
    )?)[\W_]{{0,6}}""",
    re.VERBOSE | re.IGNORECASE,
)
"""`For Ana`, `for @ana_b, who asked for a lamp`, `for Ana, with love`."""


def for_whom(lines: Sequence[Line], index: int) -> Piece | None:
    """The reader for whom a story was written. At the top, `For Ana` is a title."""
    text = site_line.short(lines[index])
    found = FOR_WHOM.fullmatch(text)
    if found is None or (written_from(lines, 0) == index and not found["who"] and "_" not in found["whom"]):
        return None
    if found["prompt"] is None:
        return Piece(index, index + 1, Kind.FACTS, ((Field.WRITTEN_FOR, found["value"]),))
    fields = ((Field.WRITTEN_FOR, found["whom"]), (Field.PROMPT, found["prompt"]))
    return Piece(index, index + 1, Kind.FACTS, fields)


LONGEST_DEDICATION = 300


def dedicated(lines: Sequence[Line], index: int) -> Piece | None:
    """`Dedicated to Ruth`, as a paragraph of its own."""
    if index and not lines[index - 1].divides:
        return None
    end = block_end(lines, index)
    text = header.folded("\n".join(field_line.clean(each.text) for each in lines[index:end]))
    if aside.DEDICATION.match(text) is None or len(text) > LONGEST_DEDICATION or aside.SPEECH.search(text):
        return None
    return Piece(index, end, Kind.REMARK, ((Other("Dedication"), text),))

"""To whom a story is dedicated, where no name says so."""

from collections.abc import Sequence

from bot.domain.header import field_line, header
from bot.domain.header.field import Other
from bot.domain.reading import aside
from bot.domain.reading.header_part import Kind, Piece
from bot.domain.reading.line import Line, block_end

LONGEST = 300


def dedicated(lines: Sequence[Line], index: int) -> Piece | None:
    """`Dedicated to Ruth`, as a paragraph of its own."""
    if index and not lines[index - 1].divides:
        return None
    end = block_end(lines, index)
    text = header.folded("\n".join(field_line.clean(each.text) for each in lines[index:end]))
    if aside.DEDICATION.match(text) is None or len(text) > LONGEST or aside.SPEECH.search(text):
        return None
    return Piece(index, end, Kind.REMARK, ((Other("Dedication"), text),))

"""A Word document's tables: the cells that lie under one from a row above. Cells merged within a row are shown, each
with its text.
"""

from collections.abc import Iterator
from itertools import filterfalse
from xml.etree.ElementTree import Element

from bot.domain.documents.word_style import child, children, name, value

MOST_COLUMNS = 1_000


def is_gone(part: Element) -> bool:
    """True if a row or cell is deleted or hidden."""
    return any(name(said) in {"del", "cellDel", "hidden"} for said in children(child(part, f"{name(part)}Pr")))


def covered_cells(story: Element) -> set[Element]:
    tables = (each for each in story.iter() if name(each) == "tbl")
    return {cell for table in tables for cell in covered_in(table)}


def covered_in(table: Element) -> Iterator[Element]:
    spanning = set[tuple[int, int]]()
    """The first column and the width of cells above that may go on in the next row."""
    for row in filterfalse(is_gone, parts(table, "tr")):
        above, spanning = spanning, set[tuple[int, int]]()
        column = number(child(child(row, "trPr"), "gridBefore"), 0)
        for cell in parts(row, "tc"):
            merging, width = child(child(cell, "tcPr"), "vMerge"), number(child(child(cell, "tcPr"), "gridSpan"), 1)
            place = column, width
            is_first = value(merging) == "restart"
            is_covered = merging is not None and not is_first and place in above
            if is_covered:
                yield cell
            if is_first or is_covered:
                spanning.add(place)
            column += width


def parts(around: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, without those of tables inside it."""
    waiting = list(reversed(around))
    while waiting:
        element = waiting.pop()
        if name(element) == wanted:
            yield element
        elif name(element) not in {"tbl", "tr", "tc"}:
            waiting += reversed(element)


def number(element: Element | None, otherwise: int) -> int:
    said = value(element)
    return min(int(said), MOST_COLUMNS) if said.isdecimal() and len(said) < 10 else otherwise

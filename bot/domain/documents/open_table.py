"""The cells in an OpenDocument table's hidden columns."""

from collections.abc import Iterator
from itertools import chain, islice, repeat
from xml.etree.ElementTree import Element

from bot.domain.documents.open_style import attribute, name

HIDING = frozenset({"collapse", "filter"})
CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
TABLE, COLUMN, ROW = "table:table", "table:table-column", "table:table-row"

MOST_COLUMNS = 250
"""Columns that are looked at; no page has room for as many."""


def hidden_cells(content: Element) -> set[Element]:
    tables = (each for each in content.iter() if name(each.tag) == TABLE)
    return {cell for table in tables for cell in hidden_in(table)}


def hidden_in(table: Element) -> Iterator[Element]:
    columns = chain.from_iterable(repeat(is_hidden(each), times(each)) for each in parts(table, COLUMN))
    hidden = list(islice(columns, MOST_COLUMNS))
    for row in parts(table, ROW) if any(hidden) else ():
        at = 0
        for cell in (each for each in row if name(each.tag) in CELLS):
            under = hidden[at : at + times(cell)]
            if under and all(under):
                yield cell
            at += times(cell)


def is_hidden(column: Element) -> bool:
    return attribute(column, "table:visibility") in HIDING


def times(repeated: Element) -> int:
    """How often a column or cell stands there."""
    said = attribute(repeated, "table:number-columns-repeated")
    return min(int(said), MOST_COLUMNS) if said.isdecimal() and len(said) < 20 else 1


def parts(table: Element, wanted: str) -> Iterator[Element]:
    """The rows or columns of a table, in groups or not, without those of tables inside it."""
    waiting = list(reversed(table))
    while waiting:
        element = waiting.pop()
        kind = name(element.tag)
        if kind == wanted:
            yield element
        elif kind not in {TABLE, ROW}:
            waiting += reversed(element)

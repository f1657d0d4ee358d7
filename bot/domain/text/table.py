"""A table as a file (CSV) that spreadsheets open."""

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA = ("=", "+", "@", "-")
"""What begins a formula in a spreadsheet, unless an apostrophe stands before it."""


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """With a mark of its encoding, and no cell that a spreadsheet would take for a formula."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(
        [quoted(cell) for cell in row] for row in rows
    )
    return out.getvalue().encode("utf-8-sig", errors="replace")


def quoted(text: str) -> str:
    return f"'{text}" if is_formula(text) else text


def unquoted(text: str) -> str:
    return text[1:] if text.startswith("'") and is_formula(text) else text


def is_formula(text: str) -> bool:
    return text.lstrip("'").startswith(FORMULA)

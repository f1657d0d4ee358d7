"""The archive that a member takes home: one page to read, and the same as JSON for programs."""

import html
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bot.domain.text.parts import in_parts

Value = str | int | None
Row = Mapping[str, Value]
Sections = Mapping[str, Sequence[Row]]

PAGE, DATA = "your-data.html", "your-data.json"

WORDS = ("text", "story", "header", "prompt", "reason", "unread")
"""Fields with what somebody typed, which keep their lines."""
STYLE = (
    "body{font:1rem/1.5 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}"
    "article{border-top:1px solid #ccc;padding:.5rem 0}dt{font-weight:bold}dd{margin:0 0 .5rem;overflow-wrap:anywhere}"
    ".words{white-space:pre-wrap}"
)


def packed(sections: Sections, now: datetime, most: int) -> list[bytes]:
    """Zip files with the page and the data, each of so many bytes at most."""
    rows = [(name, row) for name, found in sections.items() for row in found]
    if len(whole := zipped(sections, now)) <= most:
        return [whole]
    return in_parts(rows, lambda some: zipped(in_sections(some), now), most)


def in_sections(rows: Sequence[tuple[str, Row]]) -> Sections:
    return {name: [row for _, row in found] for name, found in groupby(rows, key=itemgetter(0))}


def zipped(sections: Sections, now: datetime) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in ((PAGE, page(sections, now)), (DATA, data(sections))):
            part = ZipInfo(name, now.timetuple()[:6])
            part.compress_type = ZIP_DEFLATED
            archive.writestr(part, content.encode("utf-8", "replace"))
    return file.getvalue()


def data(sections: Sections) -> str:
    return json.dumps({name: [dict(row) for row in rows] for name, rows in sections.items()}, indent=2)


def page(sections: Sections, now: datetime) -> str:
    """One page for any browser, without anything from elsewhere."""
    head = f'<meta charset="utf-8"><title>Your data</title><style>{STYLE}</style>'
    begin = f"<h1>Your data</h1><p>All that I kept of you on {now:%d %B %Y at %H:%M} UTC, on every server.</p>"
    body = "".join(section(name, rows) for name, rows in sections.items())
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{begin}{body}</body></html>'


def section(name: str, rows: Sequence[Row]) -> str:
    found = "".join(f"<article><dl>{''.join(fields(row))}</dl></article>" for row in rows)
    return f"<h2>{label(name)}</h2>{found or '<p>Nothing.</p>'}"


def fields(row: Row) -> Iterator[str]:
    """What the row says; an empty field says nothing."""
    for name, value in row.items():
        if value is not None and value != "":
            words = ' class="words"' if name in WORDS else ""
            yield f"<dt>{label(name)}</dt><dd{words}>{html.escape(str(value))}</dd>"


def label(name: str) -> str:
    return name.replace("_", " ").capitalize()

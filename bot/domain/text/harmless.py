"""A story as a channel shows it: on pages, with its emphasis, and everything else as it was typed.

We add characters and never take one away. A backslash goes before a mark that has no partner, or that would do more
than emphasise. One goes behind a line's number where Discord would count otherwise. Marks that are open where a page
ends are closed there and opened again on the next. A space without width goes inside anything that would ping or
invite.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from bot.domain.text import escaping, glyph, pages

ROOM_FOR_MARKS = 40
"""Characters of a page that are kept free for marks at its seams: each of the marks three times at most."""

TOKEN = re.compile(
    r"""
      (?P<address>https?://[^\s<>*|`~\\\]]*[^\s<>*|`~\\\]_])
    | (?P<kept><a?:\w{1,64}:\d{1,20}>|<t:-?\d{1,15}(?::[a-z])?>)  # a custom emoji, a time
    | (?P<escape>\\(?!@(?:everyone|here))[!-/:-@\[-`{-~])
    | (?P<lead>^[ \t]*(?:>[ ][ \t]*)?)(?P<line>\#{1,3}(?=\s)|-\#(?=\s)|[-+](?=\s)|>>>(?=\s))
    | (?P<number>^[ \t]*(?:>[ ][ \t]*)?[0-9]+)\.(?=[ ])
    | (?P<literal>
          \\                            # one that escapes nothing
        | <(?=@[!&]?\d|\#\d|/|id:)      # a mention of somebody, a channel, a command
        | \](?=\()                      # a link under other words
        | `
      )
    | (?P<call>@(?=everyone|here))
    | (?P<invitation>discord(?:app)?(?=\.(?:gg|com/invite)))
    | (?P<run>\*+ | _+ | ~~+ | \|\|+)
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)

LINE_MARK = re.compile(r"(?:\#{1,3}|-\#|[-+]|>(?:>>)?)\s")
"""The start of a heading, small print, an item of a list or a quotation, at the start of a line."""
NUMBERED = re.compile(rf"^[ \t]*(?:>[ ][ \t]*)?([0-9]+)\. +((?:{LINE_MARK.pattern}|[0-9]+\.\s)?)", re.MULTILINE)
"""The number of a line, and any mark that would begin the line after it, if Discord took the number for an item's."""
LARGEST_NUMBER = 9
"""Digits of the longest number of an item."""

MARKS = {
    **{run: (run,) for run in ("*", "**", "_", "__", "~~", "||")},
    "***": ("*", "**"),
    "___": ("_", "__"),
}
"""The marks that a run of equal characters may stand for."""

COVER = "||"


@dataclass(slots=True)
class MarkRun:
    """Equal characters side by side, and the marks that they turn out to be."""

    text: str
    opens: list[str] = field(default_factory=list[str])
    """The marks that a later run closes, the innermost first."""
    closes: list[str] = field(default_factory=list[str])

    @property
    def literal(self) -> int:
        return len(self.text) - sum(map(len, self.opens)) - sum(map(len, self.closes))


@dataclass(frozen=True, slots=True)
class Seam:
    """A mark that counts, at its place in the finished text."""

    position: int
    mark: str
    opens: bool

    @property
    def end(self) -> int:
        return self.position + len(self.mark)


class Partners:
    """Finds the partner of each mark in one pass over the story; no mark is open twice."""

    def __init__(self, *, covered: bool) -> None:
        self.covered = covered
        self.open: list[tuple[str, MarkRun]] = []

    def meet(self, run: MarkRun, before: str, after: str) -> None:
        marks = MARKS.get(run.text, ())
        if self.covered and COVER in marks:
            return  # under the cut, nothing may uncover a part of the story
        inside_word = run.text[0] == "_"
        closes = bool(before.strip()) and not (inside_word and after.isalnum())
        opens = bool(after.strip()) and not (inside_word and before.isalnum())
        left = set(marks)
        if closes:
            left -= self.close(run, left)
        if opens:
            for mark in sorted(left, reverse=True):
                self.open = [(other, since) for other, since in self.open if other != mark]
                self.open.append((mark, run))

    def close(self, run: MarkRun, marks: set[str]) -> set[str]:
        """The marks that the run closes; marks that were opened inside them and are still open count for nothing."""
        closed: set[str] = set()
        for mark, since in reversed(self.open):
            if mark in marks - closed:
                closed.add(mark)
                run.closes.append(mark)
                since.opens.append(mark)
                place = self.open.index((mark, since))
                siblings = [kept for kept in self.open[place + 1 :] if kept[1] is since]
                self.open = [*self.open[:place], *siblings]
        return closed


@lru_cache(maxsize=16)  # a long story is asked for again with each of its pages
def split(story: str, first: int, rest: int, *, covered: bool) -> tuple[str, ...]:
    """Pages of at most `first` and then `rest` characters; `covered` where the story is under the cut."""
    text, seams = marked(glyph.closed(story), covered=covered)
    parts = pages.split(text, first - ROOM_FOR_MARKS, rest - ROOM_FOR_MARKS)
    cuts = [0]
    for part in parts:
        cuts.append(cuts[-1] + len(part))
    cuts = [beside(cut, seams) for cut in cuts]
    return tuple(paged(text, seams, cuts))


def marked(story: str, *, covered: bool) -> tuple[str, list[Seam]]:
    """The whole story with all added characters, except those at seams, and the marks that count."""
    made: list[str] = []
    seams: list[Seam] = []
    length = 0
    for piece in tokens(story, covered=covered):
        written = [piece] if isinstance(piece, str) else list(run_written(piece, length, seams))
        made += written
        length += sum(map(len, written))
    return "".join(made), seams


def tokens(story: str, *, covered: bool) -> list[str | MarkRun]:
    partners = Partners(covered=covered)
    listed = is_counted(story)
    found: list[str | MarkRun] = []
    end = 0
    for token in TOKEN.finditer(story):
        found.append(story[end : token.start()])
        end = token.end()
        if token["run"]:
            run = MarkRun(token["run"])
            partners.meet(run, story[token.start() - 1 : token.start()], story[end : end + 1])
            found.append(run)
        else:
            found.append(harmless(token, listed=listed))
    return [*found, story[end:]]


def is_counted(story: str) -> bool:
    """True if Discord would number the lines as they are numbered: it goes by the first number alone."""
    items = NUMBERED.findall(story)
    first = int(items[0][0][:LARGEST_NUMBER]) if items else 1
    return first > 0 and items == [(str(number), "") for number in range(first, first + len(items))]


def harmless(token: re.Match[str], *, listed: bool) -> str:
    match token.lastgroup:
        case "address":
            return escaping.silent(token[0])
        case "escape" | "kept":
            return token[0]
        case "line":
            return f"{token['lead']}\\{token['line']}"
        case "number":
            return token[0] if listed else f"{token['number']}\\."
        case "literal":
            return f"\\{token[0]}"
        case _:
            return f"{token[0]}{escaping.NOTHING}"


def run_written(run: MarkRun, position: int, seams: list[Seam]) -> Iterator[str]:
    for mark in run.closes:
        seams.append(Seam(position, mark, opens=False))
        position += len(mark)
        yield mark
    literal = f"\\{run.text[0]}" * run.literal
    position += len(literal)
    yield literal
    for mark in reversed(run.opens):
        seams.append(Seam(position, mark, opens=True))
        position += len(mark)
        yield mark


def beside(cut: int, seams: list[Seam]) -> int:
    """The cut, moved so that marks that close stay before it, and marks that open go after it."""
    number = bisect_left(seams, cut, key=lambda seam: seam.position)
    while number < len(seams) and seams[number].position == cut and not seams[number].opens:
        cut = seams[number].end
        number += 1
    while number and seams[number - 1].end == cut and seams[number - 1].opens:
        number -= 1
        cut = seams[number].position
    return cut


def paged(text: str, seams: list[Seam], cuts: list[int]) -> Iterator[str]:
    open_marks: list[str] = []
    number = 0
    for start, end in pairwise(cuts):
        before = "".join(open_marks)
        while number < len(seams) and seams[number].position < end:
            seam = seams[number]
            if seam.opens:
                open_marks.append(seam.mark)
            else:
                open_marks.remove(seam.mark)
            number += 1
        yield sewn(
            text[start:end], before, "".join(reversed(open_marks)), goes_on=start > 0 and text[start - 1] != "\n"
        )


def sewn(part: str, before: str, after: str, *, goes_on: bool) -> str:
    """A page with its open marks around it. Where it goes on in the midst of a line, its first sign begins no list or
    heading.
    """
    written = part.strip()
    if not written:
        return part
    at = part.index(written)
    guard = "\\" if goes_on and LINE_MARK.match(part, at) else ""
    return f"{part[:at]}{before}{guard}{written}{after}{part[at + len(written) :]}"

"""A document's paragraphs in the making, as its reader walks through it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bot.domain.text import emphasis
from bot.domain.text.emphasis import Marks, Span

SCENE_BREAK = "---"
"""Writers type this for a line, and their programs draw one in its place."""
BULLET = "- "

MOST_LETTERS = 4 * 1024 * 1024
"""A document may refer to one diagram or formula in very many places."""


class TooLongError(Exception):
    """A document writes more letters than a file can have."""


@dataclass(eq=False, slots=True)
class Cell:
    """A table's cell. Some formats tell only after its text that another cell lies over it."""

    around: "Cell | None" = None
    is_covered: bool = False

    @property
    def is_seen(self) -> bool:
        return not self.is_covered and (self.around is None or self.around.is_seen)


@dataclass(frozen=True, slots=True)
class Fragment(Span):
    cell: Cell | None = None

    @property
    def is_seen(self) -> bool:
        return self.cell is None or self.cell.is_seen


@dataclass(slots=True)
class Paragraph:
    pieces: list[Fragment] = field(default_factory=list[Fragment])
    hides: bool = False
    """True if some text in it is hidden."""
    gone: bool = False
    is_note: bool = False
    """True in a footnote, which is none of the text."""

    @property
    def seen(self) -> list[Fragment]:
        return [piece for piece in self.pieces if piece.is_seen]

    @property
    def is_blank(self) -> bool:
        return not any(piece.text.strip() and piece.is_seen for piece in self.pieces)

    @property
    def is_gone(self) -> bool:
        """True if it is left out, or if all of its text is hidden."""
        return self.gone or (self.is_blank and (self.hides or len(self.seen) < len(self.pieces)))

    def lead(self, text: str) -> None:
        """Put a text before the others."""
        self.pieces.insert(0, Fragment(text))


class Flow:
    """Text goes to the open paragraph that was begun last. A paragraph begun inside another one stands in a box beside
    it, and follows it.
    """

    def __init__(self) -> None:
        self.begun: list[Paragraph] = []
        self.open: list[Paragraph] = []
        self.letters = 0
        self.unended: list[Fragment] = []
        """The pieces of a paragraph without a visible end, such as a large first letter; the next paragraph begins with
        them.
        """

    def begin(self, *, is_note: bool = False) -> None:
        paragraph = Paragraph(self.unended, is_note=is_note)
        self.unended = []
        self.begun.append(paragraph)
        self.open.append(paragraph)

    def write(self, text: str, marks: Marks, *, hidden: bool = False, cell: Cell | None = None) -> None:
        if self.open and text and hidden:
            self.open[-1].hides = True
        elif self.open and text:
            self.open[-1].pieces.append(Fragment(text, marks, cell))
            self.letters += len(text)
            if self.letters > MOST_LETTERS:
                raise TooLongError

    def hide(self) -> None:
        """Leave out the paragraph that was begun last, with all its text."""
        if self.open:
            self.open[-1].gone = True

    def end(self, *, joined: bool = False, ruled: bool = False) -> None:
        """End the paragraph that was begun last. `joined`: the next one goes on with it. `ruled`: it is drawn as a
        line.
        """
        paragraph = self.open.pop()
        if joined:
            self.unended, paragraph.gone = paragraph.pieces, True
        elif ruled and paragraph.is_blank:
            paragraph.pieces = [Fragment(SCENE_BREAK)]

    def part(self) -> None:
        """End a paragraph that waits for its next piece: a cell, a box or the document ends here."""
        if self.unended:
            self.begin()
            self.end()

    def paragraphs(self) -> list[str]:
        """The text of each paragraph; an empty one is an empty text."""
        self.part()
        return [emphasis.written(each.seen) for each in self.begun if not each.is_gone and not each.is_note]

    def notes(self) -> str:
        """The text of the footnotes, a paragraph on each line."""
        found = (emphasis.written(each.seen).strip() for each in self.begun if not each.is_gone and each.is_note)
        return "\n".join(filter(None, found))


def joined(paragraphs: list[str]) -> str:
    """The text. Empty paragraphs, where a writer leaves any, are its blank lines; else one goes between each two."""
    tight = any(not paragraph.strip() for paragraph in paragraphs)
    return ("\n" if tight else "\n\n").join(paragraphs).strip()


def walk(top: Element, inside: Callable[[Element], Iterable[Element]]) -> Iterator[tuple[Element, bool]]:
    """Every element where it begins and where it ends, without recursion: sources may be nested as deep as they like.

    `inside` chooses the children to go through.
    """
    waiting = [(top, True)]
    while waiting:
        element, begins = waiting.pop()
        yield element, begins
        if begins:
            waiting.append((element, False))
            waiting += [(child, True) for child in reversed(list(inside(element)))]


def flat(text: str | None) -> str:
    """The text without line ends, which are white space in the source."""
    return (text or "").replace("\n", " ")

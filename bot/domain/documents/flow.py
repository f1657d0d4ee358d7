"""A document's paragraphs in the making, as its reader walks through it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bot.domain.text import emphasis
from bot.domain.text.emphasis import Marks, Span

SCENE_BREAK = "---"
"""What writers type for a line; their programs draw one in its place."""
BULLET = "- "


@dataclass(slots=True)
class Paragraph:
    pieces: list[Span] = field(default_factory=list[Span])
    hides: bool = False
    """True if there is text in it that is not shown."""
    gone: bool = False

    @property
    def is_blank(self) -> bool:
        return not any(piece.text.strip() for piece in self.pieces)

    def lead(self, text: str) -> None:
        """Begin with this."""
        self.pieces.insert(0, Span(text))


class Flow:
    """Text goes to the paragraph that was begun last. One that is begun while another is open stands in a box beside
    it, and follows it.
    """

    def __init__(self) -> None:
        self.begun: list[Paragraph] = []
        self.open: list[Paragraph] = []
        self.unended: list[Span] = []
        """A paragraph whose end nobody sees: a large first letter, and what stands before an end that is hidden."""

    def begin(self) -> None:
        paragraph = Paragraph(self.unended)
        self.unended = []
        self.begun.append(paragraph)
        self.open.append(paragraph)

    def write(self, text: str, marks: Marks, *, hidden: bool = False) -> None:
        if self.open and text and hidden:
            self.open[-1].hides = True
        elif self.open and text:
            self.open[-1].pieces.append(Span(text, marks))

    def hide(self) -> None:
        """The paragraph that was begun last is not shown, whatever stands in it."""
        if self.open:
            self.open[-1].gone = True

    def end(self, *, joined: bool = False, ruled: bool = False) -> None:
        """End the paragraph that was begun last. `joined` to the next one, `ruled` where it is drawn as a line."""
        paragraph = self.open.pop()
        if joined:
            self.unended, paragraph.gone = paragraph.pieces, True
        elif ruled and paragraph.is_blank:
            paragraph.pieces = [Span(SCENE_BREAK)]
        elif paragraph.hides and paragraph.is_blank:
            paragraph.gone = True

    def part(self) -> None:
        """Nothing goes on from here: a cell or a box ends, or the document."""
        if self.unended:
            self.begin()
            self.end()

    def paragraphs(self) -> list[str]:
        """What was written, each paragraph's text; an empty one is an empty text."""
        self.part()
        return [emphasis.written(paragraph.pieces) for paragraph in self.begun if not paragraph.gone]


def joined(paragraphs: list[str]) -> str:
    """The text: where writers leave paragraphs empty, these are the blank lines, and elsewhere each gets one."""
    tight = any(not paragraph.strip() for paragraph in paragraphs)
    return ("\n" if tight else "\n\n").join(paragraphs).strip()


def walk(top: Element, inside: Callable[[Element], Iterable[Element]]) -> Iterator[tuple[Element, bool]]:
    """Every element where it begins and where it ends, without recursion: sources may be nested as deep as they like.

    `inside` chooses what of an element is gone through.
    """
    waiting = [(top, True)]
    while waiting:
        element, begins = waiting.pop()
        yield element, begins
        if begins:
            waiting.append((element, False))
            waiting += [(child, True) for child in reversed(list(inside(element)))]


def flat(text: str | None) -> str:
    """Line ends in the source are white space."""
    return (text or "").replace("\n", " ")

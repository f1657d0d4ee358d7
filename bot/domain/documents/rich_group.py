"""A group of rich text: the settings that hold between two braces, and the words that change them."""

from dataclasses import dataclass, field
from enum import Enum, auto

from bot.domain.documents import rich_word
from bot.domain.documents.rich_note import Formula, Note, RichField, Shape
from bot.domain.documents.rich_table import RowTold, Tables
from bot.domain.text import emphasis
from bot.domain.text.emphasis import Mark, Marks


class Mode(Enum):
    """The use of a group's letters."""

    SHOWN = auto()
    LEFT_OUT = auto()
    NOTED = auto()
    """Kept by the group's note, for a field or a shape."""
    FONTS = auto()


@dataclass(slots=True)
class Group:
    """The settings in a group; a group inside it begins with the same."""

    kind: str = ""
    mode: Mode = Mode.SHOWN
    inside: Mode = Mode.SHOWN
    """The mode of a box inside this group."""
    marks: Marks = emphasis.NONE
    hiding: frozenset[str] = frozenset()
    font: str = ""
    """The number of a font; without one, letters have the usual font."""
    fallback: int = 1
    """Characters after one that is written as a number, for programs that do not know numbers."""
    note: Note = field(default_factory=list[str])
    tables: Tables = field(default_factory=Tables)
    row: RowTold = field(default_factory=RowTold)
    field: RichField | None = None
    shape: Shape | None = None
    formula: Formula | None = None
    depth: int = 0
    """The number of tables around a paragraph."""
    linked: bool = False
    sides: frozenset[str] = frozenset()
    side: str = ""
    drop_cap: bool = False
    is_note: bool = False

    def take(self, word: str, number: str | None) -> None:
        """Take in a word about letters, or else about paragraphs."""
        if word in rich_word.MARKS:
            mark = {rich_word.MARKS[word]}
            self.marks = self.marks - mark if number == "0" else self.marks | mark
        elif word == "ulnone":
            self.marks -= {Mark.UNDERLINED}
        elif word in rich_word.HIDING:
            self.hiding = self.hiding - {word} if number == "0" else self.hiding | {word}
        elif word == "plain":
            self.marks, self.hiding, self.font = emphasis.NONE, frozenset(), ""
        elif word == "uc" and number is not None:
            self.fallback = max(0, int(number))
        elif word in rich_word.CHOICES and self.field is not None:
            self.field.choices[word] = int(number or 0)
        else:
            self.lay_out(word, number)

    def lay_out(self, word: str, number: str | None) -> None:
        """Take in a word about paragraphs."""
        if word == "pard":
            self.sides, self.side, self.drop_cap, self.depth = frozenset(), "", False, 0
        elif word == "intbl":
            self.depth = self.depth or 1
        elif word == "itap":
            self.depth = max(0, int(number or 1))
        elif word == "dropcapli":
            self.drop_cap = True
        elif word in rich_word.BORDERS:
            self.side = rich_word.BORDERS[word]
            self.sides |= {self.side}
        elif word in rich_word.NO_BORDER:
            self.sides -= {self.side}
        elif word.startswith(rich_word.OTHER_BORDERS):
            self.side = ""

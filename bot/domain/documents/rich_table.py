"""Rich text's tables, one inside another. Which of a row's cells lie under one from above is certain only after their
text. Cells that are merged within a row show the text of each.
"""

from dataclasses import dataclass, field

from bot.domain.documents.flow import Cell

BEGINS, GOES_ON = "clvmgf", "clvmrg"
"""The words for the first cell of several, one below the other, that are shown as one, and for the others."""

MOST_DEPTH = 20
"""Tables inside each other that are told apart."""


@dataclass(frozen=True, slots=True)
class CellTold:
    """What is told of a cell beside its text: where its sides are, and its word about several cells."""

    sides: tuple[int, int]
    word: str


@dataclass(slots=True)
class RowTold:
    """What is told of a row's cells, before their text or behind it."""

    cells: list[CellTold] = field(default_factory=list[CellTold])
    left: int = 0
    word: str = ""

    def take(self, word: str, number: int) -> None:
        match word:
            case "trowd":
                self.cells, self.left, self.word = [], 0, ""
            case "trleft":
                self.left = number
            case "clvmgf" | "clvmrg":
                self.word = word
            case "cellx":
                self.cells.append(CellTold((self.left, number), self.word))
                self.left, self.word = number, ""
            case "row" | "nestrow":
                self.cells = []
            case _:
                pass


@dataclass(slots=True)
class Table:
    cell: Cell
    ended: list[Cell] = field(default_factory=list[Cell])
    """The cells of the same row before this one."""
    spanning: frozenset[tuple[int, int]] = frozenset()
    """The sides of cells above that may go on in this row."""

    def end_cell(self) -> None:
        self.ended.append(self.cell)
        self.cell = Cell(self.cell.around)

    def end_row(self, told: list[CellTold]) -> None:
        under = [each.word == GOES_ON and each.sides in self.spanning for each in told]
        for cell, is_covered in zip(self.ended, under, strict=False):
            cell.is_covered = is_covered
        self.spanning = frozenset(
            each.sides for each, is_covered in zip(told, under, strict=True) if is_covered or each.word == BEGINS
        )
        self.ended = []


@dataclass(slots=True)
class Tables:
    """The tables around the text that is being read, the outermost first."""

    around: Cell | None = None
    """The cell that all of this stands in, as in a box that a cell holds."""
    open: list[Table] = field(default_factory=list[Table])

    def cell(self, depth: int) -> Cell | None:
        """The cell that holds a text in so many tables."""
        del self.open[depth:]
        while len(self.open) < min(depth, MOST_DEPTH):
            self.open.append(Table(Cell(self.open[-1].cell if self.open else self.around)))
        return self.open[-1].cell if self.open else self.around

    def take(self, word: str, told: RowTold, depth: int) -> None:
        """Take in a word that ends a cell or a row."""
        match word:
            case "cell" | "nestcell":
                self.table(word, depth).end_cell()
            case "row" | "nestrow":
                self.table(word, depth).end_row(told.cells)
            case "par" | "sect":
                self.cell(depth)
            case _:
                pass

    def table(self, word: str, depth: int) -> Table:
        """The table that a word is about: the outermost one, or else the one around the text. The row of a table in a
        cell ends behind its cells, where the depth of their text may hold no more.
        """
        if word == "nestrow":
            depth = max((at for at, each in enumerate(self.open, start=1) if each.ended), default=depth)
        self.cell(max(depth, 1) if word.startswith("nest") else 1)
        return self.open[-1]

"""Rich text (.rtf) as text with Discord's marks.

Braces enclose a group: its settings hold to its end, and some groups are no text at all.
"""

import codecs
import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.domain.documents import file, flow, furniture, rich_font, rich_word
from bot.domain.documents.rich_font import Fonts
from bot.domain.documents.rich_group import Group, Mode
from bot.domain.documents.rich_note import Formula, RichField, Shape
from bot.domain.documents.rich_table import RowTold, Tables
from bot.domain.problem import FileUnreadable, RefusedError
from bot.domain.text import emphasis, surrogates
from bot.domain.text.emphasis import Mark

TOKEN = re.compile(
    r"\\'(?P<byte>[\da-fA-F]{2})|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\(?P<sign>.)|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
LEFT_BEHIND = "} \r\n\t\0\x1a"
"""What programs leave behind a document's end."""
LINE_ENDS = dict.fromkeys(b"\v\f\r", "\n")
CONTROLS = {code: None for code in (*range(32), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"} | LINE_ENDS
"""Characters that nobody can see or keep, but for the ends of lines."""
TRAILING = re.compile(r"(?<![ \t])[ \t]++$", re.MULTILINE)


def read(name: str, data: bytes) -> str:
    """The text, with its emphasis in Discord's marks. A document whose braces do not match is refused: nobody can tell
    how much of it is missing. So is one that includes others, which only Word puts together.
    """
    is_unicode = data.startswith(codecs.BOM_UTF8) and file.fits(data, "utf-8")
    source = data.removeprefix(codecs.BOM_UTF8).decode("utf-8" if is_unicode else "latin-1").lstrip()
    reader, ends = RichReader(is_unicode), 0
    for token in tokens(source):
        reader.take(token)
        ends = token.end()
        if not reader.around:
            break
    if reader.around or reader.is_assembled or source[ends:].strip(LEFT_BEHIND):
        raise RefusedError(FileUnreadable(name))
    text = "\n".join(reader.paragraphs()).strip()
    return TRAILING.sub("", surrogates.whole(furniture.below(text, reader.story.notes()))).strip()


def tokens(source: str) -> Iterator[re.Match[str]]:
    """The parts of the source, without the bytes of pictures."""
    at = 0
    while found := TOKEN.search(source, at):
        at = found.end()
        if found["word"] == "bin" and found["number"]:
            at += max(0, int(found["number"]))
        yield found


@dataclass(slots=True)
class RichReader:
    is_unicode: bool = False
    """True if the letters are Unicode, and not bytes of an encoding."""
    group: Group = field(default_factory=Group)
    around: list[Group] = field(default_factory=list[Group])
    story: flow.Flow = field(default_factory=flow.Flow)
    fonts: Fonts = field(default_factory=Fonts)
    waiting: bytearray = field(default_factory=bytearray)
    """Bytes of letters that are not decoded yet: some encodings have several bytes for a letter."""
    unneeded: int = 0
    """Characters still to skip, because a number has said them already."""
    starred: bool = False
    is_assembled: bool = False

    def __post_init__(self) -> None:
        self.story.begin()

    def paragraphs(self) -> list[str]:
        self.settle()
        while self.story.open:
            self.story.end()
        return self.story.paragraphs()

    def take(self, token: re.Match[str]) -> None:
        if token["text"] is not None:
            self.letters(token["text"])
        elif token["byte"] is not None:
            self.letters(chr(int(token["byte"], 16)), told_as_byte=True)
        elif token["brace"] is not None:
            self.settle()
            self.unneeded = 0
            (self.open if token["brace"] == "{" else self.close)()
        elif token["sign"] == "*":
            self.starred = True
        elif self.unneeded:
            self.unneeded -= 1
        else:
            self.settle()
            self.say(token["word"] or token["sign"], token["number"])

    # -- groups ---------------------------------------------------------------------------------------

    def open(self) -> None:
        self.around.append(self.group)
        self.group = copy.copy(self.group)
        self.group.kind, self.starred = "", False

    def close(self) -> None:
        ended, self.starred = self.group, False
        if ended.kind in (*rich_word.BOXES, rich_word.NOTE):
            if self.story.open[-1].is_blank:
                self.story.hide()
            self.story.end()
        if self.around:
            self.group = self.around.pop()
        if ended.kind == "field" and ended.field is not None:
            self.end_field(ended.field)
        elif ended.kind == "sp" and ended.shape is not None:
            self.end_property(ended.shape)
        elif ended.kind in rich_word.SILENT and ended.shape is not None and ended.inside is Mode.SHOWN:
            self.end_shape(ended.shape)
        elif ended.kind in rich_word.FORMULAS and ended.formula is not None:
            self.write(ended.formula.last_sign)
        elif ended.kind == rich_word.PICTURE:
            self.unneeded = 1  # a sign follows for programs that show no pictures

    def end_field(self, ended: RichField) -> None:
        if not ended.is_shown:
            self.write(ended.text)
        elif self.group.field is not None:
            self.group.field.is_shown = True

    def end_property(self, shape: Shape) -> None:
        shape.take()
        if shape.is_hidden:
            self.group.inside = Mode.LEFT_OUT

    def end_shape(self, shape: Shape) -> None:
        """Show letters that are drawn as a shape, or a line across the page."""
        if shape.letters or shape.is_line:
            self.story.begin()
            self.story.write(shape.letters, emphasis.NONE, hidden=self.is_hidden, cell=self.cell)
            self.story.end(ruled=shape.is_line)

    def begin(self, word: str) -> bool:
        """Begin the kind of group that a word announces. False if it announces none."""
        group, starred, self.starred = self.group, self.starred, False
        if word == "fonttbl":
            group.mode = Mode.FONTS
        elif word == rich_word.ROW_INSIDE:
            group.row = RowTold()
        elif word in rich_word.PARTS:
            self.begin_part(word)
        elif word in rich_word.SILENT:
            group.inside = group.inside if group.mode is Mode.LEFT_OUT else group.mode
            group.mode = Mode.LEFT_OUT
            group.kind, group.shape = word, Shape()
        elif word in rich_word.SHOWN_INSIDE:
            group.mode = group.inside
            if word in rich_word.BOXES and group.mode is Mode.SHOWN:
                self.begin_box(word)
        elif word == rich_word.NOTE and group.mode is Mode.SHOWN:
            self.begin_box(word, is_note=True)
        elif rich_word.is_left_out(word, starred=starred):
            group.mode = group.inside = Mode.LEFT_OUT
        elif word == rich_word.PICTURE:
            group.kind, group.mode = word, Mode.LEFT_OUT
        else:
            return self.begin_formula(word)
        return True

    def begin_formula(self, word: str) -> bool:
        """Begin a part of a formula. False if the word announces none."""
        group, around = self.group, self.group.formula
        if word in rich_word.FORMULA_PARTS and around is not None:
            self.write(around.next_sign())
            if around.is_phantom:
                group.mode = group.inside = Mode.LEFT_OUT
        if word in rich_word.FORMULAS:
            group.kind, group.formula = word, Formula(word.removeprefix("m"))
        elif word in rich_word.FORMULA_PROPERTIES and around is not None:
            group.mode, group.note = Mode.NOTED, around.properties.setdefault(word.removeprefix("m"), [])
        return word in rich_word.FORMULA_PARTS | rich_word.FORMULAS | rich_word.FORMULA_PROPERTIES

    def begin_part(self, word: str) -> None:
        """Begin a field, or a part of a field or a shape."""
        group, field, shape = self.group, self.group.field, self.group.shape
        match word:
            case "field":
                group.kind, group.field = word, RichField()
            case "fldrslt":
                group.linked = group.linked or (field is not None and field.is_link)
            case "fldinst" if field is not None and group.mode in {Mode.SHOWN, Mode.NOTED}:
                group.mode, group.note = Mode.NOTED, field.instruction
            case "ffl" | "ffdeftext" if field is not None:
                field.entries.append([])
                group.mode, group.note = Mode.NOTED, field.entries[-1]
            case "sp" if shape is not None:
                group.kind, group.mode, shape.name, shape.value = word, Mode.LEFT_OUT, [], []
            case "sn" | "sv" if shape is not None:
                group.mode, group.note = Mode.NOTED, shape.name if word == "sn" else shape.value
            case _:
                group.mode = Mode.LEFT_OUT

    def begin_box(self, word: str, *, is_note: bool = False) -> None:
        if self.is_hidden:
            self.group.mode = self.group.inside = Mode.LEFT_OUT
            return
        self.group.kind, self.group.marks = word, emphasis.NONE
        self.group.sides, self.group.drop_cap = frozenset(), False
        self.group.tables, self.group.depth = Tables(self.cell), 0
        self.group.row, self.group.is_note = RowTold(), self.group.is_note or is_note
        self.story.begin(is_note=self.group.is_note)

    # -- words ----------------------------------------------------------------------------------------

    def say(self, word: str, number: str | None) -> None:
        if self.begin(word):
            return
        if word in rich_word.ENDS:
            self.end_paragraph()
        elif word in rich_word.SIGNS or word in rich_word.SYMBOLS:
            self.write(rich_word.SIGNS.get(word) or rich_word.SYMBOLS[word])
        elif word == "u" and number is not None:
            self.write(self.fonts.letter(int(number), self.group))
            self.unneeded = self.group.fallback
        elif word in rich_font.WORDS:
            self.fonts.take(word, number or "0", self.group)
        else:
            self.group.take(word, number)
        if self.group.mode is Mode.SHOWN:
            self.group.tables.take(word, self.group.row, self.group.depth)
            self.group.row.take(word, int(number or 0))
            self.is_assembled = self.is_assembled or word == rich_word.OTHER_DOCUMENT

    @property
    def is_hidden(self) -> bool:
        return bool(self.group.hiding)

    @property
    def cell(self) -> flow.Cell | None:
        return self.group.tables.cell(self.group.depth)

    def end_paragraph(self) -> None:
        if self.group.mode is Mode.SHOWN:
            joined = self.group.drop_cap or self.is_hidden
            self.story.end(joined=joined, ruled=bool(self.group.sides))
            self.story.begin(is_note=self.group.is_note)

    # -- letters --------------------------------------------------------------------------------------

    def letters(self, text: str, *, told_as_byte: bool = False) -> None:
        needed = text[self.unneeded :]
        self.unneeded -= len(text) - len(needed)
        if self.is_unicode and not told_as_byte and not needed.isascii():
            self.settle()
            self.write(needed)
        else:
            self.waiting += needed.encode("latin-1")

    def settle(self) -> None:
        """Write the letters whose bytes have come."""
        if self.waiting:
            text = self.fonts.letters(bytes(self.waiting), self.group)
            self.waiting.clear()
            self.write(text)

    def write(self, text: str) -> None:
        group = self.group
        text = text.translate(CONTROLS)
        if group.mode is Mode.SHOWN:
            marks = group.marks - {Mark.UNDERLINED} if group.linked else group.marks
            self.story.write(text, marks, hidden=self.is_hidden, cell=self.cell)
            if group.field is not None and text.strip():
                group.field.is_shown = True
        elif group.mode is Mode.NOTED and not group.hiding:
            group.note.append(text)
        elif group.mode is Mode.FONTS:
            self.fonts.take_name(text, group)

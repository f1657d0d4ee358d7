"""What rich text notes without showing it: the instructions of fields, and the properties of shapes, formulas."""

from dataclasses import dataclass, field

from bot.domain.documents import formula, word_field

Note = list[str]
"""The pieces of a text."""


@dataclass(slots=True)
class RichField:
    instruction: Note = field(default_factory=list[str])
    entries: list[Note] = field(default_factory=list[Note])
    choices: dict[str, int] = field(default_factory=dict[str, int])
    """The numbers of a form's chosen entry, and of the usual one."""
    is_shown: bool = False

    @property
    def text(self) -> str:
        """The text that the field shows by itself."""
        form = word_field.Form(
            ["".join(entry) for entry in self.entries],
            usual=self.choices.get("ffdefres", 0),
            result=self.choices.get("ffres", word_field.OPEN),
        )
        return word_field.shown("".join(self.instruction), form)

    @property
    def is_link(self) -> bool:
        return word_field.is_link("".join(self.instruction))


@dataclass(slots=True)
class Shape:
    """A drawn shape, as far as its properties tell of text."""

    name: Note = field(default_factory=list[str])
    value: Note = field(default_factory=list[str])
    """The property that was read last."""
    letters: str = ""
    is_line: bool = False
    is_hidden: bool = False

    def take(self) -> None:
        """Take in the property that was read last."""
        value = "".join(self.value).strip()
        match "".join(self.name).strip():
            case "gtextUNICODE":
                self.letters = value
            case "fHorizRule":
                self.is_line = value == "1"
            case "fHidden":
                self.is_hidden = value == "1"
            case _:
                pass


@dataclass(slots=True)
class Formula:
    """A part of a formula that has parts of its own, and perhaps signs around and between them."""

    kind: str
    properties: dict[str, Note] = field(default_factory=dict[str, Note])
    is_begun: bool = False

    def said(self, name: str) -> str | None:
        note = self.properties.get(name)
        return None if note is None else "".join(note).strip()

    def next_sign(self) -> str:
        """The sign before the part that begins now."""
        sign = (formula.between if self.is_begun else formula.before)(self.kind, self.said)
        self.is_begun = True
        return sign

    @property
    def last_sign(self) -> str:
        return formula.after(self.kind, self.said)

    @property
    def is_phantom(self) -> bool:
        return formula.is_phantom(self.kind, self.said)

"""What rich text notes without showing it: the instructions of fields, and the properties of shapes."""

from dataclasses import dataclass, field

from bot.domain.documents import word_field

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

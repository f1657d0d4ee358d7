"""The text of Word's fields that have an instruction and no result."""

import re
from dataclasses import dataclass, field

from bot.domain.documents import symbol

ABOVE = re.compile(r"\\(?:up|do) ?\d{1,3} ?\([^()\\]{0,200}\) ?[,;] ?([^()\\]{0,200})\)")
"""A reading above its text, or one text over another: `EQ \\o\\ad(\\s\\up 9(reading),text)`."""
BUTTON = re.compile(r"\s{0,9}(?:MACROBUTTON|GOTOBUTTON) {1,9}\S{1,200} (.{0,1000})", re.IGNORECASE | re.DOTALL)
SYMBOL = re.compile(r"\s{0,9}SYMBOL {1,9}(0x[\da-f]{1,4}|\d{1,5})\b", re.IGNORECASE)
FONT = re.compile(r'\\f ?"?([\w ]{1,40})')

BOXES = "\N{BALLOT BOX}\N{BALLOT BOX WITH X}"
OPEN = 25
"""The number that stands for no choice: the usual one holds."""


@dataclass(slots=True)
class Form:
    """What a form's field knows: its entries and the number of the chosen one, or whether its box is ticked."""

    entries: list[str] = field(default_factory=list[str])
    usual: int = 0
    result: int = OPEN

    @property
    def chosen(self) -> int:
        return self.usual if self.result == OPEN else self.result


def shown(instruction: str, form: Form | None = None) -> str:
    """The text of a form's field, an equation, a button or a symbol; empty for any other field."""
    name = instruction.strip().upper()
    if form is not None and name.startswith(("FORMDROPDOWN", "FORMTEXT")):
        return form.entries[form.chosen] if form.chosen in range(len(form.entries)) else ""
    if form is not None and name.startswith("FORMCHECKBOX"):
        return BOXES[form.chosen == 1]
    if button := BUTTON.match(instruction):
        return button[1].rstrip()
    if found := SYMBOL.match(instruction):
        font = FONT.search(instruction)
        return symbol.shown(font[1].strip() if font else "Symbol", int(found[1], 0))
    if name.startswith("EQ"):
        return "".join(ABOVE.findall(instruction))
    return ""


def is_link(instruction: str) -> bool:
    return instruction.strip()[:9].upper() == "HYPERLINK"

"""The text of Word's fields that have an instruction and no result."""

import re

from bot.domain.documents import symbol

ABOVE = re.compile(r"\\(?:up|do) ?\d{1,3} ?\([^()\\]{0,200}\) ?[,;] ?([^()\\]{0,200})\)")
"""A reading above its text, or one text over another: `EQ \\o\\ad(\\s\\up 9(reading),text)`."""
BUTTON = re.compile(r"\s{0,9}(?:MACROBUTTON|GOTOBUTTON) {1,9}\S{1,200} (.{0,1000})", re.IGNORECASE | re.DOTALL)
SYMBOL = re.compile(r"\s{0,9}SYMBOL {1,9}(0x[\da-f]{1,4}|\d{1,5})\b", re.IGNORECASE)
FONT = re.compile(r'\\f ?"?([\w ]{1,40})')


def shown(instruction: str) -> str:
    """The text of an equation, a button or a symbol; empty for any other field."""
    if button := BUTTON.match(instruction):
        return button[1].rstrip()
    if found := SYMBOL.match(instruction):
        font = FONT.search(instruction)
        return symbol.shown(font[1].strip() if font else "Symbol", int(found[1], 0))
    if instruction.strip()[:2].upper() == "EQ":
        return "".join(ABOVE.findall(instruction))
    return ""


def is_link(instruction: str) -> bool:
    return instruction.strip()[:9].upper() == "HYPERLINK"

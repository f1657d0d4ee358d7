"""The fonts of rich text: they say which letters its bytes and numbers stand for."""

import codecs
from dataclasses import dataclass, field

from bot.domain.documents import rich_word, symbol
from bot.domain.documents.rich_group import Group, Mode

WORDS = frozenset({"f", "fcharset", "deff", "ansicpg", *rich_word.CODE_PAGES})
"""Words about fonts and their encodings."""
WESTERN = "cp1252"


@dataclass(slots=True)
class Font:
    name: str = ""
    encoding: str | None = None


@dataclass(slots=True)
class Fonts:
    by_number: dict[str, Font] = field(default_factory=dict[str, Font])
    usual: str = ""
    """The number of the font of a group that names none."""
    encoding: str = WESTERN
    """The encoding of fonts that tell none."""

    def take(self, word: str, number: str, group: Group) -> None:
        if word == "f":
            group.font = number
            if group.mode is Mode.FONTS:
                self.by_number[number] = Font()
        elif word == "deff":
            self.usual, group.font = number, ""
        elif word == "fcharset" and group.font in self.by_number:
            self.by_number[group.font].encoding = rich_word.CHARSETS.get(int(number))
        elif word == "ansicpg":
            self.encoding = known(rich_word.MAC_CODE_PAGES.get(int(number)) or f"cp{number}")
        elif word in rich_word.CODE_PAGES:
            self.encoding = rich_word.CODE_PAGES[word]

    def take_name(self, text: str, group: Group) -> None:
        if group.font in self.by_number:
            self.by_number[group.font].name += text.partition(";")[0]

    def of_group(self, group: Group) -> Font:
        return self.by_number.get(group.font or self.usual, Font())

    def letters(self, told: bytes, group: Group) -> str:
        """The letters that bytes stand for."""
        font = self.of_group(group)
        if not symbol.is_font(font.name):
            return told.decode(font.encoding or self.encoding, "replace")
        text = told.decode("latin-1")
        return "".join(symbol.shown(font.name, ord(letter)) for letter in text) if group.mode is Mode.SHOWN else text

    def letter(self, number: int, group: Group) -> str:
        """The letter with a number, which may be written as a negative one."""
        code = number + 0x10000 if number < 0 else number
        name = self.of_group(group).name
        if symbol.is_font(name):
            return symbol.shown(name, code)
        return chr(code) if 0 <= code < 0x110000 else ""


def known(encoding: str) -> str:
    """The encoding, or the one of most documents if nobody knows it."""
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return WESTERN

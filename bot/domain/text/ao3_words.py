"""What a word is to the Archive of Our Own, whose way of counting the others are held against."""

from unicodedata import category

DASH = "\u2014"
DELETED = frozenset("'’‘-")
"""Characters inside a word that do not end it."""

LETTERS = ("L", "M", "Nd", "Nl", "Pc")
"""Unicode's general categories of characters that form words."""

WORD_EACH = (
    # Thai
    (0x0E01, 0x0E3A), (0x0E40, 0x0E5B),
    # Han
    (0x2E80, 0x2E99), (0x2E9B, 0x2EF3), (0x2F00, 0x2FD5), (0x3005, 0x3005), (0x3007, 0x3007),
    (0x3021, 0x3029), (0x3038, 0x303B), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFA6D),
    (0xFA70, 0xFAD9), (0x16FE2, 0x16FE3), (0x16FF0, 0x16FF1), (0x20000, 0x2A6DF), (0x2A700, 0x2EBE0),
    (0x2EBF0, 0x2EE5D), (0x2F800, 0x2FA1D), (0x30000, 0x323AF),
    # Hiragana
    (0x3041, 0x3096), (0x309D, 0x309F), (0x1B001, 0x1B11F), (0x1B132, 0x1B132), (0x1B150, 0x1B152),
    (0x1F200, 0x1F200),
    # Katakana
    (0x30A1, 0x30FA), (0x30FD, 0x30FF), (0x31F0, 0x31FF), (0x32D0, 0x32FE), (0x3300, 0x3357),
    (0xFF66, 0xFF6F), (0xFF71, 0xFF9D), (0x1AFF0, 0x1AFFE), (0x1B000, 0x1B000), (0x1B120, 0x1B122),
    (0x1B155, 0x1B155), (0x1B164, 0x1B167),
)  # fmt: skip
"""The scripts in which every character is a word, as code points: Python does not know scripts by name."""


def last(text: str) -> str:
    """The last word of plain text by the Archive, without the marks around it; empty if there is none."""
    for token in reversed(text.split()):
        if spaced(token).strip():
            return pieces(token)[-1]
    return ""


def pieces(token: str) -> list[str]:
    """The words of a token by the Archive, without the deleted characters."""
    kinds = ((character, KINDS[ord(character)]) for character in token.replace("--", DASH))
    return "".join(character if kind == "w" else kind.replace("w", character) for character, kind in kinds).split()


EACH = " w "


def has_word_each(text: str) -> bool:
    """True if the text has a character that is a word by itself."""
    return any(KINDS[ord(character)] == EACH for character in text)


def spaced(text: str) -> str:
    """The text with every AO3 word turned into a run of `w` and everything between words into white space."""
    return text.replace("--", DASH).translate(KINDS)


class Kinds(dict[int, str]):
    """The replacement of each character in `spaced`, found when the character is first met."""

    def __missing__(self, code: int) -> str:
        kind = self[code] = kind_of(code)
        return kind


KINDS = Kinds()


def kind_of(code: int) -> str:
    character = chr(code)
    if character in DELETED:
        return ""
    if any(first <= code <= last for first, last in WORD_EACH):
        return EACH
    return "w" if category(character).startswith(LETTERS) else " "

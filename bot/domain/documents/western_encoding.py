"""The encoding of a text of Western Europe that announces none: the one in which its words look like words."""

import re

WINDOWS = "windows-1252"
OLD_MAC = "mac_roman"
DOS = "cp850"
LATIN_9 = "iso8859-15"
OLD_MACS_MARKS = re.compile(
    rb"[a-z](?:\xd5(?:[stdm]|re|ve|ll)\b|[\x8a\x8d-\x90\x9f\xc9\xd0\xd1])|[a-z.,!?]\xd3(?=\s|$)|\x83[a-z]"
)
"""The apostrophe of "don't", other marks and letters. On Windows, these bytes are no letters, or capitals that no word
has there.
"""
LATIN_9S_OWN = re.compile(rb"\xa4|[A-Za-z]\xbd[a-z]")
"""The euro and the ligature of "coeur". On Windows, these bytes are a mark that nobody types, and a half."""

LETTER, CAPITAL = "[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸ]", "[À-ÖØ-ÞŒŠŽŸ]"
STRANGE = re.compile(
    rf"""(?<={LETTER})(?:[‚„¡¿«‹ˆ¨¯¸] | [^\x00-\x7f\w\s’‘–—…·\xad](?={LETTER}) | ·(?=[a-km-z]))
    | (?<={LETTER})(?:[¹²³¼½¾ªº](?={LETTER}) | þ(?!{LETTER}))
    | (?<!{LETTER})(?:ð(?={LETTER}) | [ﬁﬂ](?![a-z]) | ¥(?=[A-Za-z]))
    | (?<=[a-zß-öø-ÿ]){CAPITAL} | (?<=[A-ZÀ-ÖØ-Þ]){CAPITAL}(?=[a-zß-öø-ÿ]) | [\x80-\x84\x86-\x9f]""",
    re.VERBOSE,
)
"""Marks in a word, a mark that opens behind one, a capital inside, a control: `Sch”n`, `caf‚`, `garÇon`, `DŠcher`.
Other signs inside, letters that end or begin no word: `K¹z`, `tþ`."""
FEWEST_ODD = 2
"""Oddities of a text that is taken for another encoding in which it has none; names may have one."""
FEWEST_MARKED = 5
"""Letters beyond ASCII of a text that has hardly any others."""


def likeliest(data: bytes) -> tuple[str, bool]:
    """The encoding, and whether it is in doubt."""
    first = by_own_bytes(data)
    odd = oddities(data, first)
    others = (each for each in (WINDOWS, OLD_MAC, DOS) if odd >= FEWEST_ODD and oddities(data, each) == 0)
    taken = next(others, first)
    return taken, odd > 0 or is_foreign(data.decode(taken, "replace"))


def by_own_bytes(data: bytes) -> str:
    """The encoding, by bytes that the others have in no such place."""
    old_line_ends = b"\r" in data and b"\n" not in data
    if old_line_ends or OLD_MACS_MARKS.search(data):
        return OLD_MAC
    newer = any(0x80 <= byte < 0xA0 for byte in data)
    return LATIN_9 if LATIN_9S_OWN.search(data) and not newer else WINDOWS


def oddities(data: bytes, encoding: str) -> int:
    """How often the text has something in this encoding that no language has. A byte without a letter counts too."""
    text = data.decode(encoding, "replace")
    return sum(1 for _ in STRANGE.finditer(text)) + text.count("\ufffd")


def is_foreign(text: str) -> bool:
    """True if most letters have marks: then these are another script's."""
    marked = sum(letter > "\x7f" and letter.isalpha() for letter in text)
    return marked >= FEWEST_MARKED and 2 * marked > sum(map(str.isalpha, text))

"""The encoding of a text that announces none: the one in which its letters are a language's."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.documents import strangeness, western_encoding

OF_WESTERN_EUROPE = frozenset({"cp1252", "iso8859-15", "mac-roman"})
"""These differ in few letters, which rules of our own tell apart better than the library does, also from DOS."""
OTHERS = frozenset(
    {"euc_jis_2004", "cp932", "big5hkscs", "gb18030", "cp949", "cp874"}
    | {"cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5"}
    | {"cp1250", "iso8859-2", "cp1253", "iso8859-7", "cp1254", "cp1255", "cp1256", "cp1257"}
)
ALIKE = {"cp1251": "mac_cyrillic", "iso8859-7": "mac_greek", "cp1253": "mac_greek", "cp866": "cp1125"}
"""Encodings that the library does not tell from these: they share the most frequent letters."""
LOOKED_AT = 20_000
"""Bytes that say enough."""
FEWEST_LETTERS, ENOUGH_LETTERS = 2, 20
"""Bytes beyond ASCII that say something of a language, and those that leave no doubt."""

CLEARLY = 1.5
"""How much likelier than one of Western Europe another encoding has to be to be taken."""
NEARLY = 2 / 3
"""How likely, beside the one that is taken, another has to be to leave a doubt."""

SWITCH = re.compile(rb"\x1b\$(?:[@B]|\([A-DOPQ]|\)[AC])")
"""What begins letters of two bytes in a text that is sent as a mail; a terminal has no such order."""
SENT_AS_MAIL = ("iso2022_jp_ext", "iso2022_kr", "iso2022_jp_2", "iso2022_jp_2004", "iso2022_jp_3")

IN_ASCII = {
    "utf-7": re.compile(rb"\+[A-Za-z0-9/+]{3,}+"),
    "hz": re.compile(rb"~\{(?:[!-}][!-~]){1,500}~\}"),
}
"""What stands for other letters in a text that is ASCII all the same."""
FEWEST_IN_ASCII, LONGEST_BY_CHANCE = 2, 40
"""Pieces that say it, and the bytes of one that says it alone."""

FAR = re.compile(strangeness.FAR_LETTER)
NEAR_LETTER = "[A-Za-zÀ-ÖØ-öø-ÿ]"
MIXED = re.compile(f"{NEAR_LETTER}{strangeness.FAR_LETTER}|{strangeness.FAR_LETTER}{NEAR_LETTER}")
UNTYPED = re.compile("[\x80-\x84\x86-\x9f\u2500-\u259f]")
"""Controls, and what terminals drew boxes with."""


@dataclass(frozen=True, slots=True)
class Guess:
    encoding: str
    is_doubtful: bool = False
    """True if another encoding is nearly as likely, in which the text reads otherwise."""


def guess(data: bytes) -> Guess:
    hidden = hidden_in_ascii(data)
    if hidden is not None:
        return Guess(hidden, is_doubtful=True)
    letters = sum(byte >= 0x80 for byte in data[:LOOKED_AT])
    readings = list(possible(data)) if letters >= FEWEST_LETTERS else []
    western = max((likely for encoding, likely in readings if encoding in OF_WESTERN_EUROPE), default=0.0)
    likeliest, *others = [each for each in readings if each[0] in OTHERS] or [("", -1.0)]
    if likeliest[1] < CLEARLY * western or not likeliest[0]:
        taken, unsure = western_encoding.likeliest(data)
        rivals = [likeliest[0]] if likeliest[1] >= western else []
    else:
        taken, unsure = likeliest[0], letters < ENOUGH_LETTERS
        rivals = [other for other, likely in others if likely >= NEARLY * likeliest[1]]
    if is_misread(data, taken):
        other = ALIKE.get(taken, taken)
        return Guess(taken if is_misread(data, other) else other, is_doubtful=True)
    is_mail = SWITCH.search(data) is not None  # of none that we know
    return Guess(taken, unsure or is_mail or differs(data, taken, rivals))


def is_misread(data: bytes, encoding: str) -> bool:
    return strangeness.is_misread(data[:LOOKED_AT].decode(encoding, "replace"))


def hidden_in_ascii(data: bytes) -> str | None:
    """The encoding of a text in ASCII that stands for other letters; None if it is what it looks like."""
    return next((encoding for encoding in IN_ASCII if data.isascii() and is_hidden_in(data, encoding)), None)


def is_hidden_in(data: bytes, encoding: str) -> bool:
    pieces = IN_ASCII[encoding].findall(data)
    if len(pieces) < FEWEST_IN_ASCII and max(map(len, pieces), default=0) < LONGEST_BY_CHANCE:
        return False
    try:
        text = data.decode(encoding)
    except UnicodeError:
        return False
    return all(unicodedata.category(letter)[0] in "LMNPSZ" for letter in text if letter > "\x7f")


def differs(data: bytes, taken: str, rivals: list[str]) -> bool:
    """True if the text reads otherwise in one of these encodings."""
    text = data.decode(taken, "replace")
    return any(data.decode(rival) != text for rival in rivals)


def possible(data: bytes) -> Iterator[tuple[str, float]]:
    """The encodings that the data may be in, the likeliest first, each with its likelihood."""
    import chardet  # noqa: PLC0415 - it takes 25 MB, which only the process that guesses has to have

    found = chardet.detect_all(
        data,
        ignore_threshold=True,
        max_bytes=LOOKED_AT,
        compat_names=False,
        include_encodings=OF_WESTERN_EUROPE | OTHERS,
    )
    for each in found:
        encoding, likely = each["encoding"], each["confidence"]
        if encoding in OF_WESTERN_EUROPE or (encoding in OTHERS and is_language(data, encoding)):
            yield encoding, likely


def is_language(data: bytes, encoding: str) -> bool:
    """True if the text has nothing that nobody types, and hardly a word with letters of two scripts."""
    try:
        text = data.decode(encoding)
    except UnicodeError:
        return False
    return UNTYPED.search(text) is None and 4 * len(MIXED.findall(text)) <= len(FAR.findall(text))

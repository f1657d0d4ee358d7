"""A story that comes as a file: the kinds we take, and the text of those that are plain text."""

import codecs
import re
from pathlib import PurePath
from unicodedata import category
from unicodedata import name as name_of

from bot.domain.documents import old_encoding, western_encoding
from bot.domain.documents.old_encoding import Guess
from bot.domain.problem import (
    FileEncrypted,
    FileKindUnknown,
    FileMislabelled,
    FileTooLarge,
    FileUnreadable,
    Problem,
    RefusedError,
)

MARKDOWN = ".md"
PLAIN = (".txt", MARKDOWN)
TABLE = ".csv"
"""A list, which is no story."""
PAGES = (".html", ".htm")
KINDS = (*PLAIN, *PAGES, ".docx", ".odt", ".rtf")

LARGEST = 512 * 1024
"""Bytes of text."""
LARGEST_DOCUMENT = 4 * 1024 * 1024
"""Bytes of a document, most of which are pictures and fonts."""

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
"""The box for Word's old documents, and for every document with a password."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
RTF = b"{\\rtf"

SIGNATURES = {
    b"%PDF-": "a PDF",
    ZIP: "an archive or a document",
    OLE: "an old Word document",
    RTF: "a rich text document",
    b"\x89PNG": "a picture",
    b"GIF8": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "an archive",
}
"""The first bytes of documents, pictures and archives, whatever their names say."""

OWN_SIGNATURES = {".docx": ZIP, ".odt": ZIP, ".rtf": RTF}

DECLARED = re.compile(rb"<meta\b[^<>]*?\bcharset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
DECLARED_WITHIN = 1024
"""Bytes at a page's top in which browsers look for its encoding."""
TAKEN_FOR = {
    "ascii": western_encoding.WINDOWS,
    "iso8859-1": western_encoding.WINDOWS,
    "iso8859-9": "windows-1254",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "euc_kr": "cp949",
}
"""Encodings that programs declare when they write a larger one; browsers read the larger one, too."""
TAGGED = rb"<p class='a'>+\u0041</p>"
"""A piece of a page that reads alike in every encoding a page can have."""

LETTERS = ("Lu", "Ll", "Lt", "Lo")
NOT_ASSIGNED = ("Cn", "Co", "Cs")
"""Unicode's categories of characters that no text has."""
EAST_ASIAN = ("HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "FULLWIDTH", "HALFWIDTH")

ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]{0,99}[ -/]{0,9}[@-~]|\][^\x07\x1b\n]{0,999}(?:\x07|\x1b\\)|[()][0-9A-Za-z]|[78=>])"
)
"""What a terminal takes for an order: colours, titles, addresses of links."""
UNPRINTED = {code: None for code in (*range(32), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\x85"} | dict.fromkeys(
    b"\v\f\r", "\n"
)
"""Characters that show nothing, but for those that end a line or a page."""

CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1a\x1b")
"""Characters that no writer types; those that old editors and terminals leave behind are let through."""


def kind(name: str) -> str:
    """The end of a file's name, in small letters."""
    return PurePath(name.lower()).suffix


def is_plain(name: str) -> bool:
    return kind(name) in (*PLAIN, TABLE)


def is_guessed(name: str) -> bool:
    """True if such files do not have to say what encoding they are in."""
    return is_plain(name) or kind(name) in PAGES


def largest(name: str) -> int:
    return LARGEST_DOCUMENT if kind(name) in OWN_SIGNATURES else LARGEST


def check(name: str, size: int) -> None:
    """Refuse a file for its name or size, before it is downloaded."""
    problems: list[Problem] = []
    if kind(name) not in KINDS:
        problems.append(FileKindUnknown(name))
    if size > largest(name):
        problems.append(FileTooLarge(name, size, largest(name)))
    if problems:
        raise RefusedError(*problems)


def recognise(name: str, data: bytes) -> None:
    """Refuse a file whose first bytes belong to another kind than its name does. Editors may leave a mark of order or
    blank lines before them.
    """
    own = OWN_SIGNATURES.get(kind(name))
    begins = data.removeprefix(codecs.BOM_UTF8).lstrip()
    if not data or (own is not None and begins.startswith(own)):
        return
    if own == ZIP and begins.startswith(OLE) and ENCRYPTED in data:
        raise RefusedError(FileEncrypted(name))
    looks = next((looks for signature, looks in SIGNATURES.items() if begins.startswith(signature)), None)
    if looks is not None:
        raise RefusedError(FileMislabelled(name, looks))
    if own is not None:
        raise RefusedError(FileUnreadable(name))


COMMENT = re.compile(r"<!--(?:[^-<]|-(?!->)|<(?!!--))*+-->")
"""What a text with marks does not show where it is laid out."""


def decode(name: str, data: bytes) -> str:
    """The text of a plain file, with line feeds only."""
    recognise(name, data)
    try:
        text = data.decode(encoding_of(name, data).encoding)
    except UnicodeDecodeError:
        raise RefusedError(FileUnreadable(name)) from None
    if not is_text(text):
        raise RefusedError(FileUnreadable(name))
    if kind(name) == MARKDOWN:
        text = COMMENT.sub("", text)
    return ESCAPES.sub("", text.replace("\r\n", "\n")).translate(UNPRINTED)


def encoding_of(name: str, data: bytes) -> Guess:
    """The encoding that the file announces, or else one that fits."""
    said = certain_encoding(name, data)
    return old_encoding.guess(data) if said is None else Guess(said)


def certain_encoding(name: str, data: bytes) -> str | None:
    """The encoding that the file announces, or that no other text could be in; None if it has to be guessed."""
    if (wide := wide_encoding(data)) is not None:
        return wide
    if old_encoding.SWITCH.search(data):
        return next((each for each in old_encoding.SENT_AS_MAIL if fits(data, each)), None)
    if old_encoding.hidden_in_ascii(data) is not None:
        return None
    if fits(data, "utf-8-sig"):
        return "utf-8-sig"  # whatever the page declares: no other text looks like UTF-8 by chance
    said = declared(data) if kind(name) in PAGES else None
    return said if said is not None and fits(data, said) else None


def doubtful_encoding(name: str, data: bytes) -> str | None:
    """The encoding that the file's text was taken for, if it may be in another."""
    taken = encoding_of(name, data) if is_guessed(name) else None
    return taken.encoding if taken is not None and taken.is_doubtful else None


def declared(page: bytes) -> str | None:
    """The encoding that a page declares, if its tags can be read in it."""
    found = DECLARED.search(page, 0, DECLARED_WITHIN)
    name = found[1].decode("ascii", "replace") if found else ""
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    encoding = TAKEN_FOR.get(known, known)
    return encoding if fits(TAGGED, encoding) and TAGGED.decode(encoding) == TAGGED.decode() else None


def fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def wide_encoding(data: bytes) -> str | None:
    """The encoding of a text whose letters have two bytes each, or four; None if it can be anything else."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)) and fits(data, "utf-32"):
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if mostly_zero(data[1::2]):
        return "utf-16-le"
    return "utf-16-be" if mostly_zero(data[::2]) else in_halves(data)


def mostly_zero(half: bytes) -> bool:
    """True if most bytes of this half are zero, as in Latin letters in UTF-16."""
    return half.count(0) * 2 > len(half)


def in_halves(data: bytes) -> str | None:
    """The byte order of a UTF-16 text in letters that are not Latin; None if it can be anything else. A text in single
    bytes has no zeros, and one with stray zeros has hardly another control character.
    """
    begins = data[: old_encoding.LOOKED_AT]
    if b"\0" not in data or is_text(begins.replace(b"\0", b"").decode(western_encoding.WINDOWS, "replace")):
        return None
    orders = ("utf-16-le", "utf-16-be")
    return next((order for order in orders if fits(data, order) and is_prose(begins.decode(order, "ignore"))), None)


def is_prose(text: str) -> bool:
    """True if the text is words of one script, perhaps with Latin ones. In the wrong byte order, it would have no
    blanks.
    """
    characters = set(text)
    scripts = {script(letter) for letter in characters if category(letter) in LETTERS} - {"LATIN"}
    assigned = all(category(each) not in NOT_ASSIGNED for each in characters)
    return is_text(text) and assigned and not characters.isdisjoint(" \n") and len(scripts) == 1


def script(letter: str) -> str:
    """The script of a letter, which is the first word of its name; the scripts of East Asia count as one."""
    first = name_of(letter, "nameless").split(maxsplit=1)[0]
    return "CJK" if first in EAST_ASIAN else first


def is_text(text: str) -> bool:
    """True if the text has no zeros and hardly a control character."""
    return "\0" not in text and sum(text.count(control) for control in CONTROLS) * 200 <= len(text)

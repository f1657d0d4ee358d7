"""A story that comes as a file."""

from bot.domain.problem import FileKindUnknown, FileTooLarge, FileUnreadable, Problem, RefusedError

LARGEST = 512 * 1024
"""Bytes."""

KINDS = (".txt", ".md")

SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
)
"""How documents, pictures and archives begin, whatever they are called."""

CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1a\x1b")
"""Characters that no writer types; what old editors and terminals leave behind is let through."""


def check(name: str, size: int) -> None:
    """Refuse a file by what is known of it before it is downloaded."""
    problems: list[Problem] = []
    if not name.lower().endswith(KINDS):
        problems.append(FileKindUnknown(name))
    if size > LARGEST:
        problems.append(FileTooLarge(name, size, LARGEST))
    if problems:
        raise RefusedError(*problems)


def decode(name: str, data: bytes) -> str:
    """The file's text, its lines ended by line feeds alone."""
    if data.startswith(SIGNATURES):
        raise RefusedError(FileUnreadable(name))
    try:
        text = data.decode(encoding_of(data))
    except UnicodeDecodeError:
        raise RefusedError(FileUnreadable(name)) from None
    if not is_text(text):
        raise RefusedError(FileUnreadable(name))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def encoding_of(data: bytes) -> str:
    """The encoding that the first bytes announce, or else the one that fits."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if mostly_zero(data[1::2]):
        return "utf-16-le"
    if mostly_zero(data[::2]):
        return "utf-16-be"
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8-sig"


def mostly_zero(half: bytes) -> bool:
    """Whether every other byte looks like the upper half of Latin letters in UTF-16."""
    return half.count(0) * 2 > len(half)


def is_text(text: str) -> bool:
    """No zeros, and hardly a control character."""
    return "\0" not in text and sum(text.count(control) for control in CONTROLS) * 200 <= len(text)

"""A document that is a zip archive: opened with care, and made anew with nothing in it but its text."""

import io
import re
import zlib
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml import DefusedXmlException, ElementTree

from bot.domain.problem import FileEncrypted, FileUnpacksTooLarge, FileUnreadable, RefusedError

MOST_UNPACKED = 32 * 1024 * 1024
"""Bytes that an archive may hold by its own account, beyond which it is not read."""
MOST_PARTS = 2_000

ENCRYPTED = 0x1
"""The bit of a part's flags that says that it has a password."""

MIMETYPE = "mimetype"
KEPT = (".xml", ".rels", MIMETYPE)
"""Parts that hold text; macros, pictures and what else is embedded never get to a library."""

Parts = dict[str, bytes]


def opened(name: str, data: bytes) -> Parts:
    """The parts that hold text. What is in them is not looked at yet: it may be encrypted."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return unpacked(name, archive)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError):
        raise RefusedError(FileUnreadable(name)) from None


def inspected(name: str, parts: Parts, read: re.Pattern[str]) -> Parts:
    """The parts that are read, each of them XML that declares no entities and refers to nothing outside."""
    chosen = {part: content for part, content in parts.items() if read.fullmatch(part)}
    for part, content in chosen.items():
        if part != MIMETYPE:
            inspect(name, content)
    return chosen


def unpacked(name: str, archive: ZipFile) -> Parts:
    directory = archive.infolist()
    if len(directory) > MOST_PARTS or sum(part.file_size for part in directory) > MOST_UNPACKED:
        raise RefusedError(FileUnpacksTooLarge(name, MOST_UNPACKED))
    if any(part.flag_bits & ENCRYPTED for part in directory):
        raise RefusedError(FileEncrypted(name))
    return {
        part.filename: content_of(archive, part)
        for part in directory
        if part.filename.endswith(KEPT) and part.file_size
    }


def content_of(archive: ZipFile, part: ZipInfo) -> bytes:
    """A part: as much of it as the directory speaks of, however much it would unpack to."""
    with archive.open(part) as stream:
        return stream.read(part.file_size)


def inspect(name: str, content: bytes) -> None:
    try:
        ElementTree.fromstring(content)
    except (ElementTree.ParseError, DefusedXmlException):
        raise RefusedError(FileUnreadable(name)) from None


def packed(parts: Parts) -> io.BytesIO:
    """The parts as an archive again, for a library that takes one."""
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    made.seek(0)
    return made

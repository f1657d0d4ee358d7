"""A document that is a zip archive: opened with care, and read as the XML that holds its text."""

import io
import re
import zlib
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml import DefusedXmlException, ElementTree

from bot.domain.problem import FileEncrypted, FileUnpacksTooLarge, FileUnreadable, RefusedError

MOST_UNPACKED = 32 * 1024 * 1024
"""Bytes that an archive may unpack to by its own account; a larger one is not read."""
MOST_PARTS = 2_000

ENCRYPTED = 0x1
"""The bit among a part's flags for a password."""

KEPT = (".xml", ".xml.rels")
"""The ends of the name of a part that may hold text; macros, pictures and the like are not even unpacked."""

Parts = dict[str, bytes]


def opened(name: str, data: bytes) -> Parts:
    """The parts that may hold text. They are not parsed yet, for they may be encrypted."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return unpacked(name, archive)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError):
        raise RefusedError(FileUnreadable(name)) from None


def trees(name: str, parts: Parts, read: re.Pattern[str]) -> dict[str, Element]:
    """The parts to be read, as XML that declares no entities and refers to nothing outside."""
    return {part: tree(name, content) for part, content in parts.items() if read.fullmatch(part)}


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
    """A part, but never more of it than the directory states."""
    with archive.open(part) as stream:
        return stream.read(part.file_size)


def tree(name: str, content: bytes) -> Element:
    try:
        return ElementTree.fromstring(content)
    except (ElementTree.ParseError, DefusedXmlException, LookupError, ValueError):
        raise RefusedError(FileUnreadable(name)) from None

"""A document's text, whatever its kind, with its emphasis in Discord's marks.

The libraries that read documents are large, and somebody may make a document slow on purpose. So a process of its own
calls this: see `bot.intake.delegating`.
"""

import re
from collections.abc import Callable

from bot.domain.documents import (
    file,
    flow,
    furniture,
    open_document_reader,
    pasted,
    rich_text_reader,
    web_page_reader,
    word_document_reader,
    zip_archive,
)
from bot.domain.problem import (
    FileEncrypted,
    FileMislabelled,
    FileTooLarge,
    FileUnpacksTooLarge,
    FileUnreadable,
    RefusedError,
)

MANIFEST = "META-INF/manifest.xml"
ENCRYPTED = b"encryption-data"
"""The mark in an OpenDocument's manifest for a part that has a password."""

LAID_OUT = re.compile(r"<(?:p|br|div|pre|ul|ol|dl|table)\b", re.IGNORECASE)
"""Elements that make lines in a page. A source without them is a journal's entry or plain text."""


def read(name: str, data: bytes) -> str:
    """The text, with paragraphs apart. Raises RefusedError, and any error of a library that meets something strange."""
    file.recognise(name, data)
    try:
        text = READERS[file.kind(name)](name, data)
    except flow.TooLongError:
        raise RefusedError(FileUnpacksTooLarge(name, flow.MOST_LETTERS)) from None
    size = len(text.encode())
    if size > file.LARGEST:
        raise RefusedError(FileTooLarge(name, size, file.LARGEST))
    return text


def html(name: str, data: bytes) -> str:
    source = file.decode(name, data)
    return web_page_reader.read(source if LAID_OUT.search(source) else pasted.with_breaks(source))


def docx(name: str, data: bytes) -> str:
    parts = zip_archive.opened(name, data)
    if not word_document_reader.has_story(parts):
        raise wrong(name, parts)
    trees = zip_archive.trees(name, parts, word_document_reader.READ)
    if word_document_reader.is_assembled(trees):
        raise RefusedError(FileUnreadable(name))
    return with_notes(word_document_reader.read(trees))


def odt(name: str, data: bytes) -> str:
    parts = zip_archive.opened(name, data)
    if ENCRYPTED in parts.get(MANIFEST, b""):
        raise RefusedError(FileEncrypted(name))
    if open_document_reader.CONTENT not in parts:
        raise wrong(name, parts)
    return with_notes(open_document_reader.read(zip_archive.trees(name, parts, open_document_reader.READ)))


def with_notes(read: flow.Flow) -> str:
    """The text, and under it what its footnotes say: they are none of it."""
    return furniture.below(flow.joined(read.paragraphs()), read.notes())


def rtf(name: str, data: bytes) -> str:
    return rich_text_reader.read(name, data)


def wrong(name: str, parts: zip_archive.Parts) -> RefusedError:
    """The refusal of an archive without the part that its name promises; it says what the archive is."""
    if word_document_reader.has_story(parts):
        return RefusedError(FileMislabelled(name, "a Word document (.docx)"))
    if open_document_reader.CONTENT in parts:
        return RefusedError(FileMislabelled(name, "an OpenDocument text (.odt)"))
    return RefusedError(FileMislabelled(name, "an archive"))


READERS: dict[str, Callable[[str, bytes], str]] = {
    **dict.fromkeys((*file.PLAIN, file.TABLE), file.decode),
    ".html": html,
    ".htm": html,
    ".docx": docx,
    ".odt": odt,
    ".rtf": rtf,
}

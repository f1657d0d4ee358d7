from dataclasses import dataclass

from bot.domain.problem.problem import Problem


@dataclass(frozen=True, slots=True)
class FileProblem(Problem):
    """A problem with a file, or with the time that it takes to read."""


@dataclass(frozen=True, slots=True)
class FileTooLarge(FileProblem):
    """`size` and `most` are bytes."""

    name: str
    size: int
    most: int


@dataclass(frozen=True, slots=True)
class FileKindUnknown(FileProblem):
    name: str


@dataclass(frozen=True, slots=True)
class FileNotFetched(FileProblem):
    """Discord has the file but did not hand it over."""

    name: str


@dataclass(frozen=True, slots=True)
class FileUnreadable(FileProblem):
    """We cannot read the bytes: they are damaged, or no text at all."""

    name: str


@dataclass(frozen=True, slots=True)
class FileMislabelled(FileProblem):
    """The file's name promises another kind; `looks` names the real one, as in "a PDF"."""

    name: str
    looks: str


@dataclass(frozen=True, slots=True)
class FileEncrypted(FileProblem):
    """The file opens only with a password."""

    name: str


@dataclass(frozen=True, slots=True)
class FileUnpacksTooLarge(FileProblem):
    """The document unpacks to more than `most` bytes."""

    name: str
    most: int


@dataclass(frozen=True, slots=True)
class TooSlow(FileProblem):
    """The reading took longer than a file may take; `name` is empty for a long text."""

    name: str


@dataclass(frozen=True, slots=True)
class FileEmpty(FileProblem):
    name: str


@dataclass(frozen=True, slots=True)
class ImageUnusable(FileProblem):
    """The file is no picture that Discord shows, or is larger than `most` bytes."""

    name: str
    most: int

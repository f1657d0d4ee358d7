"""A picture that goes with a prompt."""

from dataclasses import dataclass

from bot.domain.problem import ImageUnusable, RefusedError

LARGEST = 8 * 1024 * 1024
"""Bytes of the largest picture."""

KINDS = {"image/png": ".png", "image/jpeg": ".jpg .jpeg", "image/gif": ".gif", "image/webp": ".webp"}
ENDINGS = tuple(" ".join(KINDS.values()).split())

STARTS = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg", b"GIF8": ".gif", b"RIFF": ".webp"}
"""The first bytes of each kind of file."""


@dataclass(frozen=True, slots=True)
class Image:
    name: str
    data: bytes


def check(name: str, kind: str | None, size: int) -> None:
    """Refuse a picture for its name, kind or size, before it is downloaded; `kind` is its media type, if known."""
    known = name.lower().endswith(ENDINGS) if kind is None else kind.partition(";")[0].strip() in KINDS
    if not known or size > LARGEST:
        raise RefusedError(ImageUnusable(name, LARGEST))


def plain_name(name: str, data: bytes) -> str:
    """A name that fits the bytes, whatever their file was called. Raises RefusedError if they are no picture."""
    for start, ending in STARTS.items():
        if data.startswith(start) and (ending != ".webp" or data[8:12] == b"WEBP"):
            return f"prompt{ending}"
    raise RefusedError(ImageUnusable(name, LARGEST))

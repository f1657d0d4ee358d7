"""A picture that goes with a prompt."""

from dataclasses import dataclass

from bot.domain.problem import ImageUnusable, RefusedError

LARGEST = 8 * 1024 * 1024
"""Bytes."""

KINDS = {"image/png": ".png", "image/jpeg": ".jpg .jpeg", "image/gif": ".gif", "image/webp": ".webp"}
ENDINGS = tuple(" ".join(KINDS.values()).split())

STARTS = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg", b"GIF8": ".gif", b"RIFF": ".webp"}
"""How the files of each kind begin."""


@dataclass(frozen=True, slots=True)
class Image:
    name: str
    data: bytes


def check(name: str, kind: str | None, size: int) -> None:
    """Refuse a picture by what is known of it before it is downloaded; `kind` is its media type, if anybody said."""
    known = name.lower().endswith(ENDINGS) if kind is None else kind.partition(";")[0].strip() in KINDS
    if not known or size > LARGEST:
        raise RefusedError(ImageUnusable(name, LARGEST))


def plain_name(name: str, data: bytes) -> str:
    """A name that says what the bytes are, whatever their file was called; refused when they are no picture."""
    for start, ending in STARTS.items():
        if data.startswith(start) and (ending != ".webp" or data[8:12] == b"WEBP"):
            return f"prompt{ending}"
    raise RefusedError(ImageUnusable(name, LARGEST))

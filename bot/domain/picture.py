"""A picture that goes with a prompt."""

from bot.domain.problem import ImageUnusable, RefusedError

LARGEST = 8 * 1024 * 1024
"""Bytes."""

KINDS = {"image/png": ".png", "image/jpeg": ".jpg .jpeg", "image/gif": ".gif", "image/webp": ".webp"}
ENDINGS = tuple(" ".join(KINDS.values()).split())


def check(name: str, kind: str | None, size: int) -> None:
    """Refuse a picture by what is known of it before it is downloaded; `kind` is its media type, if anybody said."""
    known = name.lower().endswith(ENDINGS) if kind is None else kind.partition(";")[0].strip() in KINDS
    if not known or size > LARGEST:
        raise RefusedError(ImageUnusable(name, LARGEST))


def check_data(name: str, data: bytes) -> None:
    """Refuse what is no picture, whatever it is called."""
    starts = data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a"))
    if not starts and not (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        raise RefusedError(ImageUnusable(name, LARGEST))

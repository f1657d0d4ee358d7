"""Lists that are too long for one file, in several."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def in_parts(items: Sequence[Item], written: Callable[[Sequence[Item]], bytes], most: int) -> list[bytes]:
    """All items, in files of at most so many bytes. An item that has more is a file by itself."""
    whole = written(items)
    if len(whole) <= most or len(items) < 2:
        return [whole]
    half = len(items) // 2
    return [*in_parts(items[:half], written, most), *in_parts(items[half:], written, most)]

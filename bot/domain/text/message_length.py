"""The length of a text for Discord, and the part of it that fits."""

from collections.abc import Callable, Iterable, Sequence


def cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def units(text: str) -> int:
    """The length by Discord's strictest count, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def as_many(lines: Iterable[str], most: int) -> str:
    """The first lines that fit into so many units together; those after them are not even made."""
    kept: list[str] = []
    room = most - units("\n…")
    for line in lines:
        room -= units(line) + bool(kept)
        if room < 0:
            return "\n".join([*kept, "…"])
        kept.append(line)
    return "\n".join(kept)


def fitting(lines_of: Callable[[int], list[str]], lengths: Sequence[int], most: int) -> str:
    """Lines with values as long as there is room for all: `lines_of` makes them with values of one of the lengths. If
    even the shortest are too long, the first lines that fit.
    """
    lines: list[str] = []
    for length in lengths:
        lines = lines_of(length)
        if units("\n".join(lines)) <= most:
            break
    return as_many(lines, most)

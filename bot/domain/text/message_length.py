"""The length of a text for Discord, and the part of it that fits."""


def cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def units(text: str) -> int:
    """The length by Discord's strictest count, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def as_many(lines: list[str], most: int) -> str:
    """The first lines that fit into so many units together."""
    kept: list[str] = []
    for line in lines:
        if units("\n".join([*kept, line])) > most - 2:
            return "\n".join([*kept, "…"])
        kept.append(line)
    return "\n".join(kept)

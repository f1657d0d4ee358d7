"""Files below an answer, and their names where there are several."""

import io
from collections.abc import Iterable

import discord


def below(
    view: discord.ui.LayoutView, files: Iterable[tuple[str, bytes]]
) -> tuple[discord.ui.LayoutView, list[discord.File]]:
    """The answer with files of these names, and the files."""
    named = [discord.File(io.BytesIO(data), name) for name, data in files]
    for file in named:
        view.add_item(discord.ui.File(f"attachment://{file.filename}"))
    return view, named


def numbered(name: str, written: list[bytes]) -> list[tuple[str, bytes]]:
    """Each with a name of its own: log.csv, or log-1.csv and log-2.csv."""
    stem, dot, ending = name.rpartition(".")
    several = len(written) > 1
    return [(f"{stem}-{number}{dot}{ending}" if several else name, data) for number, data in enumerate(written, 1)]

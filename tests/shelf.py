"""Sets that ship with the bot, in a test's own words."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.domain.prompts import shipped
from bot.domain.prompts.source import Source
from bot.services import drawing_prompts
from bot.storage.database import Database

SHIPPED = ("A door that was never there", "The last train, empty", "Salt")


@contextmanager
def with_sets(folder: Path, **sets: tuple[str, ...]) -> Generator[None]:
    """The bot ships these sets and no others."""
    for name, prompts in sets.items():
        folder.mkdir(exist_ok=True)
        text = "\n".join([f"# {name.capitalize()}", "# Ours, for trying.", "", *prompts])
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patches:
        patches.setattr(shipped, "_SETS", folder)
        shipped.sets.cache_clear()
        yield
    shipped.sets.cache_clear()


async def how_many_left(db: Database, guild_id: int, source: Source) -> int:
    """How many unused prompts there are to draw from."""
    own, ships = await db.read(drawing_prompts.stock, guild_id, source)
    return own + len(ships)

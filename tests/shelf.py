"""Sets that ship with the bot, in a test's own words."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.domain.prompts import shipped

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

"""The sets of prompts that ship with the bot: a text file each, with its name, what it is, and a prompt a line."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import bot
from bot.domain.prompts import prompt

_SETS = Path(bot.__file__).parent.parent / "data" / "prompts"
_HEADING = "# "


@dataclass(frozen=True, slots=True)
class ShippedSet:
    name: str
    about: str
    prompts: tuple[str, ...]


@cache
def sets() -> tuple[ShippedSet, ...]:
    return tuple(read(path.read_text("utf-8")) for path in sorted(_SETS.glob("*.txt")))


def read(text: str) -> ShippedSet:
    name, about, *prompts = [line.strip() for line in text.splitlines() if line.strip()]
    return ShippedSet(name.removeprefix(_HEADING), about.removeprefix(_HEADING), tuple(prompts))


def named(name: str) -> ShippedSet | None:
    found = prompt.same_name(name, (each.name for each in sets()))
    return next((each for each in sets() if each.name == found), None)


def all_prompts(names: Iterable[str] | None = None) -> list[tuple[str, str]]:
    """The prompts of these sets, or of all, each with the name of its set."""
    wanted = None if names is None else set(names)
    return [(each.name, text) for each in sets() if wanted is None or each.name in wanted for text in each.prompts]

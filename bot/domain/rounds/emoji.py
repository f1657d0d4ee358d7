"""Emoji as people type them in a row: those of Unicode, and a guild's own as Discord spells them."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from bot.domain.rounds.reaction import VARIATION

CUSTOM = r"<a?:\w{2,32}:\d{15,20}>"
NAME = r"[\w+-]{1,80}"
"""The name between an emoji's colons, when somebody types it into a box."""

PART = re.compile(rf"({CUSTOM})|:({NAME}):|((?:(?!{CUSTOM}|:{NAME}:)[^\s,;])+)")


def read(text: str, by_name: Mapping[str, str]) -> tuple[str, ...] | None:
    """The emoji of a text, each once, in order; None if the text has anything else. `by_name` has the guild's emoji."""
    found: list[str | None] = []
    for part in PART.finditer(text):
        spelled, name, others = part.groups()
        found += pictures(others) if others else [by_name.get(name) or of_everybody(name) if name else spelled]
    known = [each for each in found if each is not None]
    return tuple(dict.fromkeys(known)) if len(known) == len(found) else None


def pictures(text: str) -> list[str | None]:
    """The emoji of Unicode in a text, and None for everything else in it."""
    from emoji import analyze  # noqa: PLC0415 - its list is heavy, and only needed when somebody settles emoji

    return [in_colour().get(token.chars.replace(VARIATION, "")) for token in analyze(text, non_emoji=True)]


def of_everybody(name: str) -> str | None:
    """The emoji of Unicode with this name, as in `:heart:`."""
    from emoji import emojize  # noqa: PLC0415 - likewise

    return in_colour().get(emojize(f":{name}:", language="alias").replace(VARIATION, ""))


@cache
def in_colour() -> dict[str, str]:
    """Unicode's emoji as Discord spells them, by their spelling without the U+FE0F that many keyboards leave out."""
    from emoji import EMOJI_DATA  # noqa: PLC0415 - likewise

    return {each.replace(VARIATION, ""): each for each in sorted(EMOJI_DATA, key=len)}


def has_custom(text: str) -> bool:
    """True if the text may have a custom emoji."""
    return any(part[1] or part[2] for part in PART.finditer(text))


def strangers(emoji: Iterable[str], own: Iterable[str]) -> tuple[str, ...]:
    """The custom emoji that a guild does not have."""
    ours = {None, *map(custom_id, own)}
    return tuple(each for each in emoji if custom_id(each) not in ours)


def custom_id(emoji: str) -> int | None:
    """The id of a custom emoji; None for one that everybody has."""
    return int(emoji.strip("<>").rpartition(":")[2]) if emoji.startswith("<") else None

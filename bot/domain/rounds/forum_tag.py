"""A tag of a forum's posts, by which readers find a challenge, a rating or a fandom."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from bot.domain.text import escaping, limits

LEFT_FREE = 5
"""Of a forum's tags, those that fandoms leave to challenges and ratings, since there may be any number of fandoms."""

BETWEEN_FANDOMS = re.compile(r"[,;/|\n]|\s[x×+]\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Labels:
    """What the tags of a post should say."""

    firstly: tuple[str, ...] = ()
    """Its challenge and its rating."""
    fandoms: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The tags, the most telling first: each once, as many as a post may have."""
        named = [name for each in (*self.firstly, *self.fandoms) if (name := written(each))]
        by_key = {name.casefold(): name for name in reversed(named)}
        return tuple(by_key[key] for key in dict.fromkeys(name.casefold() for name in named))[: limits.TAGS_OF_POST]

    def missing(self, known: Collection[str]) -> list[str]:
        """The tags to be made in a forum that has others: as many as there is room for."""
        found: list[str] = []
        had, fandoms = {name.casefold() for name in known}, {written(each) for each in self.fandoms}
        for name in self.names:
            room = limits.TAGS_OF_FORUM - len(known) - len(found) - (LEFT_FREE if name in fandoms else 0)
            if name.casefold() not in had and room > 0:
                found.append(name)
        return found


def written(name: str) -> str:
    return escaping.plain(name, limits.TAG)


def fandoms(value: str) -> tuple[str, ...]:
    """The fandoms that a header names: of a crossover, each."""
    return tuple(each.strip() for each in BETWEEN_FANDOMS.split(value) if each.strip())

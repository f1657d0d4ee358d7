"""Whether work grows in proportion to its text, or is done in a moment: a slow machine fails nothing."""

import cProfile
import functools
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from tests import yardstick

UNNOTICED = 0.125
"""Seconds of the processor's; work that takes less needs no second look."""
MUCH = 10
"""How many times as long four times the text may take; work that grows with the square takes 16 times as long."""
LOOKS = 3
"""A busy machine slows the processor down for moments; what grows too fast seems to at each look."""


def is_in_proportion(work: Callable[[str], object], text: str, *, within: float) -> bool:
    """`within`: seconds of the processor's at the yardstick's pace, for work that is slow in proportion too."""
    return any(seems_in_proportion(work, text, within) for _ in range(LOOKS))


def seems_in_proportion(work: Callable[[str], object], text: str, within: float) -> bool:
    whole = seconds(work, text)
    if whole < UNNOTICED:
        return True
    eighth = len(text) // 8
    quarter = seconds(work, text[:eighth] + text[-eighth:])
    return whole < MUCH * quarter and is_within(whole, within)


def is_done_within(limit: float, work: Callable[..., object], *about: object) -> bool:
    """`limit`: seconds of the processor's at the yardstick's pace. One look within it is enough: some are disturbed."""
    return any(is_within(seconds(work, *about), limit) for _ in range(LOOKS))


def is_within(took: float, limit: float) -> bool:
    return took < limit or took < limit * yardstick.pace()


def seconds(work: Callable[..., object], *about: object) -> float:
    forget()  # or it would find what another look left
    began = time.process_time()
    work(*about)
    return time.process_time() - began


def calls(work: Callable[[str], object], text: str) -> int:
    """Calls of functions, which are as many on every machine."""
    work("")  # imports all that it needs
    forget()
    profile = cProfile.Profile(builtins=False)
    profile.runcall(work, text)
    return sum(each.callcount for each in profile.getstats())


def forget() -> None:
    for remembered in memories():
        remembered.cache_clear()


def memories() -> Sequence[Any]:
    """What the bot remembers of texts; tables that it makes once are none."""
    return memories_of(tuple(name for name in sys.modules if name.startswith("bot.")))


@functools.lru_cache(maxsize=1)  # to look through all that the bot holds takes as long as many a piece of work
def memories_of(modules: Sequence[str]) -> Sequence[Any]:
    values = (value for name in modules for value in vars(sys.modules[name]).values())
    cached = [value for value in values if hasattr(value, "cache_parameters")]
    return [value for value in cached if value.cache_parameters()["maxsize"] is not None]

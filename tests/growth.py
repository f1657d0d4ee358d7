"""Whether work grows in proportion to its text, or is done in a moment: a slow machine fails nothing."""

import cProfile
import sys
import time
from collections.abc import Callable, Iterator
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
    return whole < MUCH * quarter and (whole < within or whole < within * yardstick.pace())


def is_done_within(limit: float, work: Callable[..., object], *about: object) -> bool:
    """`limit`: seconds of the processor's at the yardstick's pace. The fastest look counts: some may be disturbed."""
    took = min(seconds(work, *about) for _ in range(LOOKS))
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


def memories() -> Iterator[Any]:
    """What the bot remembers of texts; tables that it makes once are none."""
    for name, module in list(sys.modules.items()):
        if name.startswith("bot."):
            cached = (value for value in vars(module).values() if hasattr(value, "cache_parameters"))
            yield from (value for value in cached if value.cache_parameters()["maxsize"] is not None)

"""Whether work grows in proportion to its text: measured against itself, so that a slow machine fails nothing."""

import time
from collections.abc import Callable

from tests import yardstick

UNNOTICED = 0.5
"""Seconds of the processor's; work that takes less needs no second look."""
MUCH = 10
"""How many times as long four times the text may take; work that grows with the square takes 16 times as long."""


def is_in_proportion(work: Callable[[str], object], text: str, *, within: float) -> bool:
    """`within`: seconds of the processor's at the yardstick's pace, for work that is slow in proportion too."""
    eighth = len(text) // 8
    quarter = seconds(work, text[:eighth] + text[-eighth:])  # first, since what was met before may be remembered
    whole = seconds(work, text)
    return whole < max(UNNOTICED, MUCH * quarter) and (whole < within or whole < within * yardstick.pace())


def seconds(work: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    work(text)
    return time.process_time() - began

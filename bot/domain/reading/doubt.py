"""The reasons to ask a writer whether the right lines were taken for the story."""

from collections.abc import Sequence
from enum import StrEnum

from bot.domain.reading.reading import Reading, Reason

SURE_ENOUGH = 0.78
"""The confidence from which nobody is asked. A story below a title, with no count that tells its end, is above it."""


class Doubt(StrEnum):
    START = "start"
    """The next best reading starts elsewhere."""
    FIRST_LINES = "first_lines"
    """The same, and nothing stands above the best one."""
    END = "end"
    """The next best reading ends elsewhere."""
    NO_LABELS = "no_labels"
    """Only the looks of the lines above say that they are no story."""
    NO_GAP = "no_gap"
    """Nothing parts the header from the story."""
    COUNT_DIFFERS = "count_differs"
    """The header states another number of words."""


DOUBTFUL = frozenset({Reason.MORE_BESIDE, Reason.MAY_BE_TITLE, Reason.MAY_BE_NOTE})
"""Reasons to ask, however sure a reading is."""

WHY = {Reason.UNLABELLED_HEADER: Doubt.NO_LABELS, Reason.COUNT_DIFFERS: Doubt.COUNT_DIFFERS}


def doubts(readings: Sequence[Reading]) -> tuple[Doubt, ...]:
    """The doubts about the best of these readings; none if it is sure enough."""
    best, next_best = readings[0], readings[1:2]
    if best.confidence >= SURE_ENOUGH and DOUBTFUL.isdisjoint(best.reasons):
        return ()
    start = Doubt.FIRST_LINES if Reason.NO_HEADER in best.reasons else Doubt.START
    found = [start for other in next_best if other.bounds.start != best.bounds.start]
    found += [Doubt.END for other in next_best if other.bounds.end != best.bounds.end]
    if Reason.LABELLED_HEADER in best.reasons and Reason.GAP_ABOVE not in best.reasons:
        found.append(Doubt.NO_GAP)
    return (*found, *(WHY[reason] for reason in best.reasons if reason in WHY))

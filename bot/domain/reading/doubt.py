"""The reasons to ask a writer whether the right lines were taken for the story."""

from collections.abc import Sequence

from bot.domain.reading.reading import Reading, Reason

SURE_ENOUGH = 0.78
"""The confidence from which nobody is asked. A story below a title, with no count that tells its end, is above it."""

DOUBTFUL = frozenset({Reason.MORE_BESIDE, Reason.MAY_BE_TITLE, Reason.MAY_BE_NOTE})
"""Reasons to ask, however sure a reading is."""

SAYS_WHY = frozenset({Reason.UNLABELLED_HEADER, Reason.COUNT_DIFFERS})
"""Reasons that tell a writer what is in doubt."""


def doubts(readings: Sequence[Reading]) -> tuple[Reason, ...]:
    """The doubts about the best of these readings; none if it is sure enough."""
    best, next_best = readings[0], readings[1:2]
    if best.confidence >= SURE_ENOUGH and DOUBTFUL.isdisjoint(best.reasons):
        return ()
    start = Reason.FIRST_LINES if Reason.NO_HEADER in best.reasons else Reason.STARTS_ELSEWHERE
    found = [start for other in next_best if other.bounds.start != best.bounds.start]
    found += [Reason.ENDS_ELSEWHERE for other in next_best if other.bounds.end != best.bounds.end]
    if Reason.LABELLED_HEADER in best.reasons and Reason.GAP_ABOVE not in best.reasons:
        found.append(Reason.NO_GAP)
    return (*found, *(reason for reason in best.reasons if reason in SAYS_WHY))

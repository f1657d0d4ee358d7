"""The cuts of a text, all of them scored, and the likeliest of them.

There may be thousands, so each score is a sum of what its start, its end and the number of its words show. The few cuts
whose words may be those that a line states are looked at one by one.
"""

from functools import lru_cache
from heapq import nlargest
from math import exp, fsum, inf
from operator import itemgetter

from bot.domain.reading import judgement
from bot.domain.reading.judgement import Bounds, Cut, Judged

MOST_CUTS, MOST_STARTS = 8, 3
"""Cuts that are offered, and starts below which further stories are looked for."""

ABOUT_AS_LIKELY = 1.5
"""What the score of a cut may lack of the best one's, so that what else speaks for it decides."""

Scores = dict[Bounds, float]
"""The logarithm of the odds of each cut."""


def scores(judged: Judged) -> Scores:
    """The scores of all cuts, without what the rules for a foot say."""
    at_start, at_end = judgement.scores_of_starts(judged), judgement.scores_of_ends(judged)
    first = min((first for first, _ in judged.stated.values()), default=inf)
    last = max((last for _, last in judged.stated.values()), default=-inf)
    ends = [(end, *judged.counts[end], at_end[end]) for end in judged.ends]
    stated, title = judged.stated.keys(), judged.title_words
    found: Scores = {}
    for start, score in at_start.items():
        above, above_by_spaces = judged.counts[start]
        for end, counted, by_spaces, at in ends:
            if start < end:
                words = counted - above
                count = ("differs",) if start > first or end <= last else ()
                if count and not stated.isdisjoint((words, words + title, by_spaces - above_by_spaces)):
                    count = judgement.of_count(judged, start, end)
                found[start, end] = score + at + of_whole(words, count)
    return found


@lru_cache(maxsize=4096)  # most cuts show the same as others
def of_whole(words: int, count: tuple[str, ...]) -> float:
    """What it is worth that a story has so many words, and that a count beside it agrees or differs."""
    shown = judgement.shown((*judgement.of_words(words), *count), judgement.weights()[judgement.CUT])
    return shown + judgement.ruled_count(words, count)


def ruled(judged: Judged, scores: Scores) -> Scores:
    """The scores, with what it is worth that the rules for a foot find the same end, and what chat costs."""
    worth = {end: judgement.ruled_end(judged, end) + judgement.ruled_tags(judged, end) for end in judged.ends}
    last = judged.ends[-1] - 1
    if judged.written[last] != judged.below_labels:  # all that stands below a header is its story
        worth[last + 1] += judgement.ruled_chat(judged, last)
    at_top = judgement.ruled_chat(judged, 0)
    return {(start, end): score + worth[end] + at_top * (start == 0) for (start, end), score in scores.items()}


# -- the best of them ---------------------------------------------------------------------------------


def cuts(judged: Judged, scores: Scores) -> list[Cut]:
    """The likeliest of these cuts, the best first."""
    likely = nlargest(MOST_CUTS, scores.items(), key=itemgetter(1))
    highest = likely[0][1]
    odds_of_all = fsum(exp(score - highest) for score in scores.values())
    return [
        Cut(
            line_of(judged, start),
            judged.written[end - 1] + 1,
            exp(score - highest) / odds_of_all,
            judgement.of_count(judged, start, end),
        )
        for (start, end), score in likely
    ]


def start(judged: Judged, scores: Scores) -> int:
    """The line with which the likeliest story starts."""
    return line_of(judged, max(scores, key=scores.__getitem__)[0])


def line_of(judged: Judged, start: int) -> int:
    """The line with which a story starts: a rule above all that is written belongs to it."""
    return judged.written[start] if start else 0


def starts(judged: Judged, scores: Scores) -> list[int]:
    """The lines with which the likeliest stories start, the best first: those that are about as likely as it."""
    likely = nlargest(MOST_CUTS, scores.items(), key=itemgetter(1))
    least = likely[0][1] - ABOUT_AS_LIKELY
    return list(dict.fromkeys(line_of(judged, first) for (first, _), score in likely if score >= least))[:MOST_STARTS]

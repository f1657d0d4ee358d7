"""All cuts are scored at once, and each as if it were looked at alone."""

from itertools import product

import pytest

from bot.domain.reading import judgement, likeliest, line
from bot.domain.reading.judgement import CUT, Judged

STORY = "The lamp went out at nine.\n\nNobody lit it again, and the boats came home by ear."
TEXTS = (
    "It rained.",
    STORY,
    f"Title: The Lamp\nRating: G\n\n{STORY}",
    f"Title: The Lamp\nWords: 16\n\n{STORY}",
    f"Title: The Lamp\nWords: 18\n\n{STORY}\n\n16 words",
    f"The Lamp (17 words)\n\n{STORY} - oh\n\nThanks for reading!",
    f"The Lamp\n\n{STORY}\n\n{STORY}\n\n100 words",
    "\n".join(f"{number} words" for number in range(150)),
    "\n\n".join(f"Boat {number} came home." for number in range(150)),
)


def judged(text: str) -> Judged:
    return judgement.read(line.read(text))


@pytest.mark.parametrize("text", TEXTS)
def test_each_score_is_the_sum_of_what_its_cut_shows(text: str) -> None:
    known = judged(text)
    at_start, at_end = judgement.scores_of_starts(known), judgement.scores_of_ends(known)
    alone = {
        (start, end): at_start[start]
        + at_end[end]
        + judgement.shown(judgement.of_words(words), judgement.weights()[CUT])
        + judgement.shown(judgement.of_count(known, start, end), judgement.weights()[CUT])
        + judgement.ruled_count(words, tuple(judgement.of_count(known, start, end)))
        for start, end in product(known.starts, known.ends)
        if start < end
        for words in (known.counts[end][0] - known.counts[start][0],)
    }
    assert likeliest.scores(known) == pytest.approx(alone)


@pytest.mark.parametrize("text", TEXTS)
def test_the_odds_of_all_cuts_are_one(text: str) -> None:
    known = judged(text)
    cuts = likeliest.cuts(known, likeliest.scores(known))
    assert sum(cut.odds for cut in cuts) <= 1 + 1e-9
    assert [cut.odds for cut in cuts] == sorted((cut.odds for cut in cuts), reverse=True)

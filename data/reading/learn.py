"""Weights for the reader of posts, learnt from labelled posts: `make weights`.

Some posts stand beside the checkout, in ../shared/posts, and are other people's: nothing of them goes into the table
but how much each fact tells. Others are our own (`posts/`). A cut of a text is its story's first and last line. Its
score is the sum of the weights of all that it shows (`judgement.py`), and the weights are those that make the right
cuts of all texts likeliest, less a cost for each weight. From each post several texts are made (`texts.py`). All that
is random is seeded: the same posts give the same table.

How well posts are read that the weights were not learnt from is told by `python -m benchmarks.reader`, which reads each
fifth of the posts with weights that were learnt from the others.
"""

# ruff: noqa: INP001, S311 - a script; its chances are seeded
# pyright: basic, reportOptionalSubscript=false

import functools
import random
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import texts
from scipy import sparse
from scipy.optimize import minimize
from texts import Example

from bot.domain.reading import judgement
from bot.domain.reading.judgement import CUT, END, FOOT, HEADER, START, Judged

TABLE = Path(__file__).with_name("weights.tsv")
COST, COST_OF_SQUARE = 0.1, 0.2
"""The cost of a weight by its size, which leaves out what tells little, and by its square."""
SHARE_OF_CUTS = 0.03
"""The share of these costs for what the words of a cut show: these facts are few, and each is seen in many texts."""
STEPS = 80
FEWEST_POSTS = 3
"""Posts in which a fact has to occur."""
SEED, FIFTHS = 12, 5
DIGITS = 2

Fact = tuple[str, str]
Weights = dict[str, dict[str, float]]


class Grid(NamedTuple):
    """A text's cuts."""

    example: Example
    starts: np.ndarray
    """The first line of each cut, by its number among the written ones."""
    ends: np.ndarray
    """The line after its last, by its place among the lines after which a story may end."""
    right: np.ndarray
    ruled: np.ndarray
    whole: list[tuple[str, ...]]
    """What each cut's words show."""


WHOLE = (
    *(f"{side}.{size}" for side in ("above", "below") for size in range(len(judgement.LENGTHS) + 1)),
    *("no.header", "no.foot", "form", "tiny", "short"),
    *("agrees", *judgement.WAYS, "differs"),
)
"""All facts of a cut's words and bounds."""


def grid(example: Example) -> Grid:
    judged = example.judged
    cuts = [(start, end) for start in judged.starts for end in judged.ends if start < end]
    at_start = {start: judgement.ruled_start(judged, start) for start in judged.starts}
    at_end = {end: judgement.ruled_end(judged, end) for end in judged.ends}
    return Grid(
        example,
        np.array([start for start, _ in cuts]),
        np.array([end - judged.ends.start for _, end in cuts]),
        np.array([cut in example.right for cut in cuts]),
        np.array([at_start[start] + at_end[end] for start, end in cuts]),
        list(of_whole(judged, cuts)),
    )


def of_whole(judged: Judged, cuts: Sequence[tuple[int, int]]) -> Iterator[tuple[str, ...]]:
    """What each cut's words and bounds show; many have their start, their end or their length in common."""
    at_start = {start: tuple(judgement.of_start(judged, start)) for start in judged.starts}
    at_end = {end: tuple(judgement.of_end(judged, end)) for end in judged.ends}
    for start, end in cuts:
        of_words = of_length(judged.counts[end][0] - judged.counts[start][0])
        of_count = tuple(judgement.of_count(judged, start, end)) if judged.stated else ()
        yield at_start[start] + at_end[end] + of_words + of_count


@functools.cache
def of_length(words: int) -> tuple[str, ...]:
    return tuple(judgement.of_words(words))


class Fit:
    """All texts with their facts, and how well weights find the right cuts."""

    def __init__(self, examples: Sequence[Example]) -> None:
        grids = [made for made in map(grid, examples) if made.right.any()]
        self.known = {fact: place for place, fact in enumerate(facts_of(each.example for each in grids))}
        self.parts = {part: self.matrix(grids, part) for part in (HEADER, FOOT, START, END)}
        kinds: dict[tuple[str, ...], int] = {}  # cuts whose words show the same, thousands of each
        shown = (kinds.setdefault(facts, len(kinds)) for each in grids for facts in each.whole)
        self.kinds = np.fromiter(shown, int)
        self.whole = shown_by(([self.known[CUT, fact] for fact in facts] for facts in kinds), len(self.known))
        rows = np.cumsum([0, *(len(each.example.judged.starts) for each in grids)])
        columns = np.cumsum([0, *(len(each.example.judged.ends) for each in grids)])
        self.starts = np.concatenate([row + each.starts for row, each in zip(rows, grids, strict=False)])
        self.ends = np.concatenate([column + each.ends for column, each in zip(columns, grids, strict=False)])
        self.right = np.flatnonzero(np.concatenate([each.right for each in grids]))
        self.ruled = np.concatenate([each.ruled for each in grids])
        self.sizes = np.array([len(each.right) for each in grids])
        self.right_sizes = np.array([each.right.sum() for each in grids])
        self.examples = [each.example for each in grids]
        self.weights = np.array([each.weight for each in self.examples])

    def matrix(self, grids: Sequence[Grid], part: str) -> sparse.csr_matrix:
        rows = (row for each in grids for row in rows_of(each.example.judged, part))
        known = ([self.known[part, fact] for fact in sorted(row) if (part, fact) in self.known] for row in rows)
        return shown_by(known, len(self.known))

    def loss(self, weights: np.ndarray, counted: np.ndarray) -> tuple[float, np.ndarray]:
        """How unlikely the right cuts are, and how that changes with each weight."""
        score = self.score(weights)
        of_all, excess = softened(score, self.sizes)
        of_right, right = softened(score[self.right], self.right_sizes)
        excess[self.right] -= right
        excess *= np.repeat(counted, self.sizes)
        at_start = np.bincount(self.starts, excess, self.parts[HEADER].shape[0])
        at_end = np.bincount(self.ends, excess, self.parts[FOOT].shape[0])
        slopes = {HEADER: -np.cumsum(at_start), START: at_start, FOOT: np.cumsum(at_end), END: at_end}
        of_kinds = np.bincount(self.kinds, excess, self.whole.shape[0])
        slope = self.whole.T @ of_kinds + sum(self.parts[part].T @ values for part, values in slopes.items())
        return float(counted @ (of_all - of_right)), slope

    def score(self, weights: np.ndarray) -> np.ndarray:
        """The score of each cut.

        What stands above a text's first line, and below its last, adds the same to each of its cuts. So the sums run
        through all texts, one after the other.
        """
        shown = {part: matrix @ weights for part, matrix in self.parts.items()}
        above = np.cumsum(shown[HEADER]) - shown[HEADER] + shown[START]
        below = np.cumsum(shown[FOOT][::-1])[::-1] + shown[END]
        return self.ruled + above[self.starts] + below[self.ends] + (self.whole @ weights)[self.kinds]

    def is_right(self, weights: np.ndarray) -> np.ndarray:
        """Whether each text's likeliest cut is right."""
        score = self.score(weights)
        return highest(score[self.right], self.right_sizes) == highest(score, self.sizes)


def softened(score: np.ndarray, sizes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The logarithm of the sum of the odds of each text's cuts, and the share of each cut."""
    most = highest(score, sizes)
    odds = np.exp(score - np.repeat(most, sizes))
    of_all = np.add.reduceat(odds, np.cumsum(sizes) - sizes)
    return most + np.log(of_all), odds / np.repeat(of_all, sizes)


def highest(score: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    return np.maximum.reduceat(score, np.cumsum(sizes) - sizes)


def shown_by(rows: Iterable[Sequence[int]], width: int) -> sparse.csr_matrix:
    """A matrix with a one at each of these places of each row."""
    places, ends = array("i"), array("i", [0])
    for row in rows:
        places.extend(row)
        ends.append(len(places))
    return sparse.csr_matrix((np.ones(len(places)), places, ends), (len(ends) - 1, width))


def rows_of(judged: Judged, part: str) -> Iterator[Iterable[str]]:
    if part == HEADER:
        return (judged.parts[line] for line in judged.starts)
    if part == START:
        return (judged.borders.get(line, ()) for line in judged.starts)
    if part == FOOT:
        return (judged.parts.get(line, ()) for line in judged.ends)
    return (judged.borders.get(line, ()) for line in judged.ends)


def facts_of(examples: Iterable[Example]) -> list[Fact]:
    """The facts that occur in enough posts, and all facts of cuts."""
    posts: defaultdict[Fact, set[str]] = defaultdict(set)
    for each in examples:
        judged = each.judged
        for part, facts, lines in (
            (HEADER, judged.parts, judged.starts),
            (FOOT, judged.parts, judged.ends[:-1]),
            (START, judged.borders, judged.starts),
            (END, judged.borders, judged.ends[:-1]),
        ):
            for fact in set().union(*(facts.get(line, ()) for line in lines)):
                posts[part, fact].add(each.post)
    often = sorted(fact for fact, where in posts.items() if len(where) >= FEWEST_POSTS)
    return [*often, *((CUT, fact) for fact in WHOLE)]


def learnt(examples: Sequence[Example]) -> Weights:
    fit = Fit(examples)
    found: Weights = {part: {} for part in judgement.PARTS}
    for (part, fact), weight in zip(fit.known, best(fit, fit.weights), strict=True):
        if rounded := round(float(weight), DIGITS):
            found[part][fact] = rounded
    return found


def best(fit: Fit, counted: np.ndarray) -> np.ndarray:
    """The weights that make the right cuts likeliest, each text counted so much."""
    size = len(fit.known)
    share = np.array([SHARE_OF_CUTS if part == CUT else 1.0 for part, _ in fit.known])
    by_size, by_square = COST * share, COST_OF_SQUARE * share

    def cost(halves: np.ndarray) -> tuple[float, np.ndarray]:
        weights = halves[:size] - halves[size:]  # both halves are positive, so that their sum is a weight's size
        loss, slope = fit.loss(weights, counted)
        slope = slope + 2 * by_square * weights
        loss += float(by_size @ (halves[:size] + halves[size:])) + float(by_square @ weights**2)
        return loss, np.concatenate((slope + by_size, by_size - slope))

    bounds, start = [(0, None)] * (2 * size), np.zeros(2 * size)
    halves = minimize(cost, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": STEPS}).x
    return halves[:size] - halves[size:]


def written(weights: Weights) -> str:
    rows = ((part, fact, weight) for part in judgement.PARTS for fact, weight in sorted(weights[part].items()))
    return "".join(f"{part}\t{fact}\t{weight:.{DIGITS}f}\n" for part, fact, weight in rows)


# -- what is learnt without some posts --------------------------------------------------------------------


def fifths(posts: Sequence[Any]) -> list[list[Any]]:
    shuffled = sorted(posts, key=lambda post: post["id"])
    random.Random(SEED).shuffle(shuffled)
    return [shuffled[first::FIFTHS] for first in range(FIFTHS)]


def learnt_without(left_out: list[Any]) -> Weights:
    ids = {post["id"] for post in left_out}
    return learnt(texts.examples([post for post in texts.posts() if post["id"] not in ids]))


QUICK = frozenset({"post", "alone", "story"})


def crossed(posts: Sequence[dict[str, Any]], examples: Sequence[Example]) -> dict[str, bool]:
    """Whether each post's likeliest cut is right by weights that were learnt without its fifth.

    It is quick, since of all texts it takes posts and stories as they are, and none that was put together; and nothing
    but the weights is asked.
    """
    fit = Fit([each for each in examples if each.kind in QUICK])
    found: dict[str, bool] = {}
    for fifth in fifths(posts):
        ids = {post["id"] for post in fifth}
        left_out = np.array([each.post in ids for each in fit.examples])
        right = fit.is_right(best(fit, np.where(left_out, 0.0, fit.weights)))
        asked = ((each, is_right) for each, is_right in zip(fit.examples, right, strict=True) if each.post in ids)
        found |= {each.post: bool(is_right) for each, is_right in asked if each.kind == "post"}
    return found


if __name__ == "__main__":
    TABLE.write_text(written(learnt_without([])), "utf-8")

"""Weights for the reader of posts, learnt from labelled posts: `make weights`.

The posts stand beside the checkout, in ../shared/posts, and are other people's: nothing of them goes into the table but
how much each fact tells. A cut of a text is its story's first and last line. Its score is the sum of the weights of all
that it shows (`judgement.py`), and the weights are those that make the right cuts of all texts likeliest, less a cost
for each weight. From each post several texts are made (`texts.py`). All that is random is seeded: the same posts give
the same table.

How well posts are read that the weights were not learnt from is told by `python -m benchmarks.reader`, which reads each
fifth of the posts with weights that were learnt from the others.
"""

# ruff: noqa: INP001, S311 - a script; its chances are seeded

import random
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
from bot.domain.reading.judgement import CUT, END, FOOT, HEADER, START

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
    """A text's cuts, each start with each end."""

    example: Example
    starts: range
    ends: range
    possible: np.ndarray
    right: np.ndarray
    whole: np.ndarray
    """What each cut's words show, one layer for each fact."""
    ruled: np.ndarray


WHOLE = (
    *(f"{side}.{size}" for side in ("above", "below") for size in range(len(judgement.LENGTHS) + 1)),
    *("no.header", "no.foot", "form", "tiny", "short"),
    *("agrees", "agrees.by.ao3", "agrees.by.spaces", "agrees.with.title", "differs"),
)
"""All facts of a cut's words and bounds."""


def grid(example: Example) -> Grid:
    judged = example.judged
    starts, ends = judged.starts, judged.ends
    shape = len(starts), len(ends)
    at_end = [judgement.ruled_end(judged, end) for end in ends]
    at_start = [judgement.ruled_start(judged, start) for start in starts]
    ruled = np.array(at_start)[:, None] + np.array(at_end)[None, :]
    whole, right = np.zeros((len(WHOLE), *shape)), np.zeros(shape, bool)
    for row, start in enumerate(starts):
        for column, end in enumerate(ends):
            if start < end:
                for fact in judgement.of_whole(judged, start, end):
                    whole[WHOLE.index(fact), row, column] = 1
            right[row, column] = (start, end) in example.right
    possible = np.array(starts)[:, None] < np.array(ends)[None, :]
    return Grid(example, starts, ends, possible, right, whole, ruled)


class Problem:
    """All texts with their facts, and how well weights find the right cuts."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.grids = [made for made in map(grid, examples) if made.right.any()]
        self.known = {fact: place for place, fact in enumerate(facts_of(each.example for each in self.grids))}
        self.parts = {part: self.matrix(part) for part in (HEADER, FOOT, START, END)}
        self.of_cut = [self.known[CUT, fact] for fact in WHOLE]

    def matrix(self, part: str) -> sparse.csr_matrix:
        rows = [row for each in self.grids for row in rows_of(each, part)]
        known = [[self.known[part, fact] for fact in sorted(row) if (part, fact) in self.known] for row in rows]
        ends = np.cumsum([0, *map(len, known)])
        places = np.array([place for row in known for place in row], dtype=int)
        return sparse.csr_matrix((np.ones(len(places)), places, ends), (len(rows), len(self.known)))

    def loss(self, weights: np.ndarray) -> tuple[float, np.ndarray]:
        """How unlikely the right cuts are, and how that changes with each weight."""
        shown = {part: matrix @ weights for part, matrix in self.parts.items()}
        slopes = {part: np.zeros_like(values) for part, values in shown.items()}
        of_cut = np.zeros(len(WHOLE))
        total, row, column = 0.0, 0, 0
        for each in self.grids:
            rows, columns = slice(row, row + len(each.starts)), slice(column, column + len(each.ends))
            row, column = rows.stop, columns.stop
            above = np.concatenate(([0], np.cumsum(shown[HEADER][rows])[:-1])) + shown[START][rows]
            below = np.cumsum(shown[FOOT][columns][::-1])[::-1] + shown[END][columns]
            score = each.ruled + above[:, None] + below[None, :] + np.tensordot(weights[self.of_cut], each.whole, 1)
            score[~each.possible] = -np.inf
            of_all, likely = softened(score)
            of_right, right = softened(np.where(each.right, score, -np.inf))
            total += each.example.weight * (of_all - of_right)
            excess = each.example.weight * (likely - right)
            at_start, at_end = excess.sum(1), excess.sum(0)
            slopes[START][rows], slopes[END][columns] = at_start, at_end
            slopes[HEADER][rows] = at_start.sum() - np.cumsum(at_start)
            slopes[FOOT][columns] = np.cumsum(at_end)
            of_cut += (each.whole * excess).sum((1, 2))
        slope = sum(self.parts[part].T @ values for part, values in slopes.items())
        slope[self.of_cut] += of_cut
        return total, slope


def softened(score: np.ndarray) -> tuple[float, np.ndarray]:
    """The logarithm of the sum of these odds, and the share of each."""
    highest = score.max()
    odds = np.exp(score - highest)
    return highest + np.log(odds.sum()), odds / odds.sum()


def rows_of(each: Grid, part: str) -> Iterator[Iterable[str]]:
    judged = each.example.judged
    if part == HEADER:
        return (judged.parts[line] for line in each.starts)
    if part == START:
        return (judged.borders.get(line, ()) for line in each.starts)
    if part == FOOT:
        return (judged.parts.get(line, ()) for line in each.ends)
    return (judged.borders.get(line, ()) for line in each.ends)


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
            for line in lines:
                for fact in facts.get(line, ()):
                    posts[part, fact].add(each.post)
    often = sorted(fact for fact, where in posts.items() if len(where) >= FEWEST_POSTS)
    return [*often, *((CUT, fact) for fact in WHOLE)]


def learnt(examples: Sequence[Example]) -> Weights:
    problem = Problem(examples)
    size = len(problem.known)

    share = np.array([SHARE_OF_CUTS if part == CUT else 1.0 for part, _ in problem.known])
    by_size, by_square = COST * share, COST_OF_SQUARE * share

    def cost(halves: np.ndarray) -> tuple[float, np.ndarray]:
        weights = halves[:size] - halves[size:]  # both halves are positive, so that their sum is a weight's size
        loss, slope = problem.loss(weights)
        slope = slope + 2 * by_square * weights
        loss += float(by_size @ (halves[:size] + halves[size:])) + float(by_square @ weights**2)
        return loss, np.concatenate((slope + by_size, by_size - slope))

    bounds, start = [(0, None)] * (2 * size), np.zeros(2 * size)
    best = minimize(cost, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": STEPS}).x
    found: Weights = {part: {} for part in judgement.PARTS}
    for (part, fact), weight in zip(problem.known, best[:size] - best[size:], strict=True):
        if rounded := round(float(weight), DIGITS):
            found[part][fact] = rounded
    return found


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


if __name__ == "__main__":
    TABLE.write_text(written(learnt_without([])), "utf-8")

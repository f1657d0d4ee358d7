"""The table of weights is what `make weights` makes of the posts, and weights cut posts rightly that they have not met.

`python -m tests.domain.reading.test_weights` writes how many of these are cut rightly now: a change that lowers it
fails.
"""

import functools
import importlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.domain.reading import judgement, line_fact
from tests.beside import POSTS
from tests.domain.reading import marks

LEARNING = Path(__file__).parents[3] / "data" / "reading"
TOLERANCE = 0.025
"""Two steps of the last digit: machines round long sums differently."""
REACHED = Path(__file__).with_name("crossed_score.json")
SLACK = 1
"""Posts of a layout that may be lost: machines round long sums differently."""

pytestmark = pytest.mark.skipif(not POSTS.exists(), reason="the shared posts are not here")


@pytest.fixture(scope="module")
def learn() -> Iterator[Any]:
    """What learns the weights, which is no part of the package; it wants numpy and scipy."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OMP_NUM_THREADS", "1")  # several get in each other's way with sums as short as these
        pytest.importorskip("numpy")
        pytest.importorskip("scipy")
        patch.setattr(sys, "path", [str(LEARNING), *sys.path])
        patch.setattr(
            line_fact, "of_line", functools.cache(line_fact.of_line.__wrapped__)
        )  # of all lines, not the last
        yield importlib.import_module("learn")
    for name in ("learn", "texts", "layouts"):
        sys.modules.pop(name)


@pytest.fixture(scope="module")
def examples(learn: Any) -> list[Any]:
    """The texts from which weights are learnt; to read them takes longest."""
    return learn.texts.examples(learn.texts.posts())


def test_the_table_is_what_is_learnt_from_the_posts(learn: Any, examples: list[Any]) -> None:
    table, learnt = judgement.weights(), learn.learnt(examples)
    known = {(part, fact) for weights in (table, learnt) for part in judgement.PARTS for fact in weights[part]}
    differences = {
        f"{part} {fact}": difference
        for part, fact in known
        if (difference := abs(table[part].get(fact, 0.0) - learnt[part].get(fact, 0.0))) > TOLERANCE
    }
    assert differences == {}


def right_by_layout(learn: Any, examples: list[Any]) -> dict[str, int]:
    posts = learn.texts.posts()
    right = learn.crossed(posts, examples)
    return dict(Counter(marks.layout(post) for post in posts if right.get(post["id"])))


def test_no_fewer_posts_are_cut_rightly_than_were(learn: Any, examples: list[Any]) -> None:
    reached, now = json.loads(REACHED.read_text("utf-8")), right_by_layout(learn, examples)
    assert {layout for layout, number in reached.items() if now.get(layout, 0) < number - SLACK} == set()


if __name__ == "__main__":
    sys.path.insert(0, str(LEARNING))
    learning = importlib.import_module("learn")
    reached = right_by_layout(learning, learning.texts.examples(learning.texts.posts()))
    REACHED.write_text(json.dumps(reached, indent=2) + "\n", "utf-8")

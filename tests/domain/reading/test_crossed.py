"""How many posts are cut rightly by weights that have not met them: a change that lowers it fails.

`python -m tests.domain.reading.test_crossed` writes what is reached now.
"""

import importlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.beside import POSTS
from tests.domain.reading import marks
from tests.domain.reading.conftest import LEARNING

REACHED = Path(__file__).with_name("crossed_score.json")
SLACK = 1
"""Posts of a layout that may be lost: machines round long sums differently."""

pytestmark = pytest.mark.skipif(not POSTS.exists(), reason="the shared posts are not here")


def right_by_layout(learn: Any) -> dict[str, int]:
    posts = learn.texts.posts()
    right = learn.crossed(posts)
    return dict(Counter(marks.layout(post) for post in posts if right.get(post["id"])))


def test_no_fewer_posts_are_cut_rightly_than_were(learn: Any) -> None:
    reached, now = json.loads(REACHED.read_text("utf-8")), right_by_layout(learn)
    assert {layout for layout, number in reached.items() if now.get(layout, 0) < number - SLACK} == set()


if __name__ == "__main__":
    sys.path.insert(0, str(LEARNING))
    REACHED.write_text(json.dumps(right_by_layout(importlib.import_module("learn")), indent=2) + "\n", "utf-8")

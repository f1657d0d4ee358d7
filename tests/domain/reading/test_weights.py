"""The table of weights is what `make weights` makes of the shared posts."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.domain.reading import judgement
from tests.beside import POSTS

LEARNING = Path(__file__).parents[3] / "data" / "reading"
TOLERANCE = 0.025
"""Two steps of the last digit: machines round long sums differently."""

pytestmark = pytest.mark.skipif(not POSTS.exists(), reason="the shared posts are not here")


@pytest.fixture
def learn(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    pytest.importorskip("numpy")
    pytest.importorskip("scipy")
    monkeypatch.setattr(sys, "path", [str(LEARNING), *sys.path])
    yield importlib.import_module("learn")
    for name in ("learn", "texts"):
        sys.modules.pop(name)


def test_the_table_is_what_is_learnt_from_the_posts(learn: Any) -> None:
    table, learnt = judgement.weights(), learn.learnt_without([])
    known = {(part, fact) for weights in (table, learnt) for part in judgement.PARTS for fact in weights[part]}
    differences = {
        f"{part} {fact}": difference
        for part, fact in known
        if (difference := abs(table[part].get(fact, 0.0) - learnt[part].get(fact, 0.0))) > TOLERANCE
    }
    assert differences == {}

"""The table of weights is what `make weights` makes of the posts."""

from typing import Any

import pytest

from bot.domain.reading import judgement
from tests.beside import POSTS

TOLERANCE = 0.025
"""Two steps of the last digit: machines round long sums differently."""

pytestmark = pytest.mark.skipif(not POSTS.exists(), reason="the shared posts are not here")


def test_the_table_is_what_is_learnt_from_the_posts(learn: Any) -> None:
    table, learnt = judgement.weights(), learn.learnt_without([])
    known = {(part, fact) for weights in (table, learnt) for part in judgement.PARTS for fact in weights[part]}
    differences = {
        f"{part} {fact}": difference
        for part, fact in known
        if (difference := abs(table[part].get(fact, 0.0) - learnt[part].get(fact, 0.0))) > TOLERANCE
    }
    assert differences == {}

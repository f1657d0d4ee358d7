"""What the reader of posts reaches on labelled posts outside the project: a run that scores lower fails.

`python -m tests.domain.reading.test_corpus` writes what is reached now on all that are there.
"""

from pathlib import Path

import pytest

from tests.beside import POSTS
from tests.domain.reading import marks
from tests.domain.reading.marks import Ratchet

CORPUS = Ratchet(Path(__file__).with_name("corpus_score.json"))

pytestmark = pytest.mark.skipif(not POSTS.exists(), reason="the shared posts are not here")


def test_no_score_is_lower_than_it_was() -> None:
    assert CORPUS.fallen(marks.posts_in(POSTS)) == []


if __name__ == "__main__":
    CORPUS.take(marks.posts_in(POSTS))

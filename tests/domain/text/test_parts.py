"""What is too long for one file comes in several, and whole."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text.parts import in_parts


def written(words: Sequence[str]) -> bytes:
    return "".join(words).encode()


@given(st.lists(st.text(max_size=9), max_size=40), st.integers(1, 60))
def test_nothing_is_lost_and_each_part_has_its_size(words: list[str], most: int) -> None:
    parts = in_parts(words, written, most)
    assert b"".join(parts) == written(words)
    assert all(len(part) <= most or part in map(str.encode, words) for part in parts)
    assert len(parts) == 1 or len(written(words)) > most

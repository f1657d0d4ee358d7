"""Where a page of a long list begins."""

import pytest

from bot.services import paging


@pytest.mark.parametrize(
    ("number", "every", "first"),
    [(0, 0, 0), (0, 5, 0), (1, 5, 0), (1, 6, 5), (2, 10, 5), (2, 11, 10), (99, 11, 10)],
)
def test_a_page_past_the_last_is_the_last(number: int, every: int, first: int) -> None:
    assert paging.first_on_page(number, every=every, a_page=5) == first

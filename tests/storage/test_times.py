from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.times import from_ms, from_ms_or_none, to_ms


@given(st.integers(-62135596800000, 253402300799999))
def test_every_millisecond_comes_back(ms: int) -> None:
    assert to_ms(from_ms(ms)) == ms
    assert from_ms(ms).utcoffset() == timedelta()
    assert from_ms_or_none(ms) == from_ms(ms)


def test_other_zones_are_the_same_moment() -> None:
    vienna = timezone(timedelta(hours=1))
    assert to_ms(datetime(2026, 1, 1, 1, tzinfo=vienna)) == to_ms(datetime(2026, 1, 1, tzinfo=UTC)) == 1767225600000


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(TypeError):
        to_ms(datetime(2026, 1, 1))  # noqa: DTZ001 - the point of it

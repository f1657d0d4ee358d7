"""Times as rows keep them: whole milliseconds since 1970 in UTC."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def to_ms(moment: datetime) -> int:
    return (moment - _EPOCH) // _MILLISECOND


def from_ms(ms: int) -> datetime:
    return _EPOCH + ms * _MILLISECOND


def from_ms_or_none(ms: int | None) -> datetime | None:
    """The moment, where a row has one."""
    return None if ms is None else from_ms(ms)


def length_to_ms(length: timedelta) -> int:
    return length // _MILLISECOND


def length_from_ms(ms: int) -> timedelta:
    return ms * _MILLISECOND

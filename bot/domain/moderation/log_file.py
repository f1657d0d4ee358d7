"""The log of deeds as a table to keep."""

from collections.abc import Iterable

from bot.domain.moderation.deed import Logged
from bot.domain.text import table

COLUMNS = ("when (UTC)", "moderator", "what", "about", "entry", "member", "reason")


def written(deeds: Iterable[Logged]) -> bytes:
    """Members are told by the numbers that Discord has for them."""
    return table.written([COLUMNS, *map(row_of, deeds)])


def row_of(deed: Logged) -> tuple[str, ...]:
    moderator, member = number(deed.moderator_id), number(deed.member_id)
    about, entry = deed.subject or "", deed.entry or ""
    return f"{deed.at:%Y-%m-%d %H:%M:%S}", moderator, deed.what, about, entry, member, deed.reason or ""


def number(member_id: int | None) -> str:
    return "" if member_id is None or member_id < 0 else str(member_id)

"""A member's own words within a sentence of ours. They may be as long as a text."""

from bot.domain.dates import written_date
from bot.domain.text import escaping

LONGEST_QUOTE = 60
"""Characters."""


def quoted(text: str) -> str:
    return escaping.line(text, LONGEST_QUOTE)


def code(name: str) -> str:
    return escaping.code(name, LONGEST_QUOTE)


def phrase(way: str) -> str:
    """Words to be typed: all of them, since half a calendar is another one."""
    return escaping.code(way, written_date.LONGEST)

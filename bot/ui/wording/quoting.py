"""A member's own words within a sentence of ours. They may be as long as a text."""

from collections.abc import Sequence

from bot.domain.dates import written_date
from bot.domain.text import escaping
from bot.ui.wording import terms

LONGEST_QUOTE = 60
"""Characters."""
MOST_QUOTED = 5


def quoted(text: str) -> str:
    return escaping.line(text, LONGEST_QUOTE)


def quoted_list(texts: Sequence[str]) -> str:
    """The first of them by name, and the number of the others."""
    more = len(texts) - MOST_QUOTED
    named = [f"“{quoted(text)}”" for text in texts[:MOST_QUOTED]]
    return terms.listed([*named, *([f"{more:,} more"] if more > 0 else [])])


def code(name: str) -> str:
    return escaping.code(name, LONGEST_QUOTE)


def phrase(way: str) -> str:
    """Words to be typed: all of them, since half a calendar is another one."""
    return escaping.code(way, written_date.LONGEST)

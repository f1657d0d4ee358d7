"""Libraries, and tables that they make, take long at their first use. So they are used once before members wait."""

import gc
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.domain.dates import time_zone, written_date
from bot.domain.reading import manuscript
from bot.domain.rounds import emoji
from bot.domain.text import prompt_word


def prepare() -> None:
    """Use them once, which takes a good part of a second. What they made stays in memory for good, so that no
    collection of garbage has to go through it while members wait.
    """
    now = datetime(2026, 1, 1, tzinfo=UTC)
    written_date.opening("1 december 20:00", now=now, zone=ZoneInfo("UTC"))
    time_zone.meant("UTC+5:30")
    time_zone.suggestions("Nowhere at all")
    emoji.read("♥ :heart:", {})
    manuscript.parse("<p>Title: Rain</p>")
    prompt_word.appears("rain", "It rained.")
    gc.collect()
    gc.freeze()

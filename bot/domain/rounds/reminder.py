"""Reminders before a round closes: how long before, as moderators type it, and which one stands in the channel."""

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.domain.dates import written_date, written_length
from bot.domain.problem import Problem, RemindersUnreadable
from bot.domain.rounds.due_date import REMINDERS, Due, DueDate

USUAL = (timedelta(days=1), timedelta(hours=1))
"""How long before the close, unless somebody says."""
SHORTEST = timedelta(minutes=1)
SPARE = timedelta(minutes=15)
"""A reminder so shortly before the next one, or before the close, helps nobody any more."""

_ON = ("on", "yes", "usual")
_OFF = ("off", "no", "none", "-")
_BETWEEN = re.compile(r"[,;/&+]|\band\b", re.IGNORECASE)
_BEFORE = re.compile(r"\bbefore\b.*", re.IGNORECASE)


def read(text: str) -> tuple[timedelta, ...] | Problem:
    """The lengths in a text, the longest first: "2 days, 3 hours"; `on` and `off` say the usual ones and none."""
    if len(text) > written_date.LONGEST:
        return RemindersUnreadable(text)
    said = " ".join(text.split()).casefold()
    if said in _ON:
        return USUAL
    if said in _OFF:
        return ()
    leads = {written_length.read(part) for part in _BETWEEN.split(_BEFORE.sub("", said))}
    found = sorted((lead for lead in leads if lead is not None and lead >= SHORTEST), reverse=True)
    return tuple(found) if len(found) == len(leads) <= len(REMINDERS) else RemindersUnreadable(text)


def on_show(dates: Sequence[DueDate]) -> Due | None:
    """The reminder that stands in the channel of an open round: the last that has come. It is not shown if it came with
    the opening, or so late that it helps nobody.
    """
    opened = next((date.done_at for date in dates if date.due is Due.OPENS), None)
    passed = [date for date in dates if date.due in REMINDERS]
    last = max((date for date in passed if date.done_at is not None), key=lambda date: date.at, default=None)
    if opened is None or last is None or last.done_at is None:
        return None
    ahead = [date.at for date in dates if date.at > last.at and date.due is not Due.LATE_ENDS]
    spare = min(SPARE, (max(ahead) - last.at) / 2)
    return last.due if opened < last.done_at <= min(ahead) - spare else None

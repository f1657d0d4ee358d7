"""Lengths of time as people write them: "2 days", "half an hour", "1 day and 12 hours"."""

from datetime import timedelta

from bot.domain.dates import length, plain


def read(text: str) -> timedelta | None:
    """The length in a text; None where there is none that a plan may have. Months are no length, since they differ."""
    for words in plain.wordings(text):
        found = length.of(words) if length.SAID.fullmatch(words) else None
        if found and found != length.FAR and not found.months:
            return timedelta(days=found.days) + found.hours
    return None

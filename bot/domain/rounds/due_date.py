"""Dates of a round: what is due of it, and when. A reminder or a reveal would be one member more, and its date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.rounds.round_plan import Plan


class Due(StrEnum):
    """An event of a round with a date of its own."""

    OPENS = "opens"
    CLOSES = "closes"


@dataclass(frozen=True, slots=True)
class DueDate:
    due: Due
    at: datetime
    done_at: datetime | None
    """The moment at which we noted that the date has passed."""


def by_plan(plan: Plan) -> Mapping[Due, datetime]:
    """The dates that a plan gives its round."""
    return {Due.OPENS: plan.opens_at, Due.CLOSES: plan.closes_at}

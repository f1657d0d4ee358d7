"""A member's wish to be reminded in private before a round closes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.rounds.round import Phase, Round
from bot.domain.rounds.round_plan import Plan

LEADS = tuple(timedelta(minutes=minutes) for minutes in (3 * 1440, 1440, 180, 60, 15))
"""How long before the close, as members choose it."""
USUAL = (timedelta(days=1), timedelta(hours=1), timedelta(minutes=15))
DOUBLE_CLICK = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class PrivateReminder:
    round_id: int
    member_id: int
    lead: timedelta
    at: datetime | None
    """None where nothing is to be told, any more or so far."""
    pressed_at: datetime
    unheard: bool
    """True if the member took no private message the last time."""

    def is_same_press(self, now: datetime) -> bool:
        """True if a press at this moment is an impatient second one."""
        return now - self.pressed_at < DOUBLE_CLICK


def all_leads(plan: Plan) -> set[timedelta]:
    """The lengths that members may ask for."""
    return {*LEADS, *plan.reminders}


def leads(plan: Plan, now: datetime) -> list[timedelta]:
    """The lengths that a member can still choose, the longest first."""
    return sorted((lead for lead in all_leads(plan) if plan.closes_at - lead > now), reverse=True)


def usual(plan: Plan, now: datetime) -> timedelta | None:
    """The length that a member is offered first: the longest of the round's own, or of the usual ones, that leaves at
    least half as much time before it as after it. Where none does, the shortest; None where it is too late for any.
    """
    rest = plan.closes_at - now
    fitting = [lead for lead in plan.reminders or USUAL if 3 * lead <= 2 * rest]
    return max(fitting, default=min(leads(plan, now), default=None))


def is_wanted(round_: Round, entries: int, now: datetime) -> bool:
    """True if a member with so many entries can still do something about the reminder."""
    return round_.phase(now) is Phase.OPEN and entries < round_.plan.entries_per_member

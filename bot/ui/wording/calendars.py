"""A challenge's calendar in words."""

from bot.domain.challenges import recurrence_phrase
from bot.domain.challenges.calendar import (
    Calendar,
    EndOfDayMeant,
    LastDayInstead,
    LeapDayMoved,
    MonthsLeftOut,
    Note,
    OpenAtOnce,
)
from bot.domain.challenges.open_for import Lasting
from bot.domain.dates.vocabulary import WEEKDAYS
from bot.ui.wording import terms


def calendar_text(calendar: Calendar) -> str:
    """When rounds open and for how long: "every other Friday at 18:00, open for 6 days"."""
    joint = "open for" if isinstance(calendar.open_for, Lasting) else "open"
    return f"{recurrence_phrase.opening(calendar.recurrence)}, {joint} {recurrence_phrase.lasting(calendar.open_for)}"


def note_text(note: Note) -> str:
    match note:
        case LastDayInstead(day):
            return f"A month without a {recurrence_phrase.ordinal(day)} has its last day instead."
        case MonthsLeftOut(weekday):
            return f"A month without a fifth {WEEKDAYS[weekday].title()} has no round."
        case LeapDayMoved():
            return "In years without 29 February, it is the 28th."
        case EndOfDayMeant():
            return "Midnight is the one at the end of the day. For its beginning, write `00:00`."
        case OpenAtOnce(rounds):
            return f"Up to {terms.number_text(rounds)} rounds are open at once: one opens before the last one closes."

"""How long a round is open: for some days, until a time, or until the next one opens."""

from dataclasses import dataclass

from bot.domain.challenges.recurrence import Recurrence
from bot.domain.dates.length import Length


@dataclass(frozen=True, slots=True)
class Lasting:
    """Days go by the clock on the wall, hours by the clock in the hand."""

    length: Length


@dataclass(frozen=True, slots=True)
class Until:
    """The first such moment after the opening."""

    recurrence: Recurrence
    on_a_later_day: bool
    """True for a weekday alone, which is never the day of the opening: until Sunday."""


@dataclass(frozen=True, slots=True)
class UntilNext:
    """Until the next round opens."""


OpenFor = Lasting | Until | UntilNext

"""A round's plan, as a moderator wants it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.header.field import Field
from bot.domain.header.rating import Rating
from bot.domain.problem import ClosesBeforeOpens, DatePast, Problem
from bot.domain.rounds.home import Home, Talk
from bot.domain.text.conventions import Convention
from bot.domain.text.word_rule import WordRule

MOST_ENTRIES = 25
"""More from one member nobody asks for."""
BESIDE_ENTRIES = (
    "title",
    "prompt",
    "under_cut",
    "image_id",
    "drawn",
    "opens_at",
    "closes_at",
    "home",
    "reminders",
    "ping_role_id",
    "grace",
    "late_for",
    "talk",
    "event",
    "feedback",
    "reason",
)
"""The terms of a plan that say nothing of the entries it takes."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The prompt of the bank that a plan goes by."""

    prompt_id: int
    set_name: str | None
    """The set that it had to come from; None: any."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The terms of a round, as a moderator wants them. A change is a new plan; old ones are kept. All times are aware,
    in UTC.
    """

    title: str
    prompt: str
    under_cut: bool
    image_id: int | None
    opens_at: datetime
    closes_at: datetime
    rule: WordRule
    convention: Convention
    """The convention of counting. A round keeps the one that it was opened with."""
    required: tuple[Field, ...]
    highest: Rating | None
    entries_per_member: int
    count_must_match: bool
    title_counts: bool = False
    """True if the words of the title count as well."""
    prompt_word: str | None = None
    """A word or short phrase that must be in every story, in any of its forms."""
    drawn: Drawn | None = None
    """None where the prompt did not come from the bank."""
    home: Home = Home.CHANNEL
    reminders: tuple[timedelta, ...] = ()
    """How long before the close its channel is reminded, the longest first."""
    ping_role_id: int | None = None
    """The role that is pinged once, when the round opens; None: nobody is."""
    grace: timedelta = timedelta()
    """How long after the close a story still counts as in time. Members are never told."""
    late_for: timedelta = timedelta()
    """How long after the close late stories are taken. They carry a badge."""
    talk: Talk = Talk.NOWHERE
    event: bool = False
    """True if it is among the server's events."""
    feedback: tuple[str, ...] = ()
    """The emoji that the bot leaves under each entry, as Discord spells them; none for the server's own choice."""
    reason: str | None = None
    """Why a moderator changed the plan before it, for members to read."""

    @property
    def in_time_until(self) -> datetime:
        return self.closes_at + self.grace

    @property
    def late_until(self) -> datetime:
        """The end of late stories, as members know it."""
        return self.closes_at + self.late_for

    @property
    def taken_until(self) -> datetime:
        """The grace holds for late stories, too."""
        return self.late_until + self.grace

    def asks_the_same_as(self, other: "Plan") -> bool:
        """True if it takes the same entries, whatever its prompt and its dates."""
        beside: dict[str, Any] = {name: getattr(other, name) for name in BESIDE_ENTRIES}
        return replace(self, **beside) == other


@dataclass(frozen=True, slots=True)
class Proposal:
    """A plan that waits for its moderator's yes; `round_id` is the round it would change, None for a new one."""

    id: int
    guild_id: int
    channel_id: int
    round_id: int | None
    based_on: int | None
    """The plan of the round when the change was asked for."""
    challenge_id: int | None
    """The challenge to which a new round would be counted."""
    ended: datetime | None
    """The end of the round by that plan."""
    plan: Plan
    dropped: bool
    confirmed: bool

    @property
    def moves_end(self) -> bool:
        """True if the round would close at another time than by the plan before."""
        return self.ended is not None and self.ended != self.plan.closes_at

    def reopens(self, now: datetime) -> bool:
        """True if the round has closed and would take entries again."""
        return self.ended is not None and self.ended <= now < self.plan.closes_at


def window_problems(plan: Plan, now: datetime) -> list[Problem]:
    """The problems of a plan's dates at the moment it is confirmed."""
    if plan.closes_at <= plan.opens_at:
        return [ClosesBeforeOpens(plan.opens_at, plan.closes_at)]
    if plan.closes_at <= now:
        return [DatePast("", plan.closes_at)]
    return []

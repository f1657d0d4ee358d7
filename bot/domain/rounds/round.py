"""A round: one call for entries, and its phase at any moment."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.problem import (
    EntriesSettled,
    OpeningFixed,
    PingFixed,
    Problem,
    RoundCancelled,
    RoundClosed,
    RoundNotOpenYet,
    RoundOver,
)
from bot.domain.rounds.due_date import Due, DueDate
from bot.domain.rounds.round_plan import Plan, window_problems
from bot.domain.rounds.trouble import Trouble


class Phase(StrEnum):
    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


PHASE_FROM = {Due.CLOSES: Phase.CLOSED, Due.OPENS: Phase.OPEN}
"""The phase of a round from a date on; the last phase comes first."""


@dataclass(frozen=True, slots=True)
class Round:
    id: int
    guild_id: int
    channel_id: int
    plan: Plan
    cancelled_at: datetime | None
    paused: Trouble | None
    """The reason why the bot cannot post here now; None if all is well."""
    revision: int
    """A number that goes up with every change that readers can see."""
    dates: tuple[DueDate, ...]
    """The dates that its plan gives it."""
    reconciled_at: datetime | None
    """The last time when the ledger was made equal to Discord's reactions."""
    missed_at: datetime | None
    """The last time when it turned out that the bot may have missed reactions."""
    counted_at: datetime | None
    """The moment at which the hearts for a round-up were right; one before the close was for an earlier round-up."""
    ends_told: int = 0
    """Number of new ends that members were told of in the channel."""
    challenge_id: int | None = None
    """None where it belongs to no challenge."""
    number: int | None = None
    """Which of its challenge's rounds it is."""
    occurrence: str | None = None
    """The key of its date in the challenge's calendar; None where a moderator opened it."""
    for_adults: bool = False
    """True if its channel was age-restricted when the bot last posted there."""

    def __hash__(self) -> int:
        return self.id  # a hash of all its values takes three times as long as finding what is kept of a round

    def phase(self, now: datetime) -> Phase:
        """The phase of the round; as time goes on, it never goes back."""
        if self.cancelled_at is not None and self.cancelled_at <= now:
            return Phase.CANCELLED
        return self.phase_after(date.due for date in self.dates if date.at <= now)

    @property
    def on_show(self) -> Phase:
        """The phase that readers see. It follows from the dates that were noted as passed, whatever a clock says."""
        if self.cancelled_at is not None:
            return Phase.CANCELLED
        return self.phase_after(date.due for date in self.dates if date.done_at is not None)

    @property
    def hearts_at(self) -> datetime | None:
        """The moment for which the round-up tells the hearts; None until they were compared after the close."""
        counted, closes_at = self.counted_at, self.plan.closes_at
        return counted if self.on_show is Phase.CLOSED and counted is not None and counted >= closes_at else None

    @staticmethod
    def phase_after(passed: Iterable[Due]) -> Phase:
        reached = set(passed)
        for due, phase in PHASE_FROM.items():
            if due in reached:
                return phase
        return Phase.SCHEDULED

    def reached(self) -> datetime | None:
        """The latest moment that the round is known to have seen."""
        passed = (date.at for date in self.dates if date.done_at is not None)
        dates = (*passed, self.cancelled_at, self.reconciled_at)
        return max((date for date in dates if date is not None), default=None)

    def promised_at(self, now: datetime) -> datetime:
        """Since when its messages may owe something: the first date that has come and is no fact yet, else the last
        that is.
        """
        due = (date.at for date in self.dates if date.done_at is None and date.at <= now)
        done = (date.at for date in self.dates if date.done_at is not None)
        return min(due, default=max(done, default=now))

    def has_unnoted(self, now: datetime) -> bool:
        """True if one of its dates has come and is no fact yet."""
        return any(date.done_at is None and date.at <= now for date in self.dates)

    def next_date(self, now: datetime) -> datetime | None:
        """The next date of the round."""
        return min((date.at for date in self.dates if date.at > now), default=None)

    def is_known(self, now: datetime) -> bool:
        """True if the round has ever been open, so that members know its title and its prompt."""
        return self.plan.opens_at <= (self.cancelled_at or now)

    def plan_as_known(self, now: datetime) -> Plan:
        """The plan as members know it: a word that its stories must have would tell a prompt to come."""
        return self.plan if self.is_known(now) else replace(self.plan, prompt_word=None)

    def is_followed(self, heard_since: datetime | None) -> bool:
        """True if its ledger is right now. Since `heard_since` the bot has heard every reaction but those it knows it
        missed; None: it hears none.
        """
        if heard_since is None:
            return False
        right_at = self.reconciled_at or self.plan.opens_at
        return right_at >= max(heard_since, self.missed_at or heard_since)

    def refusal(self, now: datetime) -> Problem | None:
        """The reason why the round is not open now; None if it is."""
        match self.phase(now):
            case Phase.OPEN:
                return None
            case Phase.SCHEDULED:
                return RoundNotOpenYet(self.plan.opens_at)
            case Phase.CLOSED:
                return RoundClosed(self.plan.closes_at)
            case Phase.CANCELLED:
                return RoundCancelled()

    @property
    def takes_late(self) -> bool:
        """True if readers see that it has closed and still takes late stories."""
        undone = any(date.due is Due.LATE_ENDS and date.done_at is None for date in self.dates)
        return self.on_show is Phase.CLOSED and undone

    def asks_late(self, now: datetime) -> bool:
        """True if members know that it takes late stories now."""
        return self.phase(now) is Phase.CLOSED and now < self.plan.late_until

    def entry_refusal(self, now: datetime, excused_until: datetime | None = None) -> Problem | None:
        """The reason why the round takes no entry now, neither in time nor late, from a member who has a late pass."""
        refusal = self.refusal(now)
        until = max(self.plan.taken_until, excused_until or self.plan.taken_until)
        return None if isinstance(refusal, RoundClosed) and now < until else refusal

    def withdrawal_refusal(
        self, handed_in_at: datetime, now: datetime, excused_until: datetime | None = None
    ) -> Problem | None:
        """The reason why an entry stays. One that came after the close can go as long as another could come."""
        came_after = handed_in_at >= self.plan.closes_at
        return self.entry_refusal(now, excused_until) if came_after else self.refusal(now)

    def edit_refusal(
        self, now: datetime, excused_until: datetime | None = None, *, was_late: bool = False
    ) -> Problem | None:
        """The reason why an entry stays as it is. It can be changed as long as another could come that is no later."""
        refusal = self.entry_refusal(now, excused_until)
        is_too_late = refusal is None and not was_late and self.is_late(now, excused_until)
        closed = is_too_late or isinstance(refusal, RoundClosed)
        return EntriesSettled(self.plan.closes_at) if closed else refusal

    def is_late(self, at: datetime, excused_until: datetime | None = None) -> bool:
        """True if an entry of that moment is late. A late pass excuses it."""
        in_time_until = self.plan.in_time_until
        return at >= max(in_time_until, excused_until or in_time_until)

    def change_refusals(self, plan: Plan, now: datetime) -> list[Problem]:
        """The problems with another plan for this round. A later end opens it again; its opening stays once readers
        have seen the prompt.
        """
        if self.cancelled_at is not None:
            return [RoundCancelled()]
        if self.phase(now) is Phase.CLOSED and plan.closes_at <= now:
            return [RoundOver(self.plan.closes_at)]
        opened = self.on_show is not Phase.SCHEDULED or self.plan.opens_at <= now
        fixed: list[Problem] = []
        if opened and plan.opens_at != self.plan.opens_at:
            fixed.append(OpeningFixed(self.plan.opens_at))
        if opened and plan.ping_role_id != self.plan.ping_role_id:
            fixed.append(PingFixed())
        return [*fixed, *window_problems(plan, now)]

from dataclasses import dataclass
from datetime import datetime

from bot.domain.problem.problem import Problem


@dataclass(frozen=True, slots=True)
class RoundPhaseProblem(Problem):
    """A problem with how far a round is, and what it may become."""


@dataclass(frozen=True, slots=True)
class RoundNotOpenYet(RoundPhaseProblem):
    opens_at: datetime


@dataclass(frozen=True, slots=True)
class RoundClosed(RoundPhaseProblem):
    closed_at: datetime


@dataclass(frozen=True, slots=True)
class EntriesSettled(RoundPhaseProblem):
    """The round has closed, so that an entry is changed with a moderator's leave alone."""

    closed_at: datetime


@dataclass(frozen=True, slots=True)
class RoundOver(RoundPhaseProblem):
    """The round has closed, and the change brings no later end."""

    closed_at: datetime


@dataclass(frozen=True, slots=True)
class RoundCancelled(RoundPhaseProblem):
    pass


@dataclass(frozen=True, slots=True)
class RoundChanged(RoundPhaseProblem):
    """Somebody else changed the round between the question and the yes."""


@dataclass(frozen=True, slots=True)
class OpeningFixed(RoundPhaseProblem):
    """The round has opened, so its opening stays."""

    opened_at: datetime


@dataclass(frozen=True, slots=True)
class ClosesBeforeOpens(RoundPhaseProblem):
    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class NotLater(RoundPhaseProblem):
    """The extension would not end after the round's present end."""

    closes_at: datetime
    asked: datetime


@dataclass(frozen=True, slots=True)
class NothingToClose(RoundPhaseProblem):
    """The round has not opened yet."""

    opens_at: datetime


@dataclass(frozen=True, slots=True)
class HandedInLate(RoundPhaseProblem):
    """The round has closed, and takes the story with a badge."""

    closed_at: datetime


@dataclass(frozen=True, slots=True)
class TooEarlyToExcuse(RoundPhaseProblem):
    """Nobody gets more time for a round that is still to come."""

    opens_at: datetime


@dataclass(frozen=True, slots=True)
class TooLateToRemind(RoundPhaseProblem):
    closes_at: datetime

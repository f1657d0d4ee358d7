from dataclasses import dataclass
from datetime import datetime

from bot.domain.problem.problem import Problem


@dataclass(frozen=True, slots=True)
class ChallengeProblem(Problem):
    """A problem with a challenge."""


@dataclass(frozen=True, slots=True)
class ChallengeUnknown(ChallengeProblem):
    asked: str


@dataclass(frozen=True, slots=True)
class ChallengesNone(ChallengeProblem):
    pass


@dataclass(frozen=True, slots=True)
class ChallengeUnclear(ChallengeProblem):
    """There are several, and nobody said which."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChallengeOver(ChallengeProblem):
    name: str
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class ChallengeUnnamed(ChallengeProblem):
    pass


@dataclass(frozen=True, slots=True)
class ChallengeChannelGone(ChallengeProblem):
    """The channel of its rounds was deleted."""


@dataclass(frozen=True, slots=True)
class ChallengeWithoutCalendar(ChallengeProblem):
    name: str


@dataclass(frozen=True, slots=True)
class OccurrenceUnknown(ChallengeProblem):
    """It is no date on which a round would open."""

    asked: str

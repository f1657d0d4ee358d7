from dataclasses import dataclass

from bot.domain.problem.problem import Problem


@dataclass(frozen=True, slots=True)
class RoundChoiceProblem(Problem):
    """A problem with which round is meant."""


@dataclass(frozen=True, slots=True)
class RoundUnknown(RoundChoiceProblem):
    """There is no such round here; `asked` is the typed text."""

    asked: str


@dataclass(frozen=True, slots=True)
class RoundsAlike(RoundChoiceProblem):
    """Several rounds have the typed text in their titles."""

    asked: str


@dataclass(frozen=True, slots=True)
class NoRounds(RoundChoiceProblem):
    """There is no round to choose."""


@dataclass(frozen=True, slots=True)
class RoundNotNamed(RoundChoiceProblem):
    """Several rounds could be meant; `titles` are those that the member may know."""

    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoRoundOpen(RoundChoiceProblem):
    """No round in this guild takes entries now."""


@dataclass(frozen=True, slots=True)
class RoundNotChosen(RoundChoiceProblem):
    """Several rounds are open and the writer has not said which."""


@dataclass(frozen=True, slots=True)
class EntryOutOfSight(RoundChoiceProblem):
    """A change is for an entry in a channel that its writer can't see."""


@dataclass(frozen=True, slots=True)
class RoundOutOfSight(RoundChoiceProblem):
    """The writer cannot see the channel of their draft's round any more."""

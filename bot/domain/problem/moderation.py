from dataclasses import dataclass

from bot.domain.problem.problem import Problem


@dataclass(frozen=True, slots=True)
class ModerationProblem(Problem):
    """A problem with what moderators decide about members and their entries."""


@dataclass(frozen=True, slots=True)
class CaseDecided(ModerationProblem):
    """Somebody was faster: a moderator, or the writer who took the entry back, which is `by` nobody: zero."""

    by: int
    outcome: str


@dataclass(frozen=True, slots=True)
class CaseGone(ModerationProblem):
    """There is nothing to decide any more."""

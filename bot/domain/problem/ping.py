from dataclasses import dataclass

from bot.domain.problem.problem import Problem


@dataclass(frozen=True, slots=True)
class PingProblem(Problem):
    """A problem with the role that a round pings."""


@dataclass(frozen=True, slots=True)
class RoleUnknown(PingProblem):
    """There is no such role here; `asked` is the typed text."""

    asked: str


@dataclass(frozen=True, slots=True)
class PingFixed(PingProblem):
    """The round has opened, and whoever was to be pinged was."""


@dataclass(frozen=True, slots=True)
class PingsEverybody(PingProblem):
    pass


@dataclass(frozen=True, slots=True)
class PingNotYours(PingProblem):
    """The moderator may not mention the role themself."""

    role_id: int


@dataclass(frozen=True, slots=True)
class PingImpossible(PingProblem):
    """The bot may not mention the role in the round's channel."""

    role_id: int
    channel_id: int


@dataclass(frozen=True, slots=True)
class PingRoleGone(PingProblem):
    """The role that a round pings was deleted."""

from dataclasses import dataclass

from bot.domain.header.rating import Rating
from bot.domain.problem.problem import Problem


@dataclass(frozen=True, slots=True)
class AudienceProblem(Problem):
    """A problem with who would read a story."""


@dataclass(frozen=True, slots=True)
class NeedsAgeRestriction(AudienceProblem):
    """The story is rated for adults, and the round's channel is open to everybody. `rounds` are channels of rounds that
    take it; other `channels` would do as well.
    """

    rating: Rating
    rounds: tuple[int, ...] = ()
    channels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NothingToRead(AudienceProblem):
    """The round has no story that the reader could be shown here. Some are for adults alone, and are read in the
    channels `read_in`; others the reader does not want to be shown.
    """

    channel_id: int
    for_adults: int
    hidden: int
    is_open: bool
    read_in: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Filtered(AudienceProblem):
    """The reader does not want to be shown the story; `names` say why."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotReadHere(AudienceProblem):
    """The story is rated for adults and its reader asks in a channel that is open to everybody. `read_in` are the
    channels in which it is read.
    """

    rating: Rating
    read_in: tuple[int, ...]

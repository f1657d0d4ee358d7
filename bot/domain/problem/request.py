from dataclasses import dataclass
from datetime import datetime

from bot.domain.problem.problem import Problem


@dataclass(frozen=True, slots=True)
class RequestProblem(Problem):
    """A problem with a request, whatever it is about."""


@dataclass(frozen=True, slots=True)
class NotModerator(RequestProblem):
    pass


@dataclass(frozen=True, slots=True)
class NotServerManager(RequestProblem):
    """Only members who manage the server may settle customs; moderating is not enough."""


@dataclass(frozen=True, slots=True)
class ChannelUnfit(RequestProblem):
    """The bot lacks permissions there; `missing` holds Discord's names of them."""

    channel_id: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NothingHandedOver(RequestProblem):
    """The member gave neither a text nor a file."""


@dataclass(frozen=True, slots=True)
class MessageWithoutWords(RequestProblem):
    """The chosen message has neither text nor a file; `what` it is, with its article."""

    what: str


@dataclass(frozen=True, slots=True)
class ProposalGone(RequestProblem):
    """The proposal was confirmed or put aside already."""


@dataclass(frozen=True, slots=True)
class NotUnderstood(RequestProblem):
    """Nothing of ours sends such a click or form: it is an old one, or somebody made it up."""


@dataclass(frozen=True, slots=True)
class AnswerIncomplete(RequestProblem):
    """An answer takes several messages, and Discord may not have shown all of them."""


@dataclass(frozen=True, slots=True)
class TextKept(RequestProblem):
    """The request is refused, but the text that came with it is a draft now."""


@dataclass(frozen=True, slots=True)
class OnlyOnServer(RequestProblem):
    """The request is about a server but came from elsewhere."""


@dataclass(frozen=True, slots=True)
class Lost(RequestProblem):
    """The subject is newer than the copy with which the database went on. The copy knows what was until `known_until`;
    None: it knew nothing.
    """

    known_until: datetime | None

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


@dataclass(frozen=True, slots=True)
class Blocked(ModerationProblem):
    """The server takes no entries of the member; `reason` may be empty. `by` says who decided that, where the server
    wants them named.
    """

    reason: str
    by: int | None = None


@dataclass(frozen=True, slots=True)
class WriterBlocked(ModerationProblem):
    """Whom the server takes nothing from cannot be one whose entries never wait."""


@dataclass(frozen=True, slots=True)
class NotBlocked(ModerationProblem):
    """There is nothing to lift."""


@dataclass(frozen=True, slots=True)
class NothingRemoved(ModerationProblem):
    """The entry stands, or its writer took it back."""


@dataclass(frozen=True, slots=True)
class EntryHandedInAgain(ModerationProblem):
    """The text of a removed entry became another entry."""


@dataclass(frozen=True, slots=True)
class EntryDone(ModerationProblem):
    """A moderator did that with the entry before; `by` is zero for the one who asks."""

    by: int
    did: str


@dataclass(frozen=True, slots=True)
class EntryEdited(ModerationProblem):
    """Its writer changed the entry while a moderator wrote."""


@dataclass(frozen=True, slots=True)
class EntryReworded(ModerationProblem):
    """Its writer changed the entry after the moderator saw it who says yes to it."""


@dataclass(frozen=True, slots=True)
class PostGone(ModerationProblem):
    """Somebody deleted the entry's post by hand, so that it stands no more."""


@dataclass(frozen=True, slots=True)
class NotMovable(ModerationProblem):
    """The entry is in that round, or the round is still to come or was called off."""


@dataclass(frozen=True, slots=True)
class HeaderEmpty(ModerationProblem):
    """No field is left of a header."""


@dataclass(frozen=True, slots=True)
class NothingToReport(ModerationProblem):
    """The message is none of the bot's, so it shows no entry."""


@dataclass(frozen=True, slots=True)
class ReportedBefore(ModerationProblem):
    """The reader has told moderators of this entry already."""

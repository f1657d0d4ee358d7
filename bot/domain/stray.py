"""What is wrong before anything of ours is known to be meant: facts like those of `problem`, worded beside them."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class NotUnderstood(Problem):
    """A click or a form that says what nothing of ours says: an old one, or one that somebody made up."""


@dataclass(frozen=True, slots=True)
class TextKept(Problem):
    """What came along with something that is refused is a draft now."""


@dataclass(frozen=True, slots=True)
class NotAsShown(Problem):
    """A draft is another one than its writer saw when they clicked: changed elsewhere, or by a restore."""


@dataclass(frozen=True, slots=True)
class OnlyOnServer(Problem):
    """It is about a server, and was asked for elsewhere."""


@dataclass(frozen=True, slots=True)
class Lost(Problem):
    """It came after the copy that the database went on with. The copy knows until when; None: it knew of nothing."""

    known_until: datetime | None

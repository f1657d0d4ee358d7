from dataclasses import dataclass

from bot.domain.problem.problem import Problem


@dataclass(frozen=True, slots=True)
class EntryProblem(Problem):
    """A problem with a draft, an entry or its post."""


@dataclass(frozen=True, slots=True)
class EntriesUsedUp(EntryProblem):
    """The writer has as many entries in this round as it takes from one member."""

    most: int


@dataclass(frozen=True, slots=True)
class StoryTwice(EntryProblem):
    """The writer has an entry with this very story in the round."""

    name: str
    """What they know that entry by."""


@dataclass(frozen=True, slots=True)
class NotYours(EntryProblem):
    """The draft, the entry or the message belongs to somebody else."""


@dataclass(frozen=True, slots=True)
class PostedByProxy(EntryProblem):
    """A webhook posted the message, as proxies do for writers: nothing in it tells whose it is."""


@dataclass(frozen=True, slots=True)
class PostWithoutStory(EntryProblem):
    """The message is a round's card, its round-up, or the remains of an entry."""


@dataclass(frozen=True, slots=True)
class DraftGone(EntryProblem):
    """The draft was discarded, or handed in already."""


@dataclass(frozen=True, slots=True)
class NotAsShown(EntryProblem):
    """The draft is not the one that its writer saw when they clicked: it was changed elsewhere, or by a restore."""


@dataclass(frozen=True, slots=True)
class NothingChanged(EntryProblem):
    """The draft says what its entry says already."""


@dataclass(frozen=True, slots=True)
class EntryUnknown(EntryProblem):
    """There is no such entry, or it was taken back already."""


@dataclass(frozen=True, slots=True)
class StoryGone(EntryProblem):
    """The story does not stand in its channel, or not for the member who asks to read it."""

from dataclasses import dataclass

from bot.domain.problem.entry import EntryProblem


@dataclass(frozen=True, slots=True)
class EntryChoiceProblem(EntryProblem):
    """A problem with which entry is meant."""


@dataclass(frozen=True, slots=True)
class EntryNotNamed(EntryChoiceProblem):
    """None of the writer's entries that this could be about has this title."""

    asked: str


@dataclass(frozen=True, slots=True)
class EntryToName(EntryChoiceProblem):
    """The writer gave a file for one of several entries, and did not say for which."""


@dataclass(frozen=True, slots=True)
class NoEntryStanding(EntryChoiceProblem):
    """The writer has no entry that can still be changed or taken back."""

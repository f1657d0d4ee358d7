"""How much is kept of a member, and of a server."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    entries: int
    """Entries that stand."""
    drafts: int
    hearts: int

    @property
    def are_nothing(self) -> bool:
        return not (self.entries or self.drafts or self.hearts)


@dataclass(frozen=True, slots=True)
class ServerFigures:
    rounds: int
    entries: int
    drafts: int
    """Drafts that are not handed in."""

"""Which story of a round a reader is shown next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Readable:
    """A story on show, as one reader knows it."""

    entry_id: int
    hearts: int
    readers: int
    """Members who read it through the bot."""
    read_at: datetime | None
    loved: bool
    """True if the reader left a heart, so that they know it."""
    for_adults: bool
    hidden: bool = False
    """True if the reader does not want to see it."""

    @property
    def is_new(self) -> bool:
        return self.read_at is None and not self.loved

    @property
    def turn(self) -> tuple[bool, float, int, int]:
        """New stories come first, those with the fewest hearts and readers before others; then what was read longest
        ago.
        """
        if self.is_new:
            return False, self.hearts, self.readers, self.entry_id
        return True, self.read_at.timestamp() if self.read_at else 0, self.readers, self.entry_id


@dataclass(frozen=True, slots=True)
class Turn:
    """The next story, None where there is none to be shown; and the number of new ones among all that can be."""

    next: Readable | None
    new: int
    all: int
    for_adults: int
    """Stories that are not shown where the reader asks."""
    hidden: int = 0
    """Stories that the reader does not want to be shown."""


def turn(found: Iterable[Readable], *, among_adults: bool, before: int | None) -> Turn:
    """`before` is the story that the reader comes from: another one follows it, if there is one."""
    listed = sorted(found, key=lambda story: story.turn)
    every = [story for story in listed if not story.hidden]
    shown = [story for story in every if among_adults or not story.for_adults]
    others = [story for story in shown if story.entry_id != before]
    return Turn(
        next=next(iter(others or shown), None),
        new=sum(story.is_new for story in shown),
        all=len(shown),
        for_adults=len(every) - len(shown),
        hidden=len(listed) - len(every),
    )

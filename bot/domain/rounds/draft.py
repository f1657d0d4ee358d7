"""A draft: a manuscript we hold for its writer, not handed in yet."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.header import header
from bot.domain.reading import manuscript, omission
from bot.domain.reading.manuscript import Manuscript
from bot.domain.reading.omission import Omission
from bot.domain.reading.reading import Bounds, Reading


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was made of a draft's text, and what else could be."""

    manuscript: Manuscript
    reading: Reading
    """As its writer said where the story is, or else as it was read."""
    readings: tuple[Reading, ...]
    """All by the reader alone, the likeliest first."""
    stories: tuple[Reading, ...]
    """Each of them alone, where the text has several."""

    @property
    def bounds(self) -> Bounds:
        return self.reading.bounds

    @property
    def left_out(self) -> tuple[Omission, ...]:
        """What is neither story nor header."""
        return omission.omissions(self.reading)

    @property
    def set_below(self) -> tuple[Omission, ...]:
        """What would stand below the story as a note, and may be one itself."""
        return omission.prose_below(self.reading)

    @property
    def next_best(self) -> int | None:
        """The place of the likeliest reading that takes something else for the story."""
        return next((place for place, each in enumerate(self.readings) if each.bounds != self.bounds), None)


def understood(text: str) -> Understanding:
    """What is made of a text by itself."""
    readings = manuscript.readings(text)
    return Understanding(manuscript.parsed(text, readings), readings[0], readings, manuscript.stories(text))


@dataclass(frozen=True, slots=True)
class Draft:
    id: int
    guild_id: int
    author_id: int
    round_id: int | None
    text: str
    """As it was handed over, never touched by a correction."""
    header: str | None
    """The writer's own `field: value` lines, which stand in the place of what was read; None: none written."""
    bounds: Bounds | None
    """Where the writer says that the story is; None: as it is read."""
    saved_at: datetime

    @property
    def is_at_hand(self) -> bool:
        """True if nobody has to wait until it is understood."""
        return manuscript.is_at_hand(self.text) and manuscript.is_at_hand(self.text, self.bounds)

    @property
    def is_too_long(self) -> bool:
        return manuscript.is_too_long(self.text)

    def read(self) -> Manuscript:
        if self.bounds is None:
            return self.with_own_header(manuscript.parse(self.text))
        return self.with_own_header(manuscript.bounded(self.text, self.bounds))

    def understood(self) -> Understanding:
        found = understood(self.text)
        if self.bounds is None:
            return replace(found, manuscript=self.with_own_header(found.manuscript))
        chosen = manuscript.reading_within(self.text, self.bounds)
        return replace(found, manuscript=self.with_own_header(manuscript.of(chosen)), reading=chosen)

    def with_own_header(self, found: Manuscript) -> Manuscript:
        if self.header is None:
            return found
        return Manuscript(header.from_lines(self.header), found.story)

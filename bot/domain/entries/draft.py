"""A draft: a manuscript we hold for its writer, not handed in yet."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.header import header
from bot.domain.reading import manuscript, omission
from bot.domain.reading.manuscript import Manuscript
from bot.domain.reading.omission import Omission
from bot.domain.reading.reading import Bounds, Reading
from bot.domain.rounds.round_plan import Plan


@dataclass(frozen=True, slots=True)
class Understanding:
    """Our reading of a draft's text, and the other possible ones."""

    manuscript: Manuscript
    reading: Reading
    """The reading that the writer chose, else the likeliest."""
    readings: tuple[Reading, ...]
    """The reader's own readings, the likeliest first."""
    stories: tuple[Reading, ...]
    """Each story alone, if the text has several."""

    @property
    def bounds(self) -> Bounds:
        return self.reading.bounds

    @property
    def is_one_of_several(self) -> bool:
        """True if the text has several stories, and this is one of them."""
        return any(story.bounds == self.bounds for story in self.stories)

    @property
    def left_out(self) -> tuple[Omission, ...]:
        """The lines that are neither story nor header."""
        posted = self.manuscript.header
        same = posted == self.reading.header.without_figures
        return omission.omissions(self.reading) if same else omission.omissions(self.reading, posted)

    @property
    def set_below(self) -> tuple[Omission, ...]:
        """Notes below the story that are long enough to be a story."""
        return omission.prose_below(self.manuscript.header)

    @property
    def next_best(self) -> int | None:
        """The place of the likeliest reading that takes something else for the story."""
        return next((place for place, each in enumerate(self.readings) if each.bounds != self.bounds), None)


def understood(text: str) -> Understanding:
    """Our reading of a text, without a writer's corrections."""
    readings = manuscript.readings(text)
    return Understanding(manuscript.of(readings[0]), readings[0], readings, manuscript.stories(text))


@dataclass(frozen=True, slots=True)
class Draft:
    id: int
    guild_id: int
    author_id: int
    round_id: int | None
    text: str
    """The text as it was handed over; corrections never change it."""
    header: str | None
    """The writer's own `field: value` lines, which replace the header that was read; None if there are none."""
    bounds: Bounds | None
    """The story's bounds by the writer; None if the reader's hold."""
    saved_at: datetime
    entry_id: int | None = None
    """The entry that it is to change; None for a new one."""

    @property
    def is_at_hand(self) -> bool:
        """True if nobody has to wait for its readings."""
        return manuscript.is_at_hand(self.text) and manuscript.is_at_hand(self.text, self.bounds)

    @property
    def is_too_long(self) -> bool:
        return manuscript.is_too_long(self.text)

    @property
    def next_story(self) -> Bounds | None:
        """The story below the one that its writer took of several; None where there is none that is at hand."""
        bounds = [story.bounds for story in manuscript.stories(self.text)] if self.is_at_hand else []
        below = bounds[bounds.index(self.bounds) + 1 :] if self.bounds in bounds else []
        return below[0] if below else None

    def goes_on(self, plan: Plan) -> bool:
        """True if its next story may follow this one into a round of this plan."""
        return self.entry_id is None and plan.entries_per_member > 1 and self.next_story is not None

    def read(self) -> Manuscript:
        return self.with_own_header(manuscript.parse(self.text, self.bounds))

    def understood(self) -> Understanding:
        chosen = manuscript.readings(self.text, self.bounds)[0]
        return replace(understood(self.text), manuscript=self.with_own_header(manuscript.of(chosen)), reading=chosen)

    def with_own_header(self, found: Manuscript) -> Manuscript:
        if self.header is None:
            return found
        return Manuscript(header.from_lines(self.header), found.story)

    def says_the_same_as(self, other: "Draft") -> bool:
        """True if what its writer typed is the same, wherever they say that the story is."""
        return (self.text, self.header) == (other.text, other.header)


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """What a draft said before a change."""

    number: int
    """From 1 on."""
    draft: Draft
    """The draft as it was."""

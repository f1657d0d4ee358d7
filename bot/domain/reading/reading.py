"""A reading of a text: where its story starts and ends, and the reasons for that."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.header.header import Header

FEWEST_WORDS_OF_STORY = 50
"""Words of the half-drabble, the shortest form that people write."""


class Reason(StrEnum):
    """A reason for a reading, or against it."""

    LABELLED_HEADER = "labelled_header"
    """Fields with names end right above the story."""
    UNLABELLED_HEADER = "unlabelled_header"
    """Only the looks of the lines above say that they are no story."""
    NO_HEADER = "no_header"
    """The story starts with the text."""
    GAP_ABOVE = "gap_above"
    """A blank line or a rule parts the story from what is above it."""
    MORE_BESIDE = "more_beside"
    """What stands beside the story may be its own: `Explicit.` reads like a sentence, `Mona: no` is nobody's field, a
    paragraph reads like the story's, or there is as much as another story has.
    """
    MAY_BE_TITLE = "may_be_title"
    """The story's first line may be its title, a field of its header, or a note above it: `So I wrote this instead.`"""
    MAY_BE_NOTE = "may_be_note"
    """The story's last line may be a note below it: `Sorry it's late!`, `Dare: bread`."""
    END_MARKED = "end_marked"
    """`The End`."""
    COUNT_AGREES = "count_agrees"
    """The story has as many words as its header says."""
    COUNT_AGREES_BY_SPACES = "count_agrees_by_spaces"
    """The story has as many words as its header says, if they are counted as word processors count."""
    COUNT_AGREES_WITH_TITLE = "count_agrees_with_title"
    """The story has as many words as its header says, if those of its title are counted too."""
    COUNT_DIFFERS = "count_differs"
    """The header states another number of words."""
    STARTS_ELSEWHERE = "starts_elsewhere"
    """The next best reading starts elsewhere."""
    FIRST_LINES = "first_lines"
    """The same, and nothing stands above the best one."""
    ENDS_ELSEWHERE = "ends_elsewhere"
    NO_GAP = "no_gap"
    """Nothing parts the header from the story."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The story's first line and the one after its last, by their numbers in the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    bounds: Bounds
    find_header: Callable[[], Header] = field(compare=False, repr=False)
    """Its header, which is found when somebody looks at it: of most readings, nobody does."""
    lines: tuple[str, ...]
    """The lines of the whole text, each with its end; all readings of a text share them."""
    confidence: float
    """The probability of this reading among all that were weighed, from 0 to 1."""
    reasons: tuple[Reason, ...]
    """Why it is the likeliest, or why that is in doubt; none of the others."""

    @property
    def header(self) -> Header:
        return self.find_header()

    @property
    def above(self) -> str:
        """The text above the story, unchanged; `above`, `story` and `below` together are the whole text."""
        return "".join(self.lines[: self.bounds.start])

    @property
    def story(self) -> str:
        return "".join(self.lines[self.bounds.start : self.bounds.end])

    @property
    def below(self) -> str:
        return "".join(self.lines[self.bounds.end :])


def whole_lines(text: str) -> tuple[str, ...]:
    """The lines, each with its end."""
    *lines, last = text.split("\n")
    return (*(f"{each}\n" for each in lines), last)

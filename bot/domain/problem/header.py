from dataclasses import dataclass

from bot.domain.header.field import Field
from bot.domain.header.rating import Rating
from bot.domain.problem.problem import Problem


@dataclass(frozen=True, slots=True)
class HeaderProblem(Problem):
    """A problem with what a story's header says."""


@dataclass(frozen=True, slots=True)
class RatingUnknown(HeaderProblem):
    """A warning: the header's rating is none that we know."""

    written: str


@dataclass(frozen=True, slots=True)
class FieldMissing(HeaderProblem):
    field: Field


@dataclass(frozen=True, slots=True)
class RatedTooHigh(HeaderProblem):
    rating: Rating
    highest: Rating


@dataclass(frozen=True, slots=True)
class TagNameless(HeaderProblem):
    """Nothing could be seen of what a tag is to be called."""


@dataclass(frozen=True, slots=True)
class TagUnknown(HeaderProblem):
    """No story's header here has this tag, or what was asked for is done already."""

    asked: str = ""

"""An entry: a manuscript admitted to a round, and what keeps one out."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.header import Field, Header
from bot.domain.manuscript import Manuscript
from bot.domain.problem import (
    CountMismatch,
    EntriesUsedUp,
    FieldMissing,
    NeedsAgeRestriction,
    NoStory,
    Problem,
    RatedTooHigh,
    StoryTooLong,
    WordsOff,
)
from bot.domain.rating import Rating
from bot.domain.round import Plan
from bot.domain.word_rule import WordRule
from bot.domain.words import Convention, Counts

LONGEST_STORY = 60_000
"""Characters: some sixteen messages, which is as much as a channel bears."""

OPEN_TO_ALL = Rating.MATURE
"""The highest rating for a channel that is not age-restricted: Discord asks for the restriction from explicit on."""


@dataclass(frozen=True, slots=True)
class Entry:
    id: int
    round_id: int
    author_id: int
    draft_id: int
    header: Header
    story: str
    counts: Counts
    convention: Convention
    """How its round counts."""
    handed_in_at: datetime

    @property
    def title(self) -> str:
        return self.header.get(Field.TITLE) or "Untitled"

    @property
    def words(self) -> int:
        return self.counts.by(self.convention)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the writer's own text does not say: how many entries they have there, and where it would be posted."""

    entries_already: int
    age_restricted: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """`problems` keep the manuscript out, `warnings` do not."""

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def admit(manuscript: Manuscript, plan: Plan, circumstances: Circumstances) -> Verdict:
    """Everything that is wrong with a manuscript by a round's plan, all at once; the window is not looked at."""
    problems = [
        *story_problems(manuscript),
        *word_problems(manuscript, plan.rule, plan.convention),
        *header_problems(manuscript, plan),
        *rating_problems(manuscript, plan, circumstances),
    ]
    if circumstances.entries_already >= plan.entries_per_member:
        problems.append(EntriesUsedUp(plan.entries_per_member))
    mismatch = count_mismatch(manuscript, plan.convention)
    if plan.count_must_match:
        return Verdict((*problems, *mismatch), ())
    return Verdict(tuple(problems), mismatch)


def story_problems(manuscript: Manuscript) -> list[Problem]:
    if manuscript.counts.ao3 == 0:  # nothing, or nothing but marks and signs
        return [NoStory()]
    if len(manuscript.story) > LONGEST_STORY:
        return [StoryTooLong(len(manuscript.story), LONGEST_STORY)]
    return []


def word_problems(manuscript: Manuscript, rule: WordRule, convention: Convention = Convention.AO3) -> list[Problem]:
    words = manuscript.counts.by(convention)
    if not manuscript.story.strip() or rule.admits(words):
        return []
    return [WordsOff(words, rule)]


def header_problems(manuscript: Manuscript, plan: Plan) -> list[Problem]:
    return [FieldMissing(field) for field in plan.required if not manuscript.header.get(field)]


def rating_problems(manuscript: Manuscript, plan: Plan, circumstances: Circumstances) -> list[Problem]:
    rating = manuscript.header.rating
    problems: list[Problem] = []
    if plan.highest is not None and rating > plan.highest:
        problems.append(RatedTooHigh(rating, plan.highest))
    if rating > OPEN_TO_ALL and not circumstances.age_restricted:
        problems.append(NeedsAgeRestriction(rating))
    return problems


def count_mismatch(manuscript: Manuscript, convention: Convention = Convention.AO3) -> tuple[Problem, ...]:
    declared, words = manuscript.header.declared_words, manuscript.counts.by(convention)
    if declared is None or declared == words:
        return ()
    return (CountMismatch(declared, words),)


def may_be_posted(entry_rating: Rating, *, age_restricted: bool) -> bool:
    """Whether a story of this rating may stand in such a channel, asked again before each posting."""
    return age_restricted or entry_rating <= OPEN_TO_ALL

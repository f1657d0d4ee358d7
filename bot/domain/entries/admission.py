"""The rules that let a manuscript into a round or keep it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.entries import authorship
from bot.domain.entries.entry import Entry
from bot.domain.problem import (
    CountMismatch,
    EntriesUsedUp,
    FieldMissing,
    LastWordNotB,
    LinkAlone,
    NeedsAgeRestriction,
    NoStory,
    Problem,
    PromptWordMissing,
    RatedTooHigh,
    RatingUnknown,
    SectionsOff,
    StoryTooLong,
    WordsOff,
)
from bot.domain.reading import section
from bot.domain.reading.manuscript import LONGEST, Manuscript
from bot.domain.rounds import audience
from bot.domain.rounds.round_plan import Plan
from bot.domain.text import ao3_words, conventions, markup, prompt_word, word_rule
from bot.domain.text.conventions import Convention, Counts
from bot.domain.text.word_rule import SHERLOCK, Count, WordRule


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the writer's text does not tell, and admission asks."""

    entries_already: int
    """How many entries they have in the round."""
    age_restricted: bool
    """True if an entry would be posted among adults."""
    entries_allowed: int = 0
    """How many moderators allowed this writer; zero: as many as others."""
    rounds_for_adults: tuple[int, ...] = ()
    """Channels for adults in which a round takes the story."""
    channels_for_adults: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """`problems` keep the manuscript out, `warnings` do not."""

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def admit(manuscript: Manuscript, plan: Plan, circumstances: Circumstances) -> Verdict:
    """Everything that is wrong with a manuscript by a round's plan, all at once, whether the round is open or not.
    Nobody reads a manuscript that is too long, so it has no other problem.
    """
    if manuscript.is_too_long:
        return Verdict(tuple(story_problems(manuscript)), ())
    problems = [
        *story_problems(manuscript),
        *text_problems(manuscript, plan),
        *rating_problems(manuscript, plan, circumstances),
    ]
    most = max(plan.entries_per_member, circumstances.entries_allowed)
    if circumstances.entries_already >= most:
        problems.append(EntriesUsedUp(most))
    mismatch = count_mismatch(manuscript, plan.convention, with_title=plan.title_counts)
    unclear = (*link_alone(manuscript), *rating_unknown(manuscript))
    if plan.count_must_match:
        return Verdict((*problems, *mismatch), unclear)
    return Verdict(tuple(problems), (*mismatch, *unclear))


def left_behind(entries: Sequence[Entry], before: Plan, after: Plan) -> list[Entry]:
    """The entries that a changed plan would not take, though the plan before it did. They keep their place."""
    if before.asks_the_same_as(after):  # else each new end would have every story counted
        return []
    too_many = {
        entry.id
        for own in authorship.by_writer(entries)
        for entry in own[after.entries_per_member : before.entries_per_member]
    }
    return [entry for entry in entries if entry.id in too_many or (fits(entry, before) and not fits(entry, after))]


def fits(entry: Entry, plan: Plan) -> bool:
    manuscript = entry.manuscript
    rated_too_high = plan.highest is not None and manuscript.header.rating > plan.highest
    wrong = count_mismatch(manuscript, plan.convention, with_title=plan.title_counts) if plan.count_must_match else ()
    return not rated_too_high and not wrong and not text_problems(manuscript, plan)


def text_problems(manuscript: Manuscript, plan: Plan) -> list[Problem]:
    """The demands of a plan that this text does not meet."""
    return [
        *word_problems(manuscript, plan.rule, plan.convention, with_title=plan.title_counts),
        *prompt_word_problems(manuscript, plan),
        *header_problems(manuscript, plan),
    ]


def story_problems(manuscript: Manuscript) -> list[Problem]:
    if manuscript.is_too_long:
        return [StoryTooLong(len(manuscript.story), LONGEST)]
    if manuscript.counts[Convention.AO3] == 0:  # nothing, or nothing but marks and signs
        return [NoStory()]
    return []


def word_problems(
    manuscript: Manuscript, rule: WordRule, convention: Convention = Convention.AO3, *, with_title: bool = False
) -> list[Problem]:
    """The problems by the word rule. Of a choice, by the count that the story comes nearest to."""
    if not manuscript.story.strip():
        return []
    number = manuscript.counted(with_title=with_title)[convention]
    found = {
        count: section_problems(manuscript, count, convention, with_title=with_title)
        if count.in_sections
        else number_problems(manuscript, number, count, rule)
        for count in rule.counts
    }
    return found[word_rule.nearest(rule, number)] if all(found.values()) else []


def number_problems(manuscript: Manuscript, number: int, count: Count, rule: WordRule) -> list[Problem]:
    """The problems by one count of a rule; a form may ask for more than a number."""
    problems: list[Problem] = [] if count.admits(number) else [WordsOff(number, rule)]
    return [*problems, *(last_word_problems(manuscript, count) if count.form == SHERLOCK else [])]


@lru_cache(maxsize=8)  # asked by every convention while a draft is judged
def section_counts(story: str) -> tuple[Counts, ...]:
    return tuple(conventions.count(markup.plain(each)) for each in section.sections(story))


def section_problems(manuscript: Manuscript, rule: Count, convention: Convention, *, with_title: bool) -> list[Problem]:
    """The problems of a series; a title that counts belongs to the first section."""
    counts = [*section_counts(manuscript.story)]
    if with_title and counts:
        counts[0] += manuscript.header.title_words
    numbers = tuple(each[convention] for each in counts)
    as_many = rule.times in (None, len(numbers))
    return [] if as_many and all(map(rule.admits_section, numbers)) else [SectionsOff(numbers, rule)]


def last_word_problems(manuscript: Manuscript, rule: Count) -> list[Problem]:
    last = ao3_words.last(manuscript.plain)
    return [LastWordNotB(rule.form or "", last)] if last and not last.casefold().startswith("b") else []


def prompt_word_problems(manuscript: Manuscript, plan: Plan) -> list[Problem]:
    asked = plan.prompt_word
    if asked is None or not manuscript.story.strip() or prompt_word.appears(asked, manuscript.plain):
        return []
    return [PromptWordMissing(asked)]


def header_problems(manuscript: Manuscript, plan: Plan) -> list[Problem]:
    return [FieldMissing(field) for field in plan.required if not manuscript.header.get(field)]


def rating_problems(manuscript: Manuscript, plan: Plan, circumstances: Circumstances) -> list[Problem]:
    rated = manuscript.header.rating
    problems: list[Problem] = []
    if plan.highest is not None and rated > plan.highest:
        problems.append(RatedTooHigh(rated, plan.highest))
    if not audience.may_be_posted(rated, age_restricted=circumstances.age_restricted):
        elsewhere = circumstances.rounds_for_adults, circumstances.channels_for_adults
        problems.append(NeedsAgeRestriction(rated, *elsewhere))
    return problems


def warnings(manuscript: Manuscript, convention: Convention = Convention.AO3) -> tuple[Problem, ...]:
    """The warnings for a writer whose manuscript has no round yet."""
    if manuscript.is_too_long:
        return ()
    return (*count_mismatch(manuscript, convention), *link_alone(manuscript), *rating_unknown(manuscript))


def link_alone(manuscript: Manuscript) -> tuple[Problem, ...]:
    told = manuscript.story.split()
    is_link = all(each.lstrip("<").startswith(("http://", "https://")) for each in told)
    return (LinkAlone(),) if told and is_link else ()


def rating_unknown(manuscript: Manuscript) -> tuple[Problem, ...]:
    written = manuscript.header.unknown_rating
    return () if written is None else (RatingUnknown(written),)


def count_mismatch(
    manuscript: Manuscript, convention: Convention = Convention.AO3, *, with_title: bool = False
) -> tuple[Problem, ...]:
    declared, counted = manuscript.header.declared_words, manuscript.counted(with_title=with_title)[convention]
    if declared is None or declared == counted or NoStory() in story_problems(manuscript):
        return ()
    return (CountMismatch(declared, counted),)

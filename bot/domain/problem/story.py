from dataclasses import dataclass

from bot.domain.problem.problem import Problem
from bot.domain.text.word_rule import Count, WordRule


@dataclass(frozen=True, slots=True)
class StoryProblem(Problem):
    """A problem with the story that is handed over."""


@dataclass(frozen=True, slots=True)
class NoStory(StoryProblem):
    """The text has header lines and nothing below them, or nothing at all."""


@dataclass(frozen=True, slots=True)
class LinkAlone(StoryProblem):
    """The story is a link, or several: readers would see no more of it."""


@dataclass(frozen=True, slots=True)
class WordsOff(StoryProblem):
    words: int
    rule: WordRule


@dataclass(frozen=True, slots=True)
class SectionsOff(StoryProblem):
    """`words` are the counts of a drabble series' sections, in their order."""

    words: tuple[int, ...]
    rule: Count


@dataclass(frozen=True, slots=True)
class LastWordNotB(StoryProblem):
    """The form asks for a last word that starts with b."""

    form: str
    word: str


@dataclass(frozen=True, slots=True)
class PromptWordMissing(StoryProblem):
    """The story has its round's word or phrase in no form."""

    word: str


@dataclass(frozen=True, slots=True)
class CountMismatch(StoryProblem):
    """The header states another count. A refusal if the round wants the right count, else a warning."""

    declared: int
    words: int


@dataclass(frozen=True, slots=True)
class StoryTooLong(StoryProblem):
    """The story would fill more messages than a channel can bear."""

    characters: int
    most: int

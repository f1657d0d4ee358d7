from dataclasses import dataclass

from bot.domain.problem.problem import Problem


@dataclass(frozen=True, slots=True)
class RoundOptionProblem(Problem):
    """A problem with what a round is to ask or to do."""


@dataclass(frozen=True, slots=True)
class PromptMissing(RoundOptionProblem):
    """The prompt is blank."""


@dataclass(frozen=True, slots=True)
class WordRuleUnknown(RoundOptionProblem):
    text: str


@dataclass(frozen=True, slots=True)
class PromptWordUnreadable(RoundOptionProblem):
    """The typed text for the word that every story must have has no word in it."""

    text: str


@dataclass(frozen=True, slots=True)
class RemindersUnreadable(RoundOptionProblem):
    text: str

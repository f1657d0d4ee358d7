from dataclasses import dataclass

from bot.domain.problem.problem import Problem


@dataclass(frozen=True, slots=True)
class PromptProblem(Problem):
    """A problem with a prompt of the bank, or one that somebody suggests."""


@dataclass(frozen=True, slots=True)
class PromptTooLong(PromptProblem):
    characters: int
    most: int


@dataclass(frozen=True, slots=True)
class PromptUnknown(PromptProblem):
    asked: str


@dataclass(frozen=True, slots=True)
class PromptGone(PromptProblem):
    """It was taken out of the bank, or it is another server's."""


@dataclass(frozen=True, slots=True)
class PromptsAlike(PromptProblem):
    """Several prompts have the asked words in them."""

    asked: str


@dataclass(frozen=True, slots=True)
class PromptTaken(PromptProblem):
    """Another round took the prompt meanwhile."""


@dataclass(frozen=True, slots=True)
class SuggestionsWaiting(PromptProblem):
    """The member has as many suggestions waiting as one may have."""

    most: int


@dataclass(frozen=True, slots=True)
class SuggestionDecided(PromptProblem):
    """Another moderator was first."""


@dataclass(frozen=True, slots=True)
class SuggestionGone(PromptProblem):
    """Its member took back all that was theirs, or there was none here."""

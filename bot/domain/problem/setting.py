from dataclasses import dataclass

from bot.domain.problem.problem import Problem


@dataclass(frozen=True, slots=True)
class SettingProblem(Problem):
    """A problem with a server's settings."""


@dataclass(frozen=True, slots=True)
class ModeratorsEverybody(SettingProblem):
    """The moderators' role was to be the one that everybody has."""


@dataclass(frozen=True, slots=True)
class EmojiUnreadable(SettingProblem):
    text: str


@dataclass(frozen=True, slots=True)
class EmojiNotOurs(SettingProblem):
    emoji: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EmojiTooMany(SettingProblem):
    number: int
    most: int


@dataclass(frozen=True, slots=True)
class DraftsKeptTooBriefly(SettingProblem):
    """Drafts would go before their writers come back to them."""

    least_days: int

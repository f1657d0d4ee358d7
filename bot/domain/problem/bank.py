from dataclasses import dataclass

from bot.domain.problem.problem import Problem


@dataclass(frozen=True, slots=True)
class BankProblem(Problem):
    """A problem with the bank's sets, and with files for it."""


@dataclass(frozen=True, slots=True)
class SetNameTooLong(BankProblem):
    name: str
    most: int


@dataclass(frozen=True, slots=True)
class SetShips(BankProblem):
    """Prompts of the server's own cannot go into a set that ships with the bot."""

    name: str


@dataclass(frozen=True, slots=True)
class SetUnknown(BankProblem):
    name: str


@dataclass(frozen=True, slots=True)
class PromptFileUnknown(BankProblem):
    """Prompts come in files of other kinds."""

    name: str


@dataclass(frozen=True, slots=True)
class PromptFileEmpty(BankProblem):
    name: str


@dataclass(frozen=True, slots=True)
class ImportGone(BankProblem):
    """It was taken or put aside, or another one came after it."""


@dataclass(frozen=True, slots=True)
class BankFull(BankProblem):
    """`more` prompts are too many beside those that are there."""

    more: int
    most: int


@dataclass(frozen=True, slots=True)
class BankDry(BankProblem):
    """No unused prompt is left in the set that was asked for, or anywhere."""

    name: str

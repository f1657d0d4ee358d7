"""All that keeps a story out, as its preview says it."""

from collections.abc import Sequence

from bot.domain import problem
from bot.domain.problem import Problem
from bot.ui.wording import refusals, terms


def all_of(problems: Sequence[Problem]) -> list[str]:
    """The wordings of all that keeps a story out; the missing fields are one of them."""
    said: dict[str, None] = {}
    missing = [each.field.label.lower() for each in problems if isinstance(each, problem.FieldMissing)]
    for each in problems:
        said[missing_text(missing) if isinstance(each, problem.FieldMissing) else worded(each)] = None
    return list(said)


def missing_text(labels: Sequence[str]) -> str:
    return f"The header has no {terms.listed(labels, 'or')} yet."


def worded(found: Problem) -> str:
    """The wording of a problem that keeps a story out, even one that elsewhere is only good to know."""
    if isinstance(found, problem.CountMismatch):
        return f"{refusals.worded(found)} This round asks for the right number there; *Edit header* takes it."
    return refusals.worded(found)

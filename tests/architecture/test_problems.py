"""Every problem is worded: short, warm, plain."""

import re
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any, get_type_hints

import pytest

from bot.domain import problem
from bot.domain.header.header import Field
from bot.domain.header.rating import Rating
from bot.domain.problem import Beyond, Problem
from bot.domain.text.word_rule import ANYTHING, Count, WordRule
from bot.ui.wording import refusals

EXAMPLES: dict[Any, object] = {
    bool: True,
    int: 3_000_000,
    str: "kettle",
    tuple[int, ...]: (100, 98, 100, 101),
    tuple[str, ...]: ("Send Messages", "Add Reactions"),
    date: date(2026, 12, 1),
    datetime: datetime(2026, 12, 1, 20, tzinfo=UTC),
    tuple[datetime, ...]: (datetime(2026, 12, 1, 20, tzinfo=UTC), datetime(2027, 1, 12, 20, tzinfo=UTC)),
    int | None: 98,
    datetime | None: datetime(2026, 12, 1, 20, tzinfo=UTC),
    Field: Field.TITLE,
    Rating: Rating.MATURE,
    WordRule: ANYTHING,
    Count: ANYTHING,
    Beyond: Beyond.END,
}

OURS = {"form", "looks"}
"""Parts of problems that hold words of our own."""

BLAME = re.compile(
    r"\b(invalid|illegal|error|failed|failure|wrong|bad|must|forbidden|denied|not allowed|unable|exceed\w*)\b",
    re.IGNORECASE,
)


# Not __subclasses__: a dataclass with slots is made twice, and the first one stays for a while.
KINDS = [kind for kind in vars(problem).values() if isinstance(kind, type) and issubclass(kind, Problem)]
GROUPS = {kind.__base__ for kind in KINDS}
PROBLEMS = [kind for kind in KINDS if kind not in GROUPS]


def example(kind: type[Problem]) -> Problem:
    types = get_type_hints(kind)
    return kind(**{field.name: EXAMPLES[types[field.name]] for field in fields(kind)})


def test_there_are_problems() -> None:
    assert len(PROBLEMS) > 30


@pytest.mark.parametrize("kind", PROBLEMS, ids=lambda kind: kind.__name__)
def test_every_problem_is_worded(kind: type[Problem]) -> None:
    said = refusals.worded(example(kind))
    assert said.strip() == said
    assert said[-1:] in {".", "?", "!"}, "a wording is made of sentences"
    assert len(said) <= 300, "a wording is short"
    assert not BLAME.findall(said)


@pytest.mark.parametrize("kind", PROBLEMS, ids=lambda kind: kind.__name__)
def test_a_wording_quotes_no_more_than_fits(kind: type[Problem]) -> None:
    """A forged option or form may hold any text."""
    typed = "*@everyone* " * 1_000
    types = get_type_hints(kind)
    long = {field.name: typed for field in fields(kind) if types[field.name] is str and field.name not in OURS}
    said = refusals.worded(replace(example(kind), **long))
    assert len(said) <= 600
    assert "*@everyone*" not in re.sub(r"`[^`]*`", "", said), "but as code, which has no effect"


@pytest.mark.parametrize("kind", PROBLEMS, ids=lambda kind: kind.__name__)
def test_a_wording_shows_no_python(kind: type[Problem]) -> None:
    said = refusals.worded(example(kind))
    assert kind.__name__ not in said
    assert not re.search(r"\bNone\b|<class|datetime|\w+\(\w+=", said)

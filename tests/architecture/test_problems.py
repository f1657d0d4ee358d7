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


of_each_group = pytest.mark.parametrize(
    "group", dict.fromkeys(kind.__base__ for kind in PROBLEMS), ids=lambda group: group.__name__
)


def problems(group: type[Problem]) -> list[type[Problem]]:
    return [kind for kind in PROBLEMS if kind.__base__ is group]


@of_each_group
def test_every_problem_is_worded(group: type[Problem]) -> None:
    said = [refusals.worded(example(kind)) for kind in problems(group)]
    assert {each for each in said if each.strip() != each} == set()
    assert {each for each in said if each[-1:] not in {".", "?", "!"}} == set(), "a wording is made of sentences"
    assert {each for each in said if len(each) > 300} == set(), "a wording is short"
    assert {each for each in said if BLAME.search(each)} == set()


def with_long_texts(kind: type[Problem]) -> Problem:
    """A forged option or form may hold any text."""
    typed = "*@everyone* " * 1_000
    types = get_type_hints(kind)
    long = {field.name: typed for field in fields(kind) if types[field.name] is str and field.name not in OURS}
    return replace(example(kind), **long)


@of_each_group
def test_a_wording_quotes_no_more_than_fits(group: type[Problem]) -> None:
    said = {kind.__name__: refusals.worded(with_long_texts(kind)) for kind in problems(group)}
    assert {name: len(each) for name, each in said.items() if len(each) > 600} == {}
    typed = {name for name, each in said.items() if "*@everyone*" in re.sub(r"`[^`]*`", "", each)}
    assert typed == set(), "but as code, which has no effect"


@of_each_group
def test_a_wording_shows_no_python(group: type[Problem]) -> None:
    said = {kind.__name__: refusals.worded(example(kind)) for kind in problems(group)}
    assert {each for name, each in said.items() if name in each} == set()
    assert {each for each in said.values() if re.search(r"\bNone\b|<class|datetime|\w+\(\w+=", each)} == set()

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A fact that stands in the way of a request."""


class RefusedError(Exception):
    """A request cannot be met as it stands; `problems` has all the reasons at once."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

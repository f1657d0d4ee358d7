"""Events of our messages before their numbers are written down: the answer to a send may come late."""

from collections.abc import Generator, Iterable
from contextlib import contextmanager


class Earshot:
    """Collects messages of reactions and deletions. Only the answer to a send tells which of them is ours."""

    def __init__(self) -> None:
        self._listening: list[set[int]] = []

    @contextmanager
    def listening(self) -> Generator[set[int]]:
        """The messages that events name from now on."""
        heard: set[int] = set()
        self._listening.append(heard)
        try:
            yield heard
        finally:
            self._listening = [other for other in self._listening if other is not heard]

    def hear(self, message_ids: Iterable[int]) -> None:
        for heard in self._listening:
            heard.update(message_ids)

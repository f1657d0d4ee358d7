"""What is heard of messages of ours before their numbers are written down: the answer to a send may be slow to come."""

from collections.abc import Generator, Iterable
from contextlib import contextmanager


class Earshot:
    """A reaction, or a deletion, that nobody could place when it was heard."""

    def __init__(self) -> None:
        self._listening: list[set[int]] = []

    @contextmanager
    def listening(self) -> Generator[set[int]]:
        """The messages of which something is heard from now on."""
        heard: set[int] = set()
        self._listening.append(heard)
        try:
            yield heard
        finally:
            self._listening = [other for other in self._listening if other is not heard]

    def hear(self, message_ids: Iterable[int]) -> None:
        for heard in self._listening:
            heard.update(message_ids)

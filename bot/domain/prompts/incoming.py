"""A file of prompts before it is taken."""

from dataclasses import dataclass

from bot.domain.prompts.likeness import Twin
from bot.domain.prompts.prompt_file import Each, Unread


@dataclass(frozen=True, slots=True)
class Incoming:
    """A prompt of the file, with the one that it is like: of the bank, or earlier in the file."""

    place: int
    set_name: str
    text: str
    twin: Twin | None
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Import:
    id: int
    file_name: str
    each: Each | None
    encoding: str | None
    """The encoding that the file was taken for, if it may be in another."""
    unread: tuple[tuple[int, Unread], ...]
    prompts: tuple[Incoming, ...]

    @property
    def alike(self) -> list[Incoming]:
        """The prompts that are like another, doubles first."""
        found = [each for each in self.prompts if each.twin is not None]
        return sorted(found, key=lambda each: (each.twin is None or not each.twin.is_double, each.place))

    @property
    def doubles(self) -> list[Incoming]:
        return [each for each in self.prompts if each.twin is not None and each.twin.is_double]

    @property
    def to_take(self) -> list[Incoming]:
        return [each for each in self.prompts if not each.left_out]

"""The steps by which a writer moves the start and the end of a story: from one written line to the next."""

from dataclasses import dataclass

from bot.domain.reading import manuscript
from bot.domain.reading.reading import Bounds


@dataclass(frozen=True, slots=True)
class Steps:
    """The start or the end after one step, in line numbers like those of `Bounds`; None if no line is there."""

    start_up: int | None
    start_down: int | None
    end_up: int | None
    end_down: int | None
    above: str
    """The written line above the story, empty where there is none."""
    below: str


def steps(text: str, bounds: Bounds) -> Steps:
    """The steps from these bounds; a story keeps at least one line."""
    lines = manuscript.meant(text).split("\n")
    written = [number for number, line in enumerate(lines) if line.strip()]
    above = next((number for number in reversed(written) if number < bounds.start), None)
    below = next((number for number in written if number >= bounds.end), None)
    story = [number for number in written if bounds.start <= number < bounds.end]
    return Steps(
        start_up=above,
        start_down=story[1] if len(story) > 1 else None,
        end_up=story[-2] + 1 if len(story) > 1 else None,
        end_down=None if below is None else below + 1,
        above="" if above is None else lines[above],
        below="" if below is None else lines[below],
    )

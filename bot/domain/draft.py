"""A draft: a manuscript we hold for its writer, not handed in yet."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain import header, manuscript
from bot.domain.manuscript import Manuscript


@dataclass(frozen=True, slots=True)
class Draft:
    id: int
    guild_id: int
    author_id: int
    round_id: int | None
    text: str
    """As it was handed over, never touched by a correction."""
    header: str | None
    """The writer's own `field: value` lines, which stand in the place of what was read; None: none written."""
    saved_at: datetime

    def read(self) -> Manuscript:
        found = manuscript.parse(self.text)
        if self.header is None:
            return found
        return Manuscript(header.from_lines(self.header), found.story)

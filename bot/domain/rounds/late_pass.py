"""A late pass: one member's stories count as in time until a moment of their own, and may be more than others' are."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LatePass:
    round_id: int
    member_id: int
    until: datetime
    given_by: int
    """The moderator who gave it."""
    entries: int | None = None
    """How many entries they can have; None: as many as others."""

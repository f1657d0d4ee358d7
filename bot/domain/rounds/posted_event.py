"""The event among a server's events that tells of a round."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PostedEvent:
    """An event that Discord has, or had."""

    event_id: int
    shown: str
    """Fingerprint of what it shows."""
    removed: bool
    """True if somebody else deleted or ended it; then it stays away."""

"""The masterlist of a challenge: all its rounds, with links to their cards."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.challenges.challenge import Challenge
from bot.domain.rounds.posted_message import Spot
from bot.domain.rounds.round import Phase


@dataclass(frozen=True, slots=True)
class ListedRound:
    number: int
    title: str
    about: str
    """What its prompt is about, in a few words; nothing where the title says that."""
    closes_at: datetime
    phase: Phase
    """As its card shows it."""
    entries: int
    card: Spot | None
    """Where the message stands that shows the round; None where it was removed."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """One message of a masterlist, from before it is sent until it is gone."""

    number: int
    channel_id: int
    tried_at: datetime | None
    message_id: int | None
    shown: str | None
    pinned: bool
    removed: bool

    @property
    def spot(self) -> Spot | None:
        return None if self.message_id is None else Spot(self.channel_id, self.message_id)


@dataclass(frozen=True, slots=True)
class Masterlist:
    challenge: Challenge
    rounds: tuple[ListedRound, ...]
    """Those that members have seen open, the first one first."""
    pages: tuple[ListPage, ...]
    revision: int
    """A number that goes up when the list may have to show something else."""

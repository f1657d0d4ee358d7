"""A challenge: a named series of rounds, what they have in common, and when they open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

from bot.domain.challenges.calendar import Calendar, Occurrence
from bot.domain.prompts.source import Source
from bot.domain.rounds import prompt_title
from bot.domain.rounds.round_plan import Plan
from bot.domain.rounds.screening import Review
from bot.domain.text import glyph, message_length

LONGEST_NAME = 60
LONGEST_SAID = 300
"""Characters of a word to members."""
WARNED_AHEAD = timedelta(days=3)
"""How long before a round its moderators are told that it has no prompt."""


def is_name(text: str) -> bool:
    """True if members can read it."""
    return glyph.is_seen(text)


@dataclass(frozen=True, slots=True)
class Skip:
    """An occurrence that moderators leave out."""

    occurrence: str
    said: str | None
    """A word to members, when the round would have opened."""


@dataclass(frozen=True, slots=True)
class Challenge:
    id: int
    guild_id: int
    channel_id: int
    name: str
    terms: Plan
    """What its rounds have in common; its prompt, its title and its dates say nothing."""
    calendar: Calendar | None
    """None: its rounds are opened by hand."""
    proposed: Calendar | None
    """A calendar that waits for a moderator's yes."""
    source: Source
    skips: tuple[Skip, ...]
    begun_at: datetime | None
    """When a moderator said yes; None while it waits for that."""
    paused_at: datetime | None
    ended_at: datetime | None
    next_at: datetime | None
    """When it is looked at next: what opens before that is dealt with. None where nothing opens by itself."""
    review: Review | None = None
    """Whose entries wait for a moderator; None: as the server says."""

    @property
    def runs(self) -> bool:
        """True if its rounds open by themselves."""
        return self.next_at is not None

    @property
    def longest(self) -> timedelta | None:
        """How long its first rounds are open at most; None where they are opened by hand."""
        calendar = self.calendar or self.proposed
        if calendar is None:
            return None
        return max(date.closes_at - date.opens_at for date in calendar.coming(calendar.since))

    @property
    def taker(self) -> str:
        """Its key, by which the bank sets aside the prompt of its next round."""
        return f"challenge {self.id}"

    def title(self, number: int, own: str = "") -> str:
        """The title of one of its rounds: Sunday Drabbles #12, and a title of the round's own behind it."""
        named = f"{self.name} #{number}"
        return message_length.cut(f"{named}: {own}", prompt_title.LONGEST_TITLE) if own else named

    def skip(self, occurrence: Occurrence) -> Skip | None:
        return next((each for each in self.skips if each.occurrence == occurrence.key), None)

    def due(self, now: datetime) -> Iterator[Occurrence]:
        """The occurrences that have opened by now and are not dealt with, in order."""
        if self.calendar is None or self.next_at is None:
            return iter(())
        return self.calendar.due(now, self.next_at)

    def warned_of(self, now: datetime) -> list[Occurrence]:
        """The rounds to come whose prompts should be there by now."""
        if self.calendar is None:
            return []
        coming = self.calendar.occurrences(now + timedelta.resolution)
        soon = takewhile(lambda occurrence: occurrence.opens_at - WARNED_AHEAD <= now, coming)
        return [occurrence for occurrence in soon if self.skip(occurrence) is None]

    def next_look(self, now: datetime) -> datetime | None:
        """The moment after now at which something is to be done: a warning, or an opening."""
        if self.calendar is None:
            return None
        [upcoming] = self.calendar.coming(now + timedelta.resolution, 1)
        warning = upcoming.opens_at - WARNED_AHEAD
        return warning if warning > now else upcoming.opens_at

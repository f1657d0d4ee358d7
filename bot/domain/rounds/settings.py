"""A guild's customs: its settings for all its rounds. A guild need not settle any."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.dates.clock import Clock, DateOrder
from bot.domain.header.field import Field
from bot.domain.rounds.home import Home
from bot.domain.rounds.reaction import FEEDBACK
from bot.domain.rounds.screening import NOBODY_WAITS, Screening
from bot.domain.text import word_rule
from bot.domain.text.conventions import Convention
from bot.domain.text.word_rule import WordRule

DRABBLE = word_rule.exactly(100, "drabble")


@dataclass(frozen=True, slots=True)
class Customs:
    channel_id: int | None = None
    """The channel of its rounds; None: the channel in which the moderator opens one."""
    moderator_role_id: int | None = None
    """The role of moderators; members who manage the server or its messages are moderators, too."""
    notices_channel_id: int | None = None
    """The channel for notices to moderators; None: the guild's owner gets them in private."""
    zone_name: str | None = None
    """The IANA name of the time zone; None: we assume UTC and say so."""
    date_order: DateOrder = DateOrder.LOCAL
    feedback: tuple[str, ...] = (FEEDBACK,)
    """The emoji that the bot leaves under each entry, as Discord spells them."""
    convention: Convention = Convention.AO3
    rule: WordRule = DRABBLE
    required: tuple[Field, ...] = (Field.TITLE, Field.FANDOM, Field.RATING)
    """The fields that every header must have."""
    home: Home = Home.CHANNEL
    """Where its rounds live."""
    screening: Screening = NOBODY_WAITS
    names_moderators: bool = False
    """True if members hear which moderator decided about an entry of theirs."""
    drafts_kept: timedelta = timedelta(days=90)
    """How long the bot holds a draft that nobody touches."""

    def clock(self, now: datetime) -> Clock:
        zone = ZoneInfo(self.zone_name or "UTC")
        return Clock(now, zone, assumed=self.zone_name is None, order=self.date_order)


CALLED: Mapping[str, str] = {
    "channel_id": "channel of rounds",
    "moderator_role_id": "role of moderators",
    "notices_channel_id": "channel for moderators",
    "zone_name": "time zone",
    "date_order": "order of day and month",
    "feedback": "emoji",
    "convention": "way to count words",
    "rule": "number of words",
    "required": "fields of a header",
    "home": "where rounds live",
    "screening": "entries that wait",
    "names_moderators": "whether writers hear which moderator decided",
    "drafts_kept": "time that drafts are held",
}
"""What each custom is called."""


def differing(before: Customs, after: Customs) -> list[str]:
    """What the customs that differ are called."""
    return [called for name, called in CALLED.items() if getattr(before, name) != getattr(after, name)]

"""A round among the server's events."""

import json
from dataclasses import dataclass
from datetime import datetime

from bot.domain.rounds import prompt_title
from bot.domain.rounds.round import Phase
from bot.domain.text import escaping, limits
from bot.services.scheduling_events import Announced
from bot.ui.wording import terms

TO_COME = "A new round"


@dataclass(frozen=True, slots=True)
class Event:
    name: str
    description: str
    location: str
    opens_at: datetime
    closes_at: datetime

    @property
    def fingerprint(self) -> str:
        moments = [int(self.opens_at.timestamp()), int(self.closes_at.timestamp())]
        return json.dumps([self.name, self.description, self.location, *moments])


def wanted(found: Announced) -> Event | None:
    """The event as it should be; None where there should be none (any more)."""
    round_, plan = found.round, found.round.plan
    if not plan.event or round_.on_show not in (Phase.SCHEDULED, Phase.OPEN):
        return None
    tells = prompt_title.is_made(plan.title, plan.prompt) or prompt_title.tells(plan.title, plan.prompt)
    hides = round_.on_show is Phase.SCHEDULED and tells
    return Event(
        name=TO_COME if hides else escaping.plain(plan.title, limits.EVENT_NAME),
        description=f"A call for stories: {terms.terms_text(plan)}. The place above leads there.",
        location=terms.channel_address(round_.guild_id, round_.channel_id)
        if found.card is None
        else terms.address(round_.guild_id, found.card),
        opens_at=plan.opens_at,
        closes_at=plan.closes_at,
    )

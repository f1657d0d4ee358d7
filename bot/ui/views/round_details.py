"""A round in full, as `/round show` tells of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

import discord

from bot.domain.entries import authorship
from bot.domain.entries.entry import Credit
from bot.domain.rounds.round import Phase, Round
from bot.domain.text import escaping, limits, message_length
from bot.services.finding import Contents, Standing
from bot.ui.views import colour, how_it_runs, round_card
from bot.ui.views.layout import Box
from bot.ui.wording import moderator_notices, terms

LONGEST_TITLE = 60
ROOM_FOR_MORE = 30
"""Characters for the number of entries that are not named."""
LOOKS = 20
"""Views that are kept."""
TO_COME = "A round to come"
HEADINGS = {
    Phase.OPEN: "Open",
    Phase.SCHEDULED: "To come",
    Phase.CLOSED: "Closed",
    Phase.CANCELLED: "Called off",
}


@dataclass(frozen=True, slots=True)
class Heard:
    """The hearts of a round's entries, and since when the bot has heard all that Discord tells; None if it does not."""

    hearts: int
    since: datetime | None


class KeptView(discord.ui.LayoutView):
    """A view that is kept as it is sent, since many look at a round at once. Nobody changes it."""

    def __init__(self, *boxes: Box) -> None:
        super().__init__(timeout=None)
        for box in boxes:
            self.add_item(box)
        self._sent = super().to_components()

    def to_components(self) -> list[dict[str, Any]]:
        return self._sent


def in_full(
    contents: Contents, heard: Heard, now: datetime, *, knows_all: bool, picture: str | None, more: Sequence[str] = ()
) -> KeptView:
    """The round, with links to what stands of it. Only moderators see a scheduled one in full. `more` is for the member
    who asks.
    """
    return look(contents, heard, the_same_since(contents.round, now), knows_all, picture, *more)


def the_same_since(round_: Round, now: datetime) -> datetime:
    """The moment from which on a look says what it says now: it changes with each minute and at the round's dates."""
    plan, minute = round_.plan, now - timedelta(seconds=now.second, microseconds=now.microsecond)
    changes = [plan.opens_at, plan.closes_at, round_.cancelled_at or minute, *[date.at for date in round_.dates]]
    return max([at for at in changes if minute < at <= now], default=minute)


@lru_cache(maxsize=LOOKS)
def look(contents: Contents, heard: Heard, now: datetime, knows_all: bool, picture: str | None, *more: str) -> KeptView:
    round_, phase = contents.round, contents.round.phase(now)
    asks = round_.plan if knows_all or round_.is_known(now) else None
    top = f"## {heading(round_, now, knows_all=knows_all)}"
    state = f"**{HEADINGS[phase]}** in {place(contents)}"
    below = "\n".join([state, *lines_below_prompt(contents, heard, now, knows_all=knows_all), *more])
    room = limits.LAYOUT - len(top) - len(below) - (0 if asks is None else len(asks.prompt))
    accent = colour.ACCENT if phase is Phase.OPEN else colour.RESTING
    boxes = [Box(discord.ui.TextDisplay(top), accent_colour=accent)]
    if asks is not None:
        boxes.append(Box(accent_colour=accent, spoiler=asks.under_cut))
        round_card.add_prompt(boxes[-1], asks, picture)
    texts = [discord.ui.TextDisplay[discord.ui.LayoutView](text) for text in (below, named(contents, room)) if text]
    return KeptView(*boxes, Box(*texts, accent_colour=accent))


@lru_cache(maxsize=round_card.ROUNDS_LOOKED_AT)
def named(contents: Contents, room: int) -> str:
    """The entries with their writers, as many as there is room for; each leads to its message, as the round-up does."""
    guild_id = contents.round.guild_id
    lines = [f"- {credit_text(guild_id, each)}" for each in contents.credits]
    top = []
    if contents.round_up is not None:
        top = [f"[The round-up]({terms.address(guild_id, contents.round_up)})"]
    fitting = [*top, *lines]
    while fitting and message_length.units("\n".join(fitting)) > room - ROOM_FOR_MORE:
        fitting.pop()
    if not fitting:
        return ""
    more = contents.entries - len(fitting) + len(top)
    return "\n".join([*fitting, *([f"-# and {more:,} more"] if more > 0 else [])])


def credit_text(guild_id: int, credit: Credit) -> str:
    name = escaping.name(credit.title, LONGEST_TITLE)
    if credit.spot is not None:
        name = f"[{name}]({terms.address(guild_id, credit.spot)})"
    return f"{name} by {terms.writer(authorship.shown_writer(credit))}"


def lines_below_prompt(standing: Standing, heard: Heard, now: datetime, *, knows_all: bool) -> list[str]:
    round_ = standing.round
    plan = round_.plan if knows_all else round_.plan_as_known(now)
    lines = [
        *window(round_, now),
        *round_card.asked_of_entries(plan),
        *(how_it_runs.lines(plan, plan.closes_at - plan.opens_at) if knows_all else []),
        *round_card.why_changed(plan),
        f"**Entries**: {standing.entries}, with {heard.hearts} {terms.plural(heard.hearts, 'heart')}",
        *right_as_of(standing, now, heard.since),
    ]
    if knows_all and round_.paused is not None:
        lines.append(f"**Waits for a moderator**: {moderator_notices.WHAT_TO_DO[round_.paused]}")
    return lines


def right_as_of(standing: Standing, now: datetime, heard_since: datetime | None) -> list[str]:
    """The moment at which the hearts were what Discord shows; nothing if there is no entry to leave one under."""
    round_ = standing.round
    if not standing.entries:
        return []
    if round_.is_followed(heard_since):
        return [f"-# Hearts are right as of {terms.stamp(now.replace(second=0))}."]  # as exact as Discord shows it
    if round_.reconciled_at is None:
        return ["-# I was away, and am still comparing the hearts with Discord."]
    compared = terms.stamp(round_.reconciled_at)
    return [f"-# Hearts are right as of {compared}. I was away since, and am comparing them with Discord again."]


def window(round_: Round, now: datetime) -> list[str]:
    opens = "Opens" if now < round_.plan.opens_at else "Opened"
    closes = "Closes" if now < round_.plan.closes_at else "Closed"
    lines = [f"**{opens}**: {terms.stamp(round_.plan.opens_at)}"]
    if round_.cancelled_at is not None:
        return [*lines, f"**Called off**: {terms.stamp(round_.cancelled_at)}"]
    return [*lines, f"**{closes}**: {terms.stamp(round_.plan.closes_at)}"]


def heading(round_: Round, now: datetime, *, knows_all: bool) -> str:
    """The heading of the round's card; nobody but its moderators knows that of a round to come."""
    return round_card.heading(round_.plan) if knows_all or round_.is_known(now) else TO_COME


def title(round_: Round, now: datetime, *, knows_all: bool) -> str:
    """The round's title, by the same rule."""
    return round_.plan.title if knows_all or round_.is_known(now) else TO_COME


def place(standing: Standing) -> str:
    """The round's channel, with the way to its card where it has one."""
    address = link(standing)
    return f"<#{standing.round.channel_id}>{f': [its card]({address})' if address else ''}"


def link(standing: Standing) -> str | None:
    return None if standing.card is None else terms.address(standing.round.guild_id, standing.card)

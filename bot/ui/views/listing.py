"""Rounds as everybody may look at them: one in full, all in a list."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import discord

from bot.domain.rounds import authorship
from bot.domain.rounds.entry import Credit
from bot.domain.rounds.round import Phase, Round
from bot.domain.rounds.round_plan import Plan
from bot.domain.text import escaping, limits, message_length
from bot.services.finding import Contents, Standing
from bot.ui.views import colour, how_it_runs, round_card
from bot.ui.views.layout import Box, notice
from bot.ui.wording import moderator_notices, terms

ROOM = 3_800
"""Characters of the list; Discord shows 4,000 in one message."""
LONGEST_TITLE = 60
ROOM_FOR_MORE = 30
"""Characters for the number of entries that are not named."""
LOOKS = 20
"""Views that are kept."""
TO_COME = "A round to come"
ORDER = (Phase.OPEN, Phase.SCHEDULED, Phase.CLOSED, Phase.CANCELLED)
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


def one(
    contents: Contents, heard: Heard, now: datetime, *, knows_all: bool, picture: str | None, more: Sequence[str] = ()
) -> discord.ui.LayoutView:
    """A round in full, with links to what stands of it. Only moderators see a scheduled one in full. `more` is for the
    member who asks.
    """
    round_, phase = contents.round, contents.round.phase(now)
    asks = round_.plan if knows_all or round_.is_known(now) else None
    top = f"## {heading(round_, now, knows_all=knows_all)}"
    state = f"**{HEADINGS[phase]}** in {place(contents)}"
    below = "\n".join([state, *lines_below_prompt(contents, heard, now, knows_all=knows_all), *more])
    room = limits.LAYOUT - len(top) - len(below) - (0 if asks is None else len(asks.prompt))
    accent = colour.ACCENT if phase is Phase.OPEN else colour.RESTING
    return boxes(accent, top, asks, picture, below, named(contents, room))


@lru_cache(maxsize=LOOKS)
def boxes(accent: int, top: str, asks: Plan | None, picture: str | None, *below: str) -> discord.ui.LayoutView:
    """The view with these words. It is kept, since many look at a round at once, and nobody changes what was sent."""
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(Box(discord.ui.TextDisplay(top), accent_colour=accent))
    if asks is not None:
        box = Box(accent_colour=accent, spoiler=asks.under_cut)
        round_card.add_prompt(box, asks, picture)
        view.add_item(box)
    texts = [discord.ui.TextDisplay[discord.ui.LayoutView](text) for text in below if text]
    view.add_item(Box(*texts, accent_colour=accent))
    return view


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
    return f"{name} by <@{authorship.told(credit)}>"


def lines_below_prompt(standing: Standing, heard: Heard, now: datetime, *, knows_all: bool) -> list[str]:
    round_ = standing.round
    plan = round_.plan if knows_all else round_.plan_as_known(now)
    lines = [
        *window(round_, now),
        *round_card.asked_of_entries(plan),
        *(how_it_runs.lines(plan) if knows_all else []),
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
    """The heading of the round's card, unless its title would give away a prompt that nobody may know yet."""
    return TO_COME if round_.hides_title(now) and not knows_all else round_card.heading(round_.plan)


def title(round_: Round, now: datetime, *, knows_all: bool) -> str:
    """The round's title, by the same rule."""
    return TO_COME if round_.hides_title(now) and not knows_all else round_.plan.title


def place(standing: Standing) -> str:
    """The round's channel, with the way to its card where it has one."""
    address = link(standing)
    return f"<#{standing.round.channel_id}>{f': [its card]({address})' if address else ''}"


def link(standing: Standing) -> str | None:
    return None if standing.card is None else terms.address(standing.round.guild_id, standing.card)


def in_order(found: Sequence[Round], now: datetime) -> list[Round]:
    """Open rounds, then scheduled ones, the next date first; then finished ones, the latest first."""
    by_phase = {phase: [round_ for round_ in found if round_.phase(now) is phase] for phase in ORDER}
    by_phase[Phase.OPEN].sort(key=lambda round_: round_.plan.closes_at)
    by_phase[Phase.SCHEDULED].sort(key=lambda round_: round_.plan.opens_at)
    return [round_ for phase in ORDER for round_ in by_phase[phase]]


def every(standings: Sequence[Standing], total: int, now: datetime, *, told: Container[int]) -> discord.ui.LayoutView:
    """As many rounds as fit, a line each. `total` is how many there are; the asking member moderates those `told`."""
    if not standings:
        return notice("There has been no round here yet. A moderator opens one with `/round open`.")
    lines: list[str] = []
    heading = None
    room, listed = ROOM, 0
    for standing in standings:
        phase = standing.round.phase(now)
        more = [line(standing, now, knows_all=standing.round.id in told)]
        if phase is not heading:
            more.insert(0, f"**{HEADINGS[phase]}**")
        room -= sum(map(message_length.units, more)) + len(more)
        if room < 0:
            break
        heading, listed = phase, listed + 1
        lines += more
    if listed < total:
        lines.append(f"-# And {total - listed:,} more; `/round show` finds them by their title.")
    return notice("\n".join(lines))


def line(standing: Standing, now: datetime, *, knows_all: bool) -> str:
    round_ = standing.round
    address = link(standing)
    name = title(round_, now, knows_all=knows_all)
    if address:
        linked = escaping.link(name, LONGEST_TITLE, address)
    else:
        linked = f"{escaping.line(name, LONGEST_TITLE)} in <#{round_.channel_id}>"
    entries = f"{standing.entries} {terms.plural(standing.entries, 'entry', 'entries')}"
    match round_.phase(now):
        case Phase.SCHEDULED:
            return f"- {linked}, opens {terms.stamp(round_.plan.opens_at)}"
        case Phase.OPEN:
            return f"- {linked}, closes {terms.countdown(round_.plan.closes_at)}, {entries}"
        case Phase.CLOSED:
            return f"- {linked}, closed {terms.countdown(round_.plan.closes_at)}, {entries}"
        case Phase.CANCELLED:
            return f"- {linked}, {entries}"

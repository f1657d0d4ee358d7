"""The list of a server's rounds, as `/round list` tells of them."""

from collections.abc import Container, Sequence
from datetime import datetime

import discord

from bot.domain.rounds.round import Phase, Round
from bot.domain.text import escaping, limits, message_length
from bot.services.finding import Standing
from bot.ui.views import round_details
from bot.ui.views.layout import notice
from bot.ui.wording import terms

ROOM = limits.LAYOUT - 200
"""Characters of the list."""
ORDER = (Phase.OPEN, Phase.SCHEDULED, Phase.CLOSED, Phase.CANCELLED)


def in_order(found: Sequence[Round], now: datetime) -> list[Round]:
    """Open rounds, then scheduled ones, the next date first; then finished ones, the latest first."""
    by_phase = {phase: [round_ for round_ in found if round_.phase(now) is phase] for phase in ORDER}
    by_phase[Phase.OPEN].sort(key=lambda round_: round_.plan.closes_at)
    by_phase[Phase.SCHEDULED].sort(key=lambda round_: round_.plan.opens_at)
    return [round_ for phase in ORDER for round_ in by_phase[phase]]


def listed(standings: Sequence[Standing], total: int, now: datetime, *, told: Container[int]) -> discord.ui.LayoutView:
    """As many rounds as fit, a line each. `total` is how many there are; the asking member moderates those `told`."""
    if not standings:
        return notice("There has been no round here yet. A moderator opens one with `/round open`.")
    lines: list[str] = []
    heading = None
    room, shown = ROOM, 0
    for standing in standings:
        phase = standing.round.phase(now)
        more = [line(standing, now, knows_all=standing.round.id in told)]
        if phase is not heading:
            more.insert(0, f"**{round_details.HEADINGS[phase]}**")
        room -= sum(map(message_length.units, more)) + len(more)
        if room < 0:
            break
        heading, shown = phase, shown + 1
        lines += more
    if shown < total:
        lines.append(f"-# And {total - shown:,} more; `/round show` finds them by their title.")
    return notice("\n".join(lines))


def line(standing: Standing, now: datetime, *, knows_all: bool) -> str:
    round_ = standing.round
    address = round_details.link(standing)
    name = round_details.title(round_, now, knows_all=knows_all)
    if address:
        linked = escaping.link(name, round_details.LONGEST_TITLE, address)
    else:
        linked = f"{escaping.line(name, round_details.LONGEST_TITLE)} in <#{round_.channel_id}>"
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

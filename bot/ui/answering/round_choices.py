"""Choices for options about rounds, while they are typed: each says how the bot would understand it."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import discord
from discord import app_commands

from bot.client import Interaction
from bot.domain.dates import time_zone, written_date
from bot.domain.dates.clock import Clock
from bot.domain.problem import DateUnclear, Problem, RefusedError
from bot.domain.rounds import due_date, named_round, reminder, round_wish
from bot.domain.rounds.round import Phase, Round
from bot.domain.rounds.round_plan import Plan
from bot.domain.rounds.round_wish import Wish
from bot.domain.rounds.settings import Customs
from bot.domain.text import escaping, limits, written_word_rule
from bot.domain.text.word_rule import AnyOf, WordRule
from bot.services import finding, settling
from bot.ui.answering import permission
from bot.ui.views import round_details
from bot.ui.wording import terms

Choice = app_commands.Choice[str]
Choices = list[Choice]
Typed = app_commands.Range[str, 1, limits.CHOICE]
"""The text of an option for which choices are offered."""
Reading = Callable[[str], datetime | Problem]
Meant = Callable[[list[Round], datetime], list[Round]]

ENDS = ("in 7 days", "friday 8pm", "sunday 23:59", "in 2 weeks", "end of the month")
STARTS = ("now", "tomorrow 9am", "friday 6pm", "monday 00:00")
REMINDERS = ("on", "1 day", "2 days, 3 hours", "off")
EXTENSIONS = ("1 day", "2 days", "1 week")


async def words(_: Interaction, typed: str) -> Choices:
    return [choice(rule_name(rule), str(rule)) for rule in written_word_rule.suggestions(typed)]


async def reminders(interaction: Interaction, typed: str) -> Choices:
    """What was typed as it is understood, or what may be meant in a round that is open for so long."""
    understood = reminder.read(typed) if typed else None
    if isinstance(understood, tuple):
        return [choice(terms.reminders_text(understood), typed)]
    length = await length_so_far(interaction)
    read = {text: reminder.read(text) for text in REMINDERS if text.startswith(typed.strip().casefold())}
    asked = {text: leads for text, leads in read.items() if isinstance(leads, tuple)}
    found = {text: leads if length is None else due_date.in_time(leads, length) for text, leads in asked.items()}
    return [choice(terms.reminders_text(leads), text) for text, leads in found.items() if leads or not asked[text]]


async def time_zones(interaction: Interaction, typed: str) -> Choices:
    """Time zones with their present time, since names alone may mislead."""
    now = interaction.created_at
    return [
        choice(f"{time_zone.title(name)} ({now.astimezone(ZoneInfo(name)):%H:%M} now)", name)
        for name in time_zone.suggestions(typed)
    ]


async def closes_of_new(interaction: Interaction, typed: str) -> Choices:
    customs, clock = await customs_of(interaction)
    return dates(typed, ENDS, closing_of(round_wish.usual(clock.now, customs), interaction, clock), clock)


async def closes_of_changed(interaction: Interaction, typed: str) -> Choices:
    customs, clock = await customs_of(interaction)
    plan = await known_plan(interaction, finding.changeable) or round_wish.usual(clock.now, customs)
    return dates(typed, ENDS, closing_of(plan, interaction, clock), clock)


async def closes_of_extended(interaction: Interaction, typed: str) -> Choices:
    """Ends of the round; lengths alone while nobody knows which round it is."""
    _, clock = await customs_of(interaction)
    plan = await known_plan(interaction, finding.extendable)
    if plan is None:
        return [choice(text, text) for text in EXTENSIONS if text.startswith(typed.strip().casefold())]
    return dates(typed, EXTENSIONS, lambda text: round_wish.extension(plan, text, clock), clock)


async def opens(interaction: Interaction, typed: str) -> Choices:
    customs, clock = await customs_of(interaction)
    plan = round_wish.usual(clock.now, customs)
    return dates(typed, STARTS, lambda text: round_wish.opening(plan, Wish(opens=text), clock), clock)


async def rounds(interaction: Interaction, typed: str) -> Choices:
    """All rounds that the member may know of."""
    return await titles(interaction, typed, lambda _round, _now: True)


async def changeable_rounds(interaction: Interaction, typed: str) -> Choices:
    return await titles(interaction, typed, lambda r, now: r.phase(now) in (Phase.OPEN, Phase.SCHEDULED))


async def extendable_rounds(interaction: Interaction, typed: str) -> Choices:
    return await titles(interaction, typed, lambda r, now: r.phase(now) is not Phase.CANCELLED)


async def open_rounds(interaction: Interaction, typed: str) -> Choices:
    """The rounds that take stories, in time or late."""
    return await titles(interaction, typed, lambda r, now: r.phase(now) is Phase.OPEN or r.asks_late(now))


async def rounds_to_allow(interaction: Interaction, typed: str) -> Choices:
    """The rounds for which a late pass has a use."""
    return await titles(interaction, typed, lambda r, now: r.phase(now) in (Phase.OPEN, Phase.CLOSED))


# -- how choices are found ------------------------------------------------------------------------


async def customs_of(interaction: Interaction) -> tuple[Customs, Clock]:
    customs = await settling.customs(interaction.client.database, interaction.guild_id or 0)
    return customs, customs.clock(interaction.created_at)


async def known_plan(interaction: Interaction, meant: Meant) -> Plan | None:
    """The plan of the round named so far, or of the round that would be meant; None if neither is known."""
    asked = typed_so_far(interaction, "round")
    try:
        found = await permission.rounds_in_sight(interaction)
        if asked is None:
            nearest = finding.in_nearest_channel(meant(found, interaction.created_at), permission.nearby(interaction))
            return nearest[0].plan if len(nearest) == 1 else None
        told = await permission.moderated(interaction, found)
        round_ = named_round.find(found, asked, interaction.created_at, told=told)
    except RefusedError:
        round_ = None
    return round_.plan if round_ else None


def typed_so_far(interaction: discord.Interaction, option: str) -> str | None:
    return getattr(interaction.namespace, option, None) or None


async def length_so_far(interaction: Interaction) -> timedelta | None:
    """How long the round is open by the end that was typed; None where none was, or nobody can tell."""
    customs, clock = await customs_of(interaction)
    plan = round_wish.usual(clock.now, customs)
    wish = Wish(opens=typed_so_far(interaction, "opens"), closes=typed_so_far(interaction, "closes"))
    opens = round_wish.opening(plan, wish, clock)
    closes = opens if isinstance(opens, Problem) else round_wish.closing(plan, wish, clock, opens)
    if wish.closes is None or isinstance(opens, Problem) or isinstance(closes, Problem):
        return None
    return closes - opens


def closing_of(plan: Plan, interaction: Interaction, clock: Clock) -> Reading:
    opens_at = round_wish.opening(plan, Wish(opens=typed_so_far(interaction, "opens")), clock)
    since = plan.opens_at if isinstance(opens_at, Problem) else opens_at
    return lambda text: round_wish.closing(plan, Wish(closes=text), clock, since)


def dates(typed: str, suggested: tuple[str, ...], read: Reading, clock: Clock) -> Choices:
    """The date as understood so far, or each that it may be; else the dates that it may become."""
    typed = typed.strip()
    if typed and (ways := ways_to_write(typed, read, clock)):
        return [choice(terms.date_text(moment, clock.zone_name), written) for moment, written in ways]
    return [
        choice(suggested_name(text, moment, clock.zone_name), written)
        for text in suggested
        if text.startswith(typed.casefold())
        for moment, written in ways_to_write(text, read, clock)
    ]


def suggested_name(text: str, moment: datetime, zone_name: str | None) -> str:
    """The date first, and its place last: a phone cuts the end off."""
    return f"{terms.local_text(moment, zone_name)} · {text} ({terms.place_text(zone_name)})"


def ways_to_write(text: str, read: Reading, clock: Clock) -> list[tuple[datetime, str]]:
    """Each moment that a text may mean, with a way to write it that means no other. A length may end at a full hour,
    too.
    """
    match read(text):
        case datetime() as moment:
            hour = written_date.full_hour(text, moment, clock.zone)
            return [(moment, text), *([(hour, written_date.in_full(hour))] if hour else [])]
        case DateUnclear(readings=moments):
            return [(moment, written_date.in_full(moment)) for moment in moments]
        case _:
            return []


async def titles(interaction: Interaction, typed: str, holds: Callable[[Round, datetime], bool]) -> Choices:
    _, clock = await customs_of(interaction)
    found, wanted = await permission.rounds_in_sight(interaction), typed.strip().casefold()
    told = await permission.moderated(interaction, found)
    named = ((round_, round_details.title(round_, clock.now, knows_all=round_.id in told)) for round_ in found)
    return first(
        choice(name_of(round_, title, clock), str(round_.id))
        for round_, title in named
        if wanted in title.casefold() and holds(round_, clock.now)
    )


def name_of(round_: Round, title: str, clock: Clock) -> str:
    """The round's title and end, to tell it from others."""
    match round_.phase(clock.now):
        case Phase.CANCELLED:
            end = " · called off"
        case Phase.CLOSED:
            end = f" · closed {terms.date_text(round_.plan.closes_at, clock.zone_name)}"
        case _:
            end = f" · closes {terms.date_text(round_.plan.closes_at, clock.zone_name)}"
    return escaping.plain(title, limits.CHOICE - len(end)) + end


def rule_name(rule: WordRule) -> str:
    """The form's name first, as in `drabble: exactly 100 words`."""
    if isinstance(rule, AnyOf) or rule.form is None:
        return terms.rule_text(rule)
    return f"{rule.form}: {terms.demand_text(rule)}"


def first(offered: Iterable[Choice]) -> Choices:
    """As many as Discord shows. The others are not even named: there may be thousands."""
    return list(islice(offered, limits.CHOICES))


def choice(name: str, value: str) -> Choice:
    return Choice(name=name[: limits.CHOICE], value=value[: limits.CHOICE])

"""Challenges that somebody means, and the choices for options about them while they are typed."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.client import Interaction
from bot.domain.challenges import challenge as challenge_rules
from bot.domain.challenges import recurrence_phrase, written_calendar
from bot.domain.challenges.calendar import LOOKED_AT, Calendar, Occurrence
from bot.domain.challenges.challenge import Challenge
from bot.domain.dates import written_date
from bot.domain.dates.clock import Clock
from bot.domain.problem import (
    ChallengeOver,
    ChallengesNone,
    ChallengeUnclear,
    ChallengeUnknown,
    ChallengeWithoutCalendar,
    OccurrenceUnknown,
    Problem,
    RefusedError,
)
from bot.domain.text import escaping, limits
from bot.services import challenging, settling
from bot.ui.answering import permission
from bot.ui.answering.round_choices import Choice, Choices, choice, first, typed_so_far
from bot.ui.wording import terms

OPENINGS = (
    "every sunday 6pm",
    "every other friday 8pm",
    "1st and 15th",
    "last saturday of the month",
    "daily 9am",
    "mon, wed and fri at noon",
    "every 10 days",
)
MARK = "#"
"""What stands before the number of a challenge, behind one of its dates."""
LASTINGS = ("6 days", "until saturday 9pm", "until the next one opens", "1 week", "24 hours")


async def in_sight(interaction: Interaction) -> list[Challenge]:
    """The server's challenges whose channel the member may see; those that are over come last."""
    found = await challenging.of_guild(interaction.client.database, interaction.guild_id or 0)
    return [each for each in found if await permission.sees(interaction, each.channel_id)]


async def meant(interaction: Interaction, named: str | None) -> Challenge:
    """The challenge of this name, or with this number; or else the only one in the nearest channel with any, or of all.
    One that is over is meant by its name alone.
    """
    found = await which_may_be_meant(interaction, named)
    if len(found) > 1:
        raise RefusedError(ChallengeUnclear(tuple(each.name for each in found)))
    return found[0]


async def which_may_be_meant(interaction: Interaction, named: str | None) -> list[Challenge]:
    """The same where there may be several. Raises RefusedError where there is none."""
    found = await in_sight(interaction)
    on = [each for each in found if each.ended_at is None]
    if named is None:
        if not on:
            raise RefusedError(ChallengesNone())
        return in_nearest_channel(on, permission.nearby(interaction))
    wanted = named.strip().casefold()
    numbered = [each for each in found if str(each.id) == wanted]
    fitting = numbered or [each for each in found if each.name.casefold() == wanted]
    if not fitting:
        raise RefusedError(ChallengeUnknown(named))
    return in_nearest_channel([each for each in fitting if each in on] or fitting[-1:], permission.nearby(interaction))


def in_nearest_channel(found: list[Challenge], nearby: Sequence[int]) -> list[Challenge]:
    """Those of the nearest channel that has any, or all."""
    by_channel = ([each for each in found if each.channel_id == channel_id] for channel_id in nearby)
    return next((group for group in by_channel if group), found)


async def going_on(interaction: Interaction, named: str) -> Challenge:
    """The challenge to which a new round is to be counted. Only a moderator of its channel gets it."""
    found = await meant(interaction, named)
    await permission.must_moderate(interaction, found.channel_id)
    if found.ended_at is not None:
        raise RefusedError(ChallengeOver(found.name, found.ended_at))
    return found


def date_meant(challenge: Challenge, typed: str, clock: Clock) -> Occurrence:
    """The date ahead with this key, as autocomplete fills it in; or else the first on the day that was typed."""
    calendar = challenge.calendar
    if calendar is None:
        raise RefusedError(ChallengeWithoutCalendar(challenge.name))
    coming = calendar.coming(clock.now, LOOKED_AT)
    day = written_date.opening(typed, now=clock.now, zone=calendar.zone, day_first=clock.day_first)
    for occurrence in coming:
        on_that_day = isinstance(day, datetime) and is_on(occurrence, day, calendar)
        if occurrence.key == typed.strip() or on_that_day:
            return occurrence
    raise RefusedError(OccurrenceUnknown(typed))


def is_on(occurrence: Occurrence, day: datetime, calendar: Calendar) -> bool:
    return occurrence.opens_at.astimezone(calendar.zone).date() == day.astimezone(calendar.zone).date()


# -- choices --------------------------------------------------------------------------------------


async def challenges(interaction: Interaction, typed: str) -> Choices:
    wanted = typed.strip().casefold()
    return first(
        choice(escaping.plain(each.name, challenge_rules.LONGEST_NAME), str(each.id))
        for each in await in_sight(interaction)
        if wanted in each.name.casefold()
    )


async def dates(interaction: Interaction, typed: str) -> Choices:
    """Dates ahead of the challenge that was named. Where several may be meant, each date says whose it is."""
    try:
        every = await which_may_be_meant(interaction, typed_so_far(interaction, "challenge"))
    except RefusedError:
        return []
    found = [(each, each.calendar) for each in every if each.calendar is not None][: limits.CHOICES]
    coming = [
        (date.opens_at, date_choice(each, date, calendar, by_name=len(every) > 1))
        for each, calendar in found
        for date in calendar.coming(interaction.created_at, limits.CHOICES // len(found))
    ]
    in_order = sorted(coming, key=lambda one: one[0])
    return [offered for _, offered in in_order if typed.strip().casefold() in offered.name.casefold()]


def date_choice(challenge: Challenge, date: Occurrence, calendar: Calendar, *, by_name: bool) -> Choice:
    said = terms.local_text(date.opens_at, calendar.zone.key)
    if not by_name:
        return choice(said, date.key)
    return choice(
        f"{said} · {escaping.plain(challenge.name, challenge_rules.LONGEST_NAME)}", f"{date.key}{MARK}{challenge.id}"
    )


def whose(date: str) -> tuple[str, str | None]:
    """A date as it was typed or chosen, and the number of its challenge if that was chosen with it."""
    key, _, number = date.partition(MARK)
    return key, number or None


async def opens(interaction: Interaction, typed: str) -> Choices:
    clock = await clock_of(interaction)
    return read(typed, OPENINGS, lambda text: opening_name(text, clock))


async def open_for(interaction: Interaction, typed: str) -> Choices:
    clock = await clock_of(interaction)
    return read(typed, LASTINGS, lambda text: lasting_name(text, clock))


async def clock_of(interaction: Interaction) -> Clock:
    customs = await settling.customs(interaction.client.database, interaction.guild_id or 0)
    return customs.clock(interaction.created_at)


def read(typed: str, suggested: tuple[str, ...], name_of: Callable[[str], str | None]) -> Choices:
    """What was typed as it is understood, or else what it may become."""
    typed = typed.strip()
    texts = [typed] if typed and name_of(typed) else [each for each in suggested if each.startswith(typed.casefold())]
    return [choice(name, text) for text in texts if (name := name_of(text)) is not None]


def opening_name(text: str, clock: Clock) -> str | None:
    found = written_calendar.opening(text, clock)
    if isinstance(found, Problem):
        return None
    first = found.recurrence.first(found.zone, max(found.start, clock.now)).at
    return f"{recurrence_phrase.opening(found.recurrence)}, first {terms.local_text(first, found.zone.key)}"


def lasting_name(text: str, clock: Clock) -> str | None:
    found = written_calendar.lasting(text, clock)
    return None if isinstance(found, Problem) else recurrence_phrase.lasting(found)

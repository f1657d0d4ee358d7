"""A challenge in words: how it stands, when its rounds open, where its prompts come from."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.challenges.calendar import SHOWN_AHEAD, Calendar, Occurrence
from bot.domain.challenges.challenge import Challenge
from bot.domain.dates.clock import Clock
from bot.domain.prompts.prompt import LONGEST_SET
from bot.domain.prompts.source import Order, Source
from bot.domain.text import escaping
from bot.ui.wording import calendars, terms

WAITS = "Its rounds wait until a moderator has put something right."
"""What members read of a challenge that waits for a place."""


def state_text(challenge: Challenge) -> str:
    if challenge.ended_at is not None:
        return f"Ended {terms.stamp(challenge.ended_at)}. Its rounds stay."
    if challenge.begun_at is None:
        return "It waits for your yes."
    if challenge.paused_at is not None:
        return f"Paused since {terms.stamp(challenge.paused_at)}: no round opens. One that is open goes on."
    if challenge.calendar is None:
        return "Moderators open its rounds by hand, with `/round open` and its name."
    return "It runs by itself."


def dates_text(calendar: Calendar, clock: Clock, challenge: Challenge | None = None) -> list[str]:
    """When rounds open, and the dates of the next ones in full; those that `challenge` leaves out are struck out."""
    zone_name = calendar.zone.key
    place = terms.place_text(None if clock.assumed and calendar.zone == clock.zone else zone_name)
    paused = challenge is not None and challenge.paused_at is not None
    lines = [
        f"**Rounds open** {calendars.calendar_text(calendar)} ({place})",
        f"**The next {terms.number_text(SHOWN_AHEAD)}{', once it goes on' if paused else ''}**",
    ]
    for occurrence in calendar.coming(clock.now):
        window = window_text(occurrence, calendar.zone, clock.now)
        left_out = challenge is not None and challenge.skip(occurrence) is not None
        lines.append(f"- ~~{window}~~ left out" if left_out else f"- {window}")
    return [*lines, *(f"-# {calendars.note_text(note)}" for note in calendar.notes)]


def window_text(occurrence: Occurrence, zone: ZoneInfo, now: datetime) -> str:
    """From when to when it is open, short enough for a phone: Sun 29 Nov, 18:00 to Sat 5 Dec, 21:00."""
    opens, closes = occurrence.opens_at.astimezone(zone), occurrence.closes_at.astimezone(zone)
    ends = f"{closes:%H:%M}" if closes.date() == opens.date() else short_text(closes, opens.year)
    return f"{short_text(opens, now.astimezone(zone).year)} to {ends}"


def short_text(wall: datetime, this_year: int) -> str:
    year = "" if wall.year == this_year else f" {wall.year}"
    return f"{wall:%a} {wall.day} {wall:%b}{year}, {wall:%H:%M}"


def on(moment: datetime, zone_name: str) -> str:
    return terms.local_text(moment, zone_name)


def source_text(source: Source) -> str:
    of_set = "your bank" if source.set_name is None else f"“{escaping.line(source.set_name, LONGEST_SET)}”"
    how = "one after the other" if source.order is Order.ADDED else "drawn"
    then = "then those that came with me" if source.falls_back else "and a round waits where there is none"
    return f"**Prompts**: {how} from {of_set}, {then}"

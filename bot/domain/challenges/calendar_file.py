"""The rounds of a challenge as a file for members' own calendars, by RFC 5545.

A round has one UID from before it opens until it is over, so that a newer file changes events and adds none twice. The
UID is the calendar's key of the round's date, or the round's number if it was opened by hand.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.challenges.challenge import Challenge
from bot.domain.rounds.round import Round

AHEAD = 52
"""Rounds to come that a file has: a year of weekly ones."""
OURS = "drabble-challenge-bot"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Slot:
    """An event of the file."""

    uid: str
    title: str
    opens_at: datetime
    closes_at: datetime
    version: int
    """A number that goes up when the event changes."""
    called_off: bool


def slots(challenge: Challenge, rounds: Sequence[Round], now: datetime) -> Iterator[Slot]:
    """These rounds of the challenge, and those to come."""
    yield from (of_round(challenge, each, now) for each in rounds)
    known = {each.occurrence for each in rounds}
    coming = () if challenge.calendar is None or not challenge.runs else challenge.calendar.coming(now, AHEAD)
    for occurrence in coming:
        if occurrence.key not in known:
            skipped = challenge.skip(occurrence) is not None
            uid = f"challenge-{challenge.id}-{occurrence.key}"
            yield Slot(uid, challenge.name, occurrence.opens_at, occurrence.closes_at, int(skipped), skipped)


def of_round(challenge: Challenge, round_: Round, now: datetime) -> Slot:
    own = f"round-{round_.id}"
    return Slot(
        uid=own if round_.occurrence is None else f"challenge-{challenge.id}-{round_.occurrence}",
        title=round_.plan.title if round_.is_known(now) else challenge.name,
        opens_at=round_.plan.opens_at,
        closes_at=round_.plan.closes_at,
        version=round_.revision + 2,  # higher than that of a date to come, whether left out or not
        called_off=round_.cancelled_at is not None,
    )


def written(challenge: Challenge, found: Sequence[Slot], url: str, now: datetime) -> bytes:
    """The file. `url` leads to the challenge's channel."""
    from icalendar import Calendar, Event, vText  # noqa: PLC0415 - it takes a while, and few ask for a file

    calendar: Any = Calendar()  # the library types what is added only in part
    calendar.add("prodid", f"-//{OURS}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", vText(said(challenge.name)))
    for slot in found:
        event: Any = Event()
        event.add("uid", f"{slot.uid}@{OURS}")
        event.add("dtstamp", now)
        event.add("dtstart", slot.opens_at)
        event.add("dtend", slot.closes_at)
        event.add("summary", said(slot.title))
        event.add("sequence", slot.version)
        event.add("status", "CANCELLED" if slot.called_off else "CONFIRMED")
        event.add("url", url)
        calendar.add_component(event)
    return calendar.to_ical()


def said(title: str) -> str:
    """The title in one line: calendars take no control characters."""
    return _CONTROLS.sub(" ", title)
